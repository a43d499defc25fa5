package org.ltv4j.benchmarks;

import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.TransactionForecast;
import org.ltv4j.models.btyd.BgNbdModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Expected transactions of one customer after another, nothing remembered in between. */
@State(Scope.Thread)
public class OneCustomerExpected extends PerCall {
    /** The horizon. */
    @Param({"13", "52", "260"})
    public int weeks;

    private final Histories customers = new Histories();
    private final BgNbdModel model = Customers.model();
    private TransactionForecast forecast = model.forecast(Horizon.of(0, TimeScale.WEEK), 0);
    private int next;

    /** JMH makes it. */
    public OneCustomerExpected() {}

    /** Takes the horizon. */
    @Setup(Level.Trial)
    public void open() {
        forecast = model.forecast(Horizon.of(weeks, TimeScale.WEEK), 0);
    }

    /**
     * Ours.
     *
     * @return the expectation
     */
    @Benchmark
    public double ltv4j() {
        int i = next++ & (Histories.COUNT - 1);
        return forecast.expectedTransactions(customers.x[i], customers.tx[i], customers.age[i]);
    }

    /**
     * As the paper writes it.
     *
     * @return the expectation
     */
    @Benchmark
    public double textbook() {
        int i = next++ & (Histories.COUNT - 1);
        return TextbookBgNbd.expectedTransactions(
                Customers.R,
                Customers.ALPHA,
                Customers.A,
                Customers.B,
                weeks,
                customers.x[i],
                customers.tx[i],
                customers.age[i]);
    }
}

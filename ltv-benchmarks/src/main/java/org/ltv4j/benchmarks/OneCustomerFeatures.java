package org.ltv4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.feature.BoundFeatures;
import org.ltv4j.core.feature.FeatureState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Forty features of one customer after another from their states: some 90 rows each. */
@State(Scope.Thread)
public class OneCustomerFeatures extends PerCall {
    private List<FeatureState> states = List.of();
    private double[] out = new double[0];
    private int next;

    /** JMH makes it. */
    public OneCustomerFeatures() {}

    /**
     * Feeds the states.
     *
     * @throws IOException if the file cannot be written
     */
    @Setup(Level.Trial)
    public void open() throws IOException {
        Path file = Files.createTempFile("ltv4j-sales", ".csv");
        try {
            SalesFile.write(file, SalesFile.ROWS);
            TransactionLog log = RetailFeatures.log(file).until(RetailFeatures.DATE);
            BoundFeatures bound = RetailFeatures.plan().bind(log);
            states = List.copyOf(bound.states(log).all());
            out = new double[bound.schema().size()];
        } finally {
            Files.delete(file);
        }
    }

    /**
     * Ours.
     *
     * @return the features
     */
    @Benchmark
    public double[] ltv4j() {
        next = next + 1 < states.size() ? next + 1 : 0;
        states.get(next).features(RetailFeatures.DATE, out);
        return out;
    }
}

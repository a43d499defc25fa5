package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.TransactionForecast;

class BgNbdAllocationTest {
    private static double sink;

    @Test
    void predictionsAllocateNothing() {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "this JVM does not count allocations");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported(), "this JVM does not count allocations");
        for (BgNbdModel model : BgNbdContractTest.allPairs()) {
            TransactionForecast forecast = model.forecast(Horizon.of(39, TimeScale.WEEK), 0.002);
            predict(forecast);
            long before = threads.getCurrentThreadAllocatedBytes();
            predict(forecast);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(allocated).as("bytes of %s", model).isLessThan(1000);
        }
    }

    private static void predict(TransactionForecast forecast) {
        for (int x = 0; x < 40; x++) {
            double age = 40;
            double recency = x == 0 ? 0 : 30;
            sink += forecast.probabilityAlive(x, recency, age)
                    + forecast.expectedIfAlive(x, age)
                    + forecast.discountedIfAlive(x, age)
                    + forecast.probabilityIfAlive(3, x, age)
                    + forecast.probabilityOfTransactions(0, x, recency, age);
        }
    }
}

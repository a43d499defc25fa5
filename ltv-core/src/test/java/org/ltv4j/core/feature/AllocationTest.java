package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/** A state's features go into an array of the caller, and nothing else is made: every family, its windows and look-ups. */
class AllocationTest {
    private static final LocalDate DATE = LocalDate.of(2025, 3, 31);
    private static final int CALLS = 1000;

    private static Stream<String> families() {
        return Plans.each(DATE).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void nothingIsAllocatedForOneCustomer(String family) {
        TransactionLog log = log();
        FeatureState state = Plans.each(DATE).get(family).bind(log).states(log).customer("c0");
        double[] out = state.features(DATE);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20 && least > 0; round++) {
            long before = threads.getThreadAllocatedBytes(self);
            for (int i = 0; i < CALLS; i++) {
                state.features(DATE, out);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(self) - before);
        }
        assertThat(least).isLessThan(CALLS); // of a thousand calls: not a byte each
    }

    private static TransactionLog log() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        Random random = new Random(3);
        for (int i = 0; i < 90; i++) {
            Sale sale = Sale.of(DATE.minusDays(random.nextInt(150)).atTime(random.nextInt(24), 0), 1 + i % 7)
                    .withOrder("o" + i / 3)
                    .withProduct("p" + random.nextInt(5))
                    .withChannel(i % 2 == 0 ? "web" : "shop")
                    .withQuantity(1 + i % 3)
                    .withUnitPrice(1 + i % 5)
                    .withDiscount(i % 2);
            Plans.add(builder, "c" + i % 2, sale);
        }
        Plans.add(builder, "c0", Sale.of(DATE.minusDays(3).atTime(8, 0), -2).withProduct("p1"));
        return Plans.withAllColumns(builder, DATE);
    }
}

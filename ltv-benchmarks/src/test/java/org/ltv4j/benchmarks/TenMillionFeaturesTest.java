package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.model.Parallelism;

/** The log of the benchmark in small. */
class TenMillionFeaturesTest {
    private static final int ROWS = 30_000;
    private static final int CUSTOMERS = TenMillionFeatures.CUSTOMERS / (TenMillionFeatures.ROWS / ROWS);

    @Test
    void hasTheRowsAndTheShapeThatItsNameSays() {
        TransactionLog log = SalesRows.log(ROWS, CUSTOMERS);

        assertThat(log.size()).isEqualTo(ROWS);
        assertThat(log.customers().size()).isBetween(CUSTOMERS / 2, CUSTOMERS);
        assertThat(log.lastDay()).isBefore(SalesFile.END);
        assertThat(log.firstDay()).isEqualTo(SalesFile.END.minusDays(373));
        assertThat(log.orders().size()).isBetween(ROWS / 25, ROWS / 18); // 21.5 lines each
    }

    @Test
    void givesTheSameFortyFeaturesEachTimeOnAnyThreads() {
        FeatureMatrix once = RetailFeatures.plan().from(SalesRows.log(ROWS, CUSTOMERS));

        assertThat(once.columns()).isEqualTo(RetailFeatures.COUNT);
        assertThat(RetailFeatures.plan().from(SalesRows.log(ROWS, CUSTOMERS), Parallelism.of(2)))
                .isEqualTo(once);
    }
}

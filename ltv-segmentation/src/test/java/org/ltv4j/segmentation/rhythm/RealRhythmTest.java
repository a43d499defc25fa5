package org.ltv4j.segmentation.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.Csv;
import org.ltv4j.core.table.CsvOptions;
import org.ltv4j.core.table.Reason;
import org.ltv4j.core.table.RowPolicy;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.segmentation.testing.DunnhumbySales;

/**
 * Forecasts of a past day against what came after it, on a grocer's households (a sample of their lines) and on a wholesaler's
 * customers. The numbers measured stand beside each check; what a good model must reach is wider.
 */
class RealRhythmTest {
    private static ReplenishmentCheck check(TransactionLog log, LocalDate asOf, int minPurchases) {
        return ReplenishmentCheck.of(log, asOf, 0.8, minPurchases, Replenishment.Options.defaults(), Parallelism.of(2));
    }

    @Test
    void householdsOfAGrocer() {
        TransactionLog log = DunnhumbySales.byCategory();
        ReplenishmentCheck all = check(log, LocalDate.of(2017, 9, 30), 1);
        assertThat(all.pairs()).isEqualTo(39_689);
        assertThat(all.coverage()).isCloseTo(0.8, within(0.03)); // 0.787
        assertThat(all.expected() / all.bought()).isCloseTo(1, within(0.1)); // 5,829 for 5,981
        ReplenishmentCheck again = check(log, LocalDate.of(2017, 9, 30), 2);
        assertThat(again.coverage()).isCloseTo(0.8, within(0.03)); // 0.791
        assertThat(again.expected() / again.bought()).isCloseTo(1, within(0.1)); // 2,557 for 2,483
    }

    @Test
    void customersOfAWholesaler() {
        TransactionLog log = Csv.read(
                        SharedData.file("data/online_retail.csv.gz"),
                        Columns.ofQuantityAndPrice("customer_id", "invoice_date", "quantity", "unit_price")
                                .withOrder("invoice")
                                .withProduct("stock_code"),
                        CsvOptions.defaults().withRowPolicy(Reason.MISSING_CUSTOMER, RowPolicy.SKIP))
                .log();
        ReplenishmentCheck all = check(log, LocalDate.of(2011, 9, 9), 1);
        assertThat(all.coverage()).isCloseTo(0.8, within(0.03)); // 0.798
        assertThat(all.expected() / all.bought()).isCloseTo(1, within(0.1)); // 26,262 for 26,909
    }
}

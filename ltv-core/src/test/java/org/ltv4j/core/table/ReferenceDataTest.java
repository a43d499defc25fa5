package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.clean.Cleaned;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.clean.RefundRule;
import org.ltv4j.core.clean.ZeroRule;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.testing.SharedData;

/** Real files, from bytes to histories, against published and counted numbers. */
class ReferenceDataTest {
    private static final LocalDate CDNOW_END = LocalDate.of(1997, 9, 30);

    /** The summary that lifetimes publishes for the CDNOW sample, printed to 2 decimals. */
    @Test
    void cdnowSampleAgreesCustomerByCustomer() {
        Columns columns = Columns.of("sample_id", "date", "amount").withQuantity("units");
        TransactionLog log =
                Csv.read(SharedData.file("data/cdnow_sample.csv.gz"), columns).log();
        CustomerSummaries ours =
                keepZeros(log).calibrateUntil(CDNOW_END, TimeScale.WEEK).calibration();
        List<String> published = SharedData.lines("data/cdnow_sample_summary_published.csv.gz");
        assertThat(ours.size()).isEqualTo(2357).isEqualTo(published.size() - 1);
        double half = 0.005 + 1e-9; // half the last printed digit
        for (int i = 0; i < ours.size(); i++) {
            String[] row = published.get(i + 1).split(",");
            assertThat(ours.id(i)).isEqualTo(row[0]);
            assertThat(ours.frequency(i)).as("x of %s", row[0]).isEqualTo(Integer.parseInt(row[1]));
            assertThat(ours.recency(i)).as("t_x of %s", row[0]).isCloseTo(Double.parseDouble(row[2]), within(half));
            assertThat(ours.age(i)).as("T of %s", row[0]).isCloseTo(Double.parseDouble(row[3]), within(half));
            assertThat(ours.meanRepeatSpend(i))
                    .as("m of %s", row[0])
                    .isCloseTo(Double.parseDouble(row[4]), within(half));
        }
    }

    /** Counts of the README of the data: 69,659 rows, 23,570 customers, 80 rows of amount 0. */
    @Test
    void cdnowIsReadWhole() {
        Ingest read = Csv.read(SharedData.file("data/cdnow_full.csv.gz"), Columns.of("customer_id", "date", "amount"));
        assertThat(read.report().rowsRead()).isEqualTo(69_659);
        assertThat(read.log().size()).isEqualTo(69_659);
        assertThat(read.log().customers().size()).isEqualTo(23_570);
        assertThat(read.format().gzip()).isTrue();
        Cleaned clean = CleaningPlan.defaults().withZeroAmounts(ZeroRule.DROP).apply(read.log(), read.report());
        assertThat(clean.report().step("zero amounts").orElseThrow().rowsDropped())
                .isEqualTo(80);
        CalibrationHoldout split = keepZeros(read.log()).calibrateUntil(CDNOW_END, TimeScale.WEEK);
        assertThat(split.calibration().size()).isEqualTo(23_570);
        assertThat(split.calibration().age(0)).isEqualTo(272 / 7.0);
    }

    /** The recipe of the README of the data: 397,884 rows of 4,338 customers. */
    @Test
    void onlineRetailIsCleanedAsItsRecipeSays() {
        Columns columns = Columns.ofQuantityAndPrice("customer_id", "invoice_date", "quantity", "unit_price")
                .withOrder("invoice")
                .withProduct("stock_code");
        Ingest read = Csv.read(
                SharedData.file("data/online_retail.csv.gz"),
                columns,
                CsvOptions.defaults().withRowPolicy(Reason.MISSING_CUSTOMER, RowPolicy.SKIP));
        assertThat(read.report().rowsRead()).isEqualTo(541_909);
        assertThat(read.report().droppedByStep()).containsOnly(java.util.Map.entry("missing customer", 135_080L));
        assertThat(read.log().customers().size()).isEqualTo(4372);
        Cleaned clean = CleaningPlan.defaults()
                .withRefunds(RefundRule.DROP)
                .withZeroAmounts(ZeroRule.DROP)
                .apply(read.log(), read.report());
        assertThat(clean.log().size()).isEqualTo(397_884);
        assertThat(clean.log().customers().size()).isEqualTo(4338);
        assertThat(clean.report().rowsRead()).isEqualTo(541_909);
        Cleaned matched = CleaningPlan.defaults().apply(read.log(), read.report());
        assertThat(matched.report().step("refunds").orElseThrow().rowsAffected())
                .isEqualTo(8905);
        assertThat(matched.report().rowsKept()).isEqualTo(matched.log().size());
    }

    private static TransactionLog keepZeros(TransactionLog log) {
        return CleaningPlan.defaults().withZeroAmounts(ZeroRule.KEEP).apply(log).log();
    }
}

package org.ltv4j.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ltv4j.core.clean.Cleaned;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.clean.OutlierRule;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.Csv;
import org.ltv4j.core.table.CsvOptions;
import org.ltv4j.core.table.Ingest;
import org.ltv4j.core.table.Reason;
import org.ltv4j.core.table.RowPolicy;
import org.ltv4j.core.testing.SharedData;

/** The sales of a real shop: Online Retail, UCI Machine Learning Repository. */
class OnlineRetailProfileTest {

    @Test
    void theProfileOfARealFileAgreesWithAnotherCount() {
        ColumnCounts counts = new ColumnCounts(LogProfile.of(sales().log()));
        // counted with the csv module of Python over the rows with a customer
        assertThat(counts.distinct(LogColumn.CUSTOMER)).isEqualTo(4372);
        assertThat(counts.distinct(LogColumn.PRODUCT)).isEqualTo(3684);
        assertThat(counts.distinct(LogColumn.ORDER)).isEqualTo(22_190);
        assertThat(counts.distinct(LogColumn.CHANNEL)).isEqualTo(37);
    }

    private record ColumnCounts(LogProfile profile) {
        long distinct(LogColumn column) {
            return profile.column(column).orElseThrow().distinct();
        }
    }

    /** Two orders, of 80,995 and of 74,215 pieces, were cancelled within minutes: they are gone before a fence is learnt. */
    @Test
    void cancelledGiantOrdersAreNoOutliers() {
        Ingest read = sales();
        NumberSummary before = amounts(LogProfile.of(read.log()));
        assertThat(before.max()).isEqualTo(168_469.6);
        assertThat(before.min()).isEqualTo(-168_469.6);
        Cleaned clean = CleaningPlan.defaults()
                .withOutliers(OutlierRule.winsorise(0, 0.999).named("capped"))
                .apply(read.log(), read.report());
        NumberSummary after = amounts(LogProfile.of(clean.log()));
        assertThat(after.max()).isLessThan(1000);
        assertThat(clean.report().step("capped").orElseThrow().examples())
                .noneMatch(example ->
                        example.value().startsWith("168469") || example.value().startsWith("77183"));
        assertThat(clean.report().rowsKept()).isEqualTo(clean.log().size());
    }

    private static NumberSummary amounts(LogProfile profile) {
        return profile.column(LogColumn.AMOUNT).orElseThrow().numbers().orElseThrow();
    }

    private static Ingest sales() {
        return Csv.read(
                SharedData.file("data/online_retail.csv.gz"),
                Columns.ofQuantityAndPrice("customer_id", "invoice_date", "quantity", "unit_price")
                        .withOrder("invoice")
                        .withProduct("stock_code")
                        .withChannel("country"),
                CsvOptions.defaults().withRowPolicy(Reason.MISSING_CUSTOMER, RowPolicy.SKIP));
    }
}

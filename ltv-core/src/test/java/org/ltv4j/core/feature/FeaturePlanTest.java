package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;

/** Small logs whose features can be counted on the fingers. */
class FeaturePlanTest {
    private static final LocalDate DATE = LocalDate.of(2025, 3, 31);

    private final TransactionLog log = TransactionLog.builder("EUR")
            .add("ann", LocalDate.of(2025, 3, 1), 10)
            .add("ann", LocalDate.of(2025, 3, 1).atTime(18, 0), 5)
            .add("ann", DATE.atTime(23, 59), 30)
            .add("ann", DATE.plusDays(1), 1000)
            .add("bob", LocalDate.of(2024, 12, 31), 7)
            .add("bob", LocalDate.of(2025, 1, 2), -7)
            .add("late", DATE.plusDays(1), 1)
            .add("onlyReturns", DATE, -1)
            .build();

    @Test
    void countsDaysAndAddsAmountsUpToTheEndOfTheDate() {
        FeatureMatrix features = Features.asOf(DATE).rfm().from(log);

        assertThat(features.customers().size()).isEqualTo(2);
        assertThat(features.schema().names())
                .containsExactly("days_since_last", "purchases", "total_spend", "mean_spend");
        assertThat(features.row(0)).containsExactly(0, 2, 45, 22.5);
        assertThat(features.row(1)).containsExactly(90, 1, 7, 7);
        assertThat(features.schema().feature(2).unit()).isEqualTo("EUR");
    }

    @Test
    void aWindowSeesItsDaysOnly() {
        FeatureMatrix features = Features.asOf(DATE)
                .last(30, TimeScale.DAY)
                .last(31, TimeScale.DAY)
                .within(Window.last(1, TimeScale.MONTH).lag(2, TimeScale.MONTH), FeaturePlan::rfm)
                .from(log);

        assertThat(features.column("last_30_days_total_spend")).containsExactly(30, 0); // 2 to 31 March
        assertThat(features.column("last_31_days_total_spend")).containsExactly(45, 0); // 1 to 31 March
        assertThat(features.column("last_1_month_lag_2_months_purchases")).containsExactly(0, 0); // 1 to 31 January
        assertThat(features.column("last_1_month_lag_2_months_days_since_last")).containsOnly(Double.NaN);
    }

    @Test
    void takesOwnFeaturesAsFunctionsOfACustomersRows() {
        FeatureMatrix features = Features.asOf(DATE)
                .rfm()
                .feature(
                        "largest_row",
                        FeatureType.NUMBER,
                        "EUR",
                        "largest single amount",
                        history -> history.amount(history.rows() - 1))
                .from(log);

        assertThat(features.column("largest_row")).containsExactly(30, 7);
    }

    @Test
    void rowsBeyondTheCutCannotBeReached() {
        FeaturePlan curious = Features.asOf(DATE)
                .feature("next", FeatureType.NUMBER, "", "the future", history -> history.amount(history.rows()));

        assertThatThrownBy(() -> curious.from(log)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Features.asOf(DATE).from(log))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no features");
        assertThatThrownBy(() -> Features.asOf(LocalDate.of(2020, 1, 1)).rfm().from(log))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("2020-01-01")
                .hasMessageContaining("starts on 2024-12-31");
        FeatureFamily prices = FeatureFamily.of(
                "prices", context -> new LambdaFeature(features(), history -> 0), SourceColumn.UNIT_PRICE);
        assertThatThrownBy(() -> Features.asOf(DATE).with(prices).from(log))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("prices")
                .hasMessageContaining("unit price");
        assertThatThrownBy(() -> Features.asOf(DATE).rfm().rfm().from(log))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("days_since_last stands twice");
    }

    @ParameterizedTest(name = "{0} needs {1}")
    @CsvSource({
        "pieces, quantity",
        "orders, order",
        "categories, product",
        "initial, product",
        "channel, channel",
        "web_share, channel",
        "discounts, discount",
        "prices, quantity and unit price",
        "timeOfDay, time of day",
        "returns, take the log before refunds were netted",
        "firstProduct, product",
        "firstChannel, channel"
    })
    void aFamilySaysWhichColumnItLacks(String family, String column) {
        TransactionLog bare = TransactionLog.builder("").add("ann", DATE, 1).build();
        FeatureFamily lacking = Plans.all(DATE).families().stream()
                .filter(any -> any.name().equals(family))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> Features.asOf(DATE).with(lacking).from(bare))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("the features " + family + " need ")
                .hasMessageContaining(column)
                .hasMessageContaining("leave " + family + " out");
    }

    @Test
    void aRatioNeedsItsFeaturesBeforeIt() {
        assertThatThrownBy(() -> Features.asOf(DATE)
                        .ratio("r", "purchases", "total_spend")
                        .rfm()
                        .from(log))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("needs the feature purchases");
    }

    @Test
    void refusesAmountsInSeveralCurrencies() {
        TransactionLog mixed = TransactionLog.builder("EUR")
                .add("ann", DATE, 1)
                .add("ann", DATE, 1)
                .currency("USD")
                .build();
        assertThatThrownBy(() -> Features.asOf(DATE).rfm().from(mixed)).isInstanceOf(InvalidDataException.class);
    }

    private static Feature features() {
        return Feature.of("price", FeatureType.NUMBER, "", "price", "price", "price");
    }

    @Test
    void leavesCustomersOut() {
        FeatureMatrix features = Features.asOf(DATE).rfm().from(log);

        assertThat(features.without(List.of("ann", "nobody")).row(0)).containsExactly(90, 1, 7, 7);
        assertThat(features.without(List.of("ann", "bob")).rows()).isZero();
    }
}

package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.EventKind;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.feature.calendar.HolidayCalendar;
import org.ltv4j.core.feature.calendar.HolidayCalendars;

/** Options and values at the ends of what is allowed. */
class FeatureEdgesTest {
    private static final LocalDate DATE = LocalDate.of(2025, 3, 31);

    private static double value(FeatureMatrix features, String customer, String feature) {
        int row = features.customers().indexOf(customer).orElseThrow();
        return features.value(row, features.schema().index(feature));
    }

    private static TransactionLogBuilder prices(String customer, double... prices) {
        return prices(TransactionLog.builder("EUR"), customer, prices);
    }

    private static TransactionLogBuilder prices(TransactionLogBuilder log, String customer, double... prices) {
        for (int i = 0; i < prices.length; i++) {
            log.add(customer, DATE.minusDays(i), 5).unitPrice(prices[i]).quantity(i + 1);
        }
        return log;
    }

    @Test
    void noEventIsOldEnoughForAConversionOfAllTimes() {
        CustomerEvents events = CustomerEvents.builder()
                .add("ann", EventKind.VISIT, DATE.minusDays(9))
                .add("ann", EventKind.CAMPAIGN_SENT, DATE.minusDays(9))
                .build();
        TransactionLog log = TransactionLog.builder("EUR").add("ann", DATE, 5).build();
        for (int days : new int[] {10, Integer.MAX_VALUE - 20_000, Integer.MAX_VALUE}) {
            FeatureMatrix features = Features.asOf(DATE)
                    .with(InteractionFeatures.of(events).withConversionDays(days))
                    .from(log);
            assertThat(value(features, "ann", "visit_count")).isEqualTo(1);
            assertThat(value(features, "ann", "visit_conversion")).isNaN();
            assertThat(value(features, "ann", "campaign_conversion")).isNaN();
        }
        FeatureMatrix nine = Features.asOf(DATE)
                .with(InteractionFeatures.of(events).withConversionDays(9))
                .from(log);
        assertThat(value(nine, "ann", "visit_conversion")).isEqualTo(1);
    }

    @Test
    void datesBeyondAllCalendarsAreRefusedWithWhatIsAllowed() {
        TransactionLog log = TransactionLog.builder("EUR").add("ann", DATE, 5).build();
        BoundFeatures bound = Features.asOf(DATE).rfm().bind(log);
        for (LocalDate date :
                List.of(LocalDate.MAX, LocalDate.MIN, LocalDate.of(10_000, 1, 1), LocalDate.of(0, 1, 1))) {
            assertThatThrownBy(() -> Features.asOf(date))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("1 to 9999")
                    .hasMessageContaining(date.toString());
            assertThatThrownBy(() -> bound.asOf(date)).isInstanceOf(InvalidDataException.class);
            assertThatThrownBy(() -> bound.states(log).matrix(date)).isInstanceOf(InvalidDataException.class);
            assertThatThrownBy(() -> bound.states(log).customer("ann").features(date))
                    .isInstanceOf(InvalidDataException.class);
        }
        LocalDate last = LocalDate.of(9999, 12, 31);
        FeatureMatrix features = Features.asOf(last)
                .within(Window.last(40_000, TimeScale.YEAR).lag(7_000, TimeScale.YEAR), FeaturePlan::rfm)
                .streaks()
                .trend(1000, 40_000)
                .seasonality()
                .from(log);
        assertThat(value(features, "ann", "last_40000_years_lag_7000_years_purchases"))
                .isEqualTo(1);
        assertThat(value(features, "ann", "march_share")).isEqualTo(1);
    }

    @Test
    void aMistypedPriceStopsNobody() {
        TransactionLog log = prices(prices("ann", 1e200, 2, 3), "bob", 2, 3, 4).build();
        FeatureMatrix features = Features.asOf(DATE).prices().from(log);

        assertThat(value(features, "bob", "price_mean")).isEqualTo(3);
        assertThat(value(features, "bob", "price_cv")).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(value(features, "ann", "price_mean")).isCloseTo(1e200 / 3, within(1e185));
        assertThat(value(features, "ann", "price_max")).isEqualTo(1e200);
        // of (1e200, 0, 0) about their mean: deviations 2/3, -1/3, -1/3, so sd = sqrt(1/3) and cv = sqrt(3)
        assertThat(value(features, "ann", "price_cv")).isCloseTo(Math.sqrt(3), within(1e-14));
        // with quantities 1, 2, 3: -1 / (sqrt(2/3) sqrt(2)) = -sqrt(3)/2
        assertThat(value(features, "ann", "price_quantity_correlation")).isCloseTo(-Math.sqrt(3) / 2, within(1e-14));
    }

    @Test
    void pricesAtTheEndsOfTheRangeAreMissingOrFinite() {
        double end = Double.MAX_VALUE;
        FeatureMatrix features =
                Features.asOf(DATE).prices().from(prices("ann", end, -0.9 * end).build());
        assertThat(value(features, "ann", "price_cv")).isNaN();
        assertThat(value(features, "ann", "price_mean")).isBetween(-end, end);
        assertThat(value(features, "ann", "price_quantity_correlation")).isBetween(-1.0, 1.0);

        // a mean that vanishes beside its spread
        FeatureMatrix tiny = Features.asOf(DATE)
                .prices()
                .from(prices("ann", 1e200, -1e200, 1e-150).build());
        assertThat(value(tiny, "ann", "price_cv")).isNaN();
    }

    @Test
    void equalPricesHaveThatMeanAndNoSpread() {
        for (double price : new double[] {0.1, 0.7, 4.95, 1e-3}) {
            for (int n = 2; n < 60; n++) {
                double[] equal = new double[n];
                java.util.Arrays.fill(equal, price);
                FeatureMatrix features =
                        Features.asOf(DATE).prices().from(prices("ann", equal).build());
                assertThat(value(features, "ann", "price_mean")).isEqualTo(price);
                assertThat(value(features, "ann", "price_max")).isEqualTo(price);
                assertThat(value(features, "ann", "price_cv")).isZero();
                assertThat(value(features, "ann", "price_quantity_correlation")).isNaN();
            }
        }
    }

    @Test
    void equalPurchasesAndGapsHaveNoSpread() {
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int i = 0; i < 7; i++) {
            log.add("ann", DATE.minusDays(7L * i), 0.1);
        }
        FeatureMatrix features = Features.asOf(DATE).basket().interpurchase().from(log.build());
        assertThat(value(features, "ann", "basket_sd")).isZero();
        assertThat(value(features, "ann", "basket_cv")).isZero();
        assertThat(value(features, "ann", "gap_sd")).isZero();
        assertThat(value(features, "ann", "gap_regularity")).isEqualTo(1);
    }

    @Test
    void hugeAmountsHaveASpread() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("ann", DATE.minusDays(1), 1e200)
                .add("ann", DATE, 3e200)
                .build();
        FeatureMatrix features = Features.asOf(DATE).basket().from(log);
        assertThat(value(features, "ann", "basket_sd")).isCloseTo(Math.sqrt(2) * 1e200, within(1e186));
        assertThat(value(features, "ann", "basket_cv")).isCloseTo(Math.sqrt(0.5), within(1e-15));
    }

    /** Three times 0.1 is more than 0.3 in doubles, and 1e308 twice is beyond them. */
    @Test
    void meansOfAnswersAreFromTheLeastToTheGreatest() {
        for (double answer : new double[] {0.1, 1e308}) {
            var events = CustomerEvents.builder();
            for (int i = 0; i < 3; i++) {
                events.add("ann", EventKind.SATISFACTION, DATE.minusDays(i))
                        .value(answer)
                        .add("ann", EventKind.REVIEW, DATE.minusDays(i))
                        .value(answer)
                        .text("good tea");
            }
            CustomerEvents all = events.build();
            var words = org.ltv4j.core.feature.text.TfIdf.fit(
                    all,
                    DATE,
                    org.ltv4j.core.feature.text.TfIdf.Options.defaults().withMinDocuments(1));
            FeatureMatrix features = Features.asOf(DATE)
                    .satisfaction(all)
                    .reviews(all, words)
                    .from(TransactionLog.builder("EUR").add("ann", DATE, 5).build());
            assertThat(value(features, "ann", "satisfaction_mean")).isEqualTo(answer);
            assertThat(value(features, "ann", "review_value_mean")).isEqualTo(answer);
        }
    }

    @Test
    void halfLivesHaveEndsAndNames() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("ann", DATE, 5)
                .add("ann", DATE.minusDays(1), 7)
                .build();
        FeatureMatrix short1 =
                Features.asOf(DATE).decayed(Horizon.of(0.0005, TimeScale.WEEK)).from(log);
        assertThat(short1.row(0)).containsExactly(new double[] {1, 5}, within(1e-80));
        FeatureMatrix long1 =
                Features.asOf(DATE).decayed(Horizon.of(1e7, TimeScale.DAY)).from(log);
        assertThat(long1.row(0)).containsExactly(new double[] {2, 12}, within(1e-6));
        for (double days : new double[] {Double.MIN_VALUE, 1e-4, 1e8, Double.MAX_VALUE}) {
            assertThatThrownBy(() -> Features.asOf(DATE)
                            .decayed(Horizon.of(days, TimeScale.DAY))
                            .bind(log))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("0.001 to 10000000 days");
        }
    }

    @Test
    void aQuotientBeyondAllNumbersIsMissing() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("ann", DATE.minusDays(40), 1e300)
                .add("ann", DATE, 1e-300)
                .build();
        FeatureMatrix features = Features.asOf(DATE)
                .rfm()
                .last(30, TimeScale.DAY)
                .ratio("all_to_recent", "total_spend", "last_30_days_total_spend")
                .from(log);
        assertThat(value(features, "ann", "all_to_recent")).isNaN();
    }

    @Test
    void amountsThatNobodyStatedAreMissingNotZero() throws IOException {
        TransactionLog visits = TransactionLog.builderWithoutAmounts()
                .add("ann", DATE.minusDays(99))
                .add("ann", DATE.minusDays(3))
                .product("tea")
                .add("ann", DATE)
                .product("pot")
                .build();
        FeaturePlan plan = Features.asOf(DATE)
                .rfm()
                .basket()
                .history(TimeScale.DAY)
                .trend()
                .firstPurchase()
                .last(30, TimeScale.DAY)
                .ratio("recent_share", "last_30_days_total_spend", "total_spend");
        BoundFeatures bound = plan.bind(visits);
        FeatureMatrix features = bound.from(visits);
        for (Feature feature : features.schema().features()) {
            boolean money = feature.source().contains("amount");
            assertThat(Double.isNaN(value(features, "ann", feature.name())))
                    .as(feature.name())
                    .isEqualTo(money);
            assertThat(feature.missing().contains("states no amounts"))
                    .as(feature.name())
                    .isEqualTo(money);
        }
        assertThat(features.schema().names()).contains("total_spend", "basket_median", "mean_repeat_spend");

        FeatureStates states = bound.states(visits);
        assertThat(states.matrix(DATE)).isEqualTo(features);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        states.writeTo(bytes);
        assertThat(plan.readStates(new ByteArrayInputStream(bytes.toByteArray()))
                        .matrix(DATE))
                .isEqualTo(features);
    }

    @Test
    void aLogWithoutAmountsDoesNotPassForOneOfZeros() {
        TransactionLog sales = TransactionLog.builder("").add("ann", DATE, 5).build();
        TransactionLog visits =
                TransactionLog.builderWithoutAmounts().add("ann", DATE).build();
        BoundFeatures bound = Features.asOf(DATE).rfm().bind(sales);
        for (var attempt : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                () -> bound.from(visits), () -> bound.states(visits))) {
            assertThatThrownBy(attempt).isInstanceOf(InvalidDataException.class).hasMessageContaining("amounts");
        }
    }

    @Test
    void aCalendarMayKnowAllTimes() {
        HolidayCalendar always = HolidayCalendars.builder("always", LocalDate.MIN, LocalDate.MAX)
                .holiday(DATE.plusDays(2), "Fair")
                .build();
        FeatureMatrix features = Features.asOf(DATE)
                .with(HolidayFeatures.of(always).withDaysBefore(Integer.MAX_VALUE))
                .from(TransactionLog.builder("EUR").add("ann", DATE, 5).build());
        assertThat(value(features, "ann", "days_to_holiday")).isEqualTo(2);
        assertThat(value(features, "ann", "before_holiday_share")).isEqualTo(1);
        assertThat(value(features, "ann", "days_since_holiday")).isNaN();
    }

    /** Within, say, the year 12000 there is nothing to compute for: refused as any other day that it does not know. */
    @Test
    void aCalendarOfOtherTimesIsRefusedByItsDays() {
        HolidayCalendar far = HolidayCalendars.builder("far", LocalDate.of(12_000, 1, 1), LocalDate.of(12_001, 1, 1))
                .holiday(LocalDate.of(12_000, 5, 1), "Fair")
                .build();
        TransactionLog log = TransactionLog.builder("EUR").add("ann", DATE, 5).build();
        assertThatThrownBy(() -> Features.asOf(DATE).holidays(far).from(log))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("+12000-01-01");
    }
}

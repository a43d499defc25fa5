package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.model.Parallelism;

/** Every family on the least that a log can hold, on days without a sale, and wherever the program runs. */
class FeatureRobustnessTest {
    private static final LocalDate DATE = LocalDate.of(2025, 3, 31);

    private static Stream<String> families() {
        return Plans.each(DATE).keySet().stream();
    }

    private static Sale full(Sale sale) {
        return sale.withOrder("o")
                .withProduct("p")
                .withChannel("web")
                .withQuantity(1)
                .withUnitPrice(4)
                .withDiscount(1);
    }

    private static void assertFinite(FeatureMatrix features) {
        for (int row = 0; row < features.rows(); row++) {
            for (double value : features.row(row)) {
                assertThat(value).isNotIn(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aLogWithoutRowsIsRefusedInWords(String family) {
        TransactionLog empty = TransactionLog.builder("EUR").build();
        assertThatThrownBy(() -> Plans.each(DATE).get(family).from(empty))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageMatching("(?s).*(no rows|does not have|no such).*");
    }

    @ParameterizedTest
    @MethodSource("families")
    void oneCustomerWithOneSaleOfNothingIsEnough(String family) {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        Plans.add(builder, "ann", full(Sale.of(DATE.atTime(9, 0), 0)));
        Plans.add(builder, "ann", full(Sale.of(DATE.atTime(9, 1), -0.5)));
        TransactionLog log = builder.build();
        BoundFeatures bound = Plans.each(DATE).get(family).bind(log);

        assertThat(bound.from(log).rows()).isEqualTo(1);
        assertFinite(bound.from(log));
        assertThat(bound.states(log).matrix(DATE)).isEqualTo(bound.from(log));
        assertThat(bound.from(log, Parallelism.of(2))).isEqualTo(bound.from(log));
    }

    @ParameterizedTest
    @MethodSource("families")
    void aWindowWithoutASaleHasNoInfiniteValue(String family) {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        Plans.add(builder, "c0", full(Sale.of(DATE.minusDays(400).atTime(9, 0), 3)));
        Plans.add(builder, "c0", full(Sale.of(DATE.minusDays(2).atTime(9, 0), -3)));
        TransactionLog log = builder.build();
        List<FeatureFamily> families = Plans.each(DATE).get(family).families();
        FeatureMatrix features = Features.asOf(DATE)
                .within(Window.last(30, TimeScale.DAY).lag(200, TimeScale.DAY), window -> {
                    FeaturePlan plan = window;
                    for (FeatureFamily one : families) {
                        plan = plan.with(one);
                    }
                    return plan;
                })
                .from(log);
        assertFinite(features);
    }

    /** Sales in the hour that the clocks of Berlin and New York skip, and in the one that they show twice. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "UTC"})
    void theClockOfTheMachineDoesNotMatter(String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            FeatureMatrix expected = Plans.all(DATE).from(aroundTheChangeOfClocks());
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(Plans.all(DATE).from(aroundTheChangeOfClocks())).isEqualTo(expected);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static TransactionLog aroundTheChangeOfClocks() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        Random random = new Random(5);
        for (LocalDate day : List.of(
                LocalDate.of(2024, 10, 27),
                LocalDate.of(2024, 11, 3),
                LocalDate.of(2025, 3, 9),
                LocalDate.of(2025, 3, 30))) {
            for (int hour = 0; hour < 24; hour++) {
                Plans.add(builder, "c" + random.nextInt(3), full(Sale.of(day.atTime(hour, 30), 1 + random.nextInt(9))));
            }
        }
        return Plans.withAllColumns(builder, DATE);
    }

    @Test
    void aDayOfTwentyThreeHoursIsADay() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("ann", LocalDate.of(2025, 3, 29).atTime(23, 59, 59), 1)
                .add("ann", LocalDate.of(2025, 3, 30).atTime(2, 30), 1)
                .add("ann", DATE.atStartOfDay(), 1)
                .build();
        FeatureMatrix features =
                Features.asOf(DATE).interpurchase().last(2, TimeScale.DAY).from(log);
        assertThat(features.column("gap_mean")).containsExactly(1);
        assertThat(features.column("last_2_days_purchases")).containsExactly(2);
    }

    /** A kernel of one's own that writes only for some must not leave the value of the customer before to others. */
    @Test
    void whatAKernelDoesNotWriteIsMissing() {
        FeatureFamily forgetful = FeatureFamily.of("forgetful", context -> new FeatureKernel() {
            @Override
            public List<Feature> features() {
                return List.of(Feature.of("second", FeatureType.NUMBER, "", "second purchase", "amount", "date"));
            }

            @Override
            public void compute(PurchaseHistory history, double[] out, int at) {
                if (history.visits() > 1) {
                    out[at] = history.visitAmount(1);
                }
            }
        });
        TransactionLog log = TransactionLog.builder("EUR")
                .add("ann", DATE.minusDays(1), 1)
                .add("ann", DATE, 7)
                .add("bob", DATE, 1)
                .build();
        BoundFeatures bound = Features.asOf(DATE).with(forgetful).bind(log);
        assertThat(bound.from(log).column("second")).containsExactly(7, Double.NaN);
        double[] out = {5};
        bound.states(log).customer("bob").features(DATE, out);
        assertThat(out).containsExactly(Double.NaN);
    }
}

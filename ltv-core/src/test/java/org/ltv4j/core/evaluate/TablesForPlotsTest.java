package org.ltv4j.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Holdout;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.score.Scorer;
import org.ltv4j.core.testing.Cdnow;
import org.ltv4j.core.testing.SampleModels;
import org.ltv4j.core.testing.SharedData;

class TablesForPlotsTest {
    private static final SampleModels.Nbd MODEL = new SampleModels.Nbd(0.8, 6, TimeScale.WEEK);
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Test
    void trackingCountsRepeatPurchasesOfTheCohortByWeek() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", START, 5)
                .add("ann", START, 5)
                .add("ann", START.plusDays(6), 5)
                .add("ann", START.plusDays(7), 5)
                .add("ann", START.plusDays(7), 5)
                .add("bob", START.plusDays(3), 5)
                .add("bob", START.plusDays(16), 5)
                .add("late", START.plusDays(10), 5)
                .add("late", START.plusDays(12), 5)
                .build();
        Tracking tracking = Tracking.of(MODEL, log, START.plusDays(7));
        assertThat(tracking.customers()).isEqualTo(2);
        assertThat(tracking.calibrationEnd()).isEqualTo(START.plusDays(7));
        // 17 days: two whole weeks
        assertThat(tracking.weeks()).extracting(Tracking.Week::number).containsExactly(1, 2);
        assertThat(tracking.weeks()).extracting(Tracking.Week::actual).containsExactly(1L, 2L);
        assertThat(tracking.weeks())
                .extracting(Tracking.Week::lastDay)
                .containsExactly(START.plusDays(6), START.plusDays(13));
        double rate = 0.8 / 6;
        assertThat(tracking.weeks().get(0).expected()).isCloseTo(rate * (1 + 4 / 7.0), within(1e-12));
        assertThat(tracking.weeks().get(1).expected()).isCloseTo(rate * (2 + 11 / 7.0), within(1e-12));
    }

    @Test
    void trackingWithoutACohortIsRefused() {
        TransactionLog log = TransactionLog.builder("").add("ann", START, 5).build();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Tracking.of(MODEL, log, START.minusDays(1)))
                .withMessageContainingAll("2025-01-01", "2024-12-31");
        assertThat(Tracking.of(MODEL, log, START).weeks()).isEmpty();
    }

    /** cdnow_sample_cumulative_weekly.csv.gz: what BTYD counts. */
    @Test
    void theWeeksOfCdnowAreThoseOfTheReference() {
        List<String> lines = SharedData.lines("data/cdnow_sample_cumulative_weekly.csv.gz");
        Tracking tracking = Tracking.of(MODEL, Cdnow.sample(), Cdnow.CALIBRATION_END);
        assertThat(tracking.weeks()).hasSize(78);
        for (int w = 1; w <= 78; w++) {
            assertThat(w + "," + tracking.weeks().get(w - 1).actual()).isEqualTo(lines.get(w));
        }
    }

    @Test
    void customersAreGroupedByFrequency() {
        CustomerSummaries calibration = CustomerSummaries.of(
                TimeScale.WEEK, new int[] {0, 2, 0, 9, 7}, new double[] {0, 3, 0, 9, 8}, new double[] {4, 4, 14, 10, 10
                });
        Holdout holdout = Holdout.of(new int[] {1, 2, 0, 6, 8}, new double[5], Horizon.parse("10w"));
        List<FrequencyCalibration.Group> groups =
                FrequencyCalibration.of(MODEL, calibration, holdout).groups();
        assertThat(groups).extracting(FrequencyCalibration.Group::frequency).containsExactly(0, 2, 7);
        assertThat(groups).extracting(FrequencyCalibration.Group::orMore).containsExactly(false, false, true);
        assertThat(groups).extracting(FrequencyCalibration.Group::customers).containsExactly(2, 1, 2);
        assertThat(groups).extracting(FrequencyCalibration.Group::meanActual).containsExactly(0.5, 2.0, 7.0);
        assertThat(groups.get(0).meanExpected()).isCloseTo((8 / 10.0 + 8 / 20.0) / 2, within(1e-12));
        assertThat(FrequencyCalibration.of(MODEL, calibration, holdout, 0).groups())
                .hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> FrequencyCalibration.of(MODEL, calibration, holdout, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrequencyCalibration.of(
                        MODEL, calibration, Holdout.of(new int[1], new double[1], Horizon.parse("1w"))))
                .withMessageContaining("1 outcomes");
    }

    @Test
    void theMatrixHasARowPerFrequencyAndAColumnPerRecency() {
        ProbabilityAliveMatrix matrix = ProbabilityAliveMatrix.of(MODEL, 39, 4, 13);
        assertThat(matrix.maxFrequency()).isEqualTo(4);
        assertThat(matrix.steps()).isEqualTo(13);
        assertThat(matrix.age()).isEqualTo(39);
        assertThat(matrix.recency(0)).isZero();
        assertThat(matrix.recency(5)).isEqualTo(15);
        assertThat(matrix.recency(13)).isEqualTo(39);
        assertThat(matrix.value(4, 13)).isEqualTo(1); // nobody leaves in this model
        assertThatIllegalArgumentException().isThrownBy(() -> ProbabilityAliveMatrix.of(MODEL, 0, 4, 13));
        assertThatIllegalArgumentException().isThrownBy(() -> ProbabilityAliveMatrix.of(MODEL, 39, -1, 13));
        assertThatIllegalArgumentException().isThrownBy(() -> ProbabilityAliveMatrix.of(MODEL, 39, 4, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityAliveMatrix.of(MODEL, 39, 100_000, 100_000))
                .withMessageContaining("1000000 cells");
    }

    @Test
    void concentrationIsThatOfAHandCalculation() {
        Concentration curve = Concentration.of(new double[] {1, 0, 6, 3});
        assertThat(curve.valueShare(0)).isZero();
        assertThat(curve.valueShare(0.25)).isEqualTo(0.6);
        assertThat(curve.valueShare(0.375)).isCloseTo(0.75, within(1e-15));
        assertThat(curve.valueShare(0.5)).isEqualTo(0.9);
        assertThat(curve.valueShare(1)).isEqualTo(1);
        assertThat(curve.customerShare(0.75)).isCloseTo(0.375, within(1e-15));
        assertThat(curve.customerShare(1)).isEqualTo(0.75);
        assertThat(curve.customerShare(0)).isZero();
        assertThat(curve.gini()).isCloseTo(2 * (0.3 + 0.75 + 0.95 + 1) / 4 - 1, within(1e-15));
        assertThat(curve.points(2))
                .containsExactly(
                        new Concentration.Point(0, 0),
                        new Concentration.Point(0.5, 0.9),
                        new Concentration.Point(1, 1));
    }

    @Test
    void withoutAnyValueThereIsNoConcentration() {
        Concentration nothing = Concentration.of(new double[3]);
        assertThat(nothing.valueShare(0.2)).isEqualTo(0.2);
        assertThat(nothing.customerShare(0.8)).isEqualTo(0.8);
        assertThat(nothing.gini()).isZero();
    }

    @Test
    void impossibleAmountsAndSharesAreRefused() {
        Concentration curve = Concentration.of(new double[] {1});
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.of(new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Concentration.of(new double[] {1, -2}))
                .withMessageContaining("-2");
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.of(new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.valueShare(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.customerShare(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.points(0));
    }

    @Property(tries = 200, seed = "20261122")
    void theCurveRisesBendsAndLiesAboveTheDiagonal(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(max = 1e9) Double> values) {
        Concentration curve =
                Concentration.of(values.stream().mapToDouble(v -> v).toArray());
        double before = 0;
        for (Concentration.Point point : curve.points(20)) {
            assertThat(point.valueShare()).isBetween(before, 1.0);
            assertThat(point.valueShare()).isGreaterThanOrEqualTo(point.customerShare() - 1e-12);
            double back = curve.valueShare(Math.min(1, curve.customerShare(point.valueShare())));
            assertThat(back).isCloseTo(point.valueShare(), within(1e-9));
            before = point.valueShare();
        }
        assertThat(curve.gini()).isBetween(0.0, 1.0);
    }

    @Test
    void scoresCanBeConcentrated() {
        CustomerSummaries customers = CustomerSummaries.of(
                TimeScale.WEEK, new int[] {0, 8}, new double[] {0, 9}, new double[] {10, 10}, new double[] {0, 40});
        var scores = Scorer.of(MODEL, new SampleModels.GammaGamma(6, 4, 15, SpendBasis.REPEAT_PURCHASES))
                .scoreAll(customers);
        assertThat(Concentration.of(scores).valueShare(0.5))
                .isCloseTo(scores.value(1) / scores.totalValue(), within(1e-12));
    }
}

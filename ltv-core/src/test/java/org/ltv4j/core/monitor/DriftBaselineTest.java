package org.ltv4j.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ltv4j.core.monitor.Matrices.JULY;
import static org.ltv4j.core.monitor.Matrices.JUNE;
import static org.ltv4j.core.monitor.Matrices.flat;
import static org.ltv4j.core.monitor.Matrices.joined;
import static org.ltv4j.core.monitor.Matrices.range;
import static org.ltv4j.core.monitor.Matrices.times;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.Predictions;

class DriftBaselineTest {
    private static ColumnDrift drift(double[] then, double[] now) {
        FeatureMatrix before = Matrices.of(JUNE, then);
        FeatureMatrix after = Matrices.of(JULY, now);
        return DriftBaseline.of(before, flat(before))
                .compare(after, flat(after))
                .feature("x");
    }

    @Test
    void indexIsThatOfTheDefinition() {
        // 1 to 100 in ten bins of ten; then 10 rows in the first bin, 0 in the second, 5 in each of the other eight:
        // (0.2 - 0.1) ln 2 + (0.5/50 - 0.1) ln(0.01 / 0.1) = 0.0693147 + 0.2072327
        double[] now = joined(range(1, 10), times(5, 25), times(5, 35), times(5, 45), times(5, 55), times(5, 65));
        ColumnDrift drift = drift(range(1, 100), joined(now, times(5, 75), times(5, 85), times(5, 100)));
        assertThat(drift.bins()).hasSize(11);
        assertThat(drift.rowsNow()).isEqualTo(50);
        assertThat(drift.psi()).isCloseTo(0.2765474, within(5e-8));
        assertThat(drift.mostMoved().then()).isEqualTo(10);
        assertThat(drift.mostMoved().now()).isZero();
        // 9 degrees of freedom times (1/100 + 1/50)
        assertThat(drift.expectedByChance()).isCloseTo(0.27, within(1e-12));
        // 0.03 times the 95 % quantile of chi-square with 9 degrees of freedom, 16.918978 (any table)
        assertThat(drift.noiseBound(0.05)).isCloseTo(0.03 * 16.918978, within(1e-7));
        assertThat(drift.level()).isEqualTo(DriftLevel.NONE); // 0.28 is nothing beside the 0.27 that chance gives
    }

    @Test
    void sameIndexOfTenTimesTheRowsIsAStrongShift() {
        double[] now = joined(times(100, 5), times(50, 25), times(50, 35), times(50, 45), times(50, 55));
        ColumnDrift drift = drift(
                joined(range(1, 100), range(1, 100), range(1, 100), range(1, 100), range(1, 100)),
                joined(now, times(50, 65), times(50, 75), times(50, 85), times(50, 100)));
        // (0.2 - 0.1) ln 2 + (0.001 - 0.1) ln 0.01: half a row of 500 is 0.001
        assertThat(drift.psi()).isCloseTo(0.0693147 + 0.4559119, within(5e-7));
        assertThat(drift.level()).isEqualTo(DriftLevel.STRONG);
    }

    @Test
    void equalPopulationsHaveIndexZero() {
        assertThat(drift(range(1, 97), range(1, 97)).psi()).isZero();
        assertThat(drift(range(1, 97), range(1, 97)).pValue()).isEqualTo(1);
    }

    @Test
    void missingValuesAreABinOfTheirOwn() {
        double[] then = joined(range(1, 90), times(10, Double.NaN));
        double[] now = joined(range(1, 90), range(1, 90), times(180, Double.NaN));
        ColumnDrift drift = drift(then, now);
        assertThat(drift.bins().get(10)).isEqualTo(new DriftBin("missing", 10, 180));
        // nine tenths in bins fell to a half, one tenth missing rose to a half: 0.4 (ln 5 + ln 1.8)
        assertThat(drift.psi()).isCloseTo(0.4 * Math.log(9), within(1e-12));
        assertThat(drift.level()).isEqualTo(DriftLevel.STRONG);
        assertThat(drift.isGap()).isFalse(); // some always were missing
        assertThat(drift(range(1, 90), now).isGap()).isTrue();
    }

    @Test
    void columnsThatAreMissingThroughoutDoNotMoveUntilTheyAreFilled() {
        double[] nothing = times(100, Double.NaN);
        assertThat(drift(nothing, nothing).psi()).isZero();
        assertThat(drift(nothing, nothing).noiseBound(0.05)).isZero();
        ColumnDrift filled = drift(nothing, range(1, 100));
        // e = 0.005, a = 1 for values, and the other way round for missing ones: 2 * 0.995 ln 200
        assertThat(filled.psi()).isCloseTo(2 * 0.995 * Math.log(200), within(1e-12));
        assertThat(filled.level()).isEqualTo(DriftLevel.STRONG);
    }

    @Test
    void constantsMoveWhenTheirValueChanges() {
        assertThat(drift(times(100, 3), times(80, 3)).psi()).isZero();
        ColumnDrift lower = drift(times(100, 3), times(100, 2.5));
        assertThat(lower.bins().stream().map(DriftBin::label)).containsExactly("below 3", "3", "above 3", "missing");
        assertThat(lower.bins().get(0).now()).isEqualTo(100);
        assertThat(lower.level()).isEqualTo(DriftLevel.STRONG);
    }

    @Test
    void fewDistinctValuesGiveFewerBinsAndNoneIsLost() {
        ColumnDrift zeros = drift(joined(times(70, 0), range(1, 30)), joined(times(70, 0), range(1, 30)));
        assertThat(zeros.bins().get(0)).isEqualTo(new DriftBin("up to 0", 70, 70));
        assertThat(zeros.bins()).hasSizeLessThan(8);
        // a flag that is 1 for 99 of 100: the cut is below the one value that most have
        ColumnDrift flags = drift(joined(times(990, 1), times(10, 0)), joined(times(900, 1), times(100, 0)));
        assertThat(flags.bins().subList(0, 2))
                .containsExactly(new DriftBin("up to 0", 10, 100), new DriftBin("above 0", 990, 900));
    }

    @Test
    void fewRowsGiveFewBinsAndNoVerdict() {
        ColumnDrift drift = drift(range(1, 12), range(101, 112));
        assertThat(drift.bins()).hasSize(3); // two of six rows, and missing
        assertThat(drift.level()).isEqualTo(DriftLevel.TOO_FEW_ROWS);
        assertThat(drift(range(1, 1), range(1, 1)).psi()).isZero();
        assertThat(drift(range(1, 1000), range(1, 49)).level()).isEqualTo(DriftLevel.TOO_FEW_ROWS);
    }

    @Test
    void theFeatureThatShiftedIsFoundByName() {
        double[] steady = range(1, 300);
        double[] moved = range(101, 400);
        FeatureMatrix then = Matrices.asOf(JUNE)
                .number("tenure", steady)
                .number("spend", steady)
                .number("gap", steady)
                .build();
        FeatureMatrix now = Matrices.asOf(JULY)
                .number("tenure", steady)
                .number("spend", moved)
                .number("gap", steady)
                .build();
        DriftReport report = DriftBaseline.of(then, flat(then)).compare(now, flat(now));
        assertThat(report.shifted().stream().map(ColumnDrift::name)).containsExactly("spend");
        assertThat(report.feature("tenure").level()).isEqualTo(DriftLevel.NONE);
        assertThat(report.score().level()).isEqualTo(DriftLevel.NONE);
        assertThat(report.toString())
                .contains("Drift from 2026-06-30 (300 customers) to 2026-07-31 (300 customers)")
                .contains("spend")
                .contains("STRONG");
    }

    private static List<String> names(Object... namesAndCounts) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < namesAndCounts.length; i += 2) {
            names.addAll(Collections.nCopies((Integer) namesAndCounts[i + 1], (String) namesAndCounts[i]));
        }
        return names;
    }

    private static ColumnDrift category(Sensitivity sensitivity, List<String> then, List<String> now) {
        FeatureMatrix before =
                Matrices.asOf(JUNE).category("city", sensitivity, then).build();
        FeatureMatrix after =
                Matrices.asOf(JULY).category("city", sensitivity, now).build();
        return DriftBaseline.of(before, flat(before))
                .compare(after, flat(after))
                .feature("city");
    }

    @Test
    void levelsAreMatchedByNameAndNewOnesShareABinWithRareOnes() {
        List<String> then = names("Graz", 60, "Wien", 36, "Ischl", 4);
        // other numbers for the same names, since Aspern comes first in the alphabet
        ColumnDrift drift = category(Sensitivity.PLAIN, then, names("Aspern", 50, "Graz", 30, "Wien", 18, "", 2));
        assertThat(drift.bins())
                .containsExactly(
                        new DriftBin("Graz", 60, 30),
                        new DriftBin("Wien", 36, 18),
                        new DriftBin("other levels, rare then or new", 4, 50),
                        new DriftBin("missing", 0, 2));
        assertThat(drift.level()).isEqualTo(DriftLevel.STRONG);
        assertThat(category(Sensitivity.PLAIN, then, then).psi()).isZero();
    }

    @Test
    void noLevelNameOfASensitiveFeatureIsShown() {
        ColumnDrift drift =
                category(Sensitivity.SENSITIVE, names("female", 60, "male", 40), names("female", 10, "male", 90));
        assertThat(drift.bins())
                .containsExactly(
                        new DriftBin("bin 1", 60, 10),
                        new DriftBin("bin 2", 40, 90),
                        new DriftBin("bin 3", 0, 0),
                        new DriftBin("missing", 0, 0));
        assertThat(drift.level()).isEqualTo(DriftLevel.STRONG);
    }

    @Test
    void featuresThatIdentifyAPersonAreNotWatched() {
        FeatureMatrix matrix = Matrices.asOf(JUNE)
                .number("phone", Sensitivity.IDENTIFIER, range(1, 60))
                .number("spend", range(1, 60))
                .build();
        DriftReport report = DriftBaseline.of(matrix, flat(matrix)).compare(matrix, flat(matrix));
        assertThat(report.features().stream().map(ColumnDrift::name)).containsExactly("spend");
        assertThatThrownBy(() -> report.feature("phone"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("feature phone is not watched; there are: spend");
    }

    @Test
    void otherFeaturesAreRefusedWithTheirDifference() {
        FeatureMatrix then = Matrices.of(JUNE, range(1, 60));
        DriftBaseline baseline = DriftBaseline.of(then, flat(then));
        FeatureMatrix other = Matrices.asOf(JULY).number("y", range(1, 60)).build();
        assertThatThrownBy(() -> baseline.compare(other, flat(other)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("missing: x");
        FeatureMatrix now = Matrices.of(JULY, range(1, 60));
        Outcome month = Outcome.spend(Horizon.parse("30d"));
        assertThatThrownBy(() -> baseline.compare(now, Predictions.of(now.customers(), JULY, month, times(60, 1))))
                .hasMessageContaining("scores of spend in 90d, these are of spend in 30d");
    }

    @Test
    void scoresBelongToTheFeaturesOrAreRefused() {
        FeatureMatrix matrix = Matrices.of(JUNE, range(1, 60));
        FeatureMatrix later = Matrices.of(JULY, range(1, 60));
        FeatureMatrix fewer = Matrices.of(JUNE, range(1, 59));
        FeatureMatrix none = Matrices.of(JUNE);
        assertThatThrownBy(() -> DriftBaseline.of(matrix, flat(later)))
                .hasMessageContaining("as of 2026-06-30, the scores as of 2026-07-31");
        assertThatThrownBy(() -> DriftBaseline.of(matrix, flat(fewer)))
                .hasMessageContaining("customer 60 of 60 is not among the 59 who are foretold");
        assertThatThrownBy(() ->
                        DriftBaseline.of(none, Predictions.of(IdTable.EMPTY, JUNE, Matrices.SPEND, new double[0])))
                .hasMessageContaining("at least one customer");
    }

    /** Who only brought something back is foretold, but has no features. */
    @Test
    void customersWithoutFeaturesArePassedOverAndOrderDoesNotMatter() {
        FeatureMatrix matrix = Matrices.of(JUNE, range(1, 60));
        IdTable.Builder ids = new IdTable.Builder();
        double[] values = new double[61];
        ids.index("brings back");
        for (int i = 59; i >= 0; i--) {
            values[60 - i] = i;
            ids.index(matrix.customers().id(i));
        }
        Predictions more = Predictions.of(ids.build(), JUNE, Matrices.SPEND, values);
        double[] own = new double[60];
        Arrays.setAll(own, i -> i);
        DriftBaseline expected =
                DriftBaseline.of(matrix, Predictions.of(matrix.customers(), JUNE, Matrices.SPEND, own));
        assertThat(DriftBaseline.of(matrix, more).compare(matrix, more)).isEqualTo(expected.compare(matrix, more));
        assertThat(expected.compare(matrix, more).shifted()).isEmpty();
    }

    @Test
    void aShiftOfTheScoreAloneIsSeen() {
        FeatureMatrix then = Matrices.of(JUNE, range(1, 100));
        FeatureMatrix now = Matrices.of(JULY, range(1, 100));
        DriftReport report = DriftBaseline.of(then, Matrices.scores(then, range(1, 100)))
                .compare(now, Matrices.scores(now, range(51, 150)));
        assertThat(report.shifted()).isEmpty();
        assertThat(report.score().level()).isEqualTo(DriftLevel.STRONG);
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        DriftOptions usual = DriftOptions.defaults();
        assertThatThrownBy(() -> usual.withBins(1)).hasMessageContaining("2 to 100, got 1");
        FeatureMatrix matrix = Matrices.of(JUNE, range(1, 60));
        assertThatThrownBy(() -> DriftBaseline.of(matrix, flat(matrix), 101)).hasMessageContaining("got 101");
        assertThatThrownBy(() -> usual.withThresholds(0.3, 0.2)).hasMessageContaining("got 0.3 and 0.2");
        assertThatThrownBy(() -> usual.withThresholds(Double.NaN, 1)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> usual.withFalseAlarms(0)).hasMessageContaining("(0, 1), got 0.0");
        assertThatThrownBy(() -> usual.withLeastRows(0)).hasMessageContaining("got 0");
    }
}

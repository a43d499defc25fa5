package org.ltv4j.core.feature.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ltv4j.core.feature.transform.Matrices.NA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureType;

/** What missing values are filled with. */
class ImputeTest {
    private static FeatureMatrix matrix() {
        return Matrices.with()
                .numbers("gap", 3, 0, 12.5, NA, 7, 1e3, 0.25, NA, 40, 7)
                .counts("visits", 1, NA, 2, 2, 3, 1, NA, 4, 4, 4)
                .category("city", List.of("a", "b", "c"), 0, 0, 0, 0, 1, 1, 1, 1, NA, 2)
                .flags("member", 1, 1, 0, NA, 0, 0, 0, NA, 0, 0)
                .build();
    }

    private static double[] after(FeatureStep step, String name) {
        return FeaturePipeline.of(step).fit(matrix()).apply(matrix()).column(name);
    }

    /** SimpleImputer of scikit-learn 1.9.1: mean 133.71875, median 7, most frequent 7. */
    @Test
    void meanMedianAndModeAreThoseOfScikitLearn() {
        assertThat(after(Impute.mean("gap"), "gap")[3]).isEqualTo(133.71875);
        assertThat(after(Impute.median("gap"), "gap")).containsExactly(3, 0, 12.5, 7, 7, 1e3, 0.25, 7, 40, 7);
        assertThat(after(Impute.mode("gap"), "gap")[7]).isEqualTo(7);
        assertThat(after(Impute.constant(-1, "gap"), "gap")[7]).isEqualTo(-1);
    }

    @Test
    void modesOfEqualFrequencyGiveTheSmallest() {
        FeatureMatrix tie = Matrices.number("x", 5, 3, 5, 3, NA, 9);
        assertThat(FeaturePipeline.of(Impute.mode("x")).fit(tie).apply(tie).column("x")[4])
                .isEqualTo(3);
    }

    @Test
    void theTypeStaysWhereTheFillIsOneOfIt() {
        FittedPipeline mode =
                FeaturePipeline.of(Impute.mode("visits", "member", "city")).fit(matrix());
        assertThat(mode.output().features().stream().map(feature -> feature.type()))
                .containsExactly(FeatureType.NUMBER, FeatureType.COUNT, FeatureType.CATEGORY, FeatureType.FLAG);
        assertThat(mode.apply(matrix()).column("visits")[1]).isEqualTo(4);
        assertThat(mode.apply(matrix()).column("member")[3]).isEqualTo(0);
        assertThat(mode.apply(matrix()).column("city")[8]).isEqualTo(0);
        FittedPipeline mean =
                FeaturePipeline.of(Impute.mean("visits", "member")).fit(matrix());
        assertThat(mean.output().feature(1).type()).isEqualTo(FeatureType.NUMBER);
        assertThat(mean.output().feature(3).type()).isEqualTo(FeatureType.NUMBER);
        assertThat(mean.apply(matrix()).column("visits")[1]).isEqualTo(21 / 8.0);
        FittedPipeline half =
                FeaturePipeline.of(Impute.constant(0.5, "visits", "member")).fit(matrix());
        assertThat(half.output().feature(1).type()).isEqualTo(FeatureType.NUMBER);
        assertThat(FeaturePipeline.of(Impute.constant(0, "visits"))
                        .fit(matrix())
                        .output()
                        .feature(1)
                        .type())
                .isEqualTo(FeatureType.COUNT);
    }

    @Test
    void theIndicatorTellsWhatWasFilled() {
        FittedPipeline fitted = FeaturePipeline.of(
                        Impute.median("gap", "visits").withIndicator())
                .fit(matrix());
        assertThat(fitted.output().names())
                .containsExactly("gap", "visits", "city", "member", "gap_missing", "visits_missing");
        assertThat(fitted.apply(matrix()).column("gap_missing")).containsExactly(0, 0, 0, 1, 0, 0, 0, 1, 0, 0);
        assertThat(fitted.output().feature(0).missing()).isEmpty();
        assertThat(fitted.output().feature(4).formula()).isEqualTo("missing(raw gap)");
        // also for what was never missing in training
        assertThat(fitted.apply(new double[] {NA, NA, 0, 1})).containsExactly(7, 2.5, 0, 1, 1, 1);
    }

    @Test
    void similarCustomersByACategoryFillIn() {
        double[] filled = after(Impute.median("gap").byGroup("city"), "gap");
        assertThat(filled[3]).isEqualTo(3); // of a: 3, 0, 12.5
        assertThat(filled[7]).isEqualTo(7); // of b: 7, 1000, 0.25
        FittedPipeline fitted =
                FeaturePipeline.of(Impute.mean("gap").byGroup("city")).fit(matrix());
        double overall = 133.71875;
        assertThat(fitted.apply(new double[] {NA, 1, NA, 0})[0]).isEqualTo(overall); // city missing
        assertThat(fitted.apply(new double[] {NA, 1, 7, 0})[0]).isEqualTo(overall); // city unknown
        assertThat(fitted.apply(new double[] {NA, 1, 2, 0})[0]).isEqualTo(7);
        // a group in which all are missing
        FeatureMatrix hole = Matrices.with()
                .numbers("gap", 1, 3, NA)
                .category("city", List.of("a", "b"), 0, 0, 1)
                .build();
        assertThat(FeaturePipeline.of(Impute.mean("gap").byGroup("city"))
                        .fit(hole)
                        .apply(hole)
                        .column("gap")[2])
                .isEqualTo(2);
    }

    @Test
    void similarCustomersByBinsOfAFeatureFillIn() {
        FeatureMatrix matrix = Matrices.with()
                .numbers("gap", 1, 3, NA, 100, 300, NA, NA)
                .numbers("spend", 1, 2, 3, 11, 12, 13, NA)
                .build();
        // the median of spend, 7, divides it
        FittedPipeline fitted =
                FeaturePipeline.of(Impute.mean("gap").byBins("spend", 2)).fit(matrix);
        assertThat(fitted.apply(matrix).column("gap")).containsExactly(1, 3, 2, 100, 300, 200, 101);
    }

    @Test
    void missingMayBeALevelOfItsOwn() {
        FittedPipeline fitted = FeaturePipeline.of(Impute.level("none", "city")).fit(matrix());
        assertThat(fitted.outputLevels().get("city")).containsExactly("a", "b", "c", "none");
        assertThat(fitted.apply(matrix()).column("city")[8]).isEqualTo(3);
        FittedPipeline known = FeaturePipeline.of(Impute.level("b", "city")).fit(matrix());
        assertThat(known.outputLevels().get("city")).containsExactly("a", "b", "c");
        assertThat(known.apply(matrix()).column("city")[8]).isEqualTo(1);
        // a level that training did not see is not missing
        assertThat(fitted.apply(new double[] {1, 1, 9, 0})[2]).isNaN();
    }

    @Test
    void nothingToFillInIsAnErrorThatSaysWhatToDo() {
        FeatureMatrix empty = Matrices.number("gap", NA, NA);
        for (Impute step : List.of(Impute.mean("gap"), Impute.median("gap"), Impute.mode("gap"))) {
            assertThatThrownBy(() -> FeaturePipeline.of(step).fit(empty))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("feature gap has no value in the training rows")
                    .hasMessageContaining("use a constant");
        }
        assertThat(FeaturePipeline.of(Impute.constant(4, "gap"))
                        .fit(empty)
                        .apply(empty)
                        .column("gap"))
                .containsExactly(4, 4);
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThatThrownBy(() -> Impute.constant(NA, "gap")).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> Impute.constant(1, "gap").byGroup("city"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Impute.mean("gap").byBins("gap", 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Impute.mean("gap").byBins("visits", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FeaturePipeline.of(Impute.mean("city")).fit(matrix()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("feature city is a category");
        assertThatThrownBy(() ->
                        FeaturePipeline.of(Impute.mean("gap").byGroup("visits")).fit(matrix()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("feature visits is a COUNT");
    }
}

package org.ltv4j.core.feature.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ltv4j.core.feature.transform.Matrices.NA;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;

/** What a row learns of the target, and that it learns nothing of its own. */
class TargetEncodingTest {
    private static final double[] TARGET = {10, 2, 7, 0, 4, 13, 100, 1, 6, 3};

    private static FeatureMatrix matrix() {
        return Matrices.with()
                .category("c", List.of("a", "b", "c", "d"), 0, 1, 0, 2, 1, 0, 3, 2, 0, 1)
                .build();
    }

    private static PipelineFit fit(FeatureStep step, FeatureMatrix matrix, double... target) {
        return FeaturePipeline.of(step).fitTransform(matrix, target);
    }

    /** TargetEncoder(smooth=..., target_type="continuous") of scikit-learn 1.9.1 on the same ten rows. */
    @Test
    void otherCustomersGetTheSmoothedMeansOfAllTrainingRows() {
        FeatureMatrix later = Matrices.with()
                .category("c", List.of("zzz", "d", "c", "b", "a"), 4, 3, 2, 1, 0)
                .build();
        FittedPipeline ten =
                fit(TargetEncoding.of("c").withSmoothing(10), matrix(), TARGET).pipeline();
        assertThat(ten.apply(later).column("c_target"))
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(13.0, 11.923076923076923, 12.25, 22.363636363636363, 14.6);
        FittedPipeline less =
                fit(TargetEncoding.of("c").withSmoothing(2.5), matrix(), TARGET).pipeline();
        assertThat(less.apply(later).column("c_target"))
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(11.153846153846153, 8.272727272727273, 8.333333333333334, 39.0, 14.6);
    }

    @Test
    void trainingRowsAreEncodedFromTheRowsOfAllOtherFolds() {
        FeatureMatrix matrix = matrix();
        int[] fold = Folds.of(matrix.customers(), 3, 7);
        double[] encoded = fit(
                        TargetEncoding.of("c").withSmoothing(1.5).withFolds(3).withSeed(7), matrix, TARGET)
                .trainingFeatures()
                .column("c_target");
        for (int row = 0; row < TARGET.length; row++) {
            int own = fold[row];
            double level = matrix.value(row, 0);
            double mean = IntStream.range(0, TARGET.length)
                    .filter(i -> fold[i] != own)
                    .mapToDouble(i -> TARGET[i])
                    .average()
                    .orElseThrow();
            double[] same = IntStream.range(0, TARGET.length)
                    .filter(i -> fold[i] != own && matrix.value(i, 0) == level)
                    .mapToDouble(i -> TARGET[i])
                    .toArray();
            double expected = (Arrays.stream(same).sum() + 1.5 * mean) / (same.length + 1.5);
            assertThat(encoded[row]).isCloseTo(expected, within(1e-12));
        }
    }

    /** With a level for nearly every customer and a target of pure chance there is nothing to be learnt. */
    @Test
    void noRowSeesItsOwnTarget() {
        int n = 4_000;
        SplittableRandom random = new SplittableRandom(11);
        List<String> levels =
                IntStream.range(0, n / 2).mapToObj(Integer::toString).toList();
        double[] category = random.doubles(n).map(u -> Math.floor(u * n / 2)).toArray();
        double[] target =
                IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
        FeatureMatrix matrix = Matrices.with().category("c", levels, category).build();
        PipelineFit fit = fit(TargetEncoding.of("c").withSmoothing(1), matrix, target);
        double outOfFold = correlation(fit.trainingFeatures().column("c_target"), target);
        double naive = correlation(fit.pipeline().apply(matrix).column("c_target"), target);
        // chance alone gives some 1 / sqrt(4000) = 0.016
        assertThat(Math.abs(outOfFold)).isLessThan(0.05);
        assertThat(naive).isGreaterThan(0.5);
    }

    @Test
    void changingATargetDoesNotMoveTheRowItBelongsTo() {
        for (int row = 0; row < TARGET.length; row++) {
            double[] changed = TARGET.clone();
            changed[row] = 1e6;
            assertThat(fit(TargetEncoding.of("c"), matrix(), changed)
                            .trainingFeatures()
                            .value(row, 0))
                    .isEqualTo(fit(TargetEncoding.of("c"), matrix(), TARGET)
                            .trainingFeatures()
                            .value(row, 0));
        }
    }

    @Test
    void laterStepsLearnFromValuesOutOfFold() {
        PipelineFit fit =
                FeaturePipeline.of(TargetEncoding.of("c"), StandardScale.all()).fitTransform(matrix(), TARGET);
        double[] scaled = fit.trainingFeatures().column("c_target");
        assertThat(Arrays.stream(scaled).sum()).isCloseTo(0, within(1e-12));
        assertThat(Arrays.stream(scaled).map(x -> x * x).sum()).isCloseTo(10, within(1e-12));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        IdTable ids = IdTable.numbered(10);
        FeatureMatrix ordered = matrix();
        List<Integer> order = new ArrayList<>(IntStream.range(0, 10).boxed().toList());
        Collections.shuffle(order, new Random(5));
        int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
        FeatureMatrix shuffled = ordered.rows(rows);
        double[] target = IntStream.of(rows).mapToDouble(row -> TARGET[row]).toArray();
        double[] one =
                fit(TargetEncoding.of("c"), ordered, TARGET).trainingFeatures().column("c_target");
        double[] other =
                fit(TargetEncoding.of("c"), shuffled, target).trainingFeatures().column("c_target");
        for (int i = 0; i < rows.length; i++) {
            assertThat(other[i]).isCloseTo(one[rows[i]], within(1e-12));
        }
        assertThat(Folds.of(ids.subset(rows), 5, 0)[0]).isEqualTo(Folds.of(ids, 5, 0)[rows[0]]);
    }

    @Test
    void foldsHaveTheSameSizeAndDependOnTheSeed() {
        int[] fold = Folds.of(IdTable.numbered(1003), 10, 42);
        long[] sizes = IntStream.range(0, 10)
                .mapToLong(f -> Arrays.stream(fold).filter(x -> x == f).count())
                .toArray();
        assertThat(sizes).containsOnly(100, 101);
        assertThat(Folds.of(IdTable.numbered(1003), 10, 42)).isEqualTo(fold);
        assertThat(Folds.of(IdTable.numbered(1003), 10, 43)).isNotEqualTo(fold);
        int[] other = Folds.of(IdTable.numbered(1003), 10, 43);
        long same =
                IntStream.range(0, fold.length).filter(i -> fold[i] == other[i]).count();
        // a tenth by chance, with a standard deviation of some 10
        assertThat(same).isBetween(50L, 150L);
    }

    @Test
    void missingIsALevelOfItsOwn() {
        FeatureMatrix matrix =
                Matrices.with().category("c", List.of("a"), NA, NA, 0, 0).build();
        FittedPipeline fitted = fit(TargetEncoding.of("c").withSmoothing(0).withFolds(2), matrix, 1, 3, 10, 20)
                .pipeline();
        assertThat(fitted.apply(matrix).column("c_target")).containsExactly(2, 2, 15, 15);
        assertThat(fitted.apply(new double[] {1})).containsExactly(8.5);
    }

    @Test
    void misuseIsRefused() {
        FeaturePipeline plan = FeaturePipeline.of(TargetEncoding.of("c"));
        assertThatThrownBy(() -> plan.fit(matrix(), TARGET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fitTransform")
                .hasMessageContaining("out of fold");
        assertThatThrownBy(() -> plan.fit(matrix())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan.fitTransform(matrix(), new double[3]))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("3 values for 10 customers");
        double[] holes = TARGET.clone();
        holes[4] = NA;
        assertThatThrownBy(() -> plan.fitTransform(matrix(), holes))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("row 5");
        assertThatThrownBy(() -> plan.fitTransform(matrix().rows(new int[] {0, 1}), new double[] {1, 2}))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("5 folds need at least as many customers, got 2");
        assertThatThrownBy(() -> TargetEncoding.of("c").withFolds(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TargetEncoding.of("c").withSmoothing(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}

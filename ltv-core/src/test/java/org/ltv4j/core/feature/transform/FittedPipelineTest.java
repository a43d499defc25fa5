package org.ltv4j.core.feature.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ltv4j.core.feature.transform.Matrices.NA;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.io.Models;

/** What holds for every pipeline. */
class FittedPipelineTest {
    /** All kinds of steps, one after another. */
    static FeaturePipeline everything() {
        return FeaturePipeline.of(Impute.median("gap").byGroup("city").withIndicator())
                .then(Impute.mean("spend").byBins("gap", 3))
                .then(Impute.mode("visits", "city"))
                .then(Interactions.none().ratio("spend", "visits").product("spend", "gap"))
                .then(Winsorise.quantiles(0.05, 0.95, "spend"))
                .then(Winsorise.fences(3, "gap"))
                .then(Log1p.of("spend"))
                .then(YeoJohnson.of("gap", "refunds"))
                .then(Bin.quantiles(4, "spend_times_gap"))
                .then(Bin.at(new double[] {1, 2}, "visits").asNumber().keepingSource())
                .then(Frequency.of("city").keepingSource())
                .then(Ordinal.of("city").keepingSource())
                .then(TargetEncoding.of("city").keepingSource().withFolds(3))
                .then(OneHot.of("city").withMinCount(2).withMissing())
                .then(StandardScale.of("spend", "gap"))
                .then(RobustScale.allBut("spend", "gap", "city_rank"))
                .then(VarianceFilter.constants())
                .then(CorrelationFilter.above(0.999))
                .then(MutualInformation.atLeast(0));
    }

    static FeatureMatrix random(int rows, int seed, List<String> cities) {
        SplittableRandom random = new SplittableRandom(seed);
        return Matrices.with()
                .numbers("spend", column(random, rows, r -> Math.exp(8 * r.nextGaussian())))
                .numbers("gap", column(random, rows, r -> 1e9 * r.nextDouble()))
                .counts("visits", column(random, rows, r -> r.nextInt(5)))
                .numbers("refunds", column(random, rows, r -> -Math.floor(10 * r.nextGaussian()) / 7))
                .category("city", cities, column(random, rows, r -> r.nextInt(cities.size())))
                .category("shop", List.of("x", "y"), column(random, rows, r -> r.nextInt(2)))
                .build();
    }

    private static double[] column(SplittableRandom random, int rows, ToDoubleFunction<SplittableRandom> draw) {
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = random.nextInt(6) == 0 && i > 0 ? NA : draw.applyAsDouble(random);
        }
        return values;
    }

    private static double[] target(int rows, int seed) {
        return new SplittableRandom(seed).doubles(rows).map(u -> 100 * u * u).toArray();
    }

    @Property(tries = 60, seed = "20261122")
    void aMatrixAndItsRowsGiveTheSameBits(@ForAll @IntRange(min = 6, max = 60) int rows, @ForAll int seed) {
        FeatureMatrix training = random(rows, seed, List.of("a", "b", "c", "d"));
        FittedPipeline fitted =
                everything().fitTransform(training, target(rows, seed)).pipeline();
        List<String> others = List.of("unseen", "c", "new", "a");
        FeatureMatrix later = random(20, seed + 1, others);
        FeatureMatrix batch = fitted.apply(later);
        RowTransform one = fitted.rows(Map.of("city", others, "shop", List.of("x", "y")));
        for (int row = 0; row < later.rows(); row++) {
            assertThat(one.apply(later.row(row))).isEqualTo(batch.row(row));
        }
        FeatureMatrix again = fitted.apply(training);
        for (int row = 0; row < training.rows(); row++) {
            assertThat(fitted.apply(training.row(row))).isEqualTo(again.row(row));
        }
    }

    @Property(tries = 30, seed = "20261122")
    void theSameInputGivesTheSamePipeline(@ForAll @IntRange(min = 6, max = 40) int rows, @ForAll int seed) {
        FeatureMatrix training = random(rows, seed, List.of("a", "b", "c"));
        PipelineFit one = everything().fitTransform(training, target(rows, seed));
        PipelineFit other = everything().fitTransform(training, target(rows, seed));
        assertThat(other).isEqualTo(one);
        assertThat(other.trainingFeatures()).isEqualTo(one.trainingFeatures());
    }

    @Test
    void trainingFeaturesAreThoseOfTheTrainingRowsWhereNoTargetIsEncoded() {
        FeatureMatrix training = random(50, 1, List.of("a", "b"));
        FeaturePipeline plan = FeaturePipeline.of(
                Impute.mean("spend"), YeoJohnson.all(), StandardScale.all(), OneHot.all(), MutualInformation.top(5));
        PipelineFit fit = plan.fitTransform(training, target(50, 2));
        assertThat(fit.trainingFeatures()).isEqualTo(fit.pipeline().apply(training));
        assertThat(plan.fit(training, target(50, 2))).isEqualTo(fit.pipeline());
    }

    @Test
    void featuresOfARowDependOnThatRowAlone() {
        FeatureMatrix all = random(80, 3, List.of("a", "b", "c"));
        FittedPipeline fitted = everything()
                .fitTransform(all.rows(IntStream.range(0, 40).toArray()), target(40, 4))
                .pipeline();
        int[] some = {50, 60, 70};
        assertThat(fitted.apply(all.rows(some))).isEqualTo(fitted.apply(all).rows(some));
    }

    @Test
    void otherFeaturesAreRefusedByName() {
        FittedPipeline fitted = FeaturePipeline.of(StandardScale.all()).fit(Matrices.number("spend", 1, 2));
        assertThatThrownBy(() -> fitted.apply(Matrices.number("visits", 1, 2)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("missing: spend")
                .hasMessageContaining("not expected: visits");
        // features that went through the pipeline already
        FeatureMatrix done = fitted.apply(Matrices.number("spend", 1, 2));
        assertThatThrownBy(() -> fitted.apply(done))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("spend means something else")
                .hasMessageContaining("standardised(raw spend)");
    }

    @Test
    void wrongRowsAreRefusedByFeature() {
        FeatureMatrix matrix = Matrices.with()
                .numbers("spend", 1, 2)
                .counts("visits", 1, 2)
                .flags("member", 0, 1)
                .category("city", List.of("a", "b"), 0, 1)
                .build();
        FittedPipeline fitted = FeaturePipeline.of(OneHot.all()).fit(matrix);
        assertThat(fitted.apply(new double[] {NA, NA, NA, NA})).containsExactly(NA, NA, NA, 0, 0);
        assertThatThrownBy(() -> fitted.apply(new double[3]))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("3 values, the pipeline needs 4 features");
        double[][] wrong = {
            {Double.POSITIVE_INFINITY, 1, 0, 0},
            {1, 1.5, 0, 0},
            {1, -1, 0, 0},
            {1, 1, 2, 0},
            {1, 1, 0, -1},
            {1, 1, 0, 0.5},
            {1, 1, 0, Double.POSITIVE_INFINITY}
        };
        List<String> names = List.of("spend", "visits", "visits", "member", "city", "city", "city");
        for (int i = 0; i < wrong.length; i++) {
            double[] row = wrong[i];
            assertThatThrownBy(() -> fitted.apply(row))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("feature " + names.get(i) + ":")
                    .hasMessageContaining("is no value of the type");
        }
    }

    @Test
    void anEmptyPipelineLeavesTheFeaturesAlone() {
        FeatureMatrix matrix = random(10, 5, List.of("a", "b"));
        FittedPipeline fitted = FeaturePipeline.of().fit(matrix);
        assertThat(fitted.apply(matrix)).isEqualTo(matrix);
        assertThat(fitted.output()).isEqualTo(matrix.schema());
    }

    @Test
    void oneCustomerIsEnoughWhereNothingHasToVary() {
        FeatureMatrix one = Matrices.with()
                .numbers("spend", 1e9)
                .category("city", List.of("a"), 0)
                .build();
        FittedPipeline fitted = FeaturePipeline.of(
                        Winsorise.quantiles(0.01, 0.99),
                        YeoJohnson.all(),
                        Log1p.all(),
                        StandardScale.all(),
                        OneHot.all(),
                        CorrelationFilter.above(0.9))
                .fit(one);
        assertThat(fitted.apply(one).row(0)).containsExactly(0, 1);
        assertThatThrownBy(() -> FeaturePipeline.of().fit(one.rows(new int[0])))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no customer");
    }

    @Test
    void pipelinesAreValues() {
        assertThat(everything()).isEqualTo(everything()).hasSameHashCodeAs(everything());
        assertThat(everything().then(Log1p.all())).isNotEqualTo(everything());
        assertThat(FeaturePipeline.of(TargetEncoding.of("c").withSeed(1)))
                .isNotEqualTo(FeaturePipeline.of(TargetEncoding.of("c").withSeed(2)));
        assertThat(Ordinal.of("c").inOrder(List.of("a, b")))
                .isNotEqualTo(Ordinal.of("c").inOrder(List.of("a", "b")));
        FeatureStep[] many = new FeatureStep[101];
        Arrays.fill(many, Log1p.all());
        assertThatThrownBy(() -> FeaturePipeline.of(many)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInterruptStopsTheWork() {
        FeatureMatrix matrix = Matrices.number("x", 1, 2, 3);
        FittedPipeline fitted = FeaturePipeline.of(StandardScale.all()).fit(matrix);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> fitted.apply(matrix)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void nothingOfAPersonStandsInWhatIsKept() {
        FeatureMatrix matrix = Matrices.with()
                .numbers("spend", 1, 2, 3, 4, 5, 6)
                .category("city", List.of("a", "b"), 0, 1, 0, 1, 0, 1)
                .build(IdTable.of("id-1", "id-2", "id-3", "id-4", "id-5", "id-6"));
        FittedPipeline fitted = FeaturePipeline.of(TargetEncoding.all(), StandardScale.all())
                .fitTransform(matrix, target(6, 1))
                .pipeline();
        assertThat(Models.toJson(fitted)).doesNotContain("id-");
        assertThat(fitted.toString() + fitted.report()).doesNotContain("id-");
    }
}

package org.ltv4j.core.feature.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ltv4j.core.feature.transform.Matrices.NA;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;

/** Which features stay, which go, and what the report says of them. */
class SelectionTest {

    @Test
    void theVarianceFilterDropsWhatIsConstantOrEmpty() {
        FeatureMatrix matrix = Matrices.with()
                .numbers("spend", 1, 2, 3, 4)
                .numbers("constant", 0.1, 0.1, 0.1, NA)
                .numbers("empty", NA, NA, NA, NA)
                .flags("member", 1, 1, 1, 1)
                .category("city", List.of("a", "b"), 1, 1, NA, 1)
                .category("shop", List.of("a", "b"), 1, 0, NA, 1)
                .build();
        FittedPipeline fitted = FeaturePipeline.of(VarianceFilter.constants()).fit(matrix);
        assertThat(fitted.output().names()).containsExactly("spend", "shop");
        assertThat(fitted.dropped())
                .extracting(DroppedFeature::name)
                .containsExactly("constant", "empty", "member", "city");
        assertThat(fitted.dropped().get(0).step()).isEqualTo("variance-filter");
        assertThat(fitted.dropped().get(0).reason()).isEqualTo("variance 0.00000");
        assertThat(fitted.dropped().get(1).figure()).isEmpty();
        // the variance of 1, 2, 3, 4 is 1.25
        assertThat(FeaturePipeline.of(VarianceFilter.above(1.24))
                        .fit(matrix)
                        .output()
                        .names())
                .containsExactly("spend", "shop");
        assertThat(FeaturePipeline.of(VarianceFilter.above(1.26))
                        .fit(matrix)
                        .output()
                        .names())
                .containsExactly("shop");
    }

    @Test
    void aSelectionThatLeavesNothingIsAnError() {
        assertThatThrownBy(() -> FeaturePipeline.of(VarianceFilter.constants()).fit(Matrices.number("x", 1, 1)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no feature is left");
    }

    @Test
    void ofTwoAlikeTheEarlierStays() {
        FeatureMatrix matrix = Matrices.with()
                .numbers("a", 1, 2, 3, 4, 5)
                .numbers("b", -2, -4, -6, -8, -10)
                .numbers("c", 1, 2, 3, 4, 6)
                .numbers("d", 1, -1, 1, -1, 1)
                .category("city", List.of("a"), 0, 0, 0, 0, 0)
                .build();
        FittedPipeline fitted =
                FeaturePipeline.of(CorrelationFilter.above(0.99)).fit(matrix);
        assertThat(fitted.output().names()).containsExactly("a", "c", "d", "city");
        DroppedFeature b = fitted.dropped().get(0);
        assertThat(b.figure().orElseThrow()).isCloseTo(-1, within(1e-15));
        assertThat(b.reason()).isEqualTo("correlation -1.00000 with a");
        // correlation of a and c: 12 / sqrt(10 * 14.8) = 0.98639
        FittedPipeline stricter =
                FeaturePipeline.of(CorrelationFilter.above(0.9863)).fit(matrix);
        assertThat(stricter.output().names()).containsExactly("a", "d", "city");
        assertThat(stricter.dropped().get(1).figure().orElseThrow()).isCloseTo(12 / Math.sqrt(148), within(1e-14));
        assertThat(FeaturePipeline.of(CorrelationFilter.above(0.9864))
                        .fit(matrix)
                        .output()
                        .names())
                .contains("c");
    }

    @Test
    void correlationsAreOverTheRowsThatBothHave() {
        FeatureMatrix matrix = Matrices.with()
                .numbers("a", 1, 2, 3, 4, 500, NA)
                .numbers("b", 2, 4, 6, 8, NA, -900)
                .numbers("few", NA, NA, NA, NA, 5, 6)
                .numbers("constant", 1, 1, 1, 1, 1, 1)
                .build();
        FittedPipeline fitted =
                FeaturePipeline.of(CorrelationFilter.above(0.999)).fit(matrix);
        assertThat(fitted.output().names()).containsExactly("a", "few", "constant");
        assertThat(fitted.dropped().get(0).figure().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    /** mutual_info_score of scikit-learn 1.9.1 gives 0.325986...; 5 cells are filled, margins 3 and 2. */
    @Test
    void theInformationOfATableIsThatOfScikitLearnLessChance() {
        double[] a = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 0, 1, 2, 0, 0};
        double[] b = {0, 0, 1, 1, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0};
        double nats = Information.nats(Information.cells(a, 10), Information.cells(b, 10));
        assertThat(nats).isCloseTo(0.32598637561667176 - (5 - 3 - 2 + 1) / 30.0, within(1e-14));
    }

    /**
     * Two normal variables, both cut at their deciles: 0.0432743 and 0.4574780 nats by the bivariate normal distribution
     * (scipy 1.17.1, multivariate_normal.cdf). The sampling error with 200,000 rows is below 0.002.
     */
    @ParameterizedTest(name = "correlation {0}")
    @CsvSource({"0.3, 0.043274299286", "0.8, 0.457478010554", "0, 0"})
    void theInformationOfNormalVariablesIsFoundAgain(double correlation, double expected) {
        SplittableRandom random = new SplittableRandom(4);
        double[] x = new double[200_000];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextGaussian();
            y[i] = correlation * x[i] + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        }
        double nats = Information.nats(Information.cells(x, 10), Information.cells(y, 10));
        assertThat(nats).isCloseTo(expected, within(0.004));
    }

    @Test
    void commonValuesDoNotHideTheOthers() {
        // nine of ten bought nothing; the flag says who did: as much as the target's own entropy, which the correction
        // for chance puts half a count higher
        double[] spend = IntStream.range(0, 1000)
                .mapToDouble(i -> i % 10 == 0 ? 1 + i : 0)
                .toArray();
        double[] bought = Arrays.stream(spend).map(x -> x > 0 ? 1 : 0).toArray();
        double[] reversed = Arrays.stream(spend).map(x -> -x).toArray();
        double entropy = -0.9 * Math.log(0.9) - 0.1 * Math.log(0.1) + 1 / 2000.0;
        for (double[] target : List.of(spend, reversed)) {
            double nats = Information.nats(Information.cells(bought, 10), Information.cells(target, 10));
            assertThat(nats).isCloseTo(entropy, within(1e-12));
        }
    }

    @Test
    void theFeaturesThatTellMostStay() {
        SplittableRandom random = new SplittableRandom(8);
        int n = 2_000;
        double[] target = new double[n];
        double[] square = new double[n];
        double[] noise = new double[n];
        double[] gaps = new double[n];
        double[] city = new double[n];
        for (int i = 0; i < n; i++) {
            double x = random.nextGaussian();
            target[i] = x * x;
            square[i] = x; // no correlation with its square, but it tells all of it
            noise[i] = random.nextGaussian();
            gaps[i] = target[i] > 1 ? Double.NaN : random.nextGaussian();
            city[i] = random.nextInt(3);
        }
        FeatureMatrix matrix = Matrices.with()
                .numbers("noise", noise)
                .numbers("gaps", gaps)
                .category("city", List.of("a", "b", "c"), city)
                .numbers("square", square)
                .build();
        FittedPipeline two = FeaturePipeline.of(MutualInformation.top(2)).fit(matrix, target);
        assertThat(two.output().names()).containsExactly("gaps", "square");
        assertThat(two.dropped()).extracting(DroppedFeature::name).containsExactly("noise", "city");
        assertThat(two.dropped().get(0).figure().orElseThrow()).isBetween(0.0, 0.02);
        assertThat(two.report()).hasSize(4).anyMatch(line -> line.contains("square: kept, tells"));
        FittedPipeline enough =
                FeaturePipeline.of(MutualInformation.atLeast(0.1).withBins(20)).fit(matrix, target);
        assertThat(enough.output().names()).containsExactly("gaps", "square");
        assertThat(FeaturePipeline.of(MutualInformation.top(99))
                        .fit(matrix, target)
                        .dropped())
                .isEmpty();
        assertThatThrownBy(() -> FeaturePipeline.of(MutualInformation.top(2)).fit(matrix))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("needs the target");
    }

    @Test
    void wrongThresholdsAreRefused() {
        assertThatThrownBy(() -> VarianceFilter.above(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CorrelationFilter.above(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MutualInformation.top(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MutualInformation.atLeast(NA)).isInstanceOf(IllegalArgumentException.class);
    }
}

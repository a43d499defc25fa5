package org.ltv4j.core.feature.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ltv4j.core.feature.transform.Matrices.NA;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.feature.FeatureMatrix;

/**
 * Expected powers: the root of the derivative of the log-likelihood with 50 digits (mpmath 1.3.0). scipy 1.17.1
 * (yeojohnson_normmax) and scikit-learn 1.9.1 (PowerTransformer) agree with them to 1e-7, which is as far as a search by
 * function values can see.
 */
class YeoJohnsonTest {

    private static double lambda(double... values) {
        return YeoJohnsonFit.fit("x", values).lambda();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "3 0 12.5 7 1000 0.25 40 7, -0.2232664462278896",
        "-5 -1.5 0 0.3 2 2.5 8 -0.2 1.1, 0.9034007900584965",
        "-120 -40 -13 -6 -3 -1 -0.5 0, 2.209789028257229",
        "0 0 0 1 1 2 2 3 5 9 14, -0.2522569423586259",
        "21 25 25 30 33 34 41 47 58 60 77, -0.4377441207581333",
    })
    void thePowerIsThatOfMaximumLikelihood(String values, double expected) {
        double[] numbers = Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(lambda(numbers)).isCloseTo(expected, within(1e-10));
    }

    /** The formula with 50 digits (mpmath 1.3.0). */
    @ParameterizedTest(name = "lambda {0}, x {1}")
    @CsvSource({
        "0.5, 3, 2.0",
        "0, 3, 1.3862943611198906",
        "2, -3, -1.3862943611198906",
        "-1.25, 1e9, 0.79999999999550127",
        "2.5, -0.75, -0.48814210796309109",
        "1.5, -1e4, -198.0099997500125",
        "1e-12, 20, 3.0445224377280576",
        "0.5, 1e-9, 9.9999999975000006e-10",
        "1, 17.3, 17.3",
    })
    void theTransformIsThatOfTheFormula(double lambda, double x, double expected) {
        assertThat(FittedYeoJohnson.transform(lambda, x)).isCloseTo(expected, within(2e-15 * Math.abs(expected)));
    }

    @Test
    void mirroredValuesGiveTheMirroredPower() {
        double[] values = {3, 0, 12.5, 7, 1000, 0.25, 40, 7};
        double[] mirrored = Arrays.stream(values).map(x -> -x).toArray();
        assertThat(lambda(mirrored)).isCloseTo(2 - lambda(values), within(1e-10));
    }

    @Test
    void aPowerOfNormalValuesIsFoundAgain() {
        // values whose square root (less a shift of 1) is normal: lambda 0.5
        SplittableRandom random = new SplittableRandom(3);
        double[] values = new double[20_000];
        for (int i = 0; i < values.length; i++) {
            double normal = 10 + random.nextGaussian();
            values[i] = normal * normal - 1;
        }
        // its standard error is some 0.015 here; also the path by a sample
        assertThat(lambda(values)).isCloseTo(0.5, within(0.1));
        assertThat(new Check(values).derivative(lambda(values))).isCloseTo(0, within(1e-9));
    }

    @Test
    void constantMissingAndSingleValuesStay() {
        for (double[] values : new double[][] {{5, 5, 5}, {NA, NA}, {4}, {0, 0, NA}}) {
            FeatureMatrix matrix = Matrices.number("x", values);
            FittedPipeline fitted = FeaturePipeline.of(YeoJohnson.all()).fit(matrix);
            assertThat(fitted.apply(matrix).column("x")).containsExactly(values);
        }
    }

    @Test
    void aPowerThatWouldCostDigitsStopsAtTheEdgeAndSaysSo() {
        // the maximum is at -1.0728 (mpmath), where all values differ in their last 7 digits only
        FittedYeoJohnson.One one = YeoJohnsonFit.fit("x", new double[] {1e9, 1.5e9, 2e9, 4e9, 1.2e9, 9e8});
        assertThat(one.atEdge()).isTrue();
        assertThat(one.lambda()).isCloseTo(-18 / Math.log1p(4e9), within(1e-12));
        assertThat(new FittedYeoJohnson(List.of(one)).report().get(0)).contains("at the edge");
    }

    @Property(tries = 300, seed = "20261122")
    void theRootIsFoundAndTheTransformRises(
            @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -1e9, max = 1e9) Double> list) {
        double[] values = list.stream().mapToDouble(Double::doubleValue).toArray();
        FittedYeoJohnson.One one = YeoJohnsonFit.fit("x", values);
        assertThat(one.lambda()).isBetween(-4.0, 6.0);
        double[] sorted = Arrays.stream(values).map(x -> x + 0.0).sorted().toArray();
        for (int i = 1; i < sorted.length; i++) {
            double before = FittedYeoJohnson.transform(one.lambda(), sorted[i - 1]);
            double after = FittedYeoJohnson.transform(one.lambda(), sorted[i]);
            assertThat(after).isFinite().isGreaterThanOrEqualTo(before - 1e-13 * Math.abs(before));
        }
        if (!one.atEdge() && one.lambda() != 1) {
            Check check = new Check(values);
            assertThat(check.derivative(one.lambda() - 1e-5)).isPositive();
            assertThat(check.derivative(one.lambda() + 1e-5)).isNegative();
        }
    }

    /** The derivative of the log-likelihood per value, by differences of the textbook formula. */
    private record Check(double[] values) {
        double derivative(double lambda) {
            double step = 1e-4;
            return (logLikelihood(lambda + step) - logLikelihood(lambda - step)) / (2 * step);
        }

        private double logLikelihood(double lambda) {
            int n = values.length;
            double mean = Arrays.stream(values)
                    .map(x -> FittedYeoJohnson.transform(lambda, x))
                    .average()
                    .orElseThrow();
            double variance = Arrays.stream(values)
                    .map(x -> FittedYeoJohnson.transform(lambda, x) - mean)
                    .map(d -> d * d)
                    .average()
                    .orElseThrow();
            double logs = Arrays.stream(values)
                    .map(x -> Math.signum(x) * Math.log1p(Math.abs(x)))
                    .sum();
            return -Math.log(variance) / 2 + (lambda - 1) * logs / n;
        }
    }
}

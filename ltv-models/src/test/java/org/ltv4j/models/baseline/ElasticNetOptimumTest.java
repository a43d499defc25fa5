package org.ltv4j.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;

/** What must hold at the optimum, worked out from the model's public parts. */
class ElasticNetOptimumTest {
    /** Numbers of any size, some columns nearly copies of others, some constant; the outcome goes with the first two. */
    private static TrainingSet random(SplittableRandom random, Outcome outcome, int rows, int columns) {
        double[][] x = new double[columns][rows];
        double[] y = new double[rows];
        double[] weights = new double[rows];
        for (int j = 0; j < columns; j++) {
            double size = Math.pow(10, random.nextInt(7) - 3);
            int kind = j < 2 ? 0 : random.nextInt(4);
            for (int i = 0; i < rows; i++) {
                double fresh = random.nextDouble() - 0.5;
                x[j][i] = switch (kind) {
                    case 1 -> x[j - 1][i] + 1e-4 * x[j - 1][0] * fresh;
                    case 2 -> size;
                    default -> size * (fresh + 3);
                };
            }
        }
        for (int i = 0; i < rows; i++) {
            double signal = x[0][i] / x[0][0]
                    - 0.7 * x[columns > 1 ? 1 : 0][i] / x[columns > 1 ? 1 : 0][0]
                    + random.nextDouble()
                    - 0.8;
            y[i] = outcome.isProbability() ? (signal > 0 ? 1 : 0) : 50 * signal;
            weights[i] = random.nextInt(4) + 0.25;
        }
        return Sets.of(outcome, y, x).withWeights(weights);
    }

    /** The weighted mean of {@code z * (y - prediction)} of each feature, and of the residual itself at the end. */
    private static double[] slopes(TrainingSet data, ElasticNetModel model) {
        double[] slopes = new double[data.schema().size() + 1];
        double total = 0;
        for (int row = 0; row < data.rows(); row++) {
            double[] values = new double[data.schema().size()];
            for (int j = 0; j < values.length; j++) {
                values[j] = data.value(row, j);
            }
            double residual = data.outcome(row) - model.predict(values);
            total += data.weight(row);
            for (int j = 0; j < values.length; j++) {
                Coefficient c = model.coefficients().get(j);
                double z = c.scale() > 0 ? (values[j] - c.centre()) / c.scale() : 0;
                slopes[j] += data.weight(row) * z * residual;
            }
            slopes[values.length] += data.weight(row) * residual;
        }
        double sum = total;
        return Arrays.stream(slopes).map(slope -> slope / sum).toArray();
    }

    /** Karush, Kuhn and Tucker: a slope is the pull of the penalty, or at most that where the coefficient is 0. */
    private static void isOptimal(TrainingSet data, double lambda, double mix, String trial) {
        ElasticNetModel model =
                ElasticNet.fit(data, ElasticNetOptions.defaults().withMix(mix).withLambda(lambda));
        double[] slopes = slopes(data, model);
        double allowed = data.outcome().isProbability() ? 1e-9 : 1e-8;
        for (int j = 0; j < slopes.length - 1; j++) {
            double b = model.coefficients().get(j).standardised();
            if (b == 0) {
                assertThat(Math.abs(slopes[j])).as(trial).isLessThanOrEqualTo(lambda * mix + allowed);
            } else {
                assertThat(slopes[j])
                        .as(trial)
                        .isCloseTo(lambda * (mix * Math.signum(b) + (1 - mix) * b), within(allowed));
            }
        }
        assertThat(slopes[slopes.length - 1]).as(trial).isCloseTo(0, within(allowed));
        assertThat(model.report().orElseThrow().findings()).as(trial).isEmpty();
    }

    @Test
    void noOtherCoefficientsAreBetter() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 150; trial++) {
            Outcome outcome = trial % 2 == 0 ? Sets.SPEND : Sets.CHURN;
            int columns = 1 + random.nextInt(8);
            int rows = trial % 5 == 0 ? 2 + random.nextInt(6) : 20 + random.nextInt(60);
            TrainingSet data = random(random, outcome, rows, columns);
            if (Arrays.stream(data.outcomes()).distinct().count() > 1) {
                double lambda = (outcome.isProbability() ? 0.2 : 10) * Math.pow(10, -3 * random.nextDouble());
                double mix = new double[] {0, 0.1, 0.5, 1}[random.nextInt(4)];
                isOptimal(data, lambda, mix, "trial " + trial + ", lambda " + lambda + ", mix " + mix);
            }
        }
    }

    /** Where z has mean 0 and variance 1: b = cov(z, y) / (1 + lambda), soft-thresholded for the lasso. */
    @Test
    void oneFeatureHasItsClosedForm() {
        // z = -1, 1; y = 0, 10: cov = 5
        TrainingSet data = Sets.of(Sets.SPEND, new double[] {0, 10}, new double[] {4, 8});
        assertThat(standardised(data, 0, 0)).isCloseTo(5, within(1e-14));
        assertThat(standardised(data, 0, 0.25)).isCloseTo(4, within(1e-14));
        assertThat(standardised(data, 1, 2)).isCloseTo(3, within(1e-14));
        assertThat(standardised(data, 1, 5)).isZero();
        assertThat(standardised(data, 0.5, 2)).isCloseTo((5 - 1) / 2.0, within(1e-14));
    }

    private static double standardised(TrainingSet data, double mix, double lambda) {
        return ElasticNet.fit(data, ElasticNetOptions.defaults().withMix(mix).withLambda(lambda))
                .coefficient("x0")
                .standardised();
    }

    @Test
    void withoutPenaltyAnExactRelationIsFound() {
        SplittableRandom random = new SplittableRandom(2);
        double[][] x = new double[4][40];
        double[] y = new double[40];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < 4; j++) {
                x[j][i] = random.nextDouble() * (j + 1);
            }
            y[i] = 7 + 2 * x[0][i] - 3 * x[1][i] + 0.5 * x[3][i];
        }
        ElasticNetModel model = ElasticNet.fit(
                Sets.of(Sets.SPEND, y, x), ElasticNetOptions.lasso().withLambda(0));
        assertThat(model.intercept()).isCloseTo(7, within(1e-9));
        double[] expected = {2, -3, 0, 0.5};
        for (int j = 0; j < 4; j++) {
            assertThat(model.coefficients().get(j).value()).isCloseTo(expected[j], within(1e-9));
        }
    }

    @Test
    void aRowOfWeightThreeIsThreeRowsAndOneOfWeightZeroIsNone() {
        for (Outcome outcome : new Outcome[] {Sets.SPEND, Sets.CHURN}) {
            double[][] thrice = {{1, 1, 1, 2, 5, 7}, {3, 3, 3, 8, 4, 1}};
            double[][] once = {{1, 2, 5, 7, 99}, {3, 8, 4, 1, -99}};
            ElasticNetOptions options = ElasticNetOptions.defaults().withLambda(0.1);
            ElasticNetModel rows = ElasticNet.fit(Sets.of(outcome, new double[] {0, 0, 0, 1, 0, 1}, thrice), options);
            ElasticNetModel weights = ElasticNet.fit(
                    Sets.of(outcome, new double[] {0, 1, 0, 1, 1}, once).withWeights(new double[] {6, 2, 2, 2, 0}),
                    options);
            assertThat(weights.intercept()).isCloseTo(rows.intercept(), within(1e-9));
            for (int j = 0; j < 2; j++) {
                assertThat(weights.coefficients().get(j).value())
                        .isCloseTo(rows.coefficients().get(j).value(), within(1e-9));
            }
        }
    }

    @Test
    void theUnitOfAFeatureDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(5);
        TrainingSet data = random(random, Sets.SPEND, 50, 3);
        double[][] metres = {data.column(0), data.column(1), data.column(2)};
        double[][] kilometres = {
            Arrays.stream(data.column(0)).map(v -> v / 1000).toArray(), metres[1], metres[2]
        };
        ElasticNetOptions options = ElasticNetOptions.defaults().withLambda(1);
        ElasticNetModel a = ElasticNet.fit(Sets.of(Sets.SPEND, data.outcomes(), metres), options);
        ElasticNetModel b = ElasticNet.fit(Sets.of(Sets.SPEND, data.outcomes(), kilometres), options);
        assertThat(b.coefficient("x0").value() / 1000)
                .isCloseTo(
                        a.coefficient("x0").value(),
                        within(1e-9 * Math.abs(a.coefficient("x0").value())));
        assertThat(b.predict(Sets.matrix(kilometres)).value(7))
                .isCloseTo(a.predict(Sets.matrix(metres)).value(7), within(1e-9));
    }

    @Test
    void moreFeaturesThanRowsAreNoTrouble() {
        SplittableRandom random = new SplittableRandom(8);
        for (Outcome outcome : new Outcome[] {Sets.SPEND, Sets.CHURN}) {
            for (double mix : new double[] {0, 0.5, 1}) {
                isOptimal(random(random, outcome, 12, 60), outcome.isProbability() ? 0.02 : 2, mix, "mix " + mix);
            }
        }
    }

    @Test
    void separableOutcomesStayFinite() {
        double[] x = new double[30];
        double[] y = new double[30];
        for (int i = 0; i < 30; i++) {
            x[i] = i;
            y[i] = i < 12 ? 0 : 1;
        }
        TrainingSet data = Sets.of(Sets.CHURN, y, x);
        isOptimal(data, 1e-4, 0.5, "separable");
        ElasticNetModel free = ElasticNet.fit(data, ElasticNetOptions.ridge().withLambda(0));
        assertThat(free.coefficient("x0").value()).isFinite().isPositive();
        assertThat(free.predict(new double[] {11})).isBetween(0.0, 0.5);
        assertThat(free.predict(new double[] {12})).isBetween(0.5, 1.0);
    }
}

package org.ltv4j.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.outcome.CustomerFolds;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;

class ElasticNetPathTest {
    /** Two features of ten tell something. */
    private static TrainingSet sparse(Outcome outcome, int rows) {
        SplittableRandom random = new SplittableRandom(21);
        double[][] x = new double[10][rows];
        double[] y = new double[rows];
        double[] weights = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (double[] column : x) {
                column[i] = random.nextDouble();
            }
            double noise = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
            double value = 4 * x[0][i] - 3 * x[1][i] + 2 * noise;
            y[i] = outcome.isProbability() ? (value > 0.5 ? 1 : 0) : value;
            weights[i] = 1 + i % 3;
        }
        return Sets.of(outcome, y, x).withWeights(weights);
    }

    @Test
    void theLossesAreThoseOfModelsOfTheOtherFolds() {
        for (Outcome outcome : List.of(Sets.SPEND, Sets.CHURN)) {
            TrainingSet data = sparse(outcome, 90);
            ElasticNetOptions options = ElasticNetOptions.lasso().withCrossValidation(4, 7, LambdaRule.LEAST_LOSS);
            List<PathPoint> path =
                    ElasticNet.fit(data, options).report().orElseThrow().path();
            PathPoint point = path.get(40);
            CustomerFolds folds = CustomerFolds.of(data, 4, 7);
            double[] losses = new double[4];
            double[] weights = new double[4];
            for (int fold = 0; fold < 4; fold++) {
                ElasticNetModel model =
                        ElasticNet.fit(data.rows(folds.rowsOutside(data, fold)), options.withLambda(point.lambda()));
                TrainingSet held = data.rows(folds.rowsIn(data, fold));
                double[] predicted = model.predict(held.features()).values();
                for (int row = 0; row < predicted.length; row++) {
                    double p = predicted[row];
                    double y = held.outcome(row);
                    double loss = outcome.isProbability() ? -2 * Math.log(y == 1 ? p : 1 - p) : (y - p) * (y - p);
                    losses[fold] += held.weight(row) * loss;
                    weights[fold] += held.weight(row);
                }
                losses[fold] /= weights[fold];
            }
            double all = weights[0] + weights[1] + weights[2] + weights[3];
            double mean = 0;
            double squares = 0;
            for (int fold = 0; fold < 4; fold++) {
                mean += weights[fold] / all * losses[fold];
            }
            for (int fold = 0; fold < 4; fold++) {
                squares += weights[fold] / all * (losses[fold] - mean) * (losses[fold] - mean);
            }
            // logistic points of a path are searched for to 1e-7 of the largest slope, the model itself to 1e-10
            double near = outcome.isProbability() ? 1e-6 : 1e-9;
            assertThat(point.loss()).isCloseTo(mean, within(near));
            assertThat(point.standardError()).isCloseTo(Math.sqrt(squares / 3), within(near));
        }
    }

    @Test
    void thePathBeginsWithNothingAndItsRulesTakeWhatTheySay() {
        for (Outcome outcome : List.of(Sets.SPEND, Sets.CHURN)) {
            TrainingSet data = sparse(outcome, 300);
            ElasticNetModel least = ElasticNet.fit(data, ElasticNetOptions.lasso());
            ElasticNetModel simple = ElasticNet.fit(
                    data, ElasticNetOptions.lasso().withCrossValidation(10, 1, LambdaRule.ONE_STANDARD_ERROR));
            ElasticNetReport report = least.report().orElseThrow();
            List<PathPoint> path = report.path();
            assertThat(path)
                    .hasSize(100)
                    .isEqualTo(simple.report().orElseThrow().path());
            assertThat(path)
                    .isSortedAccordingTo(
                            Comparator.comparingDouble(PathPoint::lambda).reversed());
            assertThat(path.get(0).nonzero()).isZero();
            assertThat(path.get(1).nonzero()).isPositive();
            assertThat(path.get(99).lambda() / path.get(0).lambda()).isCloseTo(1e-4, within(1e-12));
            PathPoint best = path.stream()
                    .min(Comparator.comparingDouble(PathPoint::loss))
                    .orElseThrow();
            assertThat(report.lambda()).isEqualTo(best.lambda());
            double taken = simple.report().orElseThrow().lambda();
            assertThat(taken).isGreaterThan(best.lambda());
            for (PathPoint point : path) {
                if (point.lambda() > taken) {
                    assertThat(point.loss()).isGreaterThan(best.loss() + best.standardError());
                }
            }
            // the two that tell something stand out; the simpler model has no more of the others
            assertThat(simple.coefficients().stream()
                            .sorted(Comparator.comparingDouble(c -> -Math.abs(c.standardised())))
                            .limit(2))
                    .extracting(Coefficient::feature)
                    .containsExactlyInAnyOrder("x0", "x1");
            assertThat(used(simple)).isLessThan(used(least)).isLessThanOrEqualTo(5);
            assertThat(simple.coefficient("x0").value()).isPositive();
            assertThat(simple.coefficient("x1").value()).isNegative();
        }
    }

    private static long used(ElasticNetModel model) {
        return model.coefficients().stream().filter(c -> c.value() != 0).count();
    }

    @Test
    void ridgeHasAPathTooAndTheSameFitIsTheSameModel() {
        TrainingSet data = sparse(Sets.SPEND, 80);
        ElasticNetModel model = ElasticNet.fit(data, ElasticNetOptions.ridge());
        assertThat(ElasticNet.fit(data, ElasticNetOptions.ridge())).isEqualTo(model);
        assertThat(model.coefficients()).allMatch(c -> c.value() != 0);
        ElasticNetModel otherSeed =
                ElasticNet.fit(data, ElasticNetOptions.ridge().withCrossValidation(10, 2, LambdaRule.LEAST_LOSS));
        assertThat(otherSeed.report().orElseThrow().path())
                .isNotEqualTo(model.report().orElseThrow().path());
    }

    @Test
    void categoriesAndGapsAreFilledAnewInEachFold() {
        TrainingSet data = Sets.mixed(Sets.CHURN, 120, 12);
        ElasticNetModel model = ElasticNet.fit(data);
        assertThat(model.coefficient("member").value()).isPositive();
        assertThat(model.report().orElseThrow().customers()).isEqualTo(120);
    }

    @Test
    void aFoldWithOneKindOfOutcomeIsNoTrouble() {
        double[] y = new double[20];
        double[] x = new double[20];
        y[3] = 1;
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        ElasticNetModel model = ElasticNet.fit(Sets.of(Sets.CHURN, y, x));
        assertThat(model.predict(new double[] {3})).isBetween(0.0, 1.0);
    }

    @Test
    void rowsOfTooFewCustomersAreRefused() {
        TrainingSet data = sparse(Sets.SPEND, 90).rows(new int[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertThatThrownBy(() -> ElasticNet.fit(data))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("8 customers cannot be dealt into 10 folds");
        TrainingSet two = data.rows(new int[] {0, 0, 1, 1});
        ElasticNetOptions options = ElasticNetOptions.lasso().withCrossValidation(2, 1, LambdaRule.LEAST_LOSS);
        assertThat(ElasticNet.fit(two, options).report().orElseThrow().customers())
                .isEqualTo(2);
    }
}

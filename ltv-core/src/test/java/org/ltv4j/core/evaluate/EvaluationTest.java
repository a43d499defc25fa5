package org.ltv4j.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    @Test
    void errorsAreThoseOfAHandCalculation() {
        Evaluation e = Evaluation.of(new double[] {1, 2, 0, 4}, new double[] {0, 2, 1, 8});
        assertThat(e.customers()).isEqualTo(4);
        assertThat(e.meanAbsoluteError()).isEqualTo((1 + 0 + 1 + 4) / 4.0);
        assertThat(e.rootMeanSquaredError()).isEqualTo(Math.sqrt((1 + 0 + 1 + 16) / 4.0));
        assertThat(e.zeros()).isEqualTo(1);
        assertThat(e.meanAbsolutePercentageError()).hasValue(100 * (0 + 1 + 0.5) / 3);
        assertThat(e.predictedTotal()).isEqualTo(7);
        assertThat(e.actualTotal()).isEqualTo(11);
        assertThat(e.bias()).isEqualTo(-4);
        assertThat(e.biasPercent().orElseThrow()).isCloseTo(-400 / 11.0, within(1e-12));
        // ranks of the predictions 3 2 4 1, of the actual values 4 2 3 1: 1 - 6 * 2 / (4 * 15)
        assertThat(e.spearman().orElseThrow()).isCloseTo(0.8, within(1e-15));
    }

    @Test
    void itPrintsItsMainMeasuresOnOneLine() {
        // bias 100 (7 / 11 - 1), Gini (2 * 39 / 11 / 4 - 1) / (2 * 40 / 11 / 4 - 1), see below
        Evaluation e = Evaluation.of(new double[] {1, 2, 0, 4}, new double[] {0, 2, 1, 8});
        assertThat(new NamedEvaluation("ours", e).toString())
                .isEqualTo("ours: MAE 1.500, RMSE 2.121, bias -36.4 %, Spearman 0.800, Gini 0.944");
        assertThat(Evaluation.of(new double[] {1}, new double[] {0})).hasToString("MAE 1.000, RMSE 1.000");
    }

    /** Order by prediction: 8, 2, 0, 1 with shares 8, 10, 10, 11 of 11; best order 8, 2, 1, 0 with 8, 10, 11, 11. */
    @Test
    void theNormalisedGiniIsThatOfItsDefinition() {
        Evaluation e = Evaluation.of(new double[] {1, 2, 0, 4}, new double[] {0, 2, 1, 8});
        double raw = 2 * (39 / 11.0) / 4 - 1;
        double best = 2 * (40 / 11.0) / 4 - 1;
        assertThat(e.normalisedGini().orElseThrow()).isCloseTo(raw / best, within(1e-15));
    }

    @Test
    void tiesCountAsTheMeanOverAllTheirOrders() {
        double[] predicted = {5, 3, 3, 3, 1};
        double[] actual = {2, 7, 0, 1, 4};
        Evaluation tied = Evaluation.of(predicted, actual);
        double gini = 0;
        double[] captured = new double[10];
        int[][] orders = {{1, 2, 3}, {1, 3, 2}, {2, 1, 3}, {2, 3, 1}, {3, 1, 2}, {3, 2, 1}};
        for (int[] order : orders) {
            double[] broken = predicted.clone();
            for (int k = 0; k < 3; k++) {
                broken[order[k]] -= k * 0.1;
            }
            Evaluation one = Evaluation.of(broken, actual);
            gini += one.normalisedGini().orElseThrow() / 6;
            for (int g = 0; g < 10; g++) {
                captured[g] += one.lift().get(g).captured() / 6;
            }
        }
        assertThat(tied.normalisedGini().orElseThrow()).isCloseTo(gini, within(1e-12));
        for (int g = 0; g < 10; g++) {
            assertThat(tied.lift().get(g).captured()).isCloseTo(captured[g], within(1e-12));
        }
    }

    @Test
    void aPerfectPredictionIsPerfectInEveryMeasure() {
        double[] actual = {0, 0, 3, 1, 9, 2, 0, 4, 0, 1, 1};
        Evaluation e = Evaluation.of(actual, actual);
        assertThat(e.meanAbsoluteError()).isZero();
        assertThat(e.rootMeanSquaredError()).isZero();
        assertThat(e.meanAbsolutePercentageError()).hasValue(0);
        assertThat(e.spearman().orElseThrow()).isCloseTo(1, within(1e-15));
        assertThat(e.normalisedGini()).hasValue(1);
        assertThat(e.topDecileOfBest()).hasValue(1);
        assertThat(e.topDecileCapture()).hasValue(9 / 21.0);
        assertThat(e.lift().get(0).lift()).isCloseTo(9 / 21.0 * 11, within(1e-12));
    }

    @Test
    void measuresThatDoNotExistAreAbsent() {
        Evaluation nothing = Evaluation.of(new double[] {1, 2}, new double[] {0, 0});
        assertThat(nothing.meanAbsolutePercentageError()).isEmpty();
        assertThat(nothing.biasPercent()).isEmpty();
        assertThat(nothing.spearman()).isEmpty();
        assertThat(nothing.normalisedGini()).isEmpty();
        assertThat(nothing.topDecileCapture()).isEmpty();
        assertThat(nothing.topDecileOfBest()).isEmpty();
        assertThat(nothing.lift()).isEmpty();
        assertThat(nothing.calibration()).hasSize(2);

        Evaluation alike = Evaluation.of(new double[] {1, 2, 3}, new double[] {4, 4, 4});
        assertThat(alike.normalisedGini()).isEmpty();
        assertThat(alike.spearman()).isEmpty();
        assertThat(alike.topDecileCapture()).isPresent();

        Evaluation refunds = Evaluation.of(new double[] {1, 2}, new double[] {-5, 2});
        assertThat(refunds.biasPercent()).isEmpty();
        assertThat(refunds.normalisedGini()).isEmpty();
        assertThat(refunds.meanAbsolutePercentageError()).isPresent();

        assertThat(Evaluation.of(new double[] {1}, new double[] {2}).normalisedGini())
                .isEmpty();
    }

    @Test
    void aConstantPredictionHasTheGiniOfChance() {
        double[] actual = new double[1000];
        Arrays.setAll(actual, i -> i % 7);
        Evaluation e = Evaluation.of(new double[1000], actual);
        assertThat(e.normalisedGini().orElseThrow()).isCloseTo(0, within(0.003)); // 1 / n over the best Gini
        assertThat(e.topDecileCapture().orElseThrow()).isCloseTo(0.1, within(1e-12));
        assertThat(e.lift()).allSatisfy(point -> assertThat(point.lift()).isCloseTo(1, within(1e-12)));
    }

    @Property(tries = 200, seed = "20261122")
    void tablesAccountForEveryCustomerOnce(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 5) Integer> predicted, @ForAll long seed) {
        double[] p = predicted.stream().mapToDouble(v -> v).toArray();
        double[] a = new double[p.length];
        Arrays.setAll(a, i -> Math.floorMod(seed / (i + 1), 4));
        Evaluation e = Evaluation.of(p, a);
        double n = p.length;
        assertThat(e.calibration().stream().mapToInt(CalibrationBin::customers).sum())
                .isEqualTo(p.length);
        assertThat(e.calibration().stream()
                        .mapToDouble(b -> b.customers() * b.meanPredicted())
                        .sum())
                .isCloseTo(e.predictedTotal(), within(1e-9 * n));
        assertThat(e.calibration().stream()
                        .mapToDouble(b -> b.customers() * b.meanActual())
                        .sum())
                .isCloseTo(e.actualTotal(), within(1e-9 * n));
        assertThat(e.calibration()).isSortedAccordingTo((b, c) -> Double.compare(b.meanPredicted(), c.meanPredicted()));
        for (LiftPoint point : e.lift()) {
            assertThat(point.captured()).isBetween(0.0, point.best() + 1e-12);
        }
        e.spearman().ifPresent(r -> assertThat(r).isBetween(-1 - 1e-12, 1 + 1e-12));
        e.normalisedGini().ifPresent(g -> assertThat(g).isLessThanOrEqualTo(1 + 1e-12));
    }

    @Property(tries = 100, seed = "20261122")
    void theOrderOfTheCustomersDoesNotMatter(@ForAll @Size(min = 2, max = 30) List<@IntRange(max = 9) Integer> values) {
        int n = values.size();
        double[] p = new double[n];
        double[] a = new double[n];
        double[] backP = new double[n];
        double[] backA = new double[n];
        for (int i = 0; i < n; i++) {
            p[i] = values.get(i) / 2;
            a[i] = values.get((i + 1) % n);
            backP[n - 1 - i] = p[i];
            backA[n - 1 - i] = a[i];
        }
        Evaluation one = Evaluation.of(p, a);
        Evaluation other = Evaluation.of(backP, backA);
        // whole numbers: sums are exact in any order
        assertThat(other.lift()).isEqualTo(one.lift());
        assertThat(other.spearman()).isEqualTo(one.spearman());
        assertThat(other.normalisedGini()).isEqualTo(one.normalisedGini());
        assertThat(other.meanAbsoluteError()).isEqualTo(one.meanAbsoluteError());
    }

    @Test
    void impossibleInputIsRefused() {
        double[] one = {1};
        assertThatIllegalArgumentException().isThrownBy(() -> Evaluation.of(new double[0], new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(one, new double[2]))
                .withMessageContaining("1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(new double[] {1, Double.NaN}, new double[2]))
                .withMessageContaining("row 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.of(one, new double[] {Double.POSITIVE_INFINITY}));
    }
}

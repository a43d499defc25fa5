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

class HighValueTest {
    private static final double[] ACTUAL = {0, 10, 0, 55, 20, 5, 100, 0, 0, 30};
    private static final double[] PREDICTED = {5, 12, 1, 40, 33, 6, 70, 35, 2, 10};

    /** precision_score, recall_score, f1_score, accuracy_score and roc_auc_score of scikit-learn 1.2.1. */
    @Test
    void countsAreThoseOfTheReference() {
        HighValueEvaluation e = HighValueEvaluation.of(PREDICTED, ACTUAL, HighValue.DEFAULT);
        assertThat(e.actualThreshold()).isEqualTo(33); // 1.5 * 220 / 10
        assertThat(e.predictedThreshold()).isCloseTo(32.1, within(1e-12));
        assertThat(e.truePositives()).isEqualTo(2);
        assertThat(e.falsePositives()).isEqualTo(2);
        assertThat(e.falseNegatives()).isZero();
        assertThat(e.trueNegatives()).isEqualTo(6);
        assertThat(e.precision()).hasValue(0.5);
        assertThat(e.recall()).hasValue(1);
        assertThat(e.f1().orElseThrow()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(e.accuracy()).isEqualTo(0.8);
        assertThat(e.auc()).hasValue(1);
        assertThat(e).hasToString("precision 0.500, recall 1.000, F1 0.667, accuracy 0.800, AUC 1.000");
    }

    @Test
    void eachRuleFindsItsThreshold() {
        assertThat(HighValue.above(20).threshold(ACTUAL)).isEqualTo(20);
        assertThat(HighValue.ofMean(2).threshold(ACTUAL)).isEqualTo(44);
        assertThat(HighValue.ofMean(2).threshold(new double[] {-9, 3})).isEqualTo(3); // nobody is above
        assertThat(HighValue.topShare(0.2).threshold(ACTUAL)).isEqualTo(30); // 55 and 100 are above it
        assertThat(HighValue.topShare(0.01).threshold(ACTUAL)).isEqualTo(55); // at least one
        assertThat(HighValue.topShare(0.8).threshold(ACTUAL)).isZero(); // those at 0 stand on the border: 6 are above
        assertThat(HighValue.topShare(0.5).threshold(new double[] {7})).isEqualTo(7);
        assertThat(List.of(HighValue.DEFAULT, HighValue.above(20), HighValue.topShare(0.2)))
                .hasToString("[above 150 % of the mean, above 20.0, the best 20 %]");
    }

    @Test
    void measuresThatDoNotExistAreAbsent() {
        HighValueEvaluation nobody =
                HighValueEvaluation.of(new double[] {1, 2}, new double[] {3, 3}, HighValue.above(5));
        assertThat(nobody.precision()).isEmpty();
        assertThat(nobody.recall()).isEmpty();
        assertThat(nobody.f1()).isEmpty();
        assertThat(nobody.auc()).isEmpty();
        assertThat(nobody.accuracy()).isEqualTo(1);
        assertThat(nobody).hasToString("accuracy 1.000");
        HighValueEvaluation missed =
                HighValueEvaluation.of(new double[] {1, 2}, new double[] {3, 9}, HighValue.above(5));
        assertThat(missed.precision()).isEmpty();
        assertThat(missed.recall()).hasValue(0);
        assertThat(missed.f1()).hasValue(0);
        HighValueEvaluation all = HighValueEvaluation.of(new double[] {6, 2}, new double[] {7, 9}, HighValue.above(5));
        assertThat(all.auc()).isEmpty();
        assertThat(all.recall()).hasValue(0.5);
    }

    /** Above 35: 40 and 70, both right. A lower threshold adds wrong ones, a higher one loses one. */
    @Test
    void aCalibratedThresholdIsTheOneWithTheHighestF1() {
        assertThat(HighValue.DEFAULT.calibrated(PREDICTED, ACTUAL)).isEqualTo(35);
        // predictions that are all too low still find them
        double[] low = Arrays.stream(PREDICTED).map(v -> v / 1000).toArray();
        double threshold = HighValue.above(33).calibrated(low, ACTUAL);
        assertThat(HighValueEvaluation.of(low, threshold, ACTUAL, 33).f1()).hasValue(1);
        assertThat(HighValueEvaluation.of(low, ACTUAL, HighValue.above(33)).recall())
                .hasValue(0);
        // nobody is high-value: the rule itself
        assertThat(HighValue.above(500).calibrated(PREDICTED, ACTUAL)).isEqualTo(500);
        // all are, and all are found
        double lowest = HighValue.above(-1).calibrated(PREDICTED, ACTUAL);
        assertThat(HighValueEvaluation.of(PREDICTED, lowest, ACTUAL, -1).recall())
                .hasValue(1);
    }

    @Property(tries = 200, seed = "20261122")
    void noOtherThresholdHasAHigherF1(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 8) Integer> values) {
        double[] predicted = values.stream().mapToDouble(v -> v).toArray();
        double[] actual = new double[predicted.length];
        Arrays.setAll(actual, i -> (predicted[i] * 5 + i) % 9);
        HighValue rule = HighValue.above(4);
        double best = HighValueEvaluation.of(predicted, rule.calibrated(predicted, actual), actual, 4)
                .f1()
                .orElse(0);
        for (double threshold = -1; threshold < 9; threshold++) {
            assertThat(HighValueEvaluation.of(predicted, threshold, actual, 4)
                            .f1()
                            .orElse(0))
                    .isLessThanOrEqualTo(best);
        }
    }

    @Test
    void impossibleInputIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HighValue.ofMean(0))
                .withMessageContaining("got 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> HighValue.ofMean(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> HighValue.topShare(1));
        assertThatIllegalArgumentException().isThrownBy(() -> HighValue.above(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> HighValue.DEFAULT.threshold(new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HighValueEvaluation.of(new double[1], new double[2], HighValue.DEFAULT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HighValueEvaluation.of(new double[1], Double.NaN, new double[1], 0))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HighValue.DEFAULT.calibrated(new double[] {Double.NaN}, new double[1]));
    }
}

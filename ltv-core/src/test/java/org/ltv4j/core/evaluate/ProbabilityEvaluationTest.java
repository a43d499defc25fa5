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

class ProbabilityEvaluationTest {
    private static final double[] PREDICTED = {
        0.05, 0.1, 0.1, 0.2, 0.25, 0.3, 0.3, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0
    };
    private static final double[] ACTUAL = {0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1};

    /** roc_auc_score, brier_score_loss and log_loss of scikit-learn 1.2.1; the split with NumPy 1.24.2 from its definition. */
    @Test
    void measuresAreThoseOfTheReference() {
        ProbabilityEvaluation e = ProbabilityEvaluation.of(PREDICTED, ACTUAL);
        assertThat(e.customers()).isEqualTo(20);
        assertThat(e.events()).isEqualTo(10);
        assertThat(e.auc()).hasValue(0.75);
        assertThat(e.brier()).isCloseTo(0.21125, within(1e-15));
        assertThat(e.logLoss()).isCloseTo(0.6522966681181301, within(1e-14));
        assertThat(e.reliability()).isCloseTo(0.03109722222222222, within(1e-15));
        assertThat(e.resolution()).isCloseTo(0.0638888888888889, within(1e-15));
        assertThat(e.uncertainty()).isEqualTo(0.25);
        assertThat(e.within()).isCloseTo(-0.005958333333333343, within(1e-15));
        assertThat(e.calibrationError()).isCloseTo(0.12166666666666667, within(1e-15));
        assertThat(e.brierSkill().orElseThrow()).isCloseTo(1 - 0.21125 / 0.25, within(1e-15));
        assertThat(e.certainAndWrong()).isZero();
        assertThat(e).hasToString("AUC 0.750, Brier 0.2113, log loss 0.6523, calibration error 0.122");
    }

    /** log_loss of scikit-learn 1.2.1, which clips at 2^-52. */
    @Test
    void certaintyThatWasWrongCostsMuchButNotEverything() {
        ProbabilityEvaluation one = ProbabilityEvaluation.of(new double[] {0, 0.2, 0.9}, new double[] {1, 0, 1});
        assertThat(one.logLoss()).isCloseTo(12.124052485363064, within(1e-12));
        assertThat(one.certainAndWrong()).isEqualTo(1);
        ProbabilityEvaluation other = ProbabilityEvaluation.of(new double[] {1, 1}, new double[] {0, 1});
        assertThat(other.logLoss()).isCloseTo(18.021826694558577, within(1e-12));
        assertThat(other.certainAndWrong()).isEqualTo(1);
    }

    /** Two groups of predictions 0.2 and 0.6 with 1 of 5 and 2 of 5 events: by hand. */
    @Test
    void groupsOfEqualPredictionsLeaveNothingOver() {
        double[] predicted = {0.2, 0.2, 0.2, 0.2, 0.2, 0.6, 0.6, 0.6, 0.6, 0.6};
        double[] actual = {1, 0, 0, 0, 0, 1, 1, 0, 0, 0};
        ProbabilityEvaluation e = ProbabilityEvaluation.of(predicted, actual);
        assertThat(e.brier()).isCloseTo((0.64 + 4 * 0.04 + 2 * 0.16 + 3 * 0.36) / 10, within(1e-15));
        assertThat(e.reliability()).isCloseTo(0.5 * 0.04, within(1e-15));
        assertThat(e.resolution()).isCloseTo(0.01, within(1e-15));
        assertThat(e.uncertainty()).isCloseTo(0.3 * 0.7, within(1e-15));
        assertThat(e.within()).isCloseTo(0, within(1e-15));
        assertThat(e.calibrationError()).isCloseTo(0.1, within(1e-15));
        // pairs: 3 * 7 = 21; won 2 * 4 = 8; tied 1 * 4 + 2 * 3 = 10, which count half
        assertThat(e.auc().orElseThrow()).isCloseTo(13 / 21.0, within(1e-15));
    }

    @Test
    void withOneKindOfOutcomeThereIsNothingToTellApart() {
        ProbabilityEvaluation none = ProbabilityEvaluation.of(new double[] {0.1, 0.4}, new double[2]);
        assertThat(none.auc()).isEmpty();
        assertThat(none.brierSkill()).isEmpty();
        assertThat(none.brier()).isCloseTo(0.085, within(1e-15));
        assertThat(none.toString()).startsWith("Brier");
        assertThat(ProbabilityEvaluation.of(new double[] {1}, new double[] {1}).brier())
                .isZero();
    }

    @Property(tries = 200, seed = "20261122")
    void theAreaIsTheShareOfPairsInTheRightOrder(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 6) Integer> values, @ForAll long seed) {
        int n = values.size();
        double[] predicted = values.stream().mapToDouble(v -> v / 6.0).toArray();
        double[] actual = new double[n];
        Arrays.setAll(actual, i -> seed >>> (i % 64) & 1);
        double won = 0;
        long pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (actual[i] == 1 && actual[j] == 0) {
                    pairs++;
                    won += predicted[i] > predicted[j] ? 1 : predicted[i] == predicted[j] ? 0.5 : 0;
                }
            }
        }
        ProbabilityEvaluation e = ProbabilityEvaluation.of(predicted, actual);
        if (pairs == 0) {
            assertThat(e.auc()).isEmpty();
        } else {
            assertThat(e.auc()).hasValue(won / pairs);
        }
        assertThat(e.reliability() - e.resolution() + e.uncertainty() + e.within())
                .isCloseTo(e.brier(), within(1e-14));
    }

    @Test
    void impossibleInputIsRefused() {
        double[] one = {1};
        assertThatIllegalArgumentException().isThrownBy(() -> ProbabilityEvaluation.of(new double[0], new double[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityEvaluation.of(one, new double[2]))
                .withMessageContaining("1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityEvaluation.of(new double[] {0.5, 1.01}, new double[2]))
                .withMessageContaining("row 2")
                .withMessageContaining("1.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityEvaluation.of(new double[] {Double.NaN}, one))
                .withMessageContaining("row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbabilityEvaluation.of(one, new double[] {0.5}))
                .withMessageContaining("0 or 1");
    }
}

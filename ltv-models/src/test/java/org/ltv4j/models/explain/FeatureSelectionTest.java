package org.ltv4j.models.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.outcome.FeatureEstimator;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.models.boost.XgbLtv;
import org.ltv4j.models.boost.XgbOptions;

class FeatureSelectionTest {
    private static final TrainingSet DATA = Shop.data(1_500, 1);
    private static final FeatureEstimator<FeatureModel> TREES = rows -> XgbLtv.fit(
            rows,
            XgbOptions.tweedie()
                    .withoutEarlyStopping()
                    .withRounds(40)
                    .withLearningRate(0.15)
                    .withMaxDepth(4));
    private static final ToDoubleBiFunction<double[], double[]> ERROR =
            (predicted, actual) -> Evaluation.of(predicted, actual).rootMeanSquaredError();

    @Test
    void noiseIsLeftOutAndWhatMattersStays() {
        SelectionResult result = FeatureSelection.backward(DATA, TREES, SelectionOptions.DEFAULT, ERROR);
        assertThat(result.steps()).hasSize(6).allMatch(step -> step.losses().size() == 5);
        assertThat(result.chosen().features())
                .contains("last_90_days_purchases", "mean_spend", "favourite_channel")
                .doesNotContain("noise_a", "noise_b");
        SelectionStep one = result.steps().get(5);
        assertThat(one.features()).hasSize(1);
        assertThat(one.dropped()).isEmpty();
        assertThat(result.cost(one)).isGreaterThan(3 * result.costError(one));
        assertThat(result.cost(result.steps().get(0))).isZero();
        assertThat(result.chosen().loss())
                .isLessThanOrEqualTo(result.best().loss() + result.best().standardError());
        assertThat(result.table()).contains("  chosen").hasLineCount(7);
        assertThat(FeatureSelection.backward(DATA, TREES, SelectionOptions.DEFAULT, ERROR))
                .isEqualTo(result);
    }

    /** 3 +- 1 is the best, 3.5 within one standard error of it, 5 is not: computed by hand. */
    @Test
    void theFewestWithinOneStandardErrorAreChosen() {
        SelectionStep all = new SelectionStep(List.of("a", "b", "c", "d"), List.of(2.5, 4.5), List.of("d"));
        SelectionStep best = new SelectionStep(List.of("a", "b", "c"), List.of(2.0, 4.0), List.of("c"));
        SelectionStep near = new SelectionStep(List.of("a", "b"), List.of(3.0, 4.0), List.of("b"));
        SelectionStep worse = new SelectionStep(List.of("a"), List.of(5.0, 5.0), List.of());
        SelectionResult result = new SelectionResult(List.of(all, best, near, worse));
        assertThat(best.loss()).isEqualTo(3);
        assertThat(best.standardError()).isEqualTo(1);
        assertThat(result.best()).isEqualTo(best);
        assertThat(result.chosen()).isEqualTo(near);
        assertThat(result.cost(near)).isEqualTo(0);
        assertThat(result.costError(near)).isEqualTo(0.5);
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> FeatureSelection.backward(DATA, TREES, SelectionOptions.DEFAULT, (p, a) -> Double.NaN))
                .hasMessageContaining("fold 1 is NaN");
        assertThatThrownBy(() -> new SelectionOptions(1, 0.2, 1, 1)).hasMessageContaining("2 folds or more");
        assertThatThrownBy(() -> new SelectionResult(List.of())).hasMessageContaining("at least one step");
    }
}

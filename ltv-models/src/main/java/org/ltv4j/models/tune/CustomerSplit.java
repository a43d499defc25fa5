package org.ltv4j.models.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.outcome.CustomerFolds;
import org.ltv4j.core.outcome.FeatureEstimator;
import org.ltv4j.core.outcome.TrainingSet;

/**
 * Judges settings by what they foretell of customers that the model has not seen: cross-validation whose folds share no customer.
 * It needs no more history than the training set, but says nothing about times to come; prefer {@link RollingOrigin} where the log
 * is long enough. Immutable.
 *
 * <pre>{@code
 * CustomerSplit folds = CustomerSplit.of(trainingSet, 5, 42);
 * TuningResult result = Tuner.bayesian(space, 42).trials(60).minimise(
 *     folds.loss(settings -> estimatorOf(settings), Evaluation::rootMeanSquaredError));
 * }</pre>
 */
public final class CustomerSplit {
    private final List<Fold> folds;

    private record Fold(TrainingSet training, TrainingSet validation) {}

    private CustomerSplit(List<Fold> folds) {
        this.folds = folds;
    }

    /**
     * Deals customers into folds.
     *
     * @param data rows of customers; all rows of one customer are in one fold
     * @param folds how many, from 2 to the number of customers
     * @param seed of the dealing
     * @return the folds
     * @throws IllegalArgumentException if there are fewer than 2 folds, or fewer customers than folds
     */
    public static CustomerSplit of(TrainingSet data, int folds, long seed) {
        CustomerFolds dealt = CustomerFolds.of(data, folds, seed);
        List<Fold> list = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            list.add(new Fold(data.rows(dealt.rowsOutside(data, fold)), data.rows(dealt.rowsIn(data, fold))));
        }
        return new CustomerSplit(list);
    }

    /**
     * The mean of an error over the folds, reported fold by fold.
     *
     * @param candidate makes the estimator of settings
     * @param error the lower, the better, such as {@code Evaluation::rootMeanSquaredError}
     * @return an objective for {@link Tuner#minimise}
     */
    public ToDoubleFunction<Trial> loss(
            Function<Settings, ? extends FeatureEstimator<?>> candidate, ToDoubleFunction<Evaluation> error) {
        return loss(candidate, (predicted, actual) -> error.applyAsDouble(Evaluation.of(predicted, actual)));
    }

    /**
     * The mean loss over the folds, reported fold by fold.
     *
     * @param candidate makes the estimator of settings
     * @param loss of predictions and what followed, the lower, the better; both have a value per row
     * @return an objective for {@link Tuner#minimise}
     */
    public ToDoubleFunction<Trial> loss(
            Function<Settings, ? extends FeatureEstimator<?>> candidate, ToDoubleBiFunction<double[], double[]> loss) {
        return trial -> {
            FeatureEstimator<?> estimator = candidate.apply(trial.settings());
            return trial.meanOf(
                    folds,
                    fold -> loss.applyAsDouble(
                            estimator
                                    .fit(fold.training())
                                    .predict(fold.validation().features())
                                    .values(),
                            fold.validation().outcomes()));
        };
    }
}

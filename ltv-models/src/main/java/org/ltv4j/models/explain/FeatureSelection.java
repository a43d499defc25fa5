package org.ltv4j.models.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.outcome.CustomerFolds;
import org.ltv4j.core.outcome.FeatureEstimator;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.TrainingSet;

/**
 * Which features may be left out, and what that costs: backward elimination. At each step models are fitted on all folds of customers but
 * one, judged on that one, and the features whose mean contribution there (without signs, on the scale of the outcome) is least are left
 * out. Judging and ranking on customers who were not learnt from keeps features that only fit noise from looking important.
 *
 * <pre>{@code
 * SelectionResult result = FeatureSelection.backward(
 *     data, rows -> XgbLtv.fit(rows, options), SelectionOptions.DEFAULT,
 *     (predicted, actual) -> Evaluation.of(predicted, actual).rootMeanSquaredError());
 * TrainingSet fewer = data.select(result.chosen().features());
 * }</pre>
 */
public final class FeatureSelection {
    private FeatureSelection() {}

    /**
     * Leaves features out, step by step; costs steps times folds fits.
     *
     * @param data rows of customers; all rows of one are in one fold
     * @param estimator fits trees that {@link Explainer#of} can explain, on whichever features are left: constraints must not name others
     * @param options how
     * @param loss of predictions and what followed, the lower, the better; both have a value per row
     * @return the table of steps
     * @throws org.ltv4j.core.data.InvalidDataException if there are fewer customers than folds
     * @throws IllegalArgumentException if the models cannot be explained, or a loss is not finite
     */
    public static SelectionResult backward(
            TrainingSet data,
            FeatureEstimator<? extends FeatureModel> estimator,
            SelectionOptions options,
            ToDoubleBiFunction<double[], double[]> loss) {
        CustomerFolds folds = CustomerFolds.of(data, options.folds(), options.seed());
        List<SelectionStep> steps = new ArrayList<>();
        TrainingSet left = data;
        while (true) {
            List<Double> losses = new ArrayList<>();
            double[] importance = judge(left, folds, estimator, loss, losses);
            List<String> dropped = leastImportant(left.schema().names(), importance, options);
            steps.add(new SelectionStep(left.schema().names(), losses, dropped));
            if (dropped.isEmpty()) {
                return new SelectionResult(steps);
            }
            left = left.select(left.schema().names().stream()
                    .filter(name -> !dropped.contains(name))
                    .toList());
        }
    }

    private static double[] judge(
            TrainingSet data,
            CustomerFolds folds,
            FeatureEstimator<? extends FeatureModel> estimator,
            ToDoubleBiFunction<double[], double[]> loss,
            List<Double> losses) {
        double[] importance = new double[data.schema().size()];
        for (int fold = 0; fold < folds.size(); fold++) {
            FeatureModel model = estimator.fit(data.rows(folds.rowsOutside(data, fold)));
            TrainingSet others = data.rows(folds.rowsIn(data, fold));
            FeatureMatrix features = others.features();
            double lost = loss.applyAsDouble(model.predict(features).values(), others.outcomes());
            if (!Double.isFinite(lost)) {
                throw new IllegalArgumentException("the loss of fold " + (fold + 1) + " is " + lost + ", not finite");
            }
            losses.add(lost);
            double[] means = Explainer.of(model).meanContributions(features);
            for (int f = 0; f < importance.length; f++) {
                importance[f] += means[f] / folds.size();
            }
        }
        return importance;
    }

    private static List<String> leastImportant(List<String> names, double[] importance, SelectionOptions options) {
        int most = names.size() - options.least();
        if (most <= 0) {
            return List.of();
        }
        Integer[] order = new Integer[names.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> importance[i]));
        int unused = (int) Arrays.stream(importance).filter(value -> value == 0).count();
        int share = Math.max(1, (int) (options.dropShare() * names.size()));
        return Arrays.stream(order)
                .limit(Math.min(most, Math.max(unused, share)))
                .map(names::get)
                .toList();
    }
}

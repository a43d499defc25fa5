package org.ltv4j.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Holdout;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.model.PurchaseCount;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.NaiveForecast;
import org.ltv4j.core.score.Scorer;

/**
 * A model and naive baselines against what customers did after the cut.
 *
 * <p>The baselines: {@code historical rate} (each customer goes on at {@code x / T}, spending {@code m} each time),
 * {@code population mean} (everybody goes on at the rate of all customers together) and, where the rows are at hand, {@code same
 * as last period} (each customer repeats the time before the cut that is as long as the holdout, or all of the calibration
 * where that is shorter).
 *
 * @param length how long the holdout is
 * @param transactions purchases in the holdout: the model first, then the baselines
 * @param spend amount spent in the holdout: the model first, then the baselines; empty where amounts are not known or the model
 *     counts purchases only
 */
public record HoldoutEvaluation(Horizon length, List<NamedEvaluation> transactions, List<NamedEvaluation> spend) {
    /**
     * Copies the lists.
     *
     * @param length how long the holdout is
     * @param transactions purchases in the holdout: the model first, then the baselines
     * @param spend amount spent in the holdout: the model first, then the baselines; empty where amounts are not known or the model counts purchases only
     */
    public HoldoutEvaluation {
        transactions = List.copyOf(transactions);
        spend = List.copyOf(spend);
    }

    /**
     * Evaluates a model on a log that was cut.
     *
     * @param model fitted on the calibration, or elsewhere
     * @param split histories and outcomes
     * @return the model and three baselines
     */
    public static HoldoutEvaluation of(ValueModel model, CalibrationHoldout split) {
        Holdout holdout = split.holdout();
        List<Prediction> predictions = predictions(model, split.calibration(), holdout.length());
        predictions.add(Prediction.of(
                NaiveForecast.lastPeriod(split.calibrationLog(), split.calibrationEnd(), holdout.length())));
        return evaluate(predictions, holdout, spendMeans(model, split.calibration()));
    }

    /**
     * Evaluates a model on histories and outcomes without the rows behind them.
     *
     * @param model fitted on the histories, or elsewhere
     * @param calibration histories in the time scale of the model
     * @param holdout outcomes of the same customers in the same order
     * @return the model and two baselines
     * @throws IllegalArgumentException if the two do not have the same number of customers
     */
    public static HoldoutEvaluation of(ValueModel model, CustomerSummaries calibration, Holdout holdout) {
        if (calibration.size() != holdout.size()) {
            throw new IllegalArgumentException("need outcomes of the same customers, got " + calibration.size()
                    + " histories and " + holdout.size() + " outcomes");
        }
        return evaluate(predictions(model, calibration, holdout.length()), holdout, spendMeans(model, calibration));
    }

    private static boolean spendMeans(ValueModel model, CustomerSummaries calibration) {
        return calibration.hasAmounts() && !(model.spend() instanceof PurchaseCount);
    }

    private static List<Prediction> predictions(ValueModel model, CustomerSummaries customers, Horizon length) {
        CustomerScores scores = Scorer.of(model).withHorizon(length).scoreAll(customers);
        double[] transactions = new double[customers.size()];
        double[] spend = new double[customers.size()];
        for (int i = 0; i < customers.size(); i++) {
            transactions[i] = scores.expectedTransactions(i);
            spend[i] = scores.value(i); // nothing discounted, margin 1
        }
        List<Prediction> all = new ArrayList<>();
        all.add(new Prediction(model.purchases().kind() + " + " + model.spend().kind(), transactions, spend));
        all.add(Prediction.of(NaiveForecast.historicalRate(customers, length)));
        all.add(Prediction.of(NaiveForecast.populationMean(customers, length)));
        return all;
    }

    /** What one model or baseline says. */
    private record Prediction(String name, double[] transactions, double[] spend) {
        static Prediction of(NaiveForecast forecast) {
            return new Prediction(forecast.name(), forecast.transactions(), forecast.spend());
        }
    }

    private static HoldoutEvaluation evaluate(List<Prediction> predictions, Holdout holdout, boolean withSpend) {
        double[] transactions = new double[holdout.size()];
        double[] spend = new double[holdout.size()];
        for (int i = 0; i < holdout.size(); i++) {
            transactions[i] = holdout.transactions(i);
            spend[i] = holdout.spend(i);
        }
        return new HoldoutEvaluation(
                holdout.length(),
                named(predictions, Prediction::transactions, transactions),
                withSpend ? named(predictions, Prediction::spend, spend) : List.of());
    }

    private static List<NamedEvaluation> named(
            List<Prediction> predictions, Function<Prediction, double[]> column, double[] actual) {
        return predictions.stream()
                .map(p -> new NamedEvaluation(p.name(), Evaluation.of(column.apply(p), actual)))
                .toList();
    }
}

package org.ltv4j.models.interval;

import java.time.LocalDate;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.outcome.CustomerFolds;
import org.ltv4j.core.outcome.FeatureEstimator;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.outcome.TrainingSet;

/**
 * Intervals around the predictions of any model: {@code prediction +- margin * spread}, where the margin is the
 * {@code ceil((n + 1) confidence)}-th smallest of {@code |y - prediction| / spread} over n calibration rows.
 *
 * <pre>{@code
 * IntervalModel boosted = SplitConformal.fit(data, IntervalOptions.of(0.9), XgbLtv::fit, XgbLtv::fit);
 * OutcomeIntervalModel bgNbd = SplitConformal.fit(estimator, known, spend, IntervalOptions.of(0.9), Spread.ofPrediction(5));
 * }</pre>
 *
 * <p>Lei and others (2018), Journal of the American Statistical Association 113, sections 2.2 and 5.2. See the package for what is
 * promised.
 */
public final class SplitConformal {
    private static final int FOLDS = 5;
    private static final double LEAST_SPREAD = 0.05;

    private SplitConformal() {}

    /**
     * Fits a model on a part of the data and calibrates it on the rest; intervals of one width.
     *
     * @param data features with spend or purchases afterwards
     * @param options which intervals, and what to calibrate on
     * @param model fits the model
     * @return the model
     * @throws InvalidDataException if the outcome is churn, or too few rows are left to calibrate on
     */
    public static IntervalModel fit(
            TrainingSet data, IntervalOptions options, FeatureEstimator<? extends FeatureModel> model) {
        Calibration.checkOutcome(data.outcome());
        CalibrationSplit split = CalibrationSplit.of(data, options);
        return calibrate(model.fit(split.training()), split.calibration(), options, Spread.CONSTANT);
    }

    /**
     * Fits a model and a second one of its absolute residuals on a part of the data, and calibrates both on the rest: intervals are
     * wider for customers who are harder to foretell. Residuals are those of customers not learnt from (5 folds of the training part).
     * A spread below a twentieth of the mean residual counts as that.
     *
     * @param data features with spend or purchases afterwards
     * @param options which intervals, and what to calibrate on
     * @param model fits the model
     * @param spread fits the residuals, which have the outcome's unit and are never below 0
     * @return the model
     * @throws InvalidDataException if the outcome is churn, every training outcome is foretold exactly, or too few rows are left
     */
    public static IntervalModel fit(
            TrainingSet data,
            IntervalOptions options,
            FeatureEstimator<? extends FeatureModel> model,
            FeatureEstimator<? extends FeatureModel> spread) {
        Calibration.checkOutcome(data.outcome());
        CalibrationSplit split = CalibrationSplit.of(data, options);
        TrainingSet training = split.training();
        double[] residuals = new double[training.rows()];
        double sum = 0;
        CustomerFolds folds = CustomerFolds.of(training, FOLDS, options.seed());
        for (int fold = 0; fold < folds.size(); fold++) {
            int[] inside = folds.rowsIn(training, fold);
            int[] outside = folds.rowsOutside(training, fold);
            if (inside.length == 0 || outside.length == 0) {
                continue;
            }
            double[] predicted = model.fit(training.rows(outside))
                    .predict(training.rows(inside).features())
                    .values();
            for (int i = 0; i < inside.length; i++) {
                residuals[inside[i]] = Math.abs(training.outcome(inside[i]) - predicted[i]);
                sum += residuals[inside[i]];
            }
        }
        if (!(sum > 0)) {
            throw new InvalidDataException("every outcome is foretold exactly: there are no residuals to learn");
        }
        FeatureModel errors = spread.fit(training.withOutcomes(training.outcome(), residuals));
        Spread fitted = Spread.ofModel(errors, LEAST_SPREAD * sum / training.rows());
        return calibrate(model.fit(training), split.calibration(), options, fitted);
    }

    /**
     * Calibrates a model that is there already.
     *
     * @param model a model that has not seen the outcomes of the calibration rows
     * @param calibration rows to calibrate on; of a customer with several the newest counts; weights do not count
     * @param options which intervals; how to choose customers does not matter
     * @param spread how errors differ from customer to customer; not learnt from the calibration rows
     * @return the model
     * @throws InvalidDataException if the features differ, or there are too few rows
     */
    public static IntervalModel calibrate(
            FeatureModel model, TrainingSet calibration, IntervalOptions options, Spread spread) {
        return calibrate(new Band.Point(model, spread), calibration, options);
    }

    static IntervalModel calibrate(Band band, TrainingSet calibration, IntervalOptions options) {
        Calibration.checkOutcome(band.outcome());
        if (!band.outcome().equals(calibration.outcome())) {
            throw new InvalidDataException(
                    "the model foretells " + band.outcome() + ", the calibration rows tell " + calibration.outcome());
        }
        GroupNames.check(options.groups(), band.schema());
        TrainingSet rows = CalibrationSplit.newestOfEach(calibration);
        FeatureMatrix features = rows.features();
        Band.Ends ends = band.of(features);
        String[] names = GroupNames.of(options.groups(), ends.centre(), features);
        return new IntervalModel(band, Calibration.of(options, band.outcome(), ends, names, rows.outcomes()));
    }

    /**
     * Fits any estimator on the sales up to a date whose outcomes are known by now, and calibrates it on those outcomes: all customers
     * of the newest such date. The model is the one of that date; later sales move its predictions, not its parameters.
     *
     * @param estimator fits the model
     * @param known the sales that are known
     * @param outcome spend or purchases
     * @param options which intervals; groups by prediction only
     * @param spread constant or by prediction
     * @return the model
     * @throws InvalidDataException if the sales are too short, the outcome is churn, or there are too few customers
     */
    public static OutcomeIntervalModel fit(
            OutcomeEstimator estimator, KnownSales known, Outcome outcome, IntervalOptions options, Spread spread) {
        Calibration.checkOutcome(outcome);
        LocalDate date = known.asOf().minusDays(outcome.days());
        return calibrate(estimator.fit(known.until(date), outcome), known, date, options, spread);
    }

    /**
     * Calibrates a model of any kind on what all customers of a past date did afterwards.
     *
     * @param model a model fitted on nothing after that date
     * @param known the sales that are known
     * @param date the date; its outcomes must be known
     * @param options which intervals; groups by prediction only
     * @param spread constant or by prediction
     * @return the model
     * @throws InvalidDataException if the outcome is churn or not yet known, or there are too few customers
     */
    public static OutcomeIntervalModel calibrate(
            OutcomeModel model, KnownSales known, LocalDate date, IntervalOptions options, Spread spread) {
        Calibration.checkOutcome(model.outcome());
        Predictions predicted = model.predict(known.until(date));
        double[] actual = model.outcome().of(known, predicted.customers(), date);
        double[] centre = predicted.values();
        Band.Ends ends = OutcomeIntervalModel.ends(centre, spread);
        String[] names = GroupNames.of(options.groups(), centre, null);
        return new OutcomeIntervalModel(model, spread, Calibration.of(options, model.outcome(), ends, names, actual));
    }
}

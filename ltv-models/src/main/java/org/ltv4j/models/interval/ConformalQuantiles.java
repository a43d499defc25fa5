package org.ltv4j.models.interval;

import java.math.BigDecimal;
import java.util.TreeSet;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.models.boost.Objective;
import org.ltv4j.models.boost.XgbLtv;
import org.ltv4j.models.boost.XgbLtvModel;
import org.ltv4j.models.boost.XgbOptions;

/**
 * Conformalised quantile regression: boosted trees foretell a lower and an upper quantile of each customer, and customers they have not
 * seen tell how far these are off. With scores {@code e = max(lower - y, y - upper)} of n customers, both ends are moved outwards by the
 * {@code ceil((n + 1) confidence)}-th smallest score, inwards if it is below 0.
 *
 * <pre>{@code
 * IntervalModel model = ConformalQuantiles.fit(data, IntervalOptions.of(0.9));
 * }</pre>
 *
 * <p>Romano, Patterson and Candes (2019), NeurIPS 32, theorem 1. See the package for what is promised.
 */
public final class ConformalQuantiles {
    private ConformalQuantiles() {}

    /**
     * Fits and calibrates with the usual options of trees.
     *
     * @param data features with spend or purchases afterwards
     * @param options which intervals, and what to calibrate on
     * @return the model
     * @throws org.ltv4j.core.data.InvalidDataException if the outcome is churn, or too few rows are left to calibrate on
     * @throws org.ltv4j.models.boost.NativeLibraryException if XGBoost cannot be used on this machine
     */
    public static IntervalModel fit(TrainingSet data, IntervalOptions options) {
        return fit(data, options, XgbOptions.quantiles(0.5));
    }

    /**
     * Fits and calibrates.
     *
     * @param data features with spend or purchases afterwards
     * @param options which intervals, and what to calibrate on
     * @param trees how to train; the objective is replaced by the quantiles needed and the median
     * @return the model
     * @throws IllegalArgumentException if the options of trees cannot be had with quantiles, such as monotone constraints
     * @throws org.ltv4j.core.data.InvalidDataException if the outcome is churn, or too few rows are left to calibrate on
     * @throws org.ltv4j.models.boost.NativeLibraryException if XGBoost cannot be used on this machine
     */
    public static IntervalModel fit(TrainingSet data, IntervalOptions options, XgbOptions trees) {
        Calibration.checkOutcome(data.outcome());
        CalibrationSplit split = CalibrationSplit.of(data, options);
        XgbOptions quantiles = new XgbOptions(
                Objective.quantiles(levels(options)),
                trees.growth(),
                trees.sampling(),
                trees.stopping(),
                trees.constraints(),
                trees.categories(),
                1,
                trees.clampsNegative(),
                trees.seed());
        return calibrate(XgbLtv.fit(split.training(), quantiles), split.calibration(), options);
    }

    /** In decimals, so that the ends of 0.9 are 0.05 and 0.95. */
    private static double[] levels(IntervalOptions options) {
        BigDecimal outside = BigDecimal.ONE.subtract(BigDecimal.valueOf(options.confidence()));
        BigDecimal tail = options.side() == Side.BOTH ? outside.multiply(BigDecimal.valueOf(0.5)) : outside;
        TreeSet<Double> levels = new TreeSet<>();
        levels.add(0.5);
        if (options.side() != Side.UPPER) {
            levels.add(tail.doubleValue());
        }
        if (options.side() != Side.LOWER) {
            levels.add(BigDecimal.ONE.subtract(tail).doubleValue());
        }
        return levels.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Calibrates a model of quantiles that is there already. Its lowest and highest level are the ends.
     *
     * @param model a model of quantiles that has not seen the outcomes of the calibration rows
     * @param calibration rows to calibrate on; of a customer with several the newest counts; weights do not count
     * @param options which intervals; how to choose customers does not matter
     * @return the model
     * @throws IllegalArgumentException if the model is not one of quantiles
     * @throws org.ltv4j.core.data.InvalidDataException if the features differ, or there are too few rows
     */
    public static IntervalModel calibrate(XgbLtvModel model, TrainingSet calibration, IntervalOptions options) {
        return SplitConformal.calibrate(new Band.Quantiles(model), calibration, options);
    }

    /**
     * Calibrates two models of any kind that foretell the ends.
     *
     * @param lower foretells a lower quantile
     * @param upper foretells an upper quantile of the same outcome from the same features
     * @param calibration rows whose outcomes neither model has seen; of a customer with several the newest counts
     * @param options which intervals; how to choose customers does not matter
     * @return the model
     * @throws org.ltv4j.core.data.InvalidDataException if the features differ, or there are too few rows
     */
    public static IntervalModel calibrate(
            FeatureModel lower, FeatureModel upper, TrainingSet calibration, IntervalOptions options) {
        return SplitConformal.calibrate(new Band.Pair(lower, upper), calibration, options);
    }
}

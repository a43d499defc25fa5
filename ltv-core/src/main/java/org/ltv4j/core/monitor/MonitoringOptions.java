package org.ltv4j.core.monitor;

import java.util.Optional;
import org.ltv4j.core.evaluate.backtest.Bootstrap;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.outcome.Outcome;

/**
 * When a model in use is worth a look or a new fit.
 *
 * @param drift how customers are compared with those of the day of the fit
 * @param calibration how outcomes are compared with predictions
 * @param refitAfterDays a model that knows nothing of so many last days is fitted anew whatever the figures say, at least 1
 * @param duelBy the metric by which champion and challenger are compared; empty for the usual one: the root of the mean squared error,
 *     or the Brier score of probabilities
 * @param bootstrap the interval of their difference
 */
public record MonitoringOptions(
        DriftOptions drift,
        CalibrationOptions calibration,
        int refitAfterDays,
        Optional<Metric> duelBy,
        Bootstrap bootstrap) {
    /**
     * Checks the days.
     *
     * @param drift how customers are compared with those of the day of the fit
     * @param calibration how outcomes are compared with predictions
     * @param refitAfterDays at least 1
     * @param duelBy the metric by which champion and challenger are compared; empty for the usual one
     * @param bootstrap the interval of their difference
     */
    public MonitoringOptions {
        if (refitAfterDays < 1) {
            throw new IllegalArgumentException("days until a refit must be at least 1, got " + refitAfterDays);
        }
    }

    /**
     * The usual thresholds, half a year at most, 1000 resamples.
     *
     * @return the usual choice
     */
    public static MonitoringOptions defaults() {
        return new MonitoringOptions(
                DriftOptions.defaults(), CalibrationOptions.defaults(), 180, Optional.empty(), Bootstrap.of(1000, 1));
    }

    /**
     * Other thresholds of drift.
     *
     * @param newDrift how customers are compared
     * @return a copy
     */
    public MonitoringOptions withDrift(DriftOptions newDrift) {
        return new MonitoringOptions(newDrift, calibration, refitAfterDays, duelBy, bootstrap);
    }

    /**
     * Other thresholds of calibration.
     *
     * @param newCalibration how outcomes are compared with predictions
     * @return a copy
     */
    public MonitoringOptions withCalibration(CalibrationOptions newCalibration) {
        return new MonitoringOptions(drift, newCalibration, refitAfterDays, duelBy, bootstrap);
    }

    /**
     * Another age.
     *
     * @param days at least 1
     * @return a copy
     */
    public MonitoringOptions withRefitAfterDays(int days) {
        return new MonitoringOptions(drift, calibration, days, duelBy, bootstrap);
    }

    /**
     * Another metric for champion and challenger.
     *
     * @param metric one that exists for the outcome
     * @return a copy
     */
    public MonitoringOptions withDuelBy(Metric metric) {
        return new MonitoringOptions(drift, calibration, refitAfterDays, Optional.of(metric), bootstrap);
    }

    /**
     * Another interval.
     *
     * @param newBootstrap how it is made
     * @return a copy
     */
    public MonitoringOptions withBootstrap(Bootstrap newBootstrap) {
        return new MonitoringOptions(drift, calibration, refitAfterDays, duelBy, newBootstrap);
    }

    Metric metric(Outcome outcome) {
        return duelBy.orElse(outcome.isProbability() ? Metric.BRIER : Metric.RMSE);
    }
}

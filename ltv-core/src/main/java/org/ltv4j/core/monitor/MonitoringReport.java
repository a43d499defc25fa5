package org.ltv4j.core.monitor;

import java.util.Optional;

/**
 * How a model in use is doing.
 *
 * @param drift the customers of now beside those of the day of the fit
 * @param calibration what the model foretold a horizon ago beside what happened; empty as long as it was fitted on a part of that horizon
 * @param advice what to do
 */
public record MonitoringReport(DriftReport drift, Optional<CalibrationDrift> calibration, RetrainAdvice advice) {
    /** The advice, then the figures. */
    @Override
    public String toString() {
        return advice + "\n" + drift + calibration.map(ratios -> "\n" + ratios).orElse("");
    }
}

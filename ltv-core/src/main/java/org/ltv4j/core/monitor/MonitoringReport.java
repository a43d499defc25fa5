package org.ltv4j.core.monitor;

import java.util.Optional;

/**
 * How a model in use is doing.
 *
 * @param drift the customers of now beside those of the day of the fit
 * @param calibration what the model foretold a horizon ago beside what happened; empty as long as it was fitted on a part of that horizon
 * @param early a first look at the part of the horizon that is over; empty where {@code calibration} is there, or nothing can be told
 * @param advice what to do
 */
public record MonitoringReport(
        DriftReport drift,
        Optional<CalibrationDrift> calibration,
        Optional<EarlyCalibration> early,
        RetrainAdvice advice) {
    /**
     * The report for other programs, such as an alert or a dashboard. There is no customer in it.
     *
     * @return JSON: {@code format} is {@code ltv-monitoring}, {@code advice}, {@code drift}, and {@code calibration} or {@code early}
     *     where there is one
     */
    public String toJson() {
        return MonitorJson.of("ltv-monitoring", out -> MonitorJson.report(this, out));
    }

    /** The advice, then the figures. */
    @Override
    public String toString() {
        return advice + "\n" + drift
                + calibration.map(ratios -> "\n" + ratios).orElse("")
                + early.map(look -> "\n" + look).orElse("");
    }
}

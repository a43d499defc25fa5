package org.ltv4j.core.monitor;

/**
 * When what happened differs from what was foretold by more than chance and convention allow.
 *
 * @param moderate least distance of the ratio from 1 of a moderate shift, in (0, 1)
 * @param strong least distance of a strong shift, at least {@code moderate} and below 1
 * @param confidence of the interval that must leave out 1, in (0, 1); for tenths the intervals hold together with this confidence
 * @param leastRows below so many customers nothing is said, at least 2
 */
public record CalibrationOptions(double moderate, double strong, double confidence, int leastRows) {
    /**
     * Checks the numbers.
     *
     * @param moderate least distance of the ratio from 1 of a moderate shift, in (0, 1)
     * @param strong least distance of a strong shift, at least {@code moderate} and below 1
     * @param confidence of the interval that must leave out 1, in (0, 1)
     * @param leastRows below so many customers nothing is said, at least 2
     */
    public CalibrationOptions {
        if (!(moderate > 0) || !(strong >= moderate) || !(strong < 1)) {
            throw new IllegalArgumentException("need 0 < moderate <= strong < 1, got " + moderate + " and " + strong);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies in (0, 1), got " + confidence);
        }
        if (leastRows < 2) {
            throw new IllegalArgumentException("least rows must be at least 2, got " + leastRows);
        }
    }

    /**
     * From 10 and 25 per cent on, intervals of 95 per cent, 50 customers.
     *
     * @return the usual choice
     */
    public static CalibrationOptions defaults() {
        return new CalibrationOptions(0.1, 0.25, 0.95, 50);
    }

    /**
     * Other thresholds.
     *
     * @param newModerate least distance of the ratio from 1 of a moderate shift, in (0, 1)
     * @param newStrong least distance of a strong shift, at least that and below 1
     * @return a copy
     */
    public CalibrationOptions withThresholds(double newModerate, double newStrong) {
        return new CalibrationOptions(newModerate, newStrong, confidence, leastRows);
    }

    /**
     * Another confidence.
     *
     * @param newConfidence of the interval that must leave out 1, in (0, 1)
     * @return a copy
     */
    public CalibrationOptions withConfidence(double newConfidence) {
        return new CalibrationOptions(moderate, strong, newConfidence, leastRows);
    }
}

package org.ltv4j.core.monitor;

/**
 * How two populations are compared. The thresholds are conventions of credit scoring, not results of a theory; what is theory is the
 * noise below them, and a shift counts only if it is beyond both.
 *
 * @param bins of numbers, from 2 to 100; fewer where values are equal or rows few
 * @param moderate least index of a moderate shift, above 0
 * @param strong least index of a strong shift, at least {@code moderate}
 * @param falseAlarms chance of any alarm among all columns together where nothing has changed, in (0, 1)
 * @param leastRows below so many rows, then or now, nothing is said, at least 1
 */
public record DriftOptions(int bins, double moderate, double strong, double falseAlarms, int leastRows) {
    /**
     * Checks the numbers.
     *
     * @param bins of numbers, from 2 to 100
     * @param moderate least index of a moderate shift, above 0
     * @param strong least index of a strong shift, at least {@code moderate}
     * @param falseAlarms chance of any alarm among all columns together where nothing has changed, in (0, 1)
     * @param leastRows below so many rows, then or now, nothing is said, at least 1
     */
    public DriftOptions {
        checkBins(bins);
        if (!(moderate > 0) || !(strong >= moderate) || Double.isInfinite(strong)) {
            throw new IllegalArgumentException(
                    "need 0 < moderate <= strong, both finite, got " + moderate + " and " + strong);
        }
        if (!(falseAlarms > 0 && falseAlarms < 1)) {
            throw new IllegalArgumentException("the chance of a false alarm lies in (0, 1), got " + falseAlarms);
        }
        if (leastRows < 1) {
            throw new IllegalArgumentException("least rows must be at least 1, got " + leastRows);
        }
    }

    static void checkBins(int bins) {
        if (bins < 2 || bins > 100) {
            throw new IllegalArgumentException("bins must be 2 to 100, got " + bins);
        }
    }

    /**
     * Ten bins, shifts from 0.1 and 0.25 on, a false alarm in one comparison of twenty, 50 rows.
     *
     * @return the usual choice
     */
    public static DriftOptions defaults() {
        return new DriftOptions(10, 0.1, 0.25, 0.05, 50);
    }

    /**
     * Another number of bins.
     *
     * @param newBins from 2 to 100
     * @return a copy
     */
    public DriftOptions withBins(int newBins) {
        return new DriftOptions(newBins, moderate, strong, falseAlarms, leastRows);
    }

    /**
     * Other thresholds.
     *
     * @param newModerate least index of a moderate shift, above 0
     * @param newStrong least index of a strong shift, at least that
     * @return a copy
     */
    public DriftOptions withThresholds(double newModerate, double newStrong) {
        return new DriftOptions(bins, newModerate, newStrong, falseAlarms, leastRows);
    }

    /**
     * Another chance of a false alarm.
     *
     * @param chance of any alarm among all columns together where nothing has changed, in (0, 1)
     * @return a copy
     */
    public DriftOptions withFalseAlarms(double chance) {
        return new DriftOptions(bins, moderate, strong, chance, leastRows);
    }

    /**
     * Another least number of rows.
     *
     * @param rows at least 1
     * @return a copy
     */
    public DriftOptions withLeastRows(int rows) {
        return new DriftOptions(bins, moderate, strong, falseAlarms, rows);
    }
}

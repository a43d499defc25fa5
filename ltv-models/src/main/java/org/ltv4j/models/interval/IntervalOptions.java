package org.ltv4j.models.interval;

/**
 * Which intervals to make, and what to calibrate them on.
 *
 * <pre>{@code
 * IntervalOptions options = IntervalOptions.of(0.9).withGroups(CalibrationGroups.ofFeature("purchases", 2, 5)).withSeed(7);
 * }</pre>
 *
 * @param confidence share of outcomes that shall be within, at least 0.5 and below 1
 * @param side which ends there are
 * @param part which rows calibrate
 * @param share part of the customers that calibrate, above 0 and below 1; counts for {@link CalibrationPart#CUSTOMERS} only
 * @param groups groups that are calibrated apart
 * @param seed of the choice of customers
 */
public record IntervalOptions(
        double confidence, Side side, CalibrationPart part, double share, CalibrationGroups groups, long seed) {
    private static final double USUAL_SHARE = 0.25;
    private static final long USUAL_SEED = 42;

    /**
     * Checks the numbers.
     *
     * @param confidence share of outcomes that shall be within, at least 0.5 and below 1
     * @param side which ends there are
     * @param part which rows calibrate
     * @param share part of the customers that calibrate, above 0 and below 1; counts for {@link CalibrationPart#CUSTOMERS} only
     * @param groups groups that are calibrated apart
     * @param seed of the choice of customers
     */
    public IntervalOptions {
        if (!(confidence >= 0.5 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "the confidence is a share of at least 0.5 and below 1, such as 0.9, got " + confidence);
        }
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "the share of customers that calibrate is above 0 and below 1, got " + share);
        }
    }

    /**
     * Intervals with two ends, calibrated on a quarter of the customers, all together.
     *
     * @param confidence share of outcomes that shall be within, at least 0.5 and below 1
     * @return the options, seed 42
     */
    public static IntervalOptions of(double confidence) {
        return new IntervalOptions(
                confidence, Side.BOTH, CalibrationPart.CUSTOMERS, USUAL_SHARE, CalibrationGroups.NONE, USUAL_SEED);
    }

    /**
     * With other ends.
     *
     * @param value which ends there are
     * @return changed options
     */
    public IntervalOptions withSide(Side value) {
        return new IntervalOptions(confidence, value, part, share, groups, seed);
    }

    /**
     * Calibrated on all customers as of the newest date.
     *
     * @return changed options
     */
    public IntervalOptions onNewestDate() {
        return new IntervalOptions(confidence, side, CalibrationPart.NEWEST_DATE, share, groups, seed);
    }

    /**
     * Calibrated on another share of the customers.
     *
     * @param value above 0 and below 1
     * @return changed options
     */
    public IntervalOptions onCustomers(double value) {
        return new IntervalOptions(confidence, side, CalibrationPart.CUSTOMERS, value, groups, seed);
    }

    /**
     * With groups that are calibrated apart.
     *
     * @param value the groups
     * @return changed options
     */
    public IntervalOptions withGroups(CalibrationGroups value) {
        return new IntervalOptions(confidence, side, part, share, value, seed);
    }

    /**
     * With another seed.
     *
     * @param value any number
     * @return changed options
     */
    public IntervalOptions withSeed(long value) {
        return new IntervalOptions(confidence, side, part, share, groups, value);
    }
}

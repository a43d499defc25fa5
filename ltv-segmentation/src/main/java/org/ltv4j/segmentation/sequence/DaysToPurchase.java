package org.ltv4j.segmentation.sequence;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How many days it takes from one purchase to another one, within a window, where some purchases are too young to know: the
 * estimator of Kaplan and Meier (1958), JASA 53(282). A purchase whose following days end with the data counts as long as it is known.
 * Immutable.
 */
public final class DaysToPurchase {
    /** Rounding makes probabilities wrong by less, one purchase changes them by more. */
    private static final double ROUNDING = 1e-10;

    private final int[] atRisk;
    private final int[] bought;
    private final double[] probability;

    /**
     * Takes counts by day, from 1 to the end of the window.
     *
     * @param atRisk by day - 1: purchases known that long and not followed before, never rising
     * @param bought by day - 1: those followed on that day, at most as many
     */
    DaysToPurchase(int[] atRisk, int[] bought) {
        this.atRisk = atRisk;
        this.bought = bought;
        probability = new double[atRisk.length + 1];
        double left = 1;
        for (int day = 1; day <= atRisk.length; day++) {
            if (bought[day - 1] > 0) {
                left *= 1 - (double) bought[day - 1] / atRisk[day - 1];
            }
            probability[day] = 1 - left;
        }
    }

    /**
     * The days that are looked at.
     *
     * @return at least 1
     */
    public int window() {
        return atRisk.length;
    }

    /**
     * Purchases that are known until a day and were not followed before it.
     *
     * @param day from 1 to {@link #window()}
     * @return how many
     */
    public int atRisk(int day) {
        return atRisk[require(day, 1) - 1];
    }

    /**
     * Purchases that were followed on a day.
     *
     * @param day from 1 to {@link #window()}
     * @return how many
     */
    public int bought(int day) {
        return bought[require(day, 1) - 1];
    }

    /**
     * The probability of having been followed by a day.
     *
     * @param day from 0 to {@link #window()}
     * @return from 0 to 1, never falling; from the last day on that anybody is known, as it was then
     */
    public double probabilityBy(int day) {
        return probability[require(day, 0)];
    }

    private int require(int day, int least) {
        if (day < least || day > atRisk.length) {
            throw new IllegalArgumentException(
                    "the window has the days " + least + " to " + atRisk.length + ", got " + day);
        }
        return day;
    }

    /**
     * The day by which a share of all purchases is followed.
     *
     * @param share above 0, at most 1
     * @return empty if it takes longer than the window
     */
    public OptionalInt day(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies in (0, 1], got " + share);
        }
        for (int day = 1; day <= atRisk.length; day++) {
            if (probability[day] > 0 && probability[day] >= share - ROUNDING) {
                return OptionalInt.of(day);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The day by which a share of those followed within the window are followed.
     *
     * @param share above 0, at most 1; 0.5 for the median
     * @return empty if none is followed
     */
    public OptionalInt dayOfBuyers(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies in (0, 1], got " + share);
        }
        double all = probability[atRisk.length];
        return all == 0 ? OptionalInt.empty() : day(share * all);
    }

    /** Equal counts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DaysToPurchase that
                && Arrays.equals(atRisk, that.atRisk)
                && Arrays.equals(bought, that.bought);
    }

    /** Of the counts. */
    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(atRisk) + Arrays.hashCode(bought);
    }

    /** The window and the probability at its end. */
    @Override
    public String toString() {
        return "DaysToPurchase[" + window() + " days, " + probability[atRisk.length] + " by then]";
    }
}

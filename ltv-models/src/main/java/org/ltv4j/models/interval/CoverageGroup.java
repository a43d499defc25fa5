package org.ltv4j.models.interval;

import org.ltv4j.core.internal.math.SpecialFunctions;
import org.ltv4j.core.model.Interval;

/**
 * How often the intervals of some customers held.
 *
 * @param name who they are
 * @param customers how many, at least 1
 * @param covered how many outcomes lie within their interval, ends included
 * @param below how many lie below
 * @param above how many lie above
 * @param meanCentre mean point prediction
 * @param meanWidth mean of upper minus lower end; infinite if one of them is
 */
public record CoverageGroup(
        String name, int customers, int covered, int below, int above, double meanCentre, double meanWidth) {
    private static final double LEVEL = 0.95;
    private static final int STEPS = 60;

    /**
     * Checks the counts.
     *
     * @param name who they are
     * @param customers how many, at least 1
     * @param covered how many outcomes lie within their interval, ends included
     * @param below how many lie below
     * @param above how many lie above
     * @param meanCentre mean point prediction
     * @param meanWidth mean of upper minus lower end; infinite if one of them is
     */
    public CoverageGroup {
        if (customers < 1 || covered < 0 || below < 0 || above < 0 || covered + below + above != customers) {
            throw new IllegalArgumentException("of " + customers + " customers " + covered + " are within, " + below
                    + " below and " + above + " above: these must sum up");
        }
    }

    /**
     * The share within.
     *
     * @return from 0 to 1
     */
    public double coverage() {
        return (double) covered / customers;
    }

    /**
     * Where the coverage lies in truth, at 95 %: the exact binomial interval of Clopper and Pearson (1934), Biometrika 26(4). It holds
     * for a model that is given, over customers drawn independently.
     *
     * @return within 0 and 1
     */
    public Interval interval() {
        double tail = (1 - LEVEL) / 2;
        double lower = covered == 0 ? 0 : inverse(covered, customers - covered + 1.0, tail);
        double upper = covered == customers ? 1 : inverse(covered + 1.0, customers - covered, 1 - tail);
        return new Interval(lower, upper);
    }

    /** Where the beta distribution reaches a probability: its cumulative function rises, so halving finds it. */
    private static double inverse(double a, double b, double probability) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (SpecialFunctions.regularizedBeta(middle, a, b) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}

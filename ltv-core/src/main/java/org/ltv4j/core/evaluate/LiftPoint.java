package org.ltv4j.core.evaluate;

/**
 * What the customers with the highest predictions account for.
 *
 * @param customerShare share of the customers, from the highest prediction on, in (0, 1]
 * @param captured their share of the actual total
 * @param best the share of as many customers chosen with hindsight
 */
public record LiftPoint(double customerShare, double captured, double best) {
    /**
     * How much better than customers chosen at random.
     *
     * @return captured share over share of customers; 1 is chance
     */
    public double lift() {
        return captured / customerShare;
    }

    /**
     * How much of what hindsight could have captured was captured.
     *
     * @return {@code captured / best}
     */
    public double ofBest() {
        return captured / best;
    }
}

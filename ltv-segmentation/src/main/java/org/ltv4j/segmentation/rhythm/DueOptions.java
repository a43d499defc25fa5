package org.ltv4j.segmentation.rhythm;

/**
 * Which forecasts count as due.
 *
 * @param daysAhead those whose usual date is so many days ahead or sooner, at least 1
 * @param minPurchases those of customers who bought the product so often, at least 1
 * @param minStillBuying those whose customer has not given the product up with this probability, from 0 to 1
 * @param most so many at most, at least 1
 */
public record DueOptions(int daysAhead, int minPurchases, double minStillBuying, int most) {
    /**
     * Checks the ranges.
     *
     * @param daysAhead at least 1
     * @param minPurchases at least 1
     * @param minStillBuying from 0 to 1
     * @param most at least 1
     */
    public DueOptions {
        if (daysAhead < 1 || minPurchases < 1 || most < 1) {
            throw new IllegalArgumentException("need daysAhead, minPurchases and most of at least 1, got " + daysAhead
                    + ", " + minPurchases + " and " + most);
        }
        if (!(minStillBuying >= 0 && minStillBuying <= 1)) {
            throw new IllegalArgumentException("a probability lies in [0, 1], got minStillBuying=" + minStillBuying);
        }
    }

    /**
     * Due within some days, bought at least twice, and more likely than not still wanted.
     *
     * @param days at least 1
     * @return the choice
     */
    public static DueOptions withinDays(int days) {
        return new DueOptions(days, 2, 0.5, Integer.MAX_VALUE);
    }

    /**
     * With another number of purchases.
     *
     * @param purchases at least 1
     * @return changed options
     */
    public DueOptions withMinPurchases(int purchases) {
        return new DueOptions(daysAhead, purchases, minStillBuying, most);
    }

    /**
     * With another probability of still buying.
     *
     * @param probability from 0 to 1
     * @return changed options
     */
    public DueOptions withMinStillBuying(double probability) {
        return new DueOptions(daysAhead, minPurchases, probability, most);
    }

    /**
     * With at most so many.
     *
     * @param number at least 1
     * @return changed options
     */
    public DueOptions withMost(int number) {
        return new DueOptions(daysAhead, minPurchases, minStillBuying, number);
    }
}

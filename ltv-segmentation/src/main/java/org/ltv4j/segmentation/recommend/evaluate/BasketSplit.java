package org.ltv4j.segmentation.recommend.evaluate;

import java.time.LocalDate;
import java.util.Arrays;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Baskets cut in two by time. Items and customers keep their numbers in both parts.
 *
 * @param before what a recommender may learn from
 * @param after what it is judged on
 */
public record BasketSplit(BasketLog before, BasketLog after) {
    /**
     * Cuts after a day.
     *
     * @param baskets baskets that know when they were bought
     * @param lastDay last day of the first part
     * @return both parts
     * @throws IllegalArgumentException if the baskets have no times, or a part is empty
     */
    public static BasketSplit after(BasketLog baskets, LocalDate lastDay) {
        if (!baskets.hasTimes()) {
            throw new IllegalArgumentException(
                    "these baskets have no times: make them from a log, or cut them by their order with BasketSplit.share");
        }
        long last = lastDay.toEpochDay();
        return parts(
                baskets.keep(b -> baskets.day(b) <= last),
                baskets.keep(b -> baskets.day(b) > last),
                "the cut after " + lastDay);
    }

    /**
     * Cuts so that the first part has about a share of the baskets: after a moment where they have times (baskets of one moment are never
     * torn apart), else by their order.
     *
     * @param baskets any baskets
     * @param share of the first part, in (0, 1)
     * @return both parts
     * @throws IllegalArgumentException if the share is out of range, or a part is empty
     */
    public static BasketSplit share(BasketLog baskets, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("the share of the first part lies in (0, 1), got " + share);
        }
        int first = (int) Math.round(share * baskets.size());
        String cut = "a cut after " + first + " of " + baskets.size() + " baskets";
        if (!baskets.hasTimes() || first < 1) {
            return parts(baskets.keep(b -> b < first), baskets.keep(b -> b >= first), cut);
        }
        long[] seconds = new long[baskets.size()];
        Arrays.setAll(seconds, baskets::second);
        Arrays.sort(seconds);
        long last = seconds[first - 1];
        return parts(baskets.keep(b -> baskets.second(b) <= last), baskets.keep(b -> baskets.second(b) > last), cut);
    }

    private static BasketSplit parts(BasketLog before, BasketLog after, String cut) {
        if (before.size() == 0 || after.size() == 0) {
            throw new IllegalArgumentException(cut + " leaves " + before.size() + " baskets before it and "
                    + after.size() + " after it: both parts need some");
        }
        return new BasketSplit(before, after);
    }
}

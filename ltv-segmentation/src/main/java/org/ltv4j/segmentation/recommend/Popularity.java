package org.ltv4j.segmentation.recommend;

import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.basket.BasketLog;

/** Counts what is bought most: of all time, lately, and by segment. What every other recommender has to beat. */
public final class Popularity {
    private Popularity() {}

    /**
     * What was bought most in all baskets, each counting the same.
     *
     * @param baskets any baskets
     * @return the recommender
     */
    public static PopularityRecommender allTime(BasketLog baskets) {
        return count(baskets, Double.POSITIVE_INFINITY, IdTable.EMPTY, new int[0]);
    }

    /**
     * What was bought most lately: a basket counts {@code 2^(-d / h)}, where d is how long before the newest basket it was bought.
     *
     * @param baskets baskets that know when they were bought
     * @param halfLifeDays h, in days, above 0
     * @return the recommender
     * @throws IllegalArgumentException if the half-life is not above 0, or the baskets have no times
     */
    public static PopularityRecommender recent(BasketLog baskets, double halfLifeDays) {
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("a half-life is a number of days above 0, got " + halfLifeDays);
        }
        if (!baskets.hasTimes()) {
            throw new IllegalArgumentException(
                    "these baskets have no times: make them from a log, or use Popularity.allTime");
        }
        return count(baskets, halfLifeDays, IdTable.EMPTY, new int[0]);
    }

    /**
     * What each segment of customers buys most. Visits without a segment, or of a segment without baskets, get what all buy most.
     *
     * @param baskets baskets that know their customer
     * @param halfLifeDays half-life of a basket in days, or infinite
     * @param segments names of the segments
     * @param segmentOf the segment of each customer number of the baskets, or {@link Visit#NO_SEGMENT}
     * @return the recommender
     * @throws IllegalArgumentException if there is not one segment for each customer, or one has a number without name
     */
    public static PopularityRecommender bySegment(
            BasketLog baskets, double halfLifeDays, IdTable segments, int[] segmentOf) {
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("a half-life is a number of days above 0, got " + halfLifeDays);
        }
        if (segmentOf.length != baskets.customers().size()) {
            throw new IllegalArgumentException("need a segment for each of the "
                    + baskets.customers().size() + " customers of the baskets, got " + segmentOf.length);
        }
        for (int segment : segmentOf) {
            if (segment < Visit.NO_SEGMENT || segment >= segments.size()) {
                throw new IllegalArgumentException("there is no segment number " + segment + ": there are "
                        + segments.size() + ", numbered from 0, and -1 stands for none");
            }
        }
        return count(baskets, halfLifeDays, segments, segmentOf);
    }

    private static PopularityRecommender count(
            BasketLog baskets, double halfLifeDays, IdTable segments, int[] segmentOf) {
        int items = baskets.items().size();
        double[] totals = new double[segments.size() + 1];
        double[] sums = new double[Math.multiplyExact(totals.length, items)];
        double scale = 1 / (halfLifeDays * 86_400);
        long newest = scale == 0 ? 0 : newest(baskets);
        for (int b = 0; b < baskets.size(); b++) {
            long age = scale == 0 ? 0 : newest - baskets.second(b);
            double weight = age == 0 ? 1 : StrictMath.pow(2, -(age * scale));
            int customer = baskets.customer(b);
            int segment = segmentOf.length == 0 || customer == BasketLog.NONE ? Visit.NO_SEGMENT : segmentOf[customer];
            add(baskets, b, weight, 0, totals, sums);
            if (segment != Visit.NO_SEGMENT) {
                add(baskets, b, weight, segment + 1, totals, sums);
            }
        }
        for (int at = 0; at < sums.length; at++) {
            double total = totals[at / Math.max(1, items)];
            sums[at] = total > 0 ? Math.min(1, sums[at] / total) : 0;
        }
        return new PopularityRecommender(baskets.items(), segments, sums);
    }

    private static long newest(BasketLog baskets) {
        long newest = Long.MIN_VALUE;
        for (int b = 0; b < baskets.size(); b++) {
            newest = Math.max(newest, baskets.second(b));
        }
        return newest;
    }

    private static void add(BasketLog baskets, int basket, double weight, int block, double[] totals, double[] sums) {
        totals[block] += weight;
        int from = block * baskets.items().size();
        for (int k = 0; k < baskets.length(basket); k++) {
            sums[from + baskets.item(basket, k)] += weight;
        }
    }
}

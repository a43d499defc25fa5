package org.ltv4j.segmentation.itemset;

/**
 * In how many baskets a set must at least occur: a share of all baskets, or a number of baskets. One of the two is stated,
 * the other is 0.
 *
 * @param share share of all baskets, above 0 and at most 1, or 0 if {@code count} is stated
 * @param count number of baskets, at least 1, or 0 if {@code share} is stated
 */
public record MinSupport(double share, int count) {
    /**
     * Checks the ranges.
     *
     * @param share share of all baskets, or 0
     * @param count number of baskets, or 0
     */
    public MinSupport {
        boolean byShare = share > 0 && share <= 1 && count == 0;
        boolean byCount = count >= 1 && share == 0;
        if (!byShare && !byCount) {
            throw new IllegalArgumentException(
                    "need 0 < minimum support <= 1, or a count of at least 1 basket, got a share of " + share
                            + " and a count of " + count + ": for all sets that occur at all say MinSupport.count(1)");
        }
    }

    /**
     * A share of all baskets, the empty ones included. A share that makes less than one basket asks for one.
     *
     * @param share above 0, at most 1
     * @return the minimum
     */
    public static MinSupport share(double share) {
        return new MinSupport(share, 0);
    }

    /**
     * A number of baskets. More than there are baskets: nothing is frequent.
     *
     * @param baskets at least 1
     * @return the minimum
     */
    public static MinSupport count(int baskets) {
        return new MinSupport(0, baskets);
    }

    /**
     * The number of baskets that is asked for among so many: the smallest {@code c >= 1} with {@code (double) c / baskets >=
     * share}. Counts are compared, never rounded products: 0.07 of 100 baskets are 7, though {@code 0.07 * 100} is more.
     *
     * @param baskets how many there are, 0 or more
     * @return at least 1
     */
    public int among(int baskets) {
        if (count > 0 || baskets == 0) {
            return Math.max(1, count);
        }
        int c = Math.max(1, (int) Math.ceil(share * baskets));
        while (c > 1 && (double) (c - 1) / baskets >= share) {
            c--;
        }
        while ((double) c / baskets < share) {
            c++;
        }
        return c;
    }
}

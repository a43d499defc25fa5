package org.ltv4j.segmentation.itemset;

import java.util.Optional;

/**
 * What to look for, and how.
 *
 * @param minSupport in how many baskets a set must be
 * @param minLength least number of items of a set, at least 1
 * @param maxLength largest number of items of a set, at least {@code minLength}; {@link Integer#MAX_VALUE} for any
 * @param kind which of the frequent sets
 * @param algorithm how they are found; changes no result
 * @param items what sets must, must not or may alone hold
 * @param top only the best so many by one measure, or empty for all
 * @param limits when to stop before all are found
 */
public record MiningOptions(
        MinSupport minSupport,
        int minLength,
        int maxLength,
        ItemsetKind kind,
        MiningAlgorithm algorithm,
        ItemConstraints items,
        Optional<TopItemsets> top,
        MiningLimits limits) {
    /** Baskets that a set must be in to be among the best by lift, unless another minimum is stated. */
    public static final int LEAST_FOR_LIFT = 5;

    private static final MiningOptions DEFAULTS = new MiningOptions(
            MinSupport.share(0.01),
            1,
            Integer.MAX_VALUE,
            ItemsetKind.FREQUENT,
            MiningAlgorithm.AUTO,
            ItemConstraints.NONE,
            Optional.empty(),
            MiningLimits.defaults());

    /**
     * Checks the lengths.
     *
     * @param minSupport in how many baskets a set must be
     * @param minLength at least 1
     * @param maxLength at least {@code minLength}
     * @param kind which of the frequent sets
     * @param algorithm how they are found
     * @param items what sets must, must not or may alone hold
     * @param top only the best so many, or empty
     * @param limits when to stop
     */
    public MiningOptions {
        if (minLength < 1 || maxLength < minLength) {
            throw new IllegalArgumentException(
                    "need 1 <= shortest <= longest itemset, got " + minLength + " to " + maxLength + " items");
        }
        if (top.isPresent() && kind != ItemsetKind.FREQUENT) {
            throw new IllegalArgumentException(
                    "the best " + top.get().k() + " itemsets are taken of all frequent ones, not of the " + kind
                            + " ones: leave out one of the two");
        }
    }

    /**
     * All frequent itemsets of any length in at least 1 % of the baskets, by the algorithm that fits.
     *
     * @return the defaults
     */
    public static MiningOptions defaults() {
        return DEFAULTS;
    }

    /**
     * With another minimum support.
     *
     * @param share share of all baskets, above 0, at most 1
     * @return changed options
     */
    public MiningOptions withMinSupport(double share) {
        return with(MinSupport.share(share));
    }

    /**
     * With a minimum number of baskets.
     *
     * @param baskets at least 1
     * @return changed options
     */
    public MiningOptions withMinCount(int baskets) {
        return with(MinSupport.count(baskets));
    }

    /**
     * With another minimum support.
     *
     * @param value the minimum
     * @return changed options
     */
    public MiningOptions with(MinSupport value) {
        return new MiningOptions(value, minLength, maxLength, kind, algorithm, items, top, limits);
    }

    /**
     * With other lengths.
     *
     * @param shortest least number of items, at least 1
     * @param longest largest number of items, at least {@code shortest}
     * @return changed options
     */
    public MiningOptions withLengths(int shortest, int longest) {
        return new MiningOptions(minSupport, shortest, longest, kind, algorithm, items, top, limits);
    }

    /**
     * With another kind of sets.
     *
     * @param value which of the frequent sets
     * @return changed options
     */
    public MiningOptions with(ItemsetKind value) {
        return new MiningOptions(minSupport, minLength, maxLength, value, algorithm, items, top, limits);
    }

    /**
     * By a stated algorithm.
     *
     * @param value how sets are found
     * @return changed options
     */
    public MiningOptions with(MiningAlgorithm value) {
        return new MiningOptions(minSupport, minLength, maxLength, kind, value, items, top, limits);
    }

    /**
     * With constraints on items.
     *
     * @param value what sets must, must not or may alone hold
     * @return changed options
     */
    public MiningOptions with(ItemConstraints value) {
        return new MiningOptions(minSupport, minLength, maxLength, kind, algorithm, value, top, limits);
    }

    /**
     * Only the best so many by one measure. The minimum support is then no longer needed: it becomes a single basket for the best by support, and
     * {@value #LEAST_FOR_LIFT} baskets for the best by lift, since a chance meeting of two rare items has the highest lift of all. State
     * another one afterwards if you like. By lift every set from that minimum on is looked at: longer sets than needed cost time.
     *
     * @param k how many, at least 1
     * @param by the measure
     * @return changed options
     */
    public MiningOptions withTop(int k, TopItemsets.Measure by) {
        Optional<TopItemsets> best = Optional.of(new TopItemsets(k, by));
        MinSupport least = MinSupport.count(by == TopItemsets.Measure.LIFT ? LEAST_FOR_LIFT : 1);
        return new MiningOptions(least, minLength, maxLength, kind, algorithm, items, best, limits);
    }

    /**
     * With other limits.
     *
     * @param value when to stop
     * @return changed options
     */
    public MiningOptions with(MiningLimits value) {
        return new MiningOptions(minSupport, minLength, maxLength, kind, algorithm, items, top, value);
    }
}

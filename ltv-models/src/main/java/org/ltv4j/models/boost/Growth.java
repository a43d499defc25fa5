package org.ltv4j.models.boost;

/**
 * How trees grow. XGBoost's own names of the parameters stand in parentheses.
 *
 * @param rounds rounds of boosting, at most where training stops early; 1 to 100,000
 * @param learningRate share of each tree that is added ({@code eta}), in (0, 1]
 * @param maxDepth deepest level of a tree ({@code max_depth}), 1 to 30
 * @param minChildWeight least sum of Hessians in a leaf ({@code min_child_weight}): rows for squared errors, expected purchases for
 *     Poisson, and for Tweedie a sum that depends on the unit of the amounts; at least 0
 * @param minSplitGain least gain that makes a split ({@code gamma}), at least 0
 * @param l2 shrinks leaves ({@code lambda}), at least 0
 * @param l1 shrinks leaves to 0 ({@code alpha}), at least 0
 * @param bins histogram bins per feature ({@code max_bin}), 2 to 65,536
 */
public record Growth(
        int rounds,
        double learningRate,
        int maxDepth,
        double minChildWeight,
        double minSplitGain,
        double l2,
        double l1,
        int bins) {
    /** Slow learning with trees of depth 5, for training that stops early. */
    static final Growth DEFAULT = new Growth(1_000, 0.05, 5, 1, 0, 1, 0, 256);

    /**
     * Checks the ranges.
     *
     * @param rounds rounds of boosting, at most where training stops early; 1 to 100,000
     * @param learningRate share of each tree that is added ({@code eta}), in (0, 1]
     * @param maxDepth deepest level of a tree ({@code max_depth}), 1 to 30
     * @param minChildWeight least sum of Hessians in a leaf ({@code min_child_weight}); at least 0
     * @param minSplitGain least gain that makes a split ({@code gamma}), at least 0
     * @param l2 shrinks leaves ({@code lambda}), at least 0
     * @param l1 shrinks leaves to 0 ({@code alpha}), at least 0
     * @param bins histogram bins per feature ({@code max_bin}), 2 to 65,536
     * @throws IllegalArgumentException if one is out of its range
     */
    public Growth {
        Ranges.whole("rounds", rounds, 1, 100_000);
        Ranges.share("learningRate", learningRate);
        Ranges.whole("maxDepth", maxDepth, 1, 30);
        Ranges.notNegative("minChildWeight", minChildWeight);
        Ranges.notNegative("minSplitGain", minSplitGain);
        Ranges.notNegative("l2", l2);
        Ranges.notNegative("l1", l1);
        Ranges.whole("bins", bins, 2, 65_536);
    }

    /**
     * With other rounds.
     *
     * @param value 1 to 100,000
     * @return changed parameters
     */
    public Growth withRounds(int value) {
        return new Growth(value, learningRate, maxDepth, minChildWeight, minSplitGain, l2, l1, bins);
    }

    /**
     * With another learning rate.
     *
     * @param value in (0, 1]
     * @return changed parameters
     */
    public Growth withLearningRate(double value) {
        return new Growth(rounds, value, maxDepth, minChildWeight, minSplitGain, l2, l1, bins);
    }

    /**
     * With another depth.
     *
     * @param value 1 to 30
     * @return changed parameters
     */
    public Growth withMaxDepth(int value) {
        return new Growth(rounds, learningRate, value, minChildWeight, minSplitGain, l2, l1, bins);
    }

    /**
     * With another least weight of a leaf.
     *
     * @param value at least 0
     * @return changed parameters
     */
    public Growth withMinChildWeight(double value) {
        return new Growth(rounds, learningRate, maxDepth, value, minSplitGain, l2, l1, bins);
    }

    /**
     * With another least gain of a split.
     *
     * @param value at least 0
     * @return changed parameters
     */
    public Growth withMinSplitGain(double value) {
        return new Growth(rounds, learningRate, maxDepth, minChildWeight, value, l2, l1, bins);
    }

    /**
     * With another quadratic penalty.
     *
     * @param value at least 0
     * @return changed parameters
     */
    public Growth withL2(double value) {
        return new Growth(rounds, learningRate, maxDepth, minChildWeight, minSplitGain, value, l1, bins);
    }

    /**
     * With another absolute penalty.
     *
     * @param value at least 0
     * @return changed parameters
     */
    public Growth withL1(double value) {
        return new Growth(rounds, learningRate, maxDepth, minChildWeight, minSplitGain, l2, value, bins);
    }

    /**
     * With another number of histogram bins.
     *
     * @param value 2 to 65,536
     * @return changed parameters
     */
    public Growth withBins(int value) {
        return new Growth(rounds, learningRate, maxDepth, minChildWeight, minSplitGain, l2, l1, value);
    }
}

package org.ltv4j.models.explain;

/**
 * How finely to look at a dependence.
 *
 * @param points values per feature at most, at least 2; of a category all levels that occur are taken
 * @param rows customers in the sample at most, at least 1
 * @param seed of the sample
 */
public record DependenceOptions(int points, int rows, long seed) {
    /** 20 values, 500 customers, seed 42. */
    public static final DependenceOptions DEFAULT = new DependenceOptions(20, 500, 42);

    /**
     * Checks the numbers.
     *
     * @param points values per feature at most, at least 2; of a category all levels that occur are taken
     * @param rows customers in the sample at most, at least 1
     * @param seed of the sample
     */
    public DependenceOptions {
        if (points < 2 || rows < 1) {
            throw new IllegalArgumentException(
                    "a dependence needs at least 2 points and 1 row, got " + points + " and " + rows);
        }
    }

    /**
     * With other values per feature.
     *
     * @param value at least 2
     * @return changed options
     */
    public DependenceOptions withPoints(int value) {
        return new DependenceOptions(value, rows, seed);
    }

    /**
     * With another sample.
     *
     * @param value customers at most, at least 1
     * @return changed options
     */
    public DependenceOptions withRows(int value) {
        return new DependenceOptions(points, value, seed);
    }

    /**
     * With another seed.
     *
     * @param value any number
     * @return changed options
     */
    public DependenceOptions withSeed(long value) {
        return new DependenceOptions(points, rows, value);
    }
}

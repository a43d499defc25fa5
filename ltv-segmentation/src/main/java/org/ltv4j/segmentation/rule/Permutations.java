package org.ltv4j.segmentation.rule;

import org.ltv4j.segmentation.basket.Shuffle;

/**
 * How baskets are shuffled to see what chance brings about.
 *
 * @param count how many times, at least 1; the smallest p value is {@code 1 / (count + 1)}
 * @param shuffle what stays as it is
 * @param seed the same seed gives the same baskets
 */
public record Permutations(int count, Shuffle shuffle, long seed) {
    private static final Permutations DEFAULTS = new Permutations(999, Shuffle.ITEMS, 1);

    /**
     * Checks the number.
     *
     * @param count how many times, at least 1
     * @param shuffle what stays as it is
     * @param seed any
     */
    public Permutations {
        if (count < 1) {
            throw new IllegalArgumentException("need at least 1 permutation, got " + count);
        }
    }

    /**
     * 999 times, items dealt anew, seed 1.
     *
     * @return the defaults
     */
    public static Permutations defaults() {
        return DEFAULTS;
    }

    /**
     * With another number.
     *
     * @param value at least 1
     * @return changed permutations
     */
    public Permutations withCount(int value) {
        return new Permutations(value, shuffle, seed);
    }

    /**
     * With another way to shuffle.
     *
     * @param value what stays as it is
     * @return changed permutations
     */
    public Permutations with(Shuffle value) {
        return new Permutations(count, value, seed);
    }

    /**
     * With another seed.
     *
     * @param value any
     * @return changed permutations
     */
    public Permutations withSeed(long value) {
        return new Permutations(count, shuffle, value);
    }
}

package org.ltv4j.core.feature;

import org.ltv4j.core.internal.math.MomentSums;

/**
 * Working space that kernels may use while they compute one family of one customer, so that nothing is allocated: arrays
 * that grow with need and are handed out again and again. Contents are undefined before, and lost after, a call.
 */
public final class Scratch {
    private double[] doubles = new double[64];
    private int[] ints = new int[64];
    private long[] longs = new long[64];
    private final Tally tally = new Tally();
    private final MomentSums moments = new MomentSums();

    Scratch() {}

    /**
     * Space for doubles.
     *
     * @param n how many are needed
     * @return an array of at least that length
     */
    public double[] doubles(int n) {
        if (doubles.length < n) {
            doubles = new double[Math.max(n, 2 * doubles.length)];
        }
        return doubles;
    }

    /**
     * Space for ints.
     *
     * @param n how many are needed
     * @return an array of at least that length
     */
    public int[] ints(int n) {
        if (ints.length < n) {
            ints = new int[Math.max(n, 2 * ints.length)];
        }
        return ints;
    }

    /**
     * Space for longs.
     *
     * @param n how many are needed
     * @return an array of at least that length
     */
    public long[] longs(int n) {
        if (longs.length < n) {
            longs = new long[Math.max(n, 2 * longs.length)];
        }
        return longs;
    }

    /**
     * Counts of numbers, emptied.
     *
     * @return the tally
     */
    public Tally tally() {
        tally.clear();
        return tally;
    }

    /** Moments of some numbers; lost with the next call. */
    MomentSums moments(double[] values, int from, int to) {
        return moments.of(values, from, to);
    }
}

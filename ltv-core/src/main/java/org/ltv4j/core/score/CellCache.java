package org.ltv4j.core.score;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.model.TransactionForecast;

/**
 * Remembers what depends on {@code (x, T)} alone, which many customers share. A cache and nothing more: every entry is a pure
 * function of its key, so results do not depend on what it holds. Bounded; one per thread.
 */
final class CellCache {
    private static final int MOST_SLOTS = 1 << 17;
    private static final int PROBES = 8;
    private static final double UNKNOWN = -1;
    private static final int MOST_PROBABILITIES = 1 << 21;

    private final TransactionForecast forecast;
    private final int mask;
    private final int[] xPlusOne;
    private final double[] ages;
    private final double[] expected;
    private final double[] discounted;
    private final @Nullable CountDistribution[] counts;
    private final double[] lower;
    private final double[] upper;
    private int probabilities;

    /** For about so many customers, who share most of their cells. */
    CellCache(TransactionForecast forecast, int customers, boolean intervals) {
        this.forecast = forecast;
        int slots = Math.min(MOST_SLOTS, Math.max(2 * PROBES, Integer.highestOneBit(Math.max(1, customers))));
        this.mask = slots - 1;
        this.xPlusOne = new int[slots];
        this.ages = new double[slots];
        this.expected = new double[slots];
        this.discounted = new double[slots];
        this.counts = new CountDistribution[intervals ? slots : 0];
        this.lower = new double[intervals ? slots : 0];
        this.upper = new double[intervals ? slots : 0];
    }

    /** The entry of a history; valid until the next call. */
    int find(int x, double age) {
        long key = Double.doubleToRawLongBits(age) * 0x9E3779B97F4A7C15L + x * 0xBF58476D1CE4E5B9L;
        int home = (int) ((key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L >>> 40) & mask;
        for (int i = 0; i < PROBES; i++) {
            int slot = (home + i) & mask;
            if (xPlusOne[slot] == x + 1 && ages[slot] == age) {
                return slot;
            }
            if (xPlusOne[slot] == 0) {
                return fill(slot, x, age);
            }
        }
        return fill(home, x, age);
    }

    private int fill(int slot, int x, double age) {
        xPlusOne[slot] = x + 1;
        ages[slot] = age;
        expected[slot] = forecast.expectedIfAlive(x, age);
        discounted[slot] = forecast.discountedIfAlive(x, age);
        if (counts.length > 0) {
            counts[slot] = null;
            upper[slot] = UNKNOWN;
        }
        return slot;
    }

    /** Whether the bounds of customers without evidence of their spend are known. */
    boolean hasBounds(int slot) {
        return upper[slot] != UNKNOWN;
    }

    void setBounds(int slot, double low, double high) {
        lower[slot] = low;
        upper[slot] = high;
    }

    double lower(int slot) {
        return lower[slot];
    }

    double upper(int slot) {
        return upper[slot];
    }

    double expected(int slot) {
        return expected[slot];
    }

    double discounted(int slot) {
        return discounted[slot];
    }

    CountDistribution counts(int slot) {
        CountDistribution known = counts[slot];
        if (known == null) {
            if (probabilities > MOST_PROBABILITIES) {
                Arrays.fill(counts, null);
                probabilities = 0;
            }
            known = CountDistribution.of(forecast, xPlusOne[slot] - 1, ages[slot]);
            counts[slot] = known;
            probabilities += known.size();
        }
        return known;
    }
}

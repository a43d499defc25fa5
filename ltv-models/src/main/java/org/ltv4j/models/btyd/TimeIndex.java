package org.ltv4j.models.btyd;

import java.util.Arrays;

/** Finds the place of a time in a sorted list of distinct times: one look-up however long the list. */
final class TimeIndex {
    private final double[] sorted;
    private final int[] slots;

    TimeIndex(double[] sorted) {
        this.sorted = sorted;
        slots = new int[Integer.highestOneBit(Math.max(8, sorted.length)) * 4];
        for (int i = 0; i < sorted.length; i++) {
            slots[slot(sorted[i])] = i + 1;
        }
    }

    int of(double time) {
        return slots[slot(time)] - 1;
    }

    private int slot(double time) {
        // adding 0 turns -0.0 into 0.0, which is the same time
        long hash = Double.doubleToLongBits(time + 0.0) * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 33) & (slots.length - 1);
        while (slots[slot] != 0 && sorted[slots[slot] - 1] != time) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** Sorts the values in place and keeps each once. */
    static double[] distinct(double[] values) {
        Arrays.sort(values);
        int n = 0;
        for (double value : values) {
            if (n == 0 || value != values[n - 1]) {
                values[n++] = value;
            }
        }
        return n == 0 ? new double[] {0} : Arrays.copyOf(values, n);
    }
}

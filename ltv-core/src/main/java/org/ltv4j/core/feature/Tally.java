package org.ltv4j.core.feature;

import java.util.Arrays;

/**
 * Counts how often each number occurs, in the order in which the numbers are first met: an open-addressed table that is
 * emptied in the time it took to fill it.
 */
public final class Tally {
    private int[] slots = new int[128];
    private int[] keys = new int[64];
    private int[] counts = new int[64];
    private double[] sums = new double[64];
    private int[] places = new int[64];
    private int distinct;
    private long total;

    Tally() {}

    void clear() {
        for (int i = 0; i < distinct; i++) {
            slots[places[i]] = 0;
        }
        distinct = 0;
        total = 0;
    }

    /**
     * Counts a number once.
     *
     * @param key any number
     * @return its place among the distinct numbers, from 0
     */
    public int add(int key) {
        return add(key, 0);
    }

    /**
     * Counts a number once, and a weight with it.
     *
     * @param key any number
     * @param weight is added to the sum of that number
     * @return its place among the distinct numbers, from 0
     */
    public int add(int key, double weight) {
        int mask = slots.length - 1;
        int slot = (key * 0x9E3779B9 >>> 7) & mask;
        total++;
        while (slots[slot] != 0) {
            int place = slots[slot] - 1;
            if (keys[place] == key) {
                counts[place]++;
                sums[place] += weight;
                return place;
            }
            slot = (slot + 1) & mask;
        }
        if (distinct == keys.length) {
            grow();
            mask = slots.length - 1;
            slot = (key * 0x9E3779B9 >>> 7) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
        }
        slots[slot] = distinct + 1;
        places[distinct] = slot;
        keys[distinct] = key;
        counts[distinct] = 1;
        sums[distinct] = weight;
        return distinct++;
    }

    private void grow() {
        int size = 2 * keys.length;
        keys = Arrays.copyOf(keys, size);
        counts = Arrays.copyOf(counts, size);
        sums = Arrays.copyOf(sums, size);
        places = Arrays.copyOf(places, size);
        slots = new int[2 * size];
        int mask = slots.length - 1;
        for (int i = 0; i < distinct; i++) {
            int slot = (keys[i] * 0x9E3779B9 >>> 7) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i + 1;
            places[i] = slot;
        }
    }

    /**
     * How many different numbers were counted.
     *
     * @return at least 0
     */
    public int distinct() {
        return distinct;
    }

    /**
     * How many numbers were counted.
     *
     * @return sum of all counts
     */
    public long total() {
        return total;
    }

    /**
     * A number that was counted.
     *
     * @param place from 0 to {@code distinct() - 1}, in the order of first occurrence
     * @return the number
     */
    public int key(int place) {
        return keys[place];
    }

    /**
     * How often it was counted.
     *
     * @param place from 0 to {@code distinct() - 1}
     * @return at least 1
     */
    public int count(int place) {
        return counts[place];
    }

    /**
     * The sum of its weights.
     *
     * @param place from 0 to {@code distinct() - 1}
     * @return the sum
     */
    public double sum(int place) {
        return sums[place];
    }

    /**
     * The place of the number that was counted most often; of several, the one that was met first.
     *
     * @return from 0, or -1 if nothing was counted
     */
    public int most() {
        int best = -1;
        for (int i = 0; i < distinct; i++) {
            if (best < 0 || counts[i] > counts[best]) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Shannon entropy of the counts, {@code -sum p ln p}.
     *
     * @return nats: 0 for one number, {@code ln distinct()} where all are counted equally often; 0 if nothing was counted
     */
    public double entropy() {
        double sum = 0;
        for (int i = 0; i < distinct; i++) {
            if (counts[i] > 1) {
                sum += counts[i] * Math.log(counts[i]);
            }
        }
        return total == 0 || distinct == 1 ? 0 : Math.max(0, Math.log(total) - sum / total);
    }
}

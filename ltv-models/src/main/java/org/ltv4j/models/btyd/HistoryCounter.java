package org.ltv4j.models.btyd;

import java.util.Arrays;

/** Counts equal histories: an open-addressing hash table on {@code (x, t_x, T)} in primitive arrays. */
final class HistoryCounter {
    private int[] x = new int[256];
    private double[] recency = new double[256];
    private double[] age = new double[256];
    private double[] customers = new double[256];
    private int size;
    private int[] slots = new int[1024];

    void add(int frequency, double lastPurchase, double end, double count) {
        int slot = slot(frequency, lastPurchase, end);
        int found = slots[slot] - 1;
        if (found >= 0) {
            customers[found] += count;
            return;
        }
        if (size == x.length) {
            grow();
            slot = slot(frequency, lastPurchase, end);
        }
        x[size] = frequency;
        recency[size] = lastPurchase;
        age[size] = end;
        customers[size] = count;
        slots[slot] = ++size;
    }

    private int slot(int frequency, double lastPurchase, double end) {
        // adding 0 turns -0.0 into 0.0, which is the same time
        long hash = Double.doubleToLongBits(lastPurchase + 0.0) * 0x9E3779B97F4A7C15L
                + Double.doubleToLongBits(end + 0.0) * 0xC2B2AE3D27D4EB4FL
                + frequency * 0x165667B19E3779F9L;
        hash ^= hash >>> 32;
        hash *= 0xD6E8FEB86659FD93L;
        int slot = (int) (hash >>> 32) & (slots.length - 1);
        while (slots[slot] != 0) {
            int i = slots[slot] - 1;
            if (x[i] == frequency && recency[i] == lastPurchase && age[i] == end) {
                return slot;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        int capacity = 2 * size;
        x = Arrays.copyOf(x, capacity);
        recency = Arrays.copyOf(recency, capacity);
        age = Arrays.copyOf(age, capacity);
        customers = Arrays.copyOf(customers, capacity);
        slots = new int[2 * capacity];
        for (int i = 0; i < size; i++) {
            slots[slot(x[i], recency[i], age[i])] = i + 1;
        }
    }

    int size() {
        return size;
    }

    int x(int i) {
        return x[i];
    }

    double recency(int i) {
        return recency[i];
    }

    double age(int i) {
        return age[i];
    }

    double customers(int i) {
        return customers[i];
    }
}

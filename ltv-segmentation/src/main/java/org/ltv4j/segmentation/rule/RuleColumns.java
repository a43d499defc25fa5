package org.ltv4j.segmentation.rule;

import java.util.Arrays;

/** Rules in flat arrays: items of antecedent and consequent one after the other, and three counts each. Grows; never shrinks. */
final class RuleColumns {
    private static final int MAX = Integer.MAX_VALUE - 8;

    int size;
    /** Where a rule's antecedent begins; one more than there are rules. */
    int[] starts = new int[257];
    /** Where a rule's consequent begins. */
    int[] middles = new int[256];

    int[] items = new int[1024];
    int[] both = new int[256];
    int[] antecedents = new int[256];
    int[] consequents = new int[256];

    /** Room for one more rule of so many items. */
    private void grow(int length) {
        if (size == MAX - 1 || (long) starts[size] + length > MAX) {
            throw new IllegalArgumentException("more than " + size + " rules do not fit into one set: raise the minimum"
                    + " support or confidence");
        }
        if (size == middles.length) {
            int wanted = (int) Math.min(MAX - 1, size * 2L);
            starts = Arrays.copyOf(starts, wanted + 1);
            middles = Arrays.copyOf(middles, wanted);
            both = Arrays.copyOf(both, wanted);
            antecedents = Arrays.copyOf(antecedents, wanted);
            consequents = Arrays.copyOf(consequents, wanted);
        }
        if (starts[size] + length > items.length) {
            items = Arrays.copyOf(items, (int)
                    Math.min(MAX, Math.max(items.length * 2L, starts[size] + (long) length)));
        }
    }

    /** Adds a rule. */
    void add(int[] antecedent, int from, int to, int[] consequent, int length, int n11, int n1x, int nx1) {
        int width = to - from + length;
        grow(width);
        int at = starts[size];
        System.arraycopy(antecedent, from, items, at, to - from);
        System.arraycopy(consequent, 0, items, at + to - from, length);
        middles[size] = at + to - from;
        both[size] = n11;
        antecedents[size] = n1x;
        consequents[size] = nx1;
        size++;
        starts[size] = at + width;
    }

    /** Adds a rule of other columns. */
    void add(RuleColumns other, int rule) {
        int from = other.starts[rule];
        int to = other.starts[rule + 1];
        grow(to - from);
        int at = starts[size];
        System.arraycopy(other.items, from, items, at, to - from);
        middles[size] = at + other.middles[rule] - from;
        both[size] = other.both[rule];
        antecedents[size] = other.antecedents[rule];
        consequents[size] = other.consequents[rule];
        size++;
        starts[size] = at + to - from;
    }

    /** Bytes that the arrays take; double that while they grow. */
    long bytes() {
        return 4L
                * (starts.length
                        + middles.length
                        + items.length
                        + both.length
                        + antecedents.length
                        + consequents.length);
    }

    /** Cuts the arrays to what is used. */
    RuleColumns trim() {
        items = Arrays.copyOf(items, starts[size]);
        starts = Arrays.copyOf(starts, size + 1);
        middles = Arrays.copyOf(middles, size);
        both = Arrays.copyOf(both, size);
        antecedents = Arrays.copyOf(antecedents, size);
        consequents = Arrays.copyOf(consequents, size);
        return this;
    }

    int antecedentLength(int rule) {
        return middles[rule] - starts[rule];
    }

    int consequentLength(int rule) {
        return starts[rule + 1] - middles[rule];
    }

    /** The order of two rules by antecedent and then consequent, item by item; a shorter side comes before one that goes on. */
    int compareItems(int a, int b) {
        int byAntecedent = Arrays.compare(items, starts[a], middles[a], items, starts[b], middles[b]);
        return byAntecedent != 0
                ? byAntecedent
                : Arrays.compare(items, middles[a], starts[a + 1], items, middles[b], starts[b + 1]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleColumns that
                && size == that.size
                && Arrays.equals(starts, 0, size + 1, that.starts, 0, size + 1)
                && Arrays.equals(middles, 0, size, that.middles, 0, size)
                && Arrays.equals(items, 0, starts[size], that.items, 0, starts[size])
                && Arrays.equals(both, 0, size, that.both, 0, size)
                && Arrays.equals(antecedents, 0, size, that.antecedents, 0, size)
                && Arrays.equals(consequents, 0, size, that.consequents, 0, size);
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < starts[size]; i++) {
            hash = 31 * hash + items[i];
        }
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + both[i];
        }
        return hash;
    }
}

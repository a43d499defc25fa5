package org.ltv4j.segmentation.itemset;

import java.util.Arrays;

/**
 * Depth first on differences: for each extension of a set the rows that the set loses with it. {@code D(Pab) = D(Pb) - D(Pa)} and {@code c(Pab) =
 * c(Pa) - |D(Pab)|}. Zaki and Gouda (2003), Fast vertical mining using diffsets, KDD, 326-335.
 */
final class DeltaEclat implements RankMiner {
    private static final int WORK = 1 << 20;

    private final RankedBaskets data;
    private final Occurrences rowsOf;
    private final int maxLength;
    private final MiningGuard guard;
    private final NodeBuffer out;
    private final IntStack stack;
    private final int[] counts;
    /** Where the next lost row of each extension goes. */
    private final int[] next;

    private long work;

    DeltaEclat(RankedBaskets data, Occurrences rowsOf, int maxLength, MiningGuard guard, NodeBuffer out) {
        this.data = data;
        this.rowsOf = rowsOf;
        this.maxLength = maxLength;
        this.guard = guard;
        this.out = out;
        this.stack = new IntStack(guard);
        this.counts = new int[data.ranks()];
        this.next = new int[data.ranks()];
    }

    /**
     * Extensions of a set.
     *
     * @param ranks their ranks, ascending
     * @param counts rows with each of them
     * @param from where the lost rows of each begin on the stack, ascending
     * @param to where they end
     * @param size how many there are
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one step of the search
    private record Class(int[] ranks, int[] counts, int[] from, int[] to, int size) {
        static Class of(int most) {
            return new Class(new int[most], new int[most], new int[most], new int[most], 0);
        }

        Class first(int some) {
            return new Class(ranks, counts, from, to, some);
        }
    }

    @Override
    public void mine(int rank) {
        out.add(rank, data.counts[rank], 1);
        if (maxLength > 1) {
            stack.backTo(0);
            Class extensions = extensions(rank);
            if (extensions.size > 0) {
                expand(extensions, 2);
            }
        }
    }

    /** The frequent partners of an item, each with the rows of the item that lack it. */
    private Class extensions(int rank) {
        int[] rows = data.rows;
        int first = rowsOf.starts()[rank];
        int last = rowsOf.starts()[rank + 1];
        for (int o = first; o < last; o++) {
            int r;
            for (int p = rowsOf.positions()[o]; (r = rows[p]) < rank; p++) {
                counts[r]++;
            }
            charge(1);
        }
        Class partners = Class.of(rank);
        int size = 0;
        for (int r = 0; r < rank; r++) {
            if (counts[r] >= data.minCount) {
                partners.ranks[size] = r;
                partners.counts[size] = counts[r];
                int from = stack.take((long) last - first - counts[r]);
                partners.from[size] = from;
                partners.to[size++] = stack.top();
                next[r] = from;
            }
        }
        Class frequent = partners.first(size);
        for (int o = first; o < last; o++) {
            lose(frequent, rowsOf.positions()[o], o - first);
        }
        Arrays.fill(counts, 0, rank, 0);
        return frequent;
    }

    /** Notes a row with all partners that are not in it. */
    private void lose(Class partners, int begin, int row) {
        int p = begin;
        for (int e = 0; e < partners.size; e++) {
            int r = partners.ranks[e];
            while (data.rows[p] >= 0 && data.rows[p] < r) {
                p++;
            }
            if (data.rows[p] != r) {
                stack.at[next[r]++] = row;
            }
        }
        charge(partners.size);
    }

    private void expand(Class set, int depth) {
        for (int e = 0; e < set.size; e++) {
            out.add(set.ranks[e], set.counts[e], depth);
            if (e > 0 && depth < maxLength) {
                int top = stack.top();
                Class extensions = differences(set, e);
                if (extensions.size > 0) {
                    expand(extensions, depth + 1);
                }
                stack.backTo(top);
            }
        }
    }

    /** The extensions that are frequent together with extension e, with what the set loses by them beyond what it loses by e. */
    private Class differences(Class set, int e) {
        Class extensions = Class.of(e);
        int size = 0;
        int spare = set.counts[e] - data.minCount;
        for (int i = 0; i < e; i++) {
            int from = stack.take((long) set.to[i] - set.from[i]);
            int to = minus(set.from[i], set.to[i], set.from[e], set.to[e], from, spare);
            if (to - from <= spare) {
                extensions.ranks[size] = set.ranks[i];
                extensions.counts[size] = set.counts[e] - (to - from);
                extensions.from[size] = from;
                extensions.to[size++] = to;
                stack.backTo(to);
            } else {
                stack.backTo(from);
            }
        }
        return extensions.first(size);
    }

    /** Writes the rows of list a that are not in list b; ends early when they are more than may be lost. Returns where they end. */
    private int minus(int a, int aEnd, int b, int bEnd, int to, int spare) {
        int[] s = stack.at;
        int p = a;
        int q = b;
        int at = to;
        while (p < aEnd && at - to <= spare) {
            while (q < bEnd && s[q] < s[p]) {
                q++;
            }
            if (q == bEnd || s[q] != s[p]) {
                s[at++] = s[p];
            }
            p++;
        }
        charge(aEnd - a);
        return at;
    }

    private void charge(long amount) {
        work += amount;
        if (work > WORK) {
            work = 0;
            guard.poll();
        }
    }
}

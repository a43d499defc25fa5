package org.ltv4j.segmentation.itemset;

import java.util.Arrays;

/**
 * Depth first on lists: for each set the rows that hold it, cut to the items that may still be added, equal ones merged to one with a weight. Each occurrence of an item
 * is told to the sets it makes (occurrence deliver). Uno, Kiyomi and Arimura (2004), LCM ver. 2, FIMI. Needs no table of pairs, so it takes any number of items.
 */
final class Lcm implements RankMiner {
    private static final int WORK = 1 << 20;

    private final RankedBaskets data;
    private final Occurrences rowsOf;
    private final int maxLength;
    private final MiningGuard guard;
    private final NodeBuffer out;
    private final IntStack stack;
    /** Weight of the rows with each extension; all 0 between two sets. */
    private final int[] counts;
    /** Number of each rank among the partners of an item, or -1. */
    private final int[] numbers;
    /** Number of each extension of a set among those that stay with one more, or -1. */
    private int[] kept = {};

    private final RowMerger merger;

    private long work;

    Lcm(RankedBaskets data, Occurrences rowsOf, int maxLength, MiningGuard guard, NodeBuffer out) {
        this.data = data;
        this.rowsOf = rowsOf;
        this.maxLength = maxLength;
        this.guard = guard;
        this.out = out;
        this.stack = new IntStack(guard);
        this.merger = new RowMerger(stack, guard);
        this.counts = new int[data.ranks()];
        this.numbers = new int[data.ranks()];
        Arrays.fill(numbers, -1);
    }

    /**
     * The rows of a set, on the stack: each a weight below 0 and then the numbers of its extensions, ascending.
     *
     * @param ranks rank of each extension, ascending
     * @param counts weight of the rows with each of them
     * @param from where the rows begin
     * @param to where they end
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one step of the search
    private record Rows(int[] ranks, int[] counts, int from, int to) {}

    @Override
    public void mine(int rank) {
        out.add(rank, data.counts[rank], 1);
        if (maxLength == 1) {
            return;
        }
        stack.backTo(0);
        int first = rowsOf.starts()[rank];
        int last = rowsOf.starts()[rank + 1];
        int[] extensions = partners(rank, first, last);
        int[] weights = new int[extensions.length];
        for (int e = 0; e < extensions.length; e++) {
            weights[e] = counts[extensions[e]];
            numbers[extensions[e]] = e;
        }
        for (int m = 0; m < stack.top(); m++) {
            counts[stack.at[m]] = 0;
        }
        stack.backTo(0);
        if (extensions.length > 1 && maxLength > 2) {
            expand(new Rows(extensions, weights, 0, rows(rank, first, last)), 2);
        } else {
            addAll(extensions, weights, 2);
        }
        for (int r : extensions) {
            numbers[r] = -1;
        }
    }

    /** The more frequent items that are frequent with an item, ascending; all that are met stay on the stack, counted. */
    private int[] partners(int rank, int first, int last) {
        int[] rows = data.rows;
        for (int o = first; o < last; o++) {
            int r;
            int begin = rowsOf.positions()[o];
            int p = begin;
            for (; (r = rows[p]) < rank; p++) {
                if (counts[r]++ == 0) {
                    stack.push(r);
                }
            }
            charge(p - begin);
        }
        int[] partners = new int[stack.top()];
        int size = 0;
        for (int m = 0; m < stack.top(); m++) {
            if (counts[stack.at[m]] >= data.minCount) {
                partners[size++] = stack.at[m];
            }
        }
        Arrays.sort(partners, 0, size);
        return Arrays.copyOf(partners, size);
    }

    /** Puts the rows of an item on the stack, cut to its partners; returns where they end. */
    private int rows(int rank, int first, int last) {
        merger.forget(last - first);
        for (int o = first; o < last; o++) {
            int begin = stack.top();
            stack.push(-1);
            int r;
            for (int p = rowsOf.positions()[o]; (r = data.rows[p]) < rank; p++) {
                if (numbers[r] >= 0) {
                    stack.push(numbers[r]);
                }
            }
            merger.keep(begin, 0);
        }
        return stack.top();
    }

    /** Adds the sets that extend one set. */
    private void expand(Rows set, int depth) {
        int size = set.ranks.length;
        int top = stack.top();
        int occurrences = occurrences(set, size);
        for (int e = 0; e < size; e++) {
            out.add(set.ranks[e], set.counts[e], depth);
            if (e == 0 || depth == maxLength) {
                continue;
            }
            int first = stack.at[occurrences + e];
            int last = stack.at[occurrences + e + 1];
            count(first, last);
            int[] extensions = survivors(e);
            int[] weights = take(extensions, e);
            if (extensions.length > 1 && depth + 1 < maxLength) {
                Rows next = project(set, extensions, weights, first, last);
                expand(next, depth + 1);
                stack.backTo(next.from);
            } else {
                addAll(globalRanks(set, extensions), weights, depth + 1);
            }
        }
        stack.backTo(top);
    }

    /** Lists where each extension stands in the rows, by extension, after a list of where these lists begin. */
    private int occurrences(Rows set, int size) {
        int starts = stack.take(size + 1L);
        Arrays.fill(stack.at, starts, starts + size + 1, 0);
        int all = 0;
        for (int p = set.from; p < set.to; p++) {
            if (stack.at[p] >= 0) {
                stack.at[starts + stack.at[p]]++;
                all++;
            }
        }
        int end = stack.take(all) + all;
        stack.at[starts + size] = end;
        for (int e = size - 1; e >= 0; e--) {
            end -= stack.at[starts + e];
            stack.at[starts + e] = end;
        }
        for (int p = set.from; p < set.to; p++) {
            if (stack.at[p] >= 0) {
                stack.at[stack.at[starts + stack.at[p]]++] = p;
            }
        }
        for (int e = size; e > 0; e--) { // each start has moved to where the next list begins
            stack.at[starts + e] = stack.at[starts + e - 1];
        }
        stack.at[starts] = starts + size + 1;
        return starts;
    }

    private void count(int first, int last) {
        int[] s = stack.at;
        for (int o = first; o < last; o++) {
            int p = s[o] - 1;
            int begin = p;
            while (s[p] >= 0) {
                p--;
            }
            int weight = -s[p];
            for (int q = p + 1; q <= begin; q++) {
                counts[s[q]] += weight;
            }
            charge(begin - p);
        }
    }

    /** Which of the first so many extensions are frequent, ascending; numbers them. */
    private int[] survivors(int before) {
        if (kept.length < before) {
            kept = new int[2 * before];
        }
        int size = 0;
        for (int e = 0; e < before; e++) {
            kept[e] = counts[e] >= data.minCount ? size++ : -1;
        }
        int[] survivors = new int[size];
        for (int e = 0; e < before; e++) {
            if (kept[e] >= 0) {
                survivors[kept[e]] = e;
            }
        }
        return survivors;
    }

    /** Takes the counts of survivors and forgets all. */
    private int[] take(int[] survivors, int before) {
        int[] weights = new int[survivors.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = counts[survivors[i]];
        }
        Arrays.fill(counts, 0, before, 0);
        return weights;
    }

    /** The rows of the set with one extension more, cut to what survives. */
    private Rows project(Rows set, int[] extensions, int[] weights, int first, int last) {
        int from = stack.top();
        merger.forget(last - first);
        for (int o = first; o < last; o++) {
            int end = stack.at[o];
            int p = end - 1;
            while (stack.at[p] >= 0) {
                p--;
            }
            int begin = stack.top();
            stack.push(stack.at[p]);
            for (int q = p + 1; q < end; q++) {
                int number = kept[stack.at[q]];
                if (number >= 0) {
                    stack.push(number);
                }
            }
            merger.keep(begin, from);
        }
        return new Rows(globalRanks(set, extensions), weights, from, stack.top());
    }

    private static int[] globalRanks(Rows set, int[] extensions) {
        int[] ranks = new int[extensions.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = set.ranks[extensions[i]];
        }
        return ranks;
    }

    private void addAll(int[] ranks, int[] weights, int depth) {
        for (int i = 0; i < ranks.length; i++) {
            out.add(ranks[i], weights[i], depth);
        }
    }

    private void charge(long amount) {
        work += amount;
        if (work > WORK) {
            work = 0;
            guard.poll();
        }
    }
}

package org.ltv4j.segmentation.itemset;

import java.util.Arrays;

/**
 * Closed and maximal sets without the other frequent ones: each closed set is reached from exactly one other by adding an item and all items that come
 * with it always, if none of these is rarer than the added one (a prefix-preserving closure extension). Uno, Kiyomi and Arimura (2004), LCM ver. 2,
 * FIMI. What is found is closed by itself, nothing has to be kept for comparison; and it is found in the order of {@link FrequentItemsets}.
 */
final class ClosedSets implements RankMiner {
    private static final int WORK = 1 << 20;
    /** Numbers of a candidate on the stack: rank, where its rows begin, how many they are. */
    private static final int STRIDE = 3;

    private final RankedBaskets data;
    private final Occurrences rowsOf;
    private final boolean maximalOnly;
    private final int minLength;
    private final int maxLength;
    private final MiningGuard guard;
    private final PathSink sink;
    /** Rows of the current set with each item; all 0 between two sets. */
    private final int[] counts;
    /** Where the next row of each candidate goes, -1 for others. */
    private final int[] next;
    /** Rows, met items and candidates of the sets on the way down. */
    private final IntStack stack;

    private long work;

    ClosedSets(RankedBaskets data, Occurrences rowsOf, MiningPlan plan, MiningGuard guard, NodeBuffer out) {
        this.data = data;
        this.rowsOf = rowsOf;
        this.maximalOnly = plan.kind() == ItemsetKind.MAXIMAL;
        this.minLength = plan.minLength();
        this.maxLength = plan.maxLength();
        this.guard = guard;
        this.sink = new PathSink(out::add);
        this.stack = new IntStack(guard);
        this.counts = new int[data.ranks()];
        this.next = new int[data.ranks()];
        Arrays.fill(next, -1);
    }

    @Override
    public void mine(int rank) {
        int from = rowsOf.starts()[rank];
        int size = rowsOf.starts()[rank + 1] - from;
        sink.reset();
        stack.backTo(0);
        stack.take(size);
        System.arraycopy(rowsOf.positions(), from, stack.at, 0, size);
        extend(new int[] {}, rank, 0, size, data.counts[rank]);
    }

    /**
     * Adds the closure of a set and one item, and what is reached from there.
     *
     * @param path the set, ranks descending
     * @param core the item, more frequent than those that were added before
     * @param from where the rows with the set and the item stand
     * @param size how many they are
     * @param support baskets with the set and the item; more than rows if some hold nothing else
     */
    private void extend(int[] path, int core, int from, int size, int support) {
        int metFrom = stack.top();
        count(from, size);
        int metTo = stack.top();
        int[] closure = closure(path, core, support, metFrom, metTo);
        if (closure.length == 0 || closure.length > maxLength) {
            leave(metFrom, metTo);
            return;
        }
        if (closure.length >= minLength && !(maximalOnly && grows(closure.length, metFrom, metTo))) {
            sink.add(closure, support);
        }
        if (closure.length == maxLength) { // what is reached from here is longer
            leave(metFrom, metTo);
            return;
        }
        int candidates = candidates(core, support, metFrom, metTo);
        int candidatesFrom = stack.top() - STRIDE * candidates;
        if (maximalOnly && candidates > 0 && allAtOnce(closure, core, from, size, metFrom, metTo)) {
            stack.backTo(metFrom);
            return;
        }
        deliver(core, from, size, candidatesFrom, candidates);
        forget(metFrom, metTo);
        for (int c = candidatesFrom; c < candidatesFrom + STRIDE * candidates; c += STRIDE) {
            extend(closure, stack.at[c], stack.at[c + 1], stack.at[c + 2], stack.at[c + 2]);
        }
        stack.backTo(metFrom);
    }

    /** Counts all items of some rows and puts those that are met on the stack. */
    private void count(int from, int size) {
        int[] rows = data.rows;
        for (int i = from; i < from + size; i++) {
            int rank;
            int begin = stack.at[i];
            int p = begin;
            for (; (rank = rows[p]) >= 0; p++) {
                if (counts[rank]++ == 0) {
                    stack.push(rank);
                }
            }
            charge(p - begin);
        }
    }

    /** The items that are in all rows, descending; empty if one of them is rarer than the core and not in the set. */
    private int[] closure(int[] path, int core, int support, int metFrom, int metTo) {
        int size = 0;
        int rarer = 0;
        for (int m = metFrom; m < metTo; m++) {
            int rank = stack.at[m];
            if (rank == core || counts[rank] == support) {
                size++;
                rarer += rank > core ? 1 : 0;
            }
        }
        if (metFrom == metTo) {
            return new int[] {core}; // an item that only stands alone
        }
        for (int rank : path) {
            rarer -= rank > core ? 1 : 0;
        }
        if (rarer > 0) {
            return new int[] {};
        }
        int[] closure = new int[size];
        for (int m = metFrom; m < metTo; m++) {
            int rank = stack.at[m];
            if (rank == core || counts[rank] == support) {
                closure[--size] = rank;
            }
        }
        sortDown(closure);
        return closure;
    }

    private static void sortDown(int[] ranks) {
        Arrays.sort(ranks);
        for (int i = 0, j = ranks.length - 1; i < j; i++, j--) {
            int rank = ranks[i];
            ranks[i] = ranks[j];
            ranks[j] = rank;
        }
    }

    /** Whether the set is frequent with yet another item. */
    private boolean grows(int length, int metFrom, int metTo) {
        int frequent = 0;
        for (int m = metFrom; m < metTo; m++) {
            frequent += counts[stack.at[m]] >= data.minCount ? 1 : 0;
        }
        return frequent > length;
    }

    /** Puts the more frequent items that may be added next on the stack, ascending; returns how many. */
    private int candidates(int core, int support, int metFrom, int metTo) {
        int[] ranks = new int[metTo - metFrom];
        int size = 0;
        for (int m = metFrom; m < metTo; m++) {
            int rank = stack.at[m];
            if (rank < core && counts[rank] >= data.minCount && counts[rank] < support) {
                ranks[size++] = rank;
            }
        }
        Arrays.sort(ranks, 0, size);
        int at = stack.take((long) STRIDE * size);
        for (int i = 0; i < size; i++) {
            stack.at[at] = ranks[i];
            stack.at[at + 2] = counts[ranks[i]];
            at += STRIDE;
        }
        return size;
    }

    /**
     * Whether the set with all its candidates is frequent. Whatever is reached from here is part of that one then, so it alone is added, if it is
     * maximal, and the counts are forgotten. Its candidates stand on the stack behind the items that were met.
     */
    private boolean allAtOnce(int[] closure, int core, int from, int size, int metFrom, int metTo) {
        int candidates = (stack.top() - metTo) / STRIDE;
        int[] all = Arrays.copyOf(closure, closure.length + candidates);
        for (int c = 0; c < candidates; c++) {
            all[closure.length + c] = stack.at[metTo + STRIDE * c];
        }
        sortDown(all);
        int rowsFrom = stack.top();
        listWhole(all, core, from, size);
        int support = stack.top() - rowsFrom;
        if (support < data.minCount) {
            stack.backTo(rowsFrom);
            return false;
        }
        forget(metFrom, metTo);
        int metWith = stack.top();
        count(rowsFrom, support);
        if (all.length >= minLength && all.length <= maxLength && !grows(all.length, metWith, stack.top())) {
            sink.add(all, support);
        }
        forget(metWith, stack.top());
        return true;
    }

    /** Puts those of some rows on the stack that hold all frequent items before the core, which are those of a set. */
    private void listWhole(int[] set, int core, int from, int size) {
        int[] rows = data.rows;
        int wanted = 0;
        for (int rank : set) {
            wanted += rank < core ? 1 : 0;
        }
        for (int i = from; i < from + size; i++) {
            int rank;
            int found = 0;
            for (int p = stack.at[i]; (rank = rows[p]) >= 0 && rank < core; p++) {
                found += counts[rank] >= data.minCount ? 1 : 0;
            }
            if (found == wanted) {
                stack.push(stack.at[i]);
            }
        }
    }

    /** Lists the rows of each candidate on the stack. */
    private void deliver(int core, int from, int size, int candidatesFrom, int candidates) {
        int to = candidatesFrom + STRIDE * candidates;
        for (int c = candidatesFrom; c < to; c += STRIDE) {
            int place = stack.take(stack.at[c + 2]);
            stack.at[c + 1] = place;
            next[stack.at[c]] = place;
        }
        if (candidates > 0) {
            int[] rows = data.rows;
            for (int i = from; i < from + size; i++) {
                int rank;
                for (int p = stack.at[i]; (rank = rows[p]) >= 0 && rank < core; p++) {
                    if (next[rank] >= 0) {
                        stack.at[next[rank]++] = stack.at[i];
                    }
                }
            }
        }
        for (int c = candidatesFrom; c < to; c += STRIDE) {
            next[stack.at[c]] = -1;
        }
    }

    private void leave(int metFrom, int metTo) {
        forget(metFrom, metTo);
        stack.backTo(metFrom);
    }

    private void forget(int metFrom, int metTo) {
        for (int m = metFrom; m < metTo; m++) {
            counts[stack.at[m]] = 0;
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

package org.ltv4j.segmentation.itemset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Level by level: candidates of {@code k + 1} items are two frequent sets of {@code k} that differ in one item, all of whose subsets are frequent; one pass over the
 * rows counts them in a prefix tree. Agrawal and Srikant (1994), Fast algorithms for mining association rules, VLDB, 487-499.
 */
final class LevelWise {
    private static final int WORK = 1 << 20;

    private final RankedBaskets data;
    private final int maxLength;
    private final MiningGuard guard;
    private final List<Level> levels = new ArrayList<>();
    private long work;

    /** Sets of one length, in order, each a child of a set of the level above. */
    private static final class Level {
        /** Rank of the last item of each set, its most frequent one. */
        int[] ranks;

        int[] counts;
        /** Where the children of each set begin in the next level; one more than there are sets. */
        int[] children;

        Level(int[] ranks, int[] counts) {
            this.ranks = ranks;
            this.counts = counts;
            this.children = new int[ranks.length + 1];
        }
    }

    LevelWise(RankedBaskets data, int maxLength, MiningGuard guard) {
        this.data = data;
        this.maxLength = maxLength;
        this.guard = guard;
    }

    /** Finds all levels, or those that are complete when the guard ends it. */
    void run() {
        int[] ranks = new int[data.ranks()];
        Arrays.setAll(ranks, r -> r);
        levels.add(new Level(ranks, data.counts));
        try {
            while (levels.size() < maxLength && nextLevel()) {
                guard.poll();
            }
        } catch (StopSignal stop) {
            // the levels that are complete stay
        } catch (OutOfMemoryError full) { // the limit that nobody stated
            guard.setReason(MiningStop.Reason.MEMORY);
        }
    }

    /** Adds the sets whose rarest item has a rank, in the order of {@link FrequentItemsets}. */
    void addAll(int rank, NodeBuffer out) {
        add(0, rank, out);
    }

    private void add(int level, int set, NodeBuffer out) {
        Level here = levels.get(level);
        out.add(here.ranks[set], here.counts[set], level + 1);
        for (int child = here.children[set]; child < here.children[set + 1]; child++) {
            add(level + 1, child, out);
        }
    }

    private boolean nextLevel() {
        Level last = levels.get(levels.size() - 1);
        int[] children = new int[last.ranks.length + 1];
        int[] candidates = candidates(children);
        guard.claim(8L * candidates.length);
        int[] counts = new int[candidates.length];
        if (candidates.length > 0) {
            count(new Pass(levels.size(), children, candidates, counts, leads(children)));
        }
        int frequent = 0;
        for (int set = 0; set < last.ranks.length; set++) {
            int first = frequent;
            for (int c = children[set]; c < children[set + 1]; c++) {
                if (counts[c] >= data.minCount) {
                    candidates[frequent] = candidates[c];
                    counts[frequent++] = counts[c];
                }
            }
            children[set] = first;
        }
        children[last.ranks.length] = frequent;
        if (frequent > 0) {
            levels.add(new Level(Arrays.copyOf(candidates, frequent), Arrays.copyOf(counts, frequent)));
            last.children = children;
        }
        return frequent > 0;
    }

    /** Last ranks of the candidates below each set of the last level; says where those of each set begin. */
    private int[] candidates(int[] children) {
        IntStack found = new IntStack(guard);
        if (levels.size() == 1) {
            for (int set = 0; set < data.ranks(); set++) {
                children[set] = found.top();
                for (int other = 0; other < set; other++) {
                    found.push(other);
                }
            }
            children[data.ranks()] = found.top();
        } else {
            join(0, 0, levels.get(0).ranks.length, new int[levels.size() + 1], found, children);
        }
        return Arrays.copyOf(found.at, found.top());
    }

    /** Goes down to the last level; there siblings are joined: each with those before it. */
    private void join(int level, int from, int to, int[] path, IntStack found, int[] children) {
        Level here = levels.get(level);
        boolean isLast = level == levels.size() - 1;
        for (int set = from; set < to; set++) {
            path[level] = here.ranks[set];
            if (isLast) {
                children[set] = found.top();
                for (int other = from; other < set; other++) {
                    path[level + 1] = here.ranks[other];
                    if (subsetsAreFrequent(path, level + 2)) {
                        found.push(here.ranks[other]);
                    }
                }
                children[set + 1] = found.top();
            } else {
                join(level + 1, here.children[set], here.children[set + 1], path, found, children);
            }
        }
        charge(to - from);
    }

    /** Whether all subsets with one item less are there; the two that the candidate was made of are. */
    private boolean subsetsAreFrequent(int[] path, int length) {
        for (int without = 0; without < length - 2; without++) {
            int from = 0;
            int to = levels.get(0).ranks.length;
            for (int k = 0, level = 0; k < length; k++) {
                if (k != without) {
                    Level here = levels.get(level);
                    int set = Arrays.binarySearch(here.ranks, from, to, path[k]);
                    if (set < 0) {
                        return false;
                    }
                    if (++level < levels.size()) {
                        from = here.children[set];
                        to = here.children[set + 1];
                    }
                }
            }
        }
        return true;
    }

    /** For each level which sets have candidates somewhere below. */
    private boolean[][] leads(int[] children) {
        boolean[][] leads = new boolean[levels.size()][];
        for (int level = levels.size() - 1; level >= 0; level--) {
            int size = levels.get(level).ranks.length;
            int[] below = level == levels.size() - 1 ? children : levels.get(level).children;
            leads[level] = new boolean[size];
            for (int set = 0; set < size; set++) {
                for (int c = below[set]; c < below[set + 1] && !leads[level][set]; c++) {
                    leads[level][set] = level == levels.size() - 1 || leads[level + 1][c];
                }
            }
        }
        return leads;
    }

    /**
     * A pass over the rows.
     *
     * @param level level of the candidates
     * @param children where the candidates of each set of the level above begin
     * @param candidates their last ranks
     * @param counts rows with each candidate
     * @param leads which sets have candidates below
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one pass
    private record Pass(int level, int[] children, int[] candidates, int[] counts, boolean[][] leads) {}

    private void count(Pass pass) {
        int[] rows = data.rows;
        int start = 1;
        for (int p = 1; p < rows.length; p++) {
            if (rows[p] < 0) {
                start = p + 1;
            } else if (p - start >= pass.level && pass.leads[0][rows[p]]) {
                count(pass, 1, rows[p], start, p);
            }
        }
    }

    /** Counts the candidates below a set whose last item stands at a place of a row. */
    private void count(Pass pass, int level, int set, int start, int place) {
        boolean atCandidates = level == pass.level;
        int[] children = atCandidates ? pass.children : levels.get(level - 1).children;
        int[] ranks = atCandidates ? pass.candidates : levels.get(level).ranks;
        int child = children[set];
        int end = children[set + 1];
        int[] rows = data.rows;
        for (int p = start; p < place && child < end; p++) {
            while (child < end && ranks[child] < rows[p]) {
                child++;
            }
            if (child < end && ranks[child] == rows[p]) {
                if (atCandidates) {
                    pass.counts[child]++;
                } else if (pass.leads[level][child]) {
                    count(pass, level + 1, child, start, p);
                }
            }
        }
        charge(end - children[set]);
    }

    private void charge(long amount) {
        work += amount;
        if (work > WORK) {
            work = 0;
            guard.poll();
        }
    }
}

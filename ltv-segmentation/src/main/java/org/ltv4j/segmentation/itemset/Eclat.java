package org.ltv4j.segmentation.itemset;

import java.util.Arrays;

/**
 * Depth first on conditional bitmaps. For an item, the items that are more frequent are counted along its rows (occurrence deliver, as
 * Uno, Kiyomi and Arimura, 2004); those that are frequent with it get a bitmap with one bit per row of the item. The search ands these bitmaps,
 * and where few bits are left, packs them closer before it goes on.
 */
final class Eclat implements RankMiner {
    /** Words of bitmaps between two looks at the limits. */
    private static final int WORK = 1 << 20;

    private final RankedBaskets data;
    private final int maxLength;
    private final MiningGuard guard;
    private final NodeBuffer out;
    /** Of each rank with the current item: first its count, then its number among the extensions or -1. */
    private final int[] local;
    /** Extensions of the sets on the way down, each set's after those of the set before. */
    private int[] ranks = new int[64];

    private int[] counts = new int[64];
    /** Their bitmaps. */
    private long[] pool = new long[1 << 10];

    private int work;

    Eclat(RankedBaskets data, int maxLength, MiningGuard guard, NodeBuffer out) {
        this.data = data;
        this.maxLength = maxLength;
        this.guard = guard;
        this.out = out;
        this.local = new int[data.ranks()];
    }

    @Override
    public void mine(int rank) {
        if (maxLength < 2) {
            return;
        }
        count(rank);
        int extensions = survivors(rank);
        if (extensions < 2 || maxLength == 2) {
            for (int e = 0; e < extensions; e++) {
                out.add(ranks[e], counts[e], 2);
            }
            clear();
            return;
        }
        int columns = columns(rank);
        int words = (columns + 63) >>> 6;
        fill(rank, extensions, words);
        clear();
        expand(0, extensions, 0, words, 2);
    }

    /** How often each more frequent item is in the rows of this one. */
    private void count(int rank) {
        int[] rows = data.rows;
        int[] occurrences = data.occurrences;
        int to = data.starts[rank + 1];
        for (int o = data.starts[rank]; o < to; o++) {
            int r;
            for (int p = occurrences[o] - 1; (r = rows[p]) >= 0; p--) {
                local[r]++;
            }
        }
        charge(to - data.starts[rank]);
    }

    /** Lists the ranks that are frequent with this one, ascending, and turns counts into their numbers. */
    private int survivors(int rank) {
        int extensions = 0;
        reserve(rank);
        for (int r = 0; r < rank; r++) {
            int count = local[r];
            if (count >= data.minCount) {
                ranks[extensions] = r;
                counts[extensions] = count;
                local[r] = extensions++;
            } else {
                local[r] = -1;
            }
        }
        return extensions;
    }

    private void clear() {
        Arrays.fill(local, 0);
    }

    /** Rows with at least two extensions: only they matter to longer sets. */
    private int columns(int rank) {
        int[] rows = data.rows;
        int columns = 0;
        for (int o = data.starts[rank]; o < data.starts[rank + 1]; o++) {
            int found = 0;
            int r;
            for (int p = data.occurrences[o] - 1; (r = rows[p]) >= 0 && found < 2; p--) {
                found += local[r] >= 0 ? 1 : 0;
            }
            columns += found >>> 1;
        }
        return columns;
    }

    private void fill(int rank, int extensions, int words) {
        room((long) extensions * words);
        Arrays.fill(pool, 0, extensions * words, 0);
        int[] rows = data.rows;
        int column = 0;
        for (int o = data.starts[rank]; o < data.starts[rank + 1]; o++) {
            int word = column >>> 6;
            long bit = 1L << column;
            int found = 0;
            int r;
            int first = -1;
            for (int p = data.occurrences[o] - 1; (r = rows[p]) >= 0; p--) {
                int e = local[r];
                if (e >= 0) {
                    if (found++ == 0) {
                        first = e;
                    } else {
                        pool[e * words + word] |= bit;
                    }
                }
            }
            if (found >= 2) {
                pool[first * words + word] |= bit;
                column++;
            }
        }
    }

    /**
     * Adds the sets that extend one set.
     *
     * @param first its first extension
     * @param extensions how many it has, by ascending rank
     * @param bits where their bitmaps begin
     * @param words length of a bitmap
     * @param depth items of a set with one extension
     */
    private void expand(int first, int extensions, int bits, int words, int depth) {
        out.add(ranks[first], counts[first], depth);
        boolean leaf = depth == maxLength;
        for (int e = 1; e < extensions; e++) {
            out.add(ranks[first + e], counts[first + e], depth);
            if (leaf) {
                continue;
            }
            int next = first + extensions;
            int nextBits = bits + extensions * words;
            int found =
                    words == 1 ? andWord(first, e, bits, next, nextBits) : and(first, e, bits, words, next, nextBits);
            if (found == 1) {
                out.add(ranks[next], counts[next], depth + 1);
            } else if (found > 1) {
                expand(next, found, nextBits, words, depth + 1);
            }
        }
    }

    /** The extensions that are frequent with extension e too. */
    private int and(int first, int e, int bits, int words, int next, int nextBits) {
        reserve(next + e);
        room(nextBits + (long) e * words);
        charge(e * words);
        long[] p = pool;
        int mine = bits + e * words;
        int to = nextBits;
        int found = 0;
        for (int i = 0; i < e; i++) {
            int other = bits + i * words;
            int count = 0;
            for (int w = 0; w < words; w++) {
                long both = p[mine + w] & p[other + w];
                p[to + w] = both;
                count += Long.bitCount(both);
            }
            if (count >= data.minCount) {
                ranks[next + found] = ranks[first + i];
                counts[next + found] = count;
                found++;
                to += words;
            }
        }
        return found;
    }

    private int andWord(int first, int e, int bits, int next, int nextBits) {
        reserve(next + e);
        room(nextBits + (long) e);
        charge(e);
        long[] p = pool;
        int[] ranksHere = ranks;
        int[] countsHere = counts;
        long mine = p[bits + e];
        int min = data.minCount;
        int found = 0;
        for (int i = 0; i < e; i++) {
            long both = mine & p[bits + i];
            int count = Long.bitCount(both);
            p[nextBits + found] = both;
            ranksHere[next + found] = ranksHere[first + i];
            countsHere[next + found] = count;
            found += count >= min ? 1 : 0;
        }
        return found;
    }

    private void charge(int amount) {
        work += amount;
        if (work > WORK) {
            work = 0;
            guard.poll();
        }
    }

    private void reserve(int extensions) {
        if (extensions > ranks.length) {
            int larger = Math.max(extensions, 2 * ranks.length);
            ranks = Arrays.copyOf(ranks, larger);
            counts = Arrays.copyOf(counts, larger);
        }
    }

    private void room(long words) {
        if (words > pool.length) {
            long larger = Math.min(Integer.MAX_VALUE - 8, Math.max(words, 2L * pool.length));
            if (words > larger) {
                guard.stop(MiningStop.Reason.MEMORY);
            }
            guard.claim((larger - pool.length) * Long.BYTES);
            pool = Arrays.copyOf(pool, (int) larger);
        }
    }
}

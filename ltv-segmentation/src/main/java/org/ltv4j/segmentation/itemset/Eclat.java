package org.ltv4j.segmentation.itemset;

import java.util.Arrays;

/**
 * Depth first on conditional bitmaps: as many bits as an item has rows, not as many as there are baskets. The search ands the bitmaps of
 * two extensions of a set and counts.
 */
final class Eclat implements RankMiner {
    /** Words of bitmaps between two looks at the limits. */
    private static final int WORK = 1 << 20;

    private final RankedBaskets data;
    private final Extensions pairs;
    private final int minCount;
    private final int maxLength;
    private final MiningGuard guard;
    private final NodeBuffer out;
    /** Extensions of the sets on the way down, each set's after those of the set before. */
    private int[] ranks = new int[64];

    private int[] counts = new int[64];
    /** Their bitmaps. */
    private long[] pool = new long[1 << 10];

    private int[] triangle = {};
    private int[] numbers = {};
    private long work;

    Eclat(RankedBaskets data, Extensions pairs, int maxLength, MiningGuard guard, NodeBuffer out) {
        this.data = data;
        this.pairs = pairs;
        this.minCount = data.minCount;
        this.maxLength = maxLength;
        this.guard = guard;
        this.out = out;
    }

    @Override
    public void mine(int rank) {
        out.add(rank, data.counts[rank], 1);
        int from = pairs.starts[rank];
        int extensions = pairs.starts[rank + 1] - from;
        if (maxLength == 1 || extensions == 0) {
            return;
        }
        if (extensions == 1 || maxLength == 2 || pairs.rows.size(rank) < minCount) {
            for (int e = 0; e < extensions; e++) {
                out.add(pairs.partners[from + e], pairs.counts[from + e], 2);
            }
            return;
        }
        reserve(extensions);
        System.arraycopy(pairs.partners, from, ranks, 0, extensions);
        System.arraycopy(pairs.counts, from, counts, 0, extensions);
        int words = (pairs.rows.size(rank) + 63) >>> 6;
        long ands = (long) extensions * (extensions - 1) / 2 * words;
        if (words > 1 && pairs.rows.pairs(rank) < ands / 2) {
            expandCounted(rank, extensions, words);
        } else {
            room((long) extensions * words);
            pairs.rows.bitmaps(rank, extensions, words, pool);
            expand(0, extensions, 0, words, 2);
        }
    }

    /** As {@link #expand}, for rows with few partners each: these are counted first, and bitmaps serve longer sets only. */
    private void expandCounted(int rank, int extensions, int words) {
        int size = PairCounts.row(extensions);
        if (triangle.length < size) {
            triangle = new int[size];
        }
        pairs.rows.countPairs(rank, extensions, triangle);
        charge(pairs.rows.pairs(rank));
        boolean filled = false;
        out.add(ranks[0], counts[0], 2);
        for (int e = 1; e < extensions; e++) {
            out.add(ranks[e], counts[e], 2);
            int found = frequent(e, extensions);
            if (found == 1 || maxLength == 3) {
                for (int i = 0; i < found; i++) {
                    out.add(ranks[extensions + i], counts[extensions + i], 3);
                }
            } else if (found > 1) {
                if (!filled) {
                    room((long) extensions * words);
                    pairs.rows.bitmaps(rank, extensions, words, pool);
                    filled = true;
                }
                room((extensions + (long) found) * words);
                for (int i = 0; i < found; i++) {
                    and(e * words, numbers[i] * words, (extensions + i) * words, words);
                }
                expand(extensions, found, extensions * words, words, 3);
            }
        }
    }

    /** Lists the extensions that were counted often enough together with extension e. */
    private int frequent(int e, int extensions) {
        reserve(extensions + e);
        if (numbers.length < e) {
            numbers = new int[ranks.length];
        }
        int row = PairCounts.row(e);
        int found = 0;
        for (int i = 0; i < e; i++) {
            int count = triangle[row + i];
            if (count >= minCount) {
                ranks[extensions + found] = ranks[i];
                counts[extensions + found] = count;
                numbers[found++] = i;
            }
        }
        return found;
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
        charge((long) e * words);
        int to = nextBits;
        int found = 0;
        for (int i = 0; i < e; i++) {
            int count = and(bits + e * words, bits + i * words, to, words);
            if (count >= minCount) {
                ranks[next + found] = ranks[first + i];
                counts[next + found] = count;
                found++;
                to += words;
            }
        }
        return found;
    }

    /** Writes the rows that two bitmaps share; returns how many they are. */
    private int and(int a, int b, int to, int words) {
        long[] p = pool;
        int count = 0;
        for (int w = 0; w < words; w++) {
            long both = p[a + w] & p[b + w];
            p[to + w] = both;
            count += Long.bitCount(both);
        }
        return count;
    }

    private int andWord(int first, int e, int bits, int next, int nextBits) {
        reserve(next + e);
        room(nextBits + (long) e);
        charge(e);
        long[] p = pool;
        int[] ranksHere = ranks;
        int[] countsHere = counts;
        long mine = p[bits + e];
        int min = minCount;
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

    private void charge(long amount) {
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
            long larger = Math.min(TreeBuilder.LONGEST, Math.max(words, 2L * pool.length));
            if (words > larger) {
                guard.stop(MiningStop.Reason.MEMORY);
            }
            guard.claim((larger - pool.length) * Long.BYTES);
            pool = Arrays.copyOf(pool, (int) larger);
        }
    }
}

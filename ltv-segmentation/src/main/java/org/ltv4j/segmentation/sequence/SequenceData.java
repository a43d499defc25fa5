package org.ltv4j.segmentation.sequence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.itemset.ItemConstraints;

/**
 * What is left of the sequences for mining: frequent items only, by their rank in the order of names. Beside the events there are
 * pairs, a sequence and an item of it, with all events where the item stands. The pairs of a sequence are sorted by the last of
 * these events, latest first: those whose item comes after an event are then the first few, each item once. That is the idea of
 * LAPIN (Yang, Wang and Kitsuregawa 2007), and it spares a pass over repeated items.
 */
final class SequenceData {
    final int[] itemOfRank;

    /** First event of each sequence, one more than there are. */
    final int[] starts;

    /** First cell of each event, one more than there are. */
    final int[] eventStart;

    /** Ranks, ascending within an event. */
    final int[] cell;

    final int[] day;

    /** First pair of each sequence, one more than there are. */
    final int[] pairs;

    final int[] pairItem;
    final int[] pairLast;

    /** First place in {@code occ} of each pair, one more than there are. */
    final int[] occStart;

    /** Events of pairs, ascending. */
    final int[] occ;

    /** First place in {@code pairOfRank} of each rank, one more than there are. */
    final int[] rankStart;

    /** Pairs of each rank in the order of sequences. */
    final int[] pairOfRank;

    /** Sequence of each pair. */
    final int[] pairSequence;

    /** Whether no event has two items left. */
    final boolean single;

    private SequenceData(SequenceLog log, int[] itemOfRank) {
        this.itemOfRank = itemOfRank;
        int[] rank = new int[log.items().size()];
        Arrays.fill(rank, -1);
        for (int r = 0; r < itemOfRank.length; r++) {
            rank[itemOfRank[r]] = r;
        }
        int[] sequenceEnds = new int[log.size() + 1];
        int[] eventEnds = new int[log.events() + 1];
        int[] cells = new int[log.occurrences()];
        int[] days = new int[log.events()];
        int events = 0;
        int used = 0;
        int widest = 0;
        for (int s = 0; s < log.size(); s++) {
            for (int e = log.start(s); e < log.start(s + 1); e++) {
                int from = used;
                for (int k = 0; k < log.length(e); k++) {
                    int r = rank[log.item(e, k)];
                    if (r >= 0) {
                        cells[used++] = r;
                    }
                }
                if (used > from) {
                    Arrays.sort(cells, from, used);
                    widest = Math.max(widest, used - from);
                    days[events++] = log.day(e);
                    eventEnds[events] = used;
                }
            }
            sequenceEnds[s + 1] = events;
        }
        starts = sequenceEnds;
        eventStart = Arrays.copyOf(eventEnds, events + 1);
        cell = Arrays.copyOf(cells, used);
        day = Arrays.copyOf(days, events);
        single = widest < 2;
        pairs = new int[log.size() + 1];
        int[] items = new int[used];
        int[] last = new int[used];
        int[] counts = new int[used + 1];
        int n = latestFirst(items, last, counts);
        pairItem = Arrays.copyOf(items, n);
        pairLast = Arrays.copyOf(last, n);
        occStart = Arrays.copyOf(counts, n + 1);
        occ = new int[used];
        pairSequence = new int[n];
        fill();
        rankStart = new int[itemOfRank.length + 1];
        pairOfRank = new int[n];
        byRank();
    }

    /**
     * Keeps what mining needs.
     *
     * @param log the sequences
     * @param constraints items that may be in patterns
     * @param minCount sequences in which an item must at least occur
     */
    static SequenceData of(SequenceLog log, ItemConstraints constraints, int minCount) {
        int[] counts = sequencesWithItem(log);
        IdTable items = log.items();
        String[] names = new String[counts.length];
        int[] kept = IntStream.range(0, counts.length)
                .filter(item -> counts[item] >= minCount && counts[item] > 0)
                .filter(item -> {
                    names[item] = items.id(item);
                    return !constraints.none().contains(names[item])
                            && (constraints.only().isEmpty()
                                    || constraints.only().contains(names[item]));
                })
                .boxed()
                .sorted(Comparator.comparing(item -> names[item]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new SequenceData(log, kept);
    }

    /** In how many sequences each item is. */
    static int[] sequencesWithItem(SequenceLog log) {
        int[] counts = new int[log.items().size()];
        int[] seen = new int[counts.length];
        for (int s = 0; s < log.size(); s++) {
            for (int e = log.start(s); e < log.start(s + 1); e++) {
                for (int k = 0; k < log.length(e); k++) {
                    int item = log.item(e, k);
                    if (seen[item] != s + 1) {
                        seen[item] = s + 1;
                        counts[item]++;
                    }
                }
            }
        }
        return counts;
    }

    int ranks() {
        return itemOfRank.length;
    }

    /** Finds the pairs, from the last event of each sequence to its first; {@code counts} takes where their events begin. */
    private int latestFirst(int[] items, int[] last, int[] counts) {
        int[] pairOf = new int[ranks()];
        int n = 0;
        for (int s = 0; s + 1 < starts.length; s++) {
            int first = n;
            for (int e = starts[s + 1] - 1; e >= starts[s]; e--) {
                for (int c = eventStart[e]; c < eventStart[e + 1]; c++) {
                    int r = cell[c];
                    int pair = pairOf[r];
                    if (pair < first || pair >= n || items[pair] != r) {
                        pair = n++;
                        pairOf[r] = pair;
                        items[pair] = r;
                        last[pair] = e;
                    }
                    counts[pair + 1]++;
                }
            }
            pairs[s + 1] = n;
        }
        for (int pair = 0; pair < n; pair++) {
            counts[pair + 1] += counts[pair];
        }
        return n;
    }

    private void fill() {
        int[] pairOf = new int[ranks()];
        int[] next = occStart.clone();
        for (int s = 0; s + 1 < starts.length; s++) {
            for (int p = pairs[s]; p < pairs[s + 1]; p++) {
                pairOf[pairItem[p]] = p;
                pairSequence[p] = s;
            }
            for (int e = starts[s]; e < starts[s + 1]; e++) {
                for (int c = eventStart[e]; c < eventStart[e + 1]; c++) {
                    occ[next[pairOf[cell[c]]]++] = e;
                }
            }
        }
    }

    private void byRank() {
        for (int item : pairItem) {
            rankStart[item + 1]++;
        }
        for (int r = 0; r < ranks(); r++) {
            rankStart[r + 1] += rankStart[r];
        }
        int[] next = rankStart.clone();
        for (int p = 0; p < pairItem.length; p++) {
            pairOfRank[next[pairItem[p]]++] = p;
        }
    }

    /** The place in {@code occ} of the first event of a pair after an event; there is one if the pair's last is after it. */
    int firstAfter(int pair, int event) {
        int low = occStart[pair];
        int high = occStart[pair + 1] - 1;
        while (high - low > 8) {
            int middle = (low + high) >>> 1;
            if (occ[middle] > event) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        while (occ[low] <= event) {
            low++;
        }
        return low;
    }
}

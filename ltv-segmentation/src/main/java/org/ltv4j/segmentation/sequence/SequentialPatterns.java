package org.ltv4j.segmentation.sequence;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.itemset.MiningStop;

/**
 * Sequential patterns in flat arrays. Those with the highest support come first; those of equal support with fewer items first,
 * then fewer events, then in the order of their names, event by event ({@link String#compareTo}). Items of an event stand in
 * the order of their names. Immutable.
 */
public final class SequentialPatterns {
    private final IdTable items;
    private final int sequences;
    private final int minCount;
    private final int[] codes; // twice the item, plus 1 where it opens an event
    private final int[] starts;
    private final int[] counts;
    private final @Nullable MiningStop stop;

    private SequentialPatterns(
            IdTable items,
            int sequences,
            int minCount,
            int[] codes,
            int[] starts,
            int[] counts,
            @Nullable MiningStop stop) {
        this.items = items;
        this.sequences = sequences;
        this.minCount = minCount;
        this.codes = codes;
        this.starts = starts;
        this.counts = counts;
        this.stop = stop;
    }

    static SequentialPatterns sorted(
            SequenceLog log, SequenceData data, PatternBuffer found, int minCount, MiningStop.@Nullable Reason reason) {
        int n = found.size();
        int[] events = new int[n];
        for (int i = 0; i < n; i++) {
            for (int at = found.start(i); at < found.end(i); at++) {
                events[i] += found.code(at) & 1;
            }
        }
        int[] all = found.codes();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> -found.count(i))
                        .thenComparingInt(found::length)
                        .thenComparingInt(i -> events[i])
                        .thenComparing((a, b) -> compare(all, found, a, b)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] codes = new int[found.start(n)];
        int[] starts = new int[n + 1];
        int[] counts = new int[n];
        int used = 0;
        for (int i = 0; i < n; i++) {
            for (int at = found.start(order[i]); at < found.end(order[i]); at++) {
                codes[used++] = 2 * data.itemOfRank[all[at] >> 1] + (all[at] & 1);
            }
            counts[i] = found.count(order[i]);
            starts[i + 1] = used;
        }
        MiningStop stop = reason == null ? null : new MiningStop(reason, n, hint(counts, log.size(), minCount));
        return new SequentialPatterns(log.items(), log.size(), minCount, codes, starts, counts, stop);
    }

    /** Ranks are in the order of names. Of an item that goes on with an event and one that opens the next, the latter comes first. */
    private static int compare(int[] codes, PatternBuffer found, int a, int b) {
        int n = found.length(a);
        for (int k = 0; k < n; k++) {
            int left = codes[found.start(a) + k];
            int right = codes[found.start(b) + k];
            if ((left & 1) != (right & 1)) {
                return (right & 1) - (left & 1);
            }
            if (left != right) {
                return Integer.compare(left, right);
            }
        }
        return 0;
    }

    private static String hint(int[] falling, int sequences, int minCount) {
        int better = falling.length == 0 ? minCount : falling[falling.length / 2];
        int higher = Math.max(better, minCount + 1);
        String raise = higher > sequences
                ? "Limit"
                : "Raise the minimum support from " + minCount + " to " + higher + " of " + sequences
                        + " sequences or more, limit";
        return "the search did not end: patterns are missing, also such with a high support. " + raise
                + " items, events or days between them, ask for the top k only, or raise the limit";
    }

    /** The first so many, found with a minimum that was asked for. */
    SequentialPatterns first(int k, int asked) {
        int n = Math.min(k, size());
        return new SequentialPatterns(
                items,
                sequences,
                asked,
                Arrays.copyOf(codes, starts[n]),
                Arrays.copyOf(starts, n + 1),
                Arrays.copyOf(counts, n),
                stop == null ? null : new MiningStop(stop.reason(), n, stop.hint()));
    }

    /**
     * The patterns.
     *
     * @return how many
     */
    public int size() {
        return counts.length;
    }

    /**
     * The sequences that were mined.
     *
     * @return how many, the empty ones included
     */
    public int sequences() {
        return sequences;
    }

    /**
     * The least support that was asked for.
     *
     * @return a number of sequences, at least 1
     */
    public int minCount() {
        return minCount;
    }

    /**
     * In how many sequences a pattern occurs.
     *
     * @param i from 0 to {@code size() - 1}
     * @return at least {@link #minCount()}
     */
    public int count(int i) {
        return counts[i];
    }

    /**
     * In which share of the sequences a pattern occurs.
     *
     * @param i from 0 to {@code size() - 1}
     * @return above 0, at most 1
     */
    public double support(int i) {
        return (double) counts[i] / sequences;
    }

    /**
     * The items of a pattern, over all events.
     *
     * @param i from 0 to {@code size() - 1}
     * @return at least 1
     */
    public int length(int i) {
        return starts[i + 1] - starts[i];
    }

    /**
     * The events of a pattern.
     *
     * @param i from 0 to {@code size() - 1}
     * @return at least 1
     */
    public int events(int i) {
        int events = 0;
        for (int at = starts[i]; at < starts[i + 1]; at++) {
            events += codes[at] & 1;
        }
        return events;
    }

    /**
     * An item of a pattern.
     *
     * @param i from 0 to {@code size() - 1}
     * @param k from 0 to {@code length(i) - 1}: first all items of the first event, then those of the second
     * @return a number in {@link #items()}
     */
    public int item(int i, int k) {
        return codes[place(i, k)] >> 1;
    }

    /**
     * Whether an item is the first one of its event.
     *
     * @param i from 0 to {@code size() - 1}
     * @param k from 0 to {@code length(i) - 1}
     * @return true for the first item of each event
     */
    public boolean opensEvent(int i, int k) {
        return (codes[place(i, k)] & 1) == 1;
    }

    private int place(int i, int k) {
        if (k < 0 || k >= length(i)) {
            throw new IndexOutOfBoundsException("item " + k + " of a pattern with " + length(i));
        }
        return starts[i] + k;
    }

    /**
     * The items of the sequences.
     *
     * @return their names
     */
    public IdTable items() {
        return items;
    }

    /**
     * A pattern with its names.
     *
     * @param i from 0 to {@code size() - 1}
     * @return a new object
     */
    public SequencePattern pattern(int i) {
        List<List<String>> events = new ArrayList<>();
        for (int at = starts[i]; at < starts[i + 1]; at++) {
            if ((codes[at] & 1) == 1) {
                events.add(new ArrayList<>());
            }
            events.get(events.size() - 1).add(items.id(codes[at] >> 1));
        }
        return new SequencePattern(events, counts[i], sequences);
    }

    /**
     * The patterns with their names, each made when somebody looks.
     *
     * @return a view
     */
    public List<SequencePattern> asList() {
        return new AbstractList<>() {
            @Override
            public SequencePattern get(int i) {
                return pattern(i);
            }

            @Override
            public int size() {
                return counts.length;
            }
        };
    }

    /**
     * Rules whose right side is the last event of a pattern. Made of patterns of two and more events whose beginning and whose last event are
     * here too: always so in a search without a least number of items or events, constraints that patterns must meet, closed ones only, or the best
     * only; with those some rules are missing.
     *
     * @param minConfidence least confidence, from 0 to 1
     * @return by falling confidence, equal ones in the order of their patterns
     */
    public List<SequenceRule> rules(double minConfidence) {
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies in [0, 1], got " + minConfidence);
        }
        Map<List<List<String>>, Integer> known = new HashMap<>();
        List<SequencePattern> all = asList();
        all.forEach(pattern -> known.put(pattern.events(), pattern.count()));
        List<SequenceRule> rules = new ArrayList<>();
        for (SequencePattern pattern : all) {
            int last = pattern.events().size() - 1;
            Integer nX = known.get(pattern.events().subList(0, last));
            Integer nY = known.get(pattern.events().subList(last, last + 1));
            if (last > 0 && nX != null && nY != null && (double) pattern.count() / nX >= minConfidence) {
                rules.add(new SequenceRule(
                        pattern.events().subList(0, last),
                        pattern.events().get(last),
                        pattern.count(),
                        nX,
                        nY,
                        sequences));
            }
        }
        rules.sort(Comparator.comparingDouble(SequenceRule::confidence).reversed());
        return rules;
    }

    /**
     * Why the search ended before all patterns were found. Its {@code ITEMSETS} are patterns here.
     *
     * @return empty if all were found
     */
    public Optional<MiningStop> stop() {
        return Optional.ofNullable(stop);
    }

    /** Numbers of patterns and sequences; no names. */
    @Override
    public String toString() {
        return "SequentialPatterns[" + size() + " patterns in at least " + minCount + " of " + sequences + " sequences"
                + (stop == null ? "]" : ", stopped by " + stop.reason() + "]");
    }
}

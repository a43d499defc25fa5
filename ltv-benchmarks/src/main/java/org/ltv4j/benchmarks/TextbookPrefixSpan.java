package org.ltv4j.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * PrefixSpan as one writes it down from the paper, with pseudo-projection and hash maps: the rival, so it must never be made faster.
 * Pei and others (2004), IEEE Transactions on Knowledge and Data Engineering 16(11).
 */
final class TextbookPrefixSpan {
    private final int[][][] sequences;
    private final int minCount;
    private final List<String> found = new ArrayList<>();

    /**
     * A sequence from the event where the prefix first ends.
     *
     * @param sequence number of the sequence
     * @param event number of the event in it
     */
    private record Place(int sequence, int event) {}

    private TextbookPrefixSpan(int[][][] sequences, int minCount) {
        this.sequences = sequences;
        this.minCount = minCount;
    }

    /** Patterns such as {@code 1 2 -> 3 #17}; items of an event ascend. */
    static List<String> mine(int[][][] sequences, int minCount) {
        TextbookPrefixSpan miner = new TextbookPrefixSpan(sequences, minCount);
        List<Place> all = new ArrayList<>();
        for (int s = 0; s < sequences.length; s++) {
            all.add(new Place(s, -1));
        }
        miner.grow("", Set.of(), -1, all);
        return miner.found;
    }

    private void grow(String prefix, Set<Integer> lastEvent, int lastItem, List<Place> places) {
        Map<Integer, List<Place>> later = new HashMap<>();
        Map<Integer, List<Place>> within = new HashMap<>();
        for (Place place : places) {
            int[][] events = sequences[place.sequence()];
            Set<Integer> seenLater = new HashSet<>();
            Set<Integer> seenWithin = new HashSet<>();
            for (int e = Math.max(0, place.event()); e < events.length; e++) {
                if (e > place.event()) {
                    for (int item : events[e]) {
                        if (seenLater.add(item)) {
                            later.computeIfAbsent(item, any -> new ArrayList<>())
                                    .add(new Place(place.sequence(), e));
                        }
                    }
                }
                if (!lastEvent.isEmpty() && holds(events[e], lastEvent)) {
                    for (int item : events[e]) {
                        if (item > lastItem && seenWithin.add(item)) {
                            within.computeIfAbsent(item, any -> new ArrayList<>())
                                    .add(new Place(place.sequence(), e));
                        }
                    }
                }
            }
        }
        within.forEach((item, where) -> {
            if (where.size() >= minCount) {
                Set<Integer> event = new HashSet<>(lastEvent);
                event.add(item);
                found.add(prefix + " " + item + " #" + where.size());
                grow(prefix + " " + item, event, item, where);
            }
        });
        later.forEach((item, where) -> {
            if (where.size() >= minCount) {
                String longer = prefix.isEmpty() ? "" + item : prefix + " -> " + item;
                found.add(longer + " #" + where.size());
                grow(longer, Set.of(item), item, where);
            }
        });
    }

    private static boolean holds(int[] event, Set<Integer> items) {
        int held = 0;
        for (int item : event) {
            held += items.contains(item) ? 1 : 0;
        }
        return held == items.size();
    }
}

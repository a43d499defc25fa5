package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set that may be among the best. Best first; equal ones in the order of {@link FrequentItemsets}.
 *
 * @param path ranks among all items, descending
 * @param count baskets
 * @param value what sets are compared by
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its own order only
record Candidate(int[] path, int count, double value) implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
        int byValue = Double.compare(other.value, value);
        return byValue != 0 ? byValue : Arrays.compare(path, other.path);
    }

    /** A list with these sets, best first. */
    static Found list(List<Candidate> bestFirst, MiningStop.@Nullable Reason cut) {
        TreeBuilder builder = new TreeBuilder(bestFirst.size());
        PathSink sink = new PathSink(builder::add);
        int[] members = new int[bestFirst.size()];
        Integer[] byPath = new Integer[bestFirst.size()];
        Arrays.setAll(byPath, i -> i);
        Arrays.sort(byPath, Comparator.comparing(i -> bestFirst.get(i).path, Arrays::compare));
        for (int place : byPath) {
            Candidate set = bestFirst.get(place);
            sink.add(set.path, set.count);
            members[place] = builder.size() - 1;
        }
        return new Found(builder.build(), members, Optional.ofNullable(cut));
    }
}

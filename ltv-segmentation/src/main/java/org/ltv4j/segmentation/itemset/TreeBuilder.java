package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.ltv4j.segmentation.itemset.MiningStop.Reason;

/** Joins what the threads have found to one tree, in the order of the ranks. */
final class TreeBuilder {
    /** As long as Java's arrays get. */
    static final int LONGEST = Integer.MAX_VALUE - 8;

    private int[] ranks;
    private int[] counts;
    private int[] parents;
    private int[] depths;
    /** The last node of each depth, which is the parent of what comes one deeper. */
    private int[] path = new int[16];

    private int size;

    /** A builder with room for so many nodes, which grows. */
    TreeBuilder(int nodes) {
        ranks = new int[nodes];
        counts = new int[nodes];
        parents = new int[nodes];
        depths = new int[nodes];
        path[0] = -1;
    }

    void add(int rank, int count, int depth) {
        if (depth >= path.length) {
            path = Arrays.copyOf(path, 2 * depth);
        }
        if (size == ranks.length) {
            resize((int) Math.min(LONGEST, 2L * size + 16));
        }
        int node = size++;
        ranks[node] = rank;
        counts[node] = count;
        depths[node] = depth;
        parents[node] = path[depth - 1];
        path[depth] = node;
    }

    private void resize(int nodes) {
        ranks = Arrays.copyOf(ranks, nodes);
        counts = Arrays.copyOf(counts, nodes);
        parents = Arrays.copyOf(parents, nodes);
        depths = Arrays.copyOf(depths, nodes);
    }

    int size() {
        return size;
    }

    ItemsetTree build() {
        if (size < ranks.length) {
            resize(size);
        }
        return new ItemsetTree(ranks, counts, parents, depths);
    }

    /**
     * Joins the parts of all ranks.
     *
     * @param segments where they stand; they are freed as they are read
     * @param plan how many sets may be in the list
     * @return the sets
     */
    static Joined join(Segments segments, MiningPlan plan) {
        int ranks = segments.ranks();
        long all = segments.nodes(ranks);
        TreeBuilder builder = withRoomFor((int) Math.min(LONGEST, all));
        Map<NodeBuffer, NodeBuffer.Reader> readers = new IdentityHashMap<>();
        long members = 0;
        int most = builder.ranks.length;
        for (int r = 0; r < ranks; r++) {
            NodeBuffer.Reader reader = readers.computeIfAbsent(segments.bufferOf(r), NodeBuffer::reader);
            for (long left = segments.nodesOf(r); left > 0; ) {
                int run = reader.run(left);
                int[] chunk = reader.chunk();
                for (int p = reader.end() - run * NodeBuffer.STRIDE; p < reader.end(); p += NodeBuffer.STRIDE) {
                    members += plan.wants(chunk[p + 1], chunk[p + 2]) ? 1 : 0;
                    if (members > plan.maxItemsets() || builder.size == most) {
                        return new Joined(
                                builder.build(), Optional.of(builder.size == most ? Reason.MEMORY : Reason.ITEMSETS));
                    }
                    builder.add(chunk[p], chunk[p + 1], chunk[p + 2]);
                }
                left -= run;
            }
        }
        return new Joined(builder.build(), Optional.empty());
    }

    /**
     * What was joined.
     *
     * @param tree the sets
     * @param cut why there are more than that, if there are
     */
    record Joined(ItemsetTree tree, Optional<Reason> cut) {}

    /** As much room as the heap gives: a part of the list is better than none. */
    private static TreeBuilder withRoomFor(int nodes) {
        int room = nodes;
        while (true) {
            try {
                return new TreeBuilder(room);
            } catch (OutOfMemoryError full) {
                if (room < 1024) {
                    throw full;
                }
                room /= 2;
            }
        }
    }
}

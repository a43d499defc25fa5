package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

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
        int node = size++;
        ranks[node] = rank;
        counts[node] = count;
        depths[node] = depth;
        parents[node] = path[depth - 1];
        path[depth] = node;
    }

    ItemsetTree build() {
        return size == ranks.length
                ? new ItemsetTree(ranks, counts, parents, depths)
                : new ItemsetTree(
                        Arrays.copyOf(ranks, size),
                        Arrays.copyOf(counts, size),
                        Arrays.copyOf(parents, size),
                        Arrays.copyOf(depths, size));
    }

    /**
     * Joins the parts of all ranks.
     *
     * @param segments where they stand; they are freed as they are read
     * @param nodes at most so many
     */
    static ItemsetTree join(Segments segments, int nodes) {
        TreeBuilder builder = new TreeBuilder(nodes);
        Map<NodeBuffer, NodeBuffer.Reader> readers = new IdentityHashMap<>();
        int ranks = segments.ranks();
        for (int r = 0; r < ranks && builder.size < nodes; r++) {
            NodeBuffer.Reader reader = readers.computeIfAbsent(segments.bufferOf(r), NodeBuffer::reader);
            long left = Math.min(segments.nodesOf(r), nodes - builder.size);
            while (left > 0) {
                int run = reader.run(left);
                builder.addAll(reader.chunk(), reader.end() - run * NodeBuffer.STRIDE, reader.end());
                left -= run;
            }
        }
        return builder.build();
    }

    private void addAll(int[] chunk, int from, int to) {
        for (int p = from; p < to; p += NodeBuffer.STRIDE) {
            add(chunk[p], chunk[p + 1], chunk[p + 2]);
        }
    }
}

package org.ltv4j.segmentation.itemset;

import java.util.ArrayList;
import java.util.List;

/**
 * What one thread has found, in the order in which it was found: nodes of a prefix tree, parents before children. A node
 * is (rank of its last item, count, depth).
 */
final class NodeBuffer {
    /** Numbers of a node. */
    static final int STRIDE = 3;

    private static final int FIRST = 1 << 9;
    private static final int LARGEST = 1 << 16;

    private final Room room;
    private final MiningPlan plan;
    private final boolean countsOnly;
    private final List<int[]> full = new ArrayList<>();
    private int[] chunk = new int[STRIDE * FIRST];
    private int at;
    private long before;
    /** How many nodes are sets of the result, and how far they were counted in this chunk. */
    private long members;

    private int counted;

    /** Is asked before a buffer takes more memory, and may end the search. */
    @FunctionalInterface
    interface Room {
        /**
         * So many nodes more are wanted.
         *
         * @param nodes for how many more nodes
         */
        void claim(int nodes);
    }

    /**
     * An empty buffer.
     *
     * @param room is asked before it grows
     * @param plan which nodes are sets of the result
     * @param countsOnly whether nodes are counted and forgotten
     */
    NodeBuffer(Room room, MiningPlan plan, boolean countsOnly) {
        this.room = room;
        this.plan = plan;
        this.countsOnly = countsOnly;
    }

    /** A node more. */
    void add(int rank, int count, int depth) {
        if (at == chunk.length) {
            grow();
        }
        int[] to = chunk;
        int p = at;
        to[p] = rank;
        to[p + 1] = count;
        to[p + 2] = depth;
        at = p + STRIDE;
    }

    /** Nodes so far. */
    long size() {
        return before + at / STRIDE;
    }

    private void grow() {
        int nodes = at / STRIDE;
        int larger = Math.min(LARGEST, 2 * nodes);
        room.claim(countsOnly ? 0 : larger);
        int[] fresh = countsOnly ? chunk : new int[STRIDE * larger]; // first what may fail: the buffer stays whole
        members();
        counted = 0;
        before += nodes;
        if (!countsOnly) {
            full.add(chunk);
        }
        chunk = fresh;
        at = 0;
    }

    /** Forgets all nodes. */
    void clear() {
        full.clear();
        before = 0;
        members = 0;
        counted = 0;
        at = 0;
    }

    /** How many of them are sets of the result: known, and as long as is asked for. Counts those that have come since it was asked before. */
    long members() {
        for (; counted < at; counted += STRIDE) {
            members += plan.wants(chunk[counted + 1], chunk[counted + 2]) ? 1 : 0;
        }
        return members;
    }

    /** Reads all nodes, once, from the first to the last; what was read is freed. */
    Reader reader() {
        return new Reader();
    }

    /** Walks over the nodes of one buffer. */
    final class Reader {
        private int index;
        private int[] current = full.isEmpty() ? chunk : full.get(0);
        private int position;

        /** Moves past at most so many nodes, at least 1, that stand together; returns how many. {@link #end} is where they end. */
        int run(long wanted) {
            if (position == current.length) {
                full.set(index, new int[0]);
                index++;
                current = index < full.size() ? full.get(index) : chunk;
                position = 0;
            }
            int nodes = (int) Math.min(wanted, (current.length - position) / STRIDE);
            position += nodes * STRIDE;
            return nodes;
        }

        int[] chunk() {
            return current;
        }

        int end() {
            return position;
        }
    }
}

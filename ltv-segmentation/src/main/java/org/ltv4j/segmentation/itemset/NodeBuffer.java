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
    private final int minLength;
    private final List<int[]> full = new ArrayList<>();
    private int[] chunk = new int[STRIDE * FIRST];
    private int at;
    private long before;
    private long membersBefore;

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

    NodeBuffer(Room room, int minLength) {
        this.room = room;
        this.minLength = minLength;
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
        room.claim(larger);
        int[] fresh = new int[STRIDE * larger]; // first what may fail: the buffer stays whole
        full.add(chunk);
        membersBefore += membersHere();
        before += nodes;
        chunk = fresh;
        at = 0;
    }

    /** How many of them have as many items as are asked for at least. */
    long members() {
        return membersBefore + membersHere();
    }

    private int membersHere() {
        if (minLength == 1) {
            return at / STRIDE;
        }
        int members = 0;
        for (int p = 2; p < at; p += STRIDE) {
            members += chunk[p] >= minLength ? 1 : 0;
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

package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which part of which thread's buffer holds the sets of each rank, and whether those that are there are enough. */
final class Segments {
    private static final long OPEN = -1;

    private final @Nullable NodeBuffer[] buffers;
    private final long[] from;
    private final long[] membersFrom;
    private final long[] to;
    /** Sets of a rank that is done, else {@link #OPEN}. */
    private final long[] members;

    private final long limit;
    private volatile int last = Integer.MAX_VALUE;

    Segments(int ranks, long limit) {
        this.buffers = new NodeBuffer[ranks];
        this.from = new long[ranks];
        this.membersFrom = new long[ranks];
        this.to = new long[ranks];
        this.members = new long[ranks];
        Arrays.fill(members, OPEN);
        this.limit = limit;
    }

    /** The buffer's next nodes are sets of this rank. */
    synchronized void begin(int rank, NodeBuffer buffer) {
        buffers[rank] = buffer;
        from[rank] = buffer.size();
        to[rank] = from[rank];
        membersFrom[rank] = buffer.members();
    }

    /** No more sets of this rank come. */
    synchronized void end(int rank, boolean complete) {
        NodeBuffer buffer = buffers[rank];
        if (buffer != null) {
            to[rank] = buffer.size();
            members[rank] = complete ? buffer.members() - membersFrom[rank] : OPEN;
        }
    }

    /** Whether this rank and those before it that are done make more sets than are wanted; then later ranks are not needed. */
    boolean isEnough(int rank) {
        return rank > last || (limit < Long.MAX_VALUE && exceeds(rank));
    }

    private synchronized boolean exceeds(int rank) {
        NodeBuffer buffer = buffers[rank];
        long found = buffer == null ? 0 : buffer.members() - membersFrom[rank];
        for (int r = 0; r < rank; r++) {
            found += Math.max(0, members[r]);
        }
        if (found > limit) {
            last = Math.min(last, rank);
        }
        return found > limit;
    }

    /** The last rank that is needed, as far as is known. */
    int last() {
        return last;
    }

    /** The ranks whose parts belong to the result, from 0 on: the last of them may be incomplete. */
    synchronized int ranks() {
        int r = 0;
        while (r < members.length && members[r] != OPEN) {
            r++;
        }
        return r < members.length && buffers[r] != null ? r + 1 : r;
    }

    /** Sets of all ranks that are done. */
    synchronized long members() {
        long found = 0;
        for (long ofRank : members) {
            found += Math.max(0, ofRank);
        }
        return found;
    }

    /** Nodes of so many ranks. */
    synchronized long nodes(int ranks) {
        long nodes = 0;
        for (int r = 0; r < ranks; r++) {
            nodes += nodesOf(r);
        }
        return nodes;
    }

    /** Nodes of a rank. */
    synchronized long nodesOf(int rank) {
        return to[rank] - from[rank];
    }

    /** Where a rank's nodes stand. */
    synchronized NodeBuffer bufferOf(int rank) {
        NodeBuffer buffer = buffers[rank];
        if (buffer == null) {
            throw new IllegalStateException("rank " + rank + " was not begun");
        }
        return buffer;
    }
}

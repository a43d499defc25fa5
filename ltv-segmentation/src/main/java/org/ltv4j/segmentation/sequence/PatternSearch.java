package org.ltv4j.segmentation.sequence;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ltv4j.segmentation.itemset.MiningStop;

/** Depth-first search below one item. A node is a pattern with where it occurs; the two subclasses differ in what that is. */
abstract class PatternSearch {
    /** An object with six fields, and a place in an array. */
    private static final long NODE_BYTES = 48;

    /** Memory of so many is counted at once. */
    private static final int NODES_COUNTED = 256;

    final PatternRun run;
    final SequenceData data;
    final PatternOptions options;

    /** By rank: sequences of an extension, where its next record goes (or -1), the last sequence that counted, events in all. */
    final int[] count;

    final int[] slot;
    final int[] stamp;
    final int[] width;
    final int[] touched;
    int mark;

    /** Records of nodes on the path and of their children, a stack. */
    int[] pool = new int[1 << 10];

    int top;

    /** Height of the stack of own places, and where the next place of a child goes, by rank. */
    int deepTop;

    final int[] deepNext;

    private int[] codes = new int[16];
    private int length;
    private int events;
    private int held;
    private long nodes;
    private boolean full;
    private PatternBuffer found;

    /** Open nodes on the path, and the most of them that memory was counted for. */
    private long open;

    private long openCounted;

    PatternSearch(PatternRun run) {
        this.run = run;
        this.data = run.data;
        this.options = run.options;
        int ranks = data.ranks();
        count = new int[ranks];
        slot = new int[ranks];
        Arrays.fill(slot, -1);
        stamp = new int[ranks];
        width = new int[ranks];
        touched = new int[ranks];
        deepNext = new int[ranks];
        found = new PatternBuffer(options.closed());
    }

    /** All patterns that begin with an item. */
    PatternBuffer below(int rank) {
        found = new PatternBuffer(options.closed());
        top = 0;
        full = false;
        Arrays.fill(slot, -1); // a search that was stopped may have left some
        Arrays.fill(count, 0);
        Arrays.fill(width, 0);
        length = 0; // what a search that was stopped had begun
        events = 0;
        held = 0;
        open = 0;
        push(rank, true);
        walk(open(rank));
        return found;
    }

    /** Puts the occurrences of a single item on the stack. */
    abstract Node open(int rank);

    /** The extensions by an item of a later event, with their occurrences. */
    abstract Node[] later(Node node, boolean leaves);

    /** The extensions by an item of the last event, higher than those there, with their occurrences. */
    abstract Node[] within(Node node, int last, boolean leaves);

    /** Makes room for more places of one's own. */
    abstract void deepRoom(long more);

    /** Gives back what was put on the stacks for a node and its siblings. */
    private void release(Node node) {
        top = node.base();
        deepTop = node.below();
    }

    /** Those frequent enough among the items touched, with room for their records unless they are leaves, and for places if they have own ones. */
    Node[] children(int n, boolean leaves, boolean own) {
        int least = run.minCount();
        int kept = 0;
        long records = 0;
        long places = 0;
        for (int t = 0; t < n; t++) {
            int item = touched[t];
            if (count[item] >= least) {
                touched[kept++] = item;
                records += count[item];
                places += width[item];
            } else {
                count[item] = 0;
                width[item] = 0;
            }
        }
        counted(kept);
        Node[] children = kept == 0 ? Node.NONE : new Node[kept];
        int base = top;
        int below = deepTop;
        if (!leaves) {
            pool = room(pool, top, 3 * records);
            if (own) {
                deepRoom(places);
            }
        }
        Arrays.sort(touched, 0, kept);
        for (int k = 0; k < kept; k++) {
            int item = touched[k];
            children[k] = new Node(item, count[item], top, own, below, base);
            if (!leaves) {
                slot[item] = top;
                top += 3 * count[item];
                deepNext[item] = deepTop;
                deepTop += own ? width[item] : 0;
            }
            count[item] = 0;
            width[item] = 0;
        }
        return children;
    }

    /** The items are no longer those of open children. */
    void clear(Node[] children) {
        for (Node child : children) {
            slot[child.rank()] = -1;
        }
    }

    /** A sum over the sequences where the node occurs: equal for two nodes that occur in the same ones. */
    private long key(Node node) {
        long sum = 0;
        for (int i = 0; i < node.count(); i++) {
            long z = (pool[node.at() + 3 * i] + 1L) * 0x9E3779B97F4A7C15L;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            sum += z ^ (z >>> 31);
        }
        return sum;
    }

    /** Depth first, on a stack of its own: a pattern may have more events than the stack of a thread has room for calls. */
    private void walk(Node root) {
        ArrayDeque<Frame> path = new ArrayDeque<>();
        Frame frame = expand(root);
        while (true) {
            Node child = frame.next();
            if (child == null) {
                close(frame);
                if (path.isEmpty()) {
                    return;
                }
                pop();
                frame = path.pop();
            } else if (!run.isBelowBar(child.count(), length + 1)) {
                push(child.rank(), frame.opens());
                if (frame.leaves) {
                    emit(child);
                    pop();
                } else {
                    path.push(frame);
                    frame = expand(child);
                }
            }
        }
    }

    private void close(Frame frame) {
        if (frame.after.length > 0) {
            release(frame.after[0]);
        }
        if (frame.same.length > 0) {
            release(frame.same[0]);
        }
        open -= frame.after.length + frame.same.length;
    }

    /** Counts the memory of children, as much as ever were open at once. */
    private void counted(int children) {
        open += children;
        if (open > openCounted) {
            long more = Math.max(open - openCounted, NODES_COUNTED);
            openCounted += more;
            if (!run.allows(NODE_BYTES * more)) {
                throw new Full();
            }
        }
    }

    /** Emits a node and finds its children; none where the search is to end. */
    private Frame expand(Node node) {
        if (full || !run.goesOn(nodes++)) {
            return Frame.NONE;
        }
        if (!options.closed()) {
            emit(node); // before the children: with it known, they may be below the bar
        }
        boolean grows = length < options.maxItems() && !run.isBelowBar(node.count(), length + 1);
        boolean leaves = length + 1 == options.maxItems() && !options.closed();
        Node[] same = grows && !data.single ? within(node, codes[length - 1] >> 1, leaves) : Node.NONE;
        Node[] after = grows && events < options.maxEvents() ? later(node, leaves) : Node.NONE;
        if (options.closed() && lower(same, node.count()) && lower(after, node.count())) {
            emit(node);
        }
        return new Frame(same, after, leaves);
    }

    private static boolean lower(Node[] children, int count) {
        for (Node child : children) {
            if (child.count() == count) {
                return false;
            }
        }
        return true;
    }

    private void emit(Node node) {
        if (length < options.minItems() || events < options.minEvents() || held < run.mustHave) {
            return;
        }
        if (found.size() > run.maxPatterns) {
            full = true; // one more than may be kept is enough to know
            return;
        }
        if (!found.fits(length)) {
            run.stop(MiningStop.Reason.MEMORY);
            return;
        }
        long more = found.growth(length);
        if (more == 0 || run.allows(more)) {
            found.add(codes, length, node.count(), options.closed() ? key(node) : 0);
            run.found(node.count(), length);
        }
    }

    private void push(int rank, boolean opens) {
        if (length == codes.length) {
            codes = Arrays.copyOf(codes, 2 * length);
        }
        codes[length++] = 2 * rank + (opens ? 1 : 0);
        events += opens ? 1 : 0;
        held += run.wanted[rank] && first(rank) ? 1 : 0;
    }

    private void pop() {
        int code = codes[length - 1];
        held -= run.wanted[code >> 1] && first(code >> 1) ? 1 : 0;
        length--;
        events -= code & 1;
    }

    /** Whether the item on top stands nowhere below it. */
    private boolean first(int rank) {
        for (int i = 0; i < length - 1; i++) {
            if (codes[i] >> 1 == rank) {
                return false;
            }
        }
        return true;
    }

    /** A number that no stamp bears. */
    int nextMark() {
        if (mark == Integer.MAX_VALUE) {
            Arrays.fill(stamp, 0);
            mark = 0;
        }
        return ++mark;
    }

    int[] room(int[] array, int used, long more) {
        long needed = used + more;
        if (needed <= array.length) {
            return array;
        }
        if (needed > Integer.MAX_VALUE - 8) {
            run.stop(MiningStop.Reason.MEMORY);
            throw new Full();
        }
        int larger = (int) Math.min(Integer.MAX_VALUE - 8, needed + needed / 2);
        if (!run.allows(4L * (larger - array.length))) {
            throw new Full();
        }
        return Arrays.copyOf(array, larger);
    }

    /** An array cannot grow as far as is needed; what was found stays. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super("the work on one pattern does not fit into an array", null, false, false);
        }
    }

    PatternBuffer foundSoFar() {
        return found;
    }

    /** The children of a node of the path, and which comes next. */
    private static final class Frame {
        static final Frame NONE = new Frame(Node.NONE, Node.NONE, true);

        final Node[] same;
        final Node[] after;
        final boolean leaves;
        private int next;

        Frame(Node[] same, Node[] after, boolean leaves) {
            this.same = same;
            this.after = after;
            this.leaves = leaves;
        }

        @Nullable
        Node next() {
            if (next < same.length) {
                return same[next++];
            }
            return next < same.length + after.length ? after[next++ - same.length] : null;
        }

        /** Whether the child that came last opens an event. */
        boolean opens() {
            return next > same.length;
        }
    }

    /**
     * A pattern and where it occurs: {@code count} records from {@code at} in the pool, each with the sequence, the first and one past
     * the last of its places.
     *
     * @param rank the last item
     * @param count sequences
     * @param at first record
     * @param own whether places are those of this search's own stack
     * @param below height of that stack before this node's siblings were made
     * @param base height of the pool then
     */
    record Node(int rank, int count, int at, boolean own, int below, int base) {
        static final Node[] NONE = {};
    }
}

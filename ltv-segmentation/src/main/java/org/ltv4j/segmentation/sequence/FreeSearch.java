package org.ltv4j.segmentation.sequence;

/**
 * PrefixSpan of Pei and others (2004) with pseudo-projection, where events may be any time apart. What can follow is told by the
 * first place where the pattern may end, what can stand beside its last item by all such places. After an extension by a later event these are
 * a part of the item's own list of events and need no copy.
 */
final class FreeSearch extends PatternSearch {
    private int[] deep = new int[1 << 8];

    FreeSearch(PatternRun run) {
        super(run);
    }

    @Override
    Node open(int rank) {
        deepTop = 0;
        int from = data.rankStart[rank];
        int n = data.rankStart[rank + 1] - from;
        pool = room(pool, top, 3L * n);
        for (int i = 0; i < n; i++) {
            int pair = data.pairOfRank[from + i];
            pool[top++] = data.pairSequence[pair];
            pool[top++] = data.occStart[pair];
            pool[top++] = data.occStart[pair + 1];
        }
        return new Node(rank, n, 0, false, 0, 0);
    }

    @Override
    Node[] later(Node node, boolean leaves) {
        int[] places = node.own() ? deep : data.occ;
        int end = node.at() + 3 * node.count();
        int n = 0;
        for (int r = node.at(); r < end; r += 3) {
            int event = places[pool[r + 1]];
            int last = data.pairs[pool[r] + 1];
            for (int p = data.pairs[pool[r]]; p < last && data.pairLast[p] > event; p++) {
                if (count[data.pairItem[p]]++ == 0) {
                    touched[n++] = data.pairItem[p];
                }
            }
        }
        Node[] children = children(n, leaves, false);
        if (leaves || children.length == 0) {
            return children;
        }
        for (int r = node.at(); r < end; r += 3) {
            int event = places[pool[r + 1]];
            int last = data.pairs[pool[r] + 1];
            for (int p = data.pairs[pool[r]]; p < last && data.pairLast[p] > event; p++) {
                int at = slot[data.pairItem[p]];
                if (at >= 0) {
                    pool[at] = pool[r];
                    pool[at + 1] = data.firstAfter(p, event);
                    pool[at + 2] = data.occStart[p + 1];
                    slot[data.pairItem[p]] = at + 3;
                }
            }
        }
        clear(children);
        return children;
    }

    @Override
    Node[] within(Node node, int last, boolean leaves) {
        int[] places = node.own() ? deep : data.occ;
        int end = node.at() + 3 * node.count();
        int n = 0;
        for (int r = node.at(); r < end; r += 3) {
            int now = nextMark();
            for (int j = pool[r + 1]; j < pool[r + 2]; j++) {
                int event = places[j];
                for (int c = data.eventStart[event + 1] - 1; data.cell[c] > last; c--) {
                    int item = data.cell[c];
                    width[item]++;
                    if (stamp[item] != now) {
                        stamp[item] = now;
                        if (count[item]++ == 0) {
                            touched[n++] = item;
                        }
                    }
                }
            }
        }
        Node[] children = children(n, leaves, true);
        if (leaves || children.length == 0) {
            return children;
        }
        places = node.own() ? deep : data.occ; // the stack may have moved
        for (int r = node.at(); r < end; r += 3) {
            int now = nextMark();
            for (int j = pool[r + 1]; j < pool[r + 2]; j++) {
                int event = places[j];
                for (int c = data.eventStart[event + 1] - 1; data.cell[c] > last; c--) {
                    if (slot[data.cell[c]] >= 0) {
                        place(data.cell[c], event, pool[r], now);
                    }
                }
            }
        }
        clear(children);
        return children;
    }

    private void place(int item, int event, int sequence, int now) {
        if (stamp[item] != now) {
            stamp[item] = now;
            int at = slot[item];
            pool[at] = sequence;
            pool[at + 1] = deepNext[item];
            slot[item] = at + 3;
        }
        deep[deepNext[item]++] = event;
        pool[slot[item] - 1] = deepNext[item];
    }

    @Override
    void deepRoom(long more) {
        deep = room(deep, deepTop, more);
    }
}

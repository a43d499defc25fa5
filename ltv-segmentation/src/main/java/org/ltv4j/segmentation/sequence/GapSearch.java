package org.ltv4j.segmentation.sequence;

import java.util.Arrays;

/**
 * Where the days between events are limited, the first place where a pattern may end is not enough: a later one may reach what the
 * first does not. So every event that an occurrence may end with is kept, as in cSPADE of Zaki (2000), and with it the latest day
 * on which such an occurrence may begin, which is all that a limit of the span needs to know.
 */
final class GapSearch extends PatternSearch {
    private static final int NEVER = Integer.MIN_VALUE;

    private int[] ends = new int[1 << 8];
    private int[] begins = new int[1 << 8];
    private final int[] reach;

    GapSearch(PatternRun run) {
        super(run);
        int longest = 0;
        for (int s = 0; s + 1 < data.starts.length; s++) {
            longest = Math.max(longest, data.starts[s + 1] - data.starts[s]);
        }
        reach = new int[longest];
        Arrays.fill(reach, NEVER);
    }

    @Override
    Node open(int rank) {
        deepTop = 0;
        int from = data.rankStart[rank];
        int n = data.rankStart[rank + 1] - from;
        pool = room(pool, top, 3L * n);
        for (int i = 0; i < n; i++) {
            int pair = data.pairOfRank[from + i];
            int events = data.occStart[pair + 1] - data.occStart[pair];
            deepRoom(events);
            pool[top++] = data.pairSequence[pair];
            pool[top++] = deepTop;
            for (int o = data.occStart[pair]; o < data.occStart[pair + 1]; o++) {
                ends[deepTop] = data.occ[o];
                begins[deepTop++] = data.day[data.occ[o]];
            }
            pool[top++] = deepTop;
        }
        return new Node(rank, n, 0, true, 0, 0);
    }

    @Override
    Node[] later(Node node, boolean leaves) {
        int end = node.at() + 3 * node.count();
        int n = 0;
        for (int r = node.at(); r < end; r += 3) {
            int now = nextMark();
            int first = ends[pool[r + 1]] + 1;
            int past = reach(r, first);
            for (int event = first; event < past; event++) {
                if (reach[event - first] != NEVER) {
                    n = tally(event, data.eventStart[event], now, n);
                }
            }
            Arrays.fill(reach, 0, past - first, NEVER);
        }
        Node[] children = children(n, leaves, true);
        if (leaves || children.length == 0) {
            return children;
        }
        for (int r = node.at(); r < end; r += 3) {
            int now = nextMark();
            int first = ends[pool[r + 1]] + 1;
            int past = reach(r, first);
            for (int event = first; event < past; event++) {
                if (reach[event - first] != NEVER) {
                    place(event, data.eventStart[event], reach[event - first], pool[r], now);
                }
            }
            Arrays.fill(reach, 0, past - first, NEVER);
        }
        clear(children);
        return children;
    }

    /** The latest beginning with which each event after {@code first} can follow the record; returns one past the last such event. */
    private int reach(int record, int first) {
        int past = first;
        int sequenceEnd = data.starts[pool[record] + 1];
        for (int j = pool[record + 1]; j < pool[record + 2]; j++) {
            int day = data.day[ends[j]];
            long soonest = (long) day + options.minGap();
            long latest = Math.min((long) day + options.maxGap(), (long) begins[j] + options.maxSpan());
            for (int event = ends[j] + 1; event < sequenceEnd && data.day[event] <= latest; event++) {
                if (data.day[event] >= soonest) {
                    reach[event - first] = Math.max(reach[event - first], begins[j]);
                    past = Math.max(past, event + 1);
                }
            }
        }
        return past;
    }

    @Override
    Node[] within(Node node, int last, boolean leaves) {
        int end = node.at() + 3 * node.count();
        int n = 0;
        for (int r = node.at(); r < end; r += 3) {
            int now = nextMark();
            for (int j = pool[r + 1]; j < pool[r + 2]; j++) {
                n = tally(ends[j], above(ends[j], last), now, n);
            }
        }
        Node[] children = children(n, leaves, true);
        if (leaves || children.length == 0) {
            return children;
        }
        for (int r = node.at(); r < end; r += 3) {
            int now = nextMark();
            for (int j = pool[r + 1]; j < pool[r + 2]; j++) {
                place(ends[j], above(ends[j], last), begins[j], pool[r], now);
            }
        }
        clear(children);
        return children;
    }

    /** The first cell of an event after that of an item. */
    private int above(int event, int last) {
        int c = data.eventStart[event + 1];
        while (data.cell[c - 1] > last) {
            c--;
        }
        return c;
    }

    private int tally(int event, int from, int now, int touchedSoFar) {
        int n = touchedSoFar;
        for (int c = from; c < data.eventStart[event + 1]; c++) {
            int item = data.cell[c];
            width[item]++;
            if (stamp[item] != now) {
                stamp[item] = now;
                if (count[item]++ == 0) {
                    touched[n++] = item;
                }
            }
        }
        return n;
    }

    private void place(int event, int from, int begin, int sequence, int now) {
        for (int c = from; c < data.eventStart[event + 1]; c++) {
            int item = data.cell[c];
            if (slot[item] < 0) {
                continue;
            }
            if (stamp[item] != now) {
                stamp[item] = now;
                int at = slot[item];
                pool[at] = sequence;
                pool[at + 1] = deepNext[item];
                slot[item] = at + 3;
            }
            ends[deepNext[item]] = event;
            begins[deepNext[item]++] = begin;
            pool[slot[item] - 1] = deepNext[item];
        }
    }

    @Override
    void deepRoom(long more) {
        ends = room(ends, deepTop, more);
        begins = room(begins, deepTop, more);
    }
}

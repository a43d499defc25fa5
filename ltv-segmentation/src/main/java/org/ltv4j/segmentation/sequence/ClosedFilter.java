package org.ltv4j.segmentation.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ltv4j.core.internal.math.Blocks;

/** Leaves out patterns that a longer one contains, where both occur in the same sequences. */
final class ClosedFilter {
    private static final int OPENS = 1;

    private ClosedFilter() {}

    static PatternBuffer of(PatternBuffer all) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer>comparingLong(all::key)
                .thenComparing(Comparator.<Integer>comparingInt(all::count))
                .thenComparing(Comparator.<Integer>comparingInt(all::length).reversed()));
        PatternBuffer closed = new PatternBuffer(false);
        int from = 0;
        while (from < order.size()) {
            Blocks.failIfInterrupted();
            int to = from + 1;
            int one = order.get(from);
            while (to < order.size()
                    && all.key(order.get(to)) == all.key(one)
                    && all.count(order.get(to)) == all.count(one)) {
                to++;
            }
            group(all, order.subList(from, to), closed);
            from = to;
        }
        return closed;
    }

    /** Longest first: what is in a pattern that is left out is also in the one for which that was left out. */
    private static void group(PatternBuffer all, List<Integer> group, PatternBuffer closed) {
        List<Integer> kept = new ArrayList<>();
        for (int i : group) {
            if (kept.stream().noneMatch(longer -> contains(all, longer, i))) {
                kept.add(i);
                closed.add(all, i);
            }
        }
    }

    /** Whether the events of a pattern lie in later and later events of another, taken as early as possible. */
    static boolean contains(PatternBuffer all, int outer, int inner) {
        int event = all.start(inner);
        int at = all.start(outer);
        int innerEnd = all.end(inner);
        int outerEnd = all.end(outer);
        while (event < innerEnd && at < outerEnd) {
            int next = eventEnd(all, at, outerEnd);
            int eventEnd = eventEnd(all, event, innerEnd);
            int matched = event;
            for (int o = at; o < next && matched < eventEnd; o++) {
                if (all.code(o) >> 1 == all.code(matched) >> 1) {
                    matched++;
                }
            }
            if (matched == eventEnd) {
                event = eventEnd;
            }
            at = next;
        }
        return event == innerEnd;
    }

    private static int eventEnd(PatternBuffer all, int start, int end) {
        int i = start + 1;
        while (i < end && (all.code(i) & OPENS) == 0) {
            i++;
        }
        return i;
    }
}

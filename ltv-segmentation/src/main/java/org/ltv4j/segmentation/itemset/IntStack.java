package org.ltv4j.segmentation.itemset;

import java.util.Arrays;

/** Numbers of a search on its way down: each step takes room on top of the one before and gives it back. Asks the guard before it grows. */
final class IntStack {
    private final MiningGuard guard;
    /** The numbers; another array after each {@link #take}. */
    int[] at = new int[1 << 10];

    private int top;

    IntStack(MiningGuard guard) {
        this.guard = guard;
    }

    int top() {
        return top;
    }

    /** Gives back what was taken since the top was there. */
    void backTo(int earlier) {
        top = earlier;
    }

    /** Room for so many numbers; returns where it begins. What stands there is not cleared. */
    int take(long numbers) {
        int from = top;
        long wanted = from + numbers;
        if (wanted > at.length) {
            long larger = Math.min(TreeBuilder.LONGEST, Math.max(wanted, 2L * at.length));
            if (wanted > larger) {
                guard.stop(MiningStop.Reason.MEMORY);
            }
            guard.claim((larger - at.length) * Integer.BYTES);
            at = Arrays.copyOf(at, (int) larger);
        }
        top = (int) wanted;
        return from;
    }

    /** One number more on top. */
    void push(int number) {
        int p = top == at.length ? take(1) : top++;
        at[p] = number;
    }
}

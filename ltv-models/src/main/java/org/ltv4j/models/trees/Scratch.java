package org.ltv4j.models.trees;

/**
 * What one thread works with, so that scoring a row allocates nothing. One per thread for all models, as large as the
 * largest of them asked for; beyond {@link #KEPT} numbers it is made anew each time rather than kept for ever.
 */
final class Scratch {
    /** Numbers per array that a thread keeps: 256 KB. */
    static final int KEPT = 1 << 16;

    private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

    private int[] keys = new int[256];
    private float[] margins = new float[16];

    private Scratch() {}

    /** That of the calling thread. */
    static Scratch get() {
        return OF_THREAD.get();
    }

    /** At least so many; what stands in them is left from other calls. */
    int[] keys(int count) {
        if (count > keys.length) {
            int[] larger = new int[count];
            if (count > KEPT) {
                return larger;
            }
            keys = larger;
        }
        return keys;
    }

    /** At least so many; what stands in them is left from other calls. */
    float[] margins(int count) {
        if (count > margins.length) {
            float[] larger = new float[count];
            if (count > KEPT) {
                return larger;
            }
            margins = larger;
        }
        return margins;
    }
}

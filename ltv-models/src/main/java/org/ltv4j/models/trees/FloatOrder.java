package org.ltv4j.models.trees;

/** Floats as ints of the same order, so that {@code a < b} is a subtraction and needs no branch. */
final class FloatOrder {
    /** What every NaN maps to: above the key of every number. */
    static final int MISSING = 0x7fc00000;

    private FloatOrder() {}

    /** Rises with the value from -inf to inf; -0.0 and 0.0 are one, and so are all NaN. */
    static int key(float value) {
        int bits = Float.floatToIntBits(value + 0f); // + 0f turns -0.0 into 0.0
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }
}

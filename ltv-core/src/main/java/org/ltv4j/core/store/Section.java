package org.ltv4j.core.store;

import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One column of a saved log as the directory of the file names it.
 *
 * @param name what it holds
 * @param kind how its values are written
 * @param width bytes of a value
 * @param base what is added to each whole number that is written
 * @param count how many values there are
 */
record Section(String name, Kind kind, int width, long base, int count) {

    /** How the values of a column are written. */
    enum Kind {
        /** Whole numbers as what they are above the smallest one, in as few bytes as the largest needs. */
        WHOLE,
        /** Doubles, all 64 bits. */
        DECIMAL
    }

    /** Whole numbers of a column. */
    @FunctionalInterface
    interface Whole {
        long get(int index);
    }

    /**
     * A column and its values.
     *
     * @param section its line in the directory
     * @param whole its values if they are whole numbers
     * @param decimal its values if they are doubles
     */
    record Source(
            Section section,
            @Nullable Whole whole,
            @Nullable IntToDoubleFunction decimal) {}

    static Source whole(String name, int count, Whole values) {
        long min = count == 0 ? 0 : Long.MAX_VALUE;
        long max = count == 0 ? 0 : Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            long value = values.get(i);
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(max - min);
        int width = Math.max(1, (bits + Byte.SIZE - 1) / Byte.SIZE);
        return new Source(new Section(name, Kind.WHOLE, width, min, count), values, null);
    }

    static Source decimal(String name, int count, IntToDoubleFunction values) {
        return new Source(new Section(name, Kind.DECIMAL, Double.BYTES, 0, count), null, values);
    }

    /** Bytes of all values. */
    long bytes() {
        return (long) count * width;
    }
}

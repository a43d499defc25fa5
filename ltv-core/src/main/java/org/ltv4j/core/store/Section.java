package org.ltv4j.core.store;

import java.util.function.IntToDoubleFunction;

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

    /** The values of a column. */
    @FunctionalInterface
    interface Values {
        /** A whole number, or the 64 bits of a double. */
        long get(int index);
    }

    /**
     * A column and its values.
     *
     * @param section its line in the directory
     * @param values its values
     */
    record Source(Section section, Values values) {}

    static Source whole(String name, int count, Values values) {
        long min = count == 0 ? 0 : Long.MAX_VALUE;
        long max = count == 0 ? 0 : Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            long value = values.get(i);
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        int bits = Long.SIZE - Long.numberOfLeadingZeros(max - min);
        int width = Math.max(1, (bits + Byte.SIZE - 1) / Byte.SIZE);
        return new Source(new Section(name, Kind.WHOLE, width, min, count), values);
    }

    static Source decimal(String name, int count, IntToDoubleFunction values) {
        Section section = new Section(name, Kind.DECIMAL, Double.BYTES, 0, count);
        return new Source(section, i -> Double.doubleToLongBits(values.applyAsDouble(i)));
    }

    /** Bytes of all values. */
    long bytes() {
        return (long) count * width;
    }
}

package org.ltv4j.models.trees;

import java.util.Arrays;

/** Lists of primitives that are as large as the document can fill, and take their memory from its room. */
final class Growing {
    /** Where the document does not tell how many come. */
    private static final int FIRST = 16;

    private Growing() {}

    private static int larger(Document in, int size, int most, int bytesEach) {
        if (size >= most) {
            throw in.error("an array of more than " + most + " numbers");
        }
        int more = Math.min(Math.max(FIRST, size >> 1), most - size);
        in.reserve(more, bytesEach);
        return size + more;
    }

    private static int first(Document in, int count, int most, int bytesEach) {
        return count < 0 ? 0 : in.room(count, most, bytesEach);
    }

    /** Whole numbers. */
    static final class Ints {
        private final Document in;
        private final int most;
        private int[] values;
        private int size;

        /** Room for {@code count} of them, which the document was found to hold, or for none if below 0. */
        Ints(Document in, int count, int most) {
            this.in = in;
            this.most = most;
            values = new int[first(in, count, most, Integer.BYTES)];
        }

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, larger(in, size, most, Integer.BYTES));
            }
            values[size++] = value;
        }

        int[] toArray() {
            return size == values.length ? values : Arrays.copyOf(values, size);
        }
    }

    /** Numbers. */
    static final class Floats {
        private final Document in;
        private final int most;
        private float[] values;
        private int size;

        /** Room for {@code count} of them, which the document was found to hold, or for none if below 0. */
        Floats(Document in, int count, int most) {
            this.in = in;
            this.most = most;
            values = new float[first(in, count, most, Float.BYTES)];
        }

        void add(float value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, larger(in, size, most, Float.BYTES));
            }
            values[size++] = value;
        }

        float[] toArray() {
            return size == values.length ? values : Arrays.copyOf(values, size);
        }
    }

    /** Whole numbers of 64 bits. */
    static final class Longs {
        private final Document in;
        private final int most;
        private long[] values = {};
        private int size;

        Longs(Document in, int most) {
            this.in = in;
            this.most = most;
        }

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, larger(in, size, most, Long.BYTES));
            }
            values[size++] = value;
        }

        long[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }

    /** Bytes. */
    static final class Bytes {
        private final Document in;
        private final int most;
        private byte[] values = {};
        private int size;

        Bytes(Document in, int most) {
            this.in = in;
            this.most = most;
        }

        void add(byte value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, larger(in, size, most, Byte.BYTES));
            }
            values[size++] = value;
        }

        byte[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}

package org.ltv4j.core.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Ids as numbers: the distinct ids of a column, numbered from 0 in the order in which they were first seen. Immutable.
 * Ids are kept as UTF-8 bytes and compared exactly: no trimming, no change of case, no Unicode normalisation. Text that is no
 * Unicode, with half of a surrogate pair in it, has no such bytes and is refused, lest two of them become one id.
 */
public final class IdTable {
    /** A table without ids. */
    public static final IdTable EMPTY = new Builder().build();

    private final byte[] bytes;
    private final int[] ends;
    private final int[] slots;
    private final int size;

    private IdTable(byte[] bytes, int[] ends, int[] slots, int size) {
        this.bytes = bytes;
        this.ends = ends;
        this.slots = slots;
        this.size = size;
    }

    /**
     * A table of the given ids, in their order.
     *
     * @param ids distinct ids
     * @return the table
     * @throws IllegalArgumentException if an id stands twice
     * @throws InvalidDataException if an id is no Unicode
     */
    public static IdTable of(String... ids) {
        Builder builder = new Builder();
        for (int i = 0; i < ids.length; i++) {
            if (builder.index(ids[i]) != i) {
                throw new IllegalArgumentException("ids must be distinct: number " + i + " stands twice");
            }
        }
        return builder.build();
    }

    /**
     * The ids {@code 1} to {@code n} in decimal, for data whose customers have no names.
     *
     * @param n how many
     * @return the table
     */
    public static IdTable numbered(int n) {
        Builder builder = new Builder();
        for (int i = 1; i <= n; i++) {
            builder.index(Integer.toString(i));
        }
        return builder.build();
    }

    /**
     * How many ids there are.
     *
     * @return distinct ids
     */
    public int size() {
        return size;
    }

    /**
     * The id with a number.
     *
     * @param index from 0 to {@code size() - 1}
     * @return the id as it stood in the source
     */
    public String id(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("id " + index + " of " + size);
        }
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
    }

    /**
     * The number of an id.
     *
     * @param id the id
     * @return its number, or empty if it is not in the table
     */
    public OptionalInt indexOf(String id) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        if (isBroken(id, key)) {
            return OptionalInt.empty();
        }
        int slot = find(bytes, ends, slots, hash(key, 0, key.length), key, 0, key.length);
        return slots[slot] == 0 ? OptionalInt.empty() : OptionalInt.of(slots[slot] - 1);
    }

    /**
     * The number here of an id of another table.
     *
     * @param table holds the id
     * @param index number of the id there
     * @return its number here, or -1 if it is not in this table
     */
    public int indexOf(IdTable table, int index) {
        int from = table.startOf(index);
        int to = table.ends[index];
        int slot = find(bytes, ends, slots, hash(table.bytes, from, to), table.bytes, from, to);
        return slots[slot] - 1;
    }

    /**
     * The length of an id.
     *
     * @param index from 0 to {@code size() - 1}
     * @return bytes of its UTF-8 form
     */
    public int length(int index) {
        return ends[index] - startOf(index);
    }

    /**
     * Copies the UTF-8 form of an id: the way of writers that need no text.
     *
     * @param index from 0 to {@code size() - 1}
     * @param target takes the bytes
     * @param offset where the first one goes
     * @return how many bytes were copied, which is {@link #length}
     */
    public int copy(int index, byte[] target, int offset) {
        int start = startOf(index);
        int length = ends[index] - start;
        System.arraycopy(bytes, start, target, offset, length);
        return length;
    }

    /**
     * Whether an id is blank, by the rule of {@link Blanks}. Makes no text.
     *
     * @param index from 0 to {@code size() - 1}
     * @return true if nobody sees any of its signs
     */
    public boolean isBlank(int index) {
        return Blanks.isBlank(bytes, startOf(index), ends[index]);
    }

    /**
     * The order of two ids: shorter ones first, those of one length by their bytes, so that whole numbers without leading zeros
     * come by their value. Allocates nothing.
     *
     * @param a number of an id
     * @param b number of another
     * @return below 0 if the first comes first, 0 if they are the same, above 0 else
     */
    public int compare(int a, int b) {
        int startA = startOf(a);
        int startB = startOf(b);
        int byLength = Integer.compare(ends[a] - startA, ends[b] - startB);
        return byLength != 0 ? byLength : Arrays.compareUnsigned(bytes, startA, ends[a], bytes, startB, ends[b]);
    }

    /**
     * The order of two ids by their code points, which is that of the bytes of their UTF-8 form. Allocates nothing.
     *
     * @param a number of an id
     * @param b number of another
     * @return below 0 if the first comes first, 0 if they are the same, above 0 else
     */
    public int compareText(int a, int b) {
        return Arrays.compareUnsigned(bytes, startOf(a), ends[a], bytes, startOf(b), ends[b]);
    }

    /**
     * These ids and those of another table that are not here, which come after them in their order there.
     *
     * @param more the other table
     * @param used which of its numbers count
     * @param numbers takes the number in the result of each used id
     */
    IdTable plus(IdTable more, BitSet used, int[] numbers) {
        int newIds = 0;
        long newBytes = 0;
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            numbers[i] = indexOf(more, i);
            if (numbers[i] < 0) {
                newIds++;
                newBytes += more.length(i);
            }
        }
        if (newIds == 0) {
            return this;
        }
        Builder builder = new Builder(this, newIds, newBytes);
        for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
            if (numbers[i] < 0) {
                numbers[i] = builder.index(more, i);
            }
        }
        return builder.handOver();
    }

    private int startOf(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /**
     * A table of some of these ids, in the order given.
     *
     * @param indexes numbers of the ids to keep, distinct
     * @return the smaller table; id {@code i} of it is id {@code indexes[i]} of this one
     */
    public IdTable subset(int[] indexes) {
        Builder builder = new Builder();
        for (int index : indexes) {
            builder.index(this, index);
        }
        return builder.build();
    }

    /**
     * Whether a text can be an id.
     *
     * @param text any text
     * @return false if half of a surrogate pair is in it
     */
    public static boolean isUnicode(String text) {
        return !isBroken(text, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Each half of a surrogate pair has become a question mark, so most texts need no second look. */
    private static boolean isBroken(String text, byte[] key) {
        int marks = 0;
        for (byte b : key) {
            marks += b == '?' ? 1 : 0;
        }
        return marks > 0 && text.chars().filter(c -> c == '?').count() < marks;
    }

    /** What is thrown for an id that is no Unicode; it does not show it. */
    static InvalidDataException broken() {
        return new InvalidDataException("an id is no Unicode: half of a surrogate pair is in it. Read the source in its"
                + " own encoding, and cut texts between characters only");
    }

    private static int hash(byte[] key, int from, int to) {
        int h = 1;
        for (int i = from; i < to; i++) {
            h = 31 * h + key[i];
        }
        h *= 0x9E3779B9; // spreads neighbouring numbers over the table
        return h ^ (h >>> 15);
    }

    /** The slot that holds the key, or the free slot where it belongs. */
    private static int find(byte[] bytes, int[] ends, int[] slots, int hash, byte[] key, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int index = slots[slot] - 1;
            int start = index == 0 ? 0 : ends[index - 1];
            int end = ends[index];
            if (end - start == to - from && Arrays.equals(bytes, start, end, key, from, to)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Collects ids and numbers them. Not thread-safe. */
    public static final class Builder {
        private byte[] bytes = new byte[1 << 10];
        private int[] ends = new int[1 << 7];
        private int[] slots = new int[1 << 8];
        private int size;

        /** An empty builder. */
        public Builder() {}

        /** Goes on after a table, with room for more. */
        private Builder(IdTable table, int moreIds, long moreBytes) {
            long wanted = Math.min(Integer.MAX_VALUE - 8, table.bytes.length + moreBytes);
            this.bytes = Arrays.copyOf(table.bytes, (int) wanted);
            this.ends = Arrays.copyOf(table.ends, (int) Math.min(Integer.MAX_VALUE - 8, table.size + (long) moreIds));
            this.slots = table.slots.clone();
            this.size = table.size;
        }

        /** The finished table without a copy; the builder must not be used afterwards. */
        private IdTable handOver() {
            return new IdTable(bytes, ends, slots, size);
        }

        /**
         * The number of an id, new or seen before.
         *
         * @param id the id
         * @return its number
         * @throws InvalidDataException if it is no Unicode
         */
        public int index(String id) {
            byte[] key = id.getBytes(StandardCharsets.UTF_8);
            if (isBroken(id, key)) {
                throw broken();
            }
            return index(key, 0, key.length);
        }

        /**
         * The number of an id of another table, new or seen before.
         *
         * @param table holds the id
         * @param index number of the id there
         * @return its number here
         */
        public int index(IdTable table, int index) {
            int start = index == 0 ? 0 : table.ends[index - 1];
            return index(table.bytes, start, table.ends[index]);
        }

        /**
         * The number of an id given as UTF-8 bytes, new or seen before. The caller vouches for the bytes.
         *
         * @param source holds the id
         * @param from first byte
         * @param to one past the last byte
         * @return its number
         */
        public int index(byte[] source, int from, int to) {
            int hash = hash(source, from, to);
            int slot = IdTable.find(bytes, ends, slots, hash, source, from, to);
            if (slots[slot] != 0) {
                return slots[slot] - 1;
            }
            append(source, from, to);
            slots[slot] = size;
            if (size * 2 > slots.length) {
                rehash();
            }
            return size - 1;
        }

        /**
         * The id with a number.
         *
         * @param index from 0 to {@code size() - 1}
         * @return the id
         */
        public String id(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException("id " + index + " of " + size);
            }
            int start = index == 0 ? 0 : ends[index - 1];
            return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
        }

        /**
         * The number of an id given as UTF-8 bytes, if it was seen before.
         *
         * @param source holds the id
         * @param from first byte
         * @param to one past the last byte
         * @return its number, or -1
         */
        public int find(byte[] source, int from, int to) {
            return slots[IdTable.find(bytes, ends, slots, hash(source, from, to), source, from, to)] - 1;
        }

        /**
         * How many ids there are so far.
         *
         * @return distinct ids
         */
        public int size() {
            return size;
        }

        /**
         * The finished table. The builder may be used on; the table does not change.
         *
         * @return all ids seen so far
         */
        public IdTable build() {
            int used = size == 0 ? 0 : ends[size - 1];
            return new IdTable(Arrays.copyOf(bytes, used), Arrays.copyOf(ends, size), slots.clone(), size);
        }

        private void append(byte[] source, int from, int to) {
            int used = size == 0 ? 0 : ends[size - 1];
            long needed = (long) used + (to - from);
            if (needed > Integer.MAX_VALUE - 8 || size >= (1 << 29)) {
                throw new InvalidDataException("the distinct ids of one column take more than 2 GiB: shorten the ids");
            }
            if (needed > bytes.length) {
                bytes = Arrays.copyOf(
                        bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, bytes.length * 2L)));
            }
            System.arraycopy(source, from, bytes, used, to - from);
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, Math.max(16, size * 2));
            }
            ends[size++] = (int) needed;
        }

        private void rehash() {
            int[] larger = new int[slots.length * 2];
            int mask = larger.length - 1;
            for (int i = 0; i < size; i++) {
                int slot = hash(bytes, i == 0 ? 0 : ends[i - 1], ends[i]) & mask;
                while (larger[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                larger[slot] = i + 1;
            }
            slots = larger;
        }
    }
}

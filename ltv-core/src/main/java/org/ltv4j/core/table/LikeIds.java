package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.IdTable;

/**
 * Finds ids of one column that differ only by what people and programs do not keep: letter case (A to Z), blanks around, zeros in front
 * of digits. They stay different customers; how many there are is said. Reads bytes, makes no texts; the second pass is made only where
 * the first one finds that there can be any.
 */
final class LikeIds {
    private static final int[] NO_BREAK_SPACE = {0xc2, 0xa0};
    private static final int[] WIDE_SPACE = {0xe3, 0x80, 0x80};
    private static final int[] NO_WIDTH_SPACE = {0xe2, 0x80, 0x8b};
    private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};
    private static final int[][] BLANKS = {NO_BREAK_SPACE, WIDE_SPACE, NO_WIDTH_SPACE, BYTE_ORDER_MARK};

    private final IdTable ids;
    private byte[] bytes = new byte[64];
    private byte[] others = new byte[64];
    private int from;
    private int to;
    private boolean upper;
    private boolean lower;
    private boolean blanks;
    private boolean zeros;
    private int byCase;
    private int byBlanks;
    private int byZeros;

    private LikeIds(IdTable ids) {
        this.ids = ids;
    }

    /** What there is to say of the ids of a column: one sentence or none. */
    static List<String> notes(IdTable ids, String column) {
        LikeIds like = new LikeIds(ids);
        if (like.possible()) {
            like.count();
        }
        return like.sentence(column);
    }

    private boolean possible() {
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        for (int id = 0; id < ids.size(); id++) {
            look(id);
            int length = ids.length(id);
            blanks |= to - from != length;
            zeros |= significant() > from;
            shortest = Math.min(shortest, to - from);
            longest = Math.max(longest, to - from);
            for (int i = from; i < to; i++) {
                upper |= bytes[i] >= 'A' && bytes[i] <= 'Z';
                lower |= bytes[i] >= 'a' && bytes[i] <= 'z';
            }
        }
        return blanks || zeros && shortest < longest || upper && lower;
    }

    /** Takes an id, and finds where it begins and ends without blanks around. */
    private void look(int id) {
        if (ids.length(id) > bytes.length) {
            bytes = new byte[ids.length(id) * 2];
        }
        to = ids.copy(id, bytes, 0);
        from = 0;
        for (int n = blankAt(from, true); n > 0 && from < to; n = blankAt(from, true)) {
            from += n;
        }
        for (int n = blankAt(to, false); n > 0; n = blankAt(to, false)) {
            to -= n;
        }
    }

    /** Length of the blank that begins, or ends, at a place of the id; 0 for none. */
    private int blankAt(int place, boolean begins) {
        int next = begins ? place : place - 1;
        if (next < from || next >= to) {
            return 0;
        }
        if (bytes[next] >= 0) {
            return bytes[next] <= ' ' ? 1 : 0;
        }
        for (int[] blank : BLANKS) {
            int start = begins ? place : place - blank.length;
            boolean same = start >= from && start + blank.length <= to;
            for (int i = 0; same && i < blank.length; i++) {
                same = (bytes[start + i] & 0xff) == blank[i];
            }
            if (same) {
                return blank.length;
            }
        }
        return 0;
    }

    /** The first place of the id that is no zero in front of another digit. */
    private int significant() {
        int at = from;
        while (at + 1 < to && bytes[at] == '0' && bytes[at + 1] >= '0' && bytes[at + 1] <= '9') {
            at++;
        }
        return at;
    }

    private void count() {
        int capacity = Integer.highestOneBit(Math.max(8, Math.min(ids.size(), 1 << 28))) << 2;
        long[] slots = new long[capacity]; // hash, and number of an id + 1; 0 is free
        for (int id = 0; id < ids.size(); id++) {
            look(id);
            int hash = hash(significant());
            int slot = hash & capacity - 1;
            while (slots[slot] != 0 && ((int) (slots[slot] >> 32) != hash || !same((int) slots[slot] - 1, id))) {
                slot = slot + 1 & capacity - 1;
            }
            if (slots[slot] == 0) {
                slots[slot] = (long) hash << 32 | id + 1;
            }
        }
    }

    private int hash(int begin) {
        int h = 1;
        for (int i = begin; i < to; i++) {
            h = 31 * h + folded(bytes[i]);
        }
        h *= 0x9E3779B9;
        return h ^ h >>> 15;
    }

    private static byte folded(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
    }

    /** Whether the id looked at last is the same as an earlier one but for these; counts by what they differ. */
    private boolean same(int earlier, int id) {
        int fromHere = from;
        int begin = significant();
        int end = to;
        int blanksHere = ids.length(id) - (end - fromHere);
        byte[] here = bytes;
        bytes = others;
        look(earlier);
        int beginThere = significant();
        boolean sameFolded = end - begin == to - beginThere;
        boolean sameCase = true;
        for (int i = 0; sameFolded && i < end - begin; i++) {
            sameFolded = folded(here[begin + i]) == folded(bytes[beginThere + i]);
            sameCase &= here[begin + i] == bytes[beginThere + i];
        }
        if (sameFolded) {
            byCase += sameCase ? 0 : 1;
            byZeros += begin - fromHere == beginThere - from ? 0 : 1;
            byBlanks += blanksHere == 0 && ids.length(earlier) == to - from ? 0 : 1;
        }
        others = bytes;
        bytes = here;
        from = fromHere;
        to = end;
        return sameFolded;
    }

    private List<String> sentence(String column) {
        List<String> kinds = new ArrayList<>();
        for (String kind : Arrays.asList(
                kind(byCase, "letter case"), kind(byBlanks, "blanks around"), kind(byZeros, "zeros in front"))) {
            if (!kind.isEmpty()) {
                kinds.add(kind);
            }
        }
        return kinds.isEmpty()
                ? List.of()
                : List.of(
                        "values of column " + column + " differ from another one only by " + String.join(", ", kinds)
                                + ": they count as different customers, as written; if they are the same, write them in one way");
    }

    private static String kind(int count, String what) {
        return count == 0 ? "" : what + " (" + count + ")";
    }
}

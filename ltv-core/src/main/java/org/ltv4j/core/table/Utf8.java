package org.ltv4j.core.table;

import java.nio.charset.StandardCharsets;

/** Small helpers on slices of UTF-8 bytes. */
final class Utf8 {
    private Utf8() {}

    /** Text of the slice; bytes that are not UTF-8 become the replacement character. For headers and messages only. */
    static String lenient(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** First byte that is no blank or control character. */
    static int trimStart(byte[] b, int from, int to) {
        int at = from;
        while (at < to && b[at] <= ' ' && b[at] >= 0) {
            at++;
        }
        return at;
    }

    /** One past the last byte that is no blank or control character. */
    static int trimEnd(byte[] b, int from, int to) {
        int at = to;
        while (at > from && b[at - 1] <= ' ' && b[at - 1] >= 0) {
            at--;
        }
        return at;
    }

    /** True when every byte is ASCII and none is NUL, which is the usual case and needs no decoder. */
    static boolean plain(byte[] bytes, int from, int to) {
        int signs = 0;
        for (int i = from; i < to; i++) {
            signs |= bytes[i] - 1;
        }
        return signs >= 0;
    }

    /** True when the slice is well-formed UTF-8 (no overlong forms, no surrogates) without NUL. */
    static boolean valid(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            int length = sequenceLength(bytes, i, to);
            if (length == 0) {
                return false;
            }
            i += length;
        }
        return true;
    }

    private static int sequenceLength(byte[] bytes, int at, int to) {
        int first = bytes[at];
        if (first > 0) {
            return 1;
        }
        int lead = first & 0xff;
        if (lead < 0xc2 || lead > 0xf4) {
            return 0;
        }
        int length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}

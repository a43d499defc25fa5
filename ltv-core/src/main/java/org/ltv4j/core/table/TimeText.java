package org.ltv4j.core.table;

import java.nio.charset.StandardCharsets;

/**
 * Reads what may follow a date: {@code T08:26}, {@code  8:26:00.5}, {@code  08:26 PM}, and an offset such as
 * {@code +01:00}, {@code +0100}, {@code +01}, {@code Z}, {@code UTC} or {@code GMT}.
 */
final class TimeText {
    /** The text is no time of day. */
    static final int FAILED = -1;

    private int at;
    private int offset;

    /** Second of the day of the text in {@code [from, to)}, which is not empty, or {@link #FAILED}. */
    int read(byte[] b, int from, int to) {
        offset = DateParser.NO_OFFSET;
        at = from;
        int compact = compactDigits(b, at, to);
        if (compact > 0) {
            return compact(b, to, compact);
        }
        if (b[at] == 'T') {
            at++;
        } else {
            if (b[at] == ',') {
                at++;
            }
            if (at >= to || b[at] != ' ') {
                return FAILED;
            }
            skipBlanks(b, to);
        }
        int hour = number(b, to, 1);
        if (hour < 0 || at >= to || b[at] != ':') {
            return FAILED;
        }
        at++;
        int minute = number(b, to, 2);
        int second = 0;
        if (at < to && b[at] == ':') {
            at++;
            second = number(b, to, 2);
            if (second >= 0 && !fraction(b, to)) {
                return FAILED;
            }
        }
        if (minute < 0 || minute > 59 || second < 0 || second > 59) {
            return FAILED;
        }
        skipBlanks(b, to);
        hour = halfDay(b, to, hour);
        skipBlanks(b, to);
        if (hour < 0 || hour > 23 || (at < to && !offset(b, to)) || at < to) {
            return FAILED;
        }
        return hour * 3600 + minute * 60 + second;
    }

    /** How many digits a time of day without colons has, such as {@code 08}, {@code 0826} or {@code T082600}; 0 if it is none. */
    private static int compactDigits(byte[] b, int from, int to) {
        boolean marked = b[from] == 'T';
        int first = marked ? from + 1 : from;
        int end = first;
        while (end < to && b[end] >= '0' && b[end] <= '9') {
            end++;
        }
        int digits = end - first;
        return digits == 4 || digits == 6 || (digits == 2 && !marked) ? digits : 0;
    }

    /** As for bytes, of a text. */
    static int compactDigits(String text) {
        byte[] b = text.getBytes(StandardCharsets.UTF_8);
        return b.length == 0 ? 0 : compactDigits(b, 0, b.length);
    }

    private int compact(byte[] b, int to, int digits) {
        at += b[at] == 'T' ? 1 : 0;
        int hour = number(b, to, 2);
        int minute = digits > 2 ? number(b, to, 2) : 0;
        int second = digits > 4 ? number(b, to, 2) : 0;
        boolean rest = fraction(b, to) && (at == to || offset(b, to)) && at == to;
        return !rest || hour > 23 || minute > 59 || second > 59 ? FAILED : hour * 3600 + minute * 60 + second;
    }

    /** Offset of the last time read, or {@link DateParser#NO_OFFSET}. */
    int offset() {
        return offset;
    }

    private void skipBlanks(byte[] b, int to) {
        while (at < to && b[at] == ' ') {
            at++;
        }
    }

    /** One or two digits (or exactly two); -1 if there are none. */
    private int number(byte[] b, int to, int fewest) {
        int value = 0;
        int digits = 0;
        while (at < to && digits < 2 && b[at] >= '0' && b[at] <= '9') {
            value = value * 10 + b[at++] - '0';
            digits++;
        }
        return digits < fewest ? FAILED : value;
    }

    private boolean fraction(byte[] b, int to) {
        if (at >= to || (b[at] != '.' && b[at] != ',')) {
            return true;
        }
        int first = ++at;
        while (at < to && b[at] >= '0' && b[at] <= '9') {
            at++;
        }
        return at > first && at - first <= 9;
    }

    /** The hour on the 24-hour clock; -1 if AM or PM contradicts it. */
    private int halfDay(byte[] b, int to, int hour) {
        if (to - at < 2 || (b[at + 1] | 0x20) != 'm') {
            return hour;
        }
        int letter = b[at] | 0x20;
        if (letter != 'a' && letter != 'p') {
            return hour;
        }
        at += 2;
        if (hour < 1 || hour > 12) {
            return FAILED;
        }
        return hour % 12 + (letter == 'p' ? 12 : 0);
    }

    private boolean offset(byte[] b, int to) {
        int left = to - at;
        if (left == 1 && b[at] == 'Z' || left == 3 && (is(b, "UTC") || is(b, "GMT"))) {
            at = to;
            offset = 0;
            return true;
        }
        int sign = b[at] == '+' ? 1 : b[at] == '-' ? -1 : 0;
        if (sign == 0) {
            return false;
        }
        at++;
        int hours = number(b, to, 2);
        int minutes = 0;
        if (at < to) {
            if (b[at] == ':') {
                at++;
            }
            minutes = number(b, to, 2);
        }
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return false;
        }
        offset = sign * (hours * 3600 + minutes * 60);
        return true;
    }

    private boolean is(byte[] b, String word) {
        return b[at] == word.charAt(0) && b[at + 1] == word.charAt(1) && b[at + 2] == word.charAt(2);
    }
}

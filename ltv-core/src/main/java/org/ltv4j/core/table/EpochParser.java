package org.ltv4j.core.table;

/** Reads instants written as seconds or milliseconds since 1970 in UTC; a fraction of them may follow and is cut off. */
final class EpochParser extends DateParser {
    private static final int MOST_DIGITS = 15;

    private final String form;
    private final long unitsPerSecond;

    EpochParser(String form, long unitsPerSecond) {
        this.form = form;
        this.unitsPerSecond = unitsPerSecond;
    }

    @Override
    String form() {
        return form;
    }

    @Override
    long parse(byte[] b, int from, int to) {
        boolean negative = b[from] == '-';
        int at = negative ? from + 1 : from;
        int first = at;
        long value = 0;
        while (at < to && b[at] >= '0' && b[at] <= '9' && at - first < MOST_DIGITS) {
            value = value * 10 + b[at++] - '0';
        }
        boolean partOfASecond = false;
        if (at > first && at + 1 < to && b[at] == '.') {
            for (at++; at < to && b[at] >= '0' && b[at] <= '9'; at++) {
                partOfASecond |= b[at] != '0';
            }
        }
        if (at == first || at < to) {
            return fail();
        }
        offset = 0;
        long floor = negative ? -value - (partOfASecond ? 1 : 0) : value;
        return Math.floorDiv(floor, unitsPerSecond);
    }
}

package org.ltv4j.core.table;

/** Reads instants written as whole seconds or milliseconds since 1970 in UTC. Only used when stated. */
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
        int first = b[from] == '-' ? from + 1 : from;
        if (first == to || to - first > MOST_DIGITS) {
            return fail();
        }
        long value = 0;
        for (int i = first; i < to; i++) {
            if (b[i] < '0' || b[i] > '9') {
                return fail();
            }
            value = value * 10 + b[i] - '0';
        }
        offset = 0;
        return Math.floorDiv(first > from ? -value : value, unitsPerSecond);
    }
}

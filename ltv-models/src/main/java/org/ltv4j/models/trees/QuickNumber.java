package org.ltv4j.models.trees;

/**
 * Finds the float of a short decimal number from its bytes, without a text in between: most of a model in JSON is numbers.
 *
 * <p>Whole numbers up to 2^53 and powers of ten up to 10^22 are exact in double, so that one product or quotient of them is the double
 * nearest to the number (Clinger 1990). Rounding that to float is rounding the number itself, unless it lies right between
 * two floats: then, and for whatever else is not short and simple, the caller has to ask {@link Float#parseFloat}.
 */
final class QuickNumber {
    /** Stands for a number that {@link #whole} leaves to others. */
    static final long NOT_SIMPLE = Long.MIN_VALUE;

    private static final int MOST_DIGITS = 17;
    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10; // exact: 10^22 has 52 bits besides its powers of two
        }
    }

    private final byte[] bytes;
    private int at;
    /** Where the last number that was found ends. */
    private int end;

    QuickNumber(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The byte after the number that was found. */
    int end() {
        return end;
    }

    /** The number that starts here, or NaN if it is not short and simple. */
    float real(int from) {
        boolean negative = bytes[from] == '-';
        int first = negative ? from + 1 : from;
        at = first;
        long digits = digits(0);
        int whole = at - first;
        int fraction = 0;
        if (next() == '.') {
            int dot = ++at;
            digits = digits(digits);
            fraction = at - dot;
            if (fraction == 0) {
                return Float.NaN;
            }
        }
        if (whole == 0 || whole + fraction > MOST_DIGITS || (whole > 1 && bytes[first] == '0')) {
            return Float.NaN;
        }
        int power = next() == 'e' || next() == 'E' ? exponent() : 0;
        if (at == bytes.length || power == Integer.MAX_VALUE) {
            return Float.NaN;
        }
        float value = rounded(digits, power - fraction);
        end = at;
        return negative ? -value : value;
    }

    /** The whole number that starts here, or {@link #NOT_SIMPLE}. */
    long whole(int from) {
        boolean negative = bytes[from] == '-';
        int first = negative ? from + 1 : from;
        at = first;
        long value = digits(0);
        int length = at - first;
        byte next = next();
        if (length == 0 || length > MOST_DIGITS || (length > 1 && bytes[first] == '0') || at == bytes.length) {
            return NOT_SIMPLE;
        }
        if (next == '.' || next == 'e' || next == 'E') {
            return NOT_SIMPLE;
        }
        end = at;
        return negative ? -value : value;
    }

    private static float rounded(long digits, int power) {
        if (digits > 1L << 53 || power <= -POWERS.length || power >= POWERS.length) {
            return Float.NaN;
        }
        double value = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
        boolean between = (Double.doubleToRawLongBits(value) & 0x1fffffff) == 0x10000000;
        if (between || value > Float.MAX_VALUE || (value < Float.MIN_NORMAL && digits != 0)) {
            return Float.NaN;
        }
        return (float) value;
    }

    /** The exponent at the cursor, of at most two digits; the largest int for any other. */
    private int exponent() {
        at++;
        boolean negative = next() == '-';
        if (negative || next() == '+') {
            at++;
        }
        int first = at;
        long value = digits(0);
        if (at == first || at - first > 2) {
            return Integer.MAX_VALUE;
        }
        return (int) (negative ? -value : value);
    }

    /** The digits at the cursor put behind others; wrong beyond eighteen of them. */
    private long digits(long before) {
        long value = before;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + (bytes[at++] - '0');
        }
        return value;
    }

    private byte next() {
        return at < bytes.length ? bytes[at] : 0;
    }
}

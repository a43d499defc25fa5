package org.ltv4j.core.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Reads numbers as merchants write them: {@code 12.5}, {@code 1,234.50}, {@code 1.234,50}, {@code $12.50},
 * {@code (12.50)}, {@code 12.50-}, {@code 1.2e3}. Which mark is the decimal one is settled beforehand; a number whose
 * marks do not fit it is refused. Plain decimals take a short path that gives the same double as
 * {@link Double#parseDouble(String)}.
 */
final class NumberParser {
    /** Stands for a number that could not be read; {@link #problem()} says why. */
    static final double FAILED = Double.NaN;

    /** The largest amount or quantity that is accepted, of either sign. */
    static final double LARGEST = 1e15;

    /** The decimal mark when no number seen so far has any mark. */
    static final char UNDECIDED = 0;

    static final String TOO_LARGE = "is larger than 1e15, the largest that is accepted";

    private static final int LONG_DIGITS = 18;
    private static final long EXACT = 1L << 53;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    private final char decimal;
    private final NumberText text = new NumberText();
    private final Map<String, String> currencies = new LinkedHashMap<>();
    private @Nullable String problem;

    NumberParser(char decimal) {
        this.decimal = decimal;
    }

    /**
     * The number in the slice, or {@link #FAILED}.
     *
     * @throws UndecidedDecimalException if the number has a mark and nothing yet tells what marks mean
     */
    double parse(byte[] bytes, int from, int to) {
        int i = from;
        boolean negative = i < to && bytes[i] == '-';
        if (negative) {
            i++;
        }
        int first = i;
        int point = -1;
        long mantissa = 0;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
            } else if (bytes[i] == decimal && point < 0) {
                point = i;
            } else {
                return parse(Utf8.lenient(bytes, from, to));
            }
        }
        int digits = to - first - (point < 0 ? 0 : 1);
        if (digits == 0 || digits > LONG_DIGITS || mantissa > EXACT) {
            return parse(Utf8.lenient(bytes, from, to));
        }
        double value = point < 0 ? mantissa : mantissa / POWERS_OF_TEN[to - point - 1];
        return value > LARGEST ? tooLarge() : negative ? 0.0 - value : value; // never -0.0
    }

    /** The number in the text, or {@link #FAILED}; see {@link #parse(byte[], int, int)}. */
    double parse(String written) {
        if (!text.read(written)) {
            return fail("is not a number");
        }
        if (decimal == UNDECIDED && text.hasMarks()) {
            throw new UndecidedDecimalException();
        }
        String plain = text.plain(decimal == UNDECIDED ? '.' : decimal);
        if (plain == null) {
            return fail("is not a number whose decimal mark is '" + decimal + "'");
        }
        String sign = text.currency();
        if (sign != null) {
            currencies.putIfAbsent(CurrencySign.currency(sign), sign);
        }
        double value = Double.parseDouble(plain);
        return Math.abs(value) > LARGEST ? tooLarge() : value == 0 ? 0.0 : value;
    }

    /**
     * What is to be said of the signs of currencies that stood at the numbers read.
     *
     * @param stated true where a column states the currency of each row
     * @throws InvalidDataException if there are several and no column tells which row is in which
     */
    List<String> notes(boolean stated) {
        if (currencies.isEmpty() || stated) {
            return List.of();
        }
        String signs = String.join(" and ", currencies.values());
        if (currencies.size() > 1) {
            throw new InvalidDataException("amounts are written with the signs " + signs
                    + ", and amounts of different currencies are never added up: state the column of the currency, or read the"
                    + " rows of each by themselves");
        }
        return List.of("amounts are written with the sign " + signs);
    }

    /** What was wrong with the last value that could not be read. */
    String problem() {
        return problem == null ? "is not a number" : problem;
    }

    private double tooLarge() {
        return fail(TOO_LARGE);
    }

    private double fail(String why) {
        problem = why;
        return FAILED;
    }

    /** A number has a mark, and no number before it told which mark is the decimal one. */
    static final class UndecidedDecimalException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UndecidedDecimalException() {
            super("decimal mark not decided", null, false, false);
        }
    }
}

package org.ltv4j.core.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.IdTable;

/**
 * One column of a source whose cells have types, such as a table or a query: numbers, wall-clock seconds and texts, in
 * any mixture. Texts are numbered, so that each distinct one is kept, and later read, once.
 */
final class CellColumn {
    /** The cell has no text. */
    static final int NO_TEXT = -1;

    /** The cell has a text that is no Unicode (half of a surrogate pair) or has a NUL. */
    static final int BAD_TEXT = -2;

    private static final int TEXT = 1;
    private static final int WHOLE = 2;
    private static final int FRACTION = 4;

    private final IdTable.Builder texts = new IdTable.Builder();
    private byte @Nullable [] ways; // of each text's number, where asked for
    private @Nullable LongCodes wholeNumbers;
    private int[] codes = new int[0];
    private double[] numbers = new double[0];
    private long[] seconds = new long[0];

    /** Remembers of each id in what ways it is written, for {@link #writtenInTwoWays()}. */
    void watchWays() {
        ways = new byte[64];
    }

    /** Ids that stand both as texts and as numbers, or both as whole numbers and with a fraction of 0. */
    int writtenInTwoWays() {
        int count = 0;
        for (byte way : ways == null ? new byte[0] : ways) {
            count += (way & way - 1) != 0 ? 1 : 0;
        }
        return count;
    }

    private void met(int code, int way) {
        if (ways == null || code < 0) {
            return;
        }
        if (code >= ways.length) {
            ways = Arrays.copyOf(ways, capacity(code));
        }
        ways[code] |= (byte) way;
    }

    /** The cell at a row is this text; blank stands for missing. */
    void text(int row, String text) {
        if (!Blanks.isBlank(text)) {
            int code = codeOf(text);
            met(code, TEXT);
            code(row, code);
        }
    }

    /** The cell at a row is a number, not a text, of these digits; written with a fraction or not. */
    void digits(int row, String digits, boolean fraction) {
        int code = codeOf(digits);
        met(code, fraction ? FRACTION : WHOLE);
        code(row, code);
    }

    /** The cell at a row is the text with this number. */
    void code(int row, int code) {
        if (row >= codes.length) {
            codes = Arrays.copyOf(codes, capacity(row));
        }
        codes[row] = code + 1; // so that the zeros of a new array mean "no text"
    }

    /** The cell at a row is this whole number as text, as ids are. */
    void wholeNumber(int row, long value) {
        int code = codeOfWholeNumber(value);
        met(code, WHOLE);
        code(row, code);
    }

    /** The cell at a row is this whole number, written or kept as a fraction such as 17850.0. */
    void wholeFraction(int row, long value) {
        int code = codeOfWholeNumber(value);
        met(code, FRACTION);
        code(row, code);
    }

    /** The number of a whole number as text. */
    int codeOfWholeNumber(long value) {
        LongCodes known = wholeNumbers;
        if (known == null) {
            known = new LongCodes();
            wholeNumbers = known;
        }
        int code = known.get(value);
        if (code < 0) {
            code = texts.index(Long.toString(value));
            known.put(value, code);
        }
        return code;
    }

    /** The cell at a row is this number. */
    void number(int row, double value) {
        if (row >= numbers.length) {
            int old = numbers.length;
            numbers = Arrays.copyOf(numbers, capacity(row));
            Arrays.fill(numbers, old, numbers.length, Double.NaN);
        }
        numbers[row] = value;
    }

    /** The cell at a row is this wall-clock second. */
    void second(int row, long value) {
        if (row >= seconds.length) {
            int old = seconds.length;
            seconds = Arrays.copyOf(seconds, capacity(row));
            Arrays.fill(seconds, old, seconds.length, DateParser.FAILED);
        }
        seconds[row] = value;
    }

    /** Takes over a whole column of text numbers, each one higher than {@link #codeOf} gave; 0 is missing. */
    void codes(int[] all) {
        codes = all;
    }

    /** Takes over a whole column of numbers; NaN is missing. */
    void numbers(double[] all) {
        numbers = all;
    }

    /** Takes over a whole column of seconds; {@link DateParser#FAILED} is missing. */
    void seconds(long[] all) {
        seconds = all;
    }

    /** The number of a text, {@link #BAD_TEXT} if it is no Unicode or has a NUL. */
    int codeOf(String text) {
        return wellFormed(text) ? texts.index(text) : BAD_TEXT;
    }

    /** The number of the text at a row, {@link #NO_TEXT} or {@link #BAD_TEXT}. */
    int code(int row) {
        return row < codes.length ? codes[row] - 1 : NO_TEXT;
    }

    double number(int row) {
        return row < numbers.length ? numbers[row] : Double.NaN;
    }

    long second(int row) {
        return row < seconds.length ? seconds[row] : DateParser.FAILED;
    }

    /** What stands at a row, as text; empty for nothing. */
    String shown(int row) {
        int code = code(row);
        if (code != NO_TEXT) {
            return code == BAD_TEXT ? "?" : texts.id(code);
        }
        double number = number(row);
        long second = second(row);
        return !Double.isNaN(number) ? Double.toString(number) : second != DateParser.FAILED ? "second " + second : "";
    }

    /** The text numbers of so many rows, the array itself, each one higher than {@link #codeOf} gave; 0 is missing. */
    int[] codes(int rows) {
        if (codes.length < rows) {
            codes = Arrays.copyOf(codes, rows);
        }
        return codes;
    }

    /** The numbers of so many rows, the array itself; NaN is missing. */
    double[] numbers(int rows) {
        if (numbers.length < rows) {
            number(rows - 1, Double.NaN);
        }
        return numbers;
    }

    /** The seconds of so many rows, the array itself; {@link DateParser#FAILED} is missing. */
    long[] seconds(int rows) {
        if (seconds.length < rows) {
            second(rows - 1, DateParser.FAILED);
        }
        return seconds;
    }

    /** All texts by their numbers. */
    IdTable texts() {
        return texts.build();
    }

    boolean hasTexts() {
        return texts.size() > 0;
    }

    private static int capacity(int row) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, row + (row >> 1) + 1024L);
    }

    private static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                if (c == 0) {
                    return false;
                }
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                return false;
            }
            i++;
        }
        return true;
    }
}

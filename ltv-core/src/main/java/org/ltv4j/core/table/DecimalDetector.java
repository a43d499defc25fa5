package org.ltv4j.core.table;

import org.jspecify.annotations.Nullable;

/**
 * Settles the decimal mark of a source from the numbers in it: {@code 12.50} can only have a decimal point,
 * {@code 1.234,5} only a decimal comma, and {@code 1,234} may be either, which is then asked for and never guessed.
 */
final class DecimalDetector {
    private final NumberText text = new NumberText();
    private long points;
    private long commas;
    private @Nullable String ambiguous;
    private long ambiguousLine;
    private String ambiguousColumn = "";

    /** Takes in a number; false where it tells nothing about marks. */
    boolean observe(String written, long line, String column) {
        if (!text.read(written)) {
            return false;
        }
        switch (text.decimalMark()) {
            case '.' -> points++;
            case ',' -> commas++;
            case '?' -> {
                if (ambiguous == null) {
                    ambiguous = written.strip();
                    ambiguousLine = line;
                    ambiguousColumn = column;
                }
            }
            default -> {
                return false; // a whole number says nothing about marks
            }
        }
        return true;
    }

    /** True when more rows could still settle what those seen so far leave open. */
    boolean open() {
        return points == 0 && commas == 0 && ambiguous != null;
    }

    /** The decimal mark, or {@link NumberParser#UNDECIDED} when no number had a mark. */
    char decimal() {
        if (points == 0 && commas == 0) {
            return NumberParser.UNDECIDED;
        }
        return commas > points ? ',' : '.';
    }

    /** What to ask the user when {@link #open()} still holds after all rows, or null. */
    @Nullable
    String question() {
        if (!open()) {
            return null;
        }
        String digits = String.valueOf(ambiguous).replaceAll("[^0-9]", "");
        return "column " + ambiguousColumn + ": " + ambiguous + " (line " + ambiguousLine + ") may be " + digits
                + " or "
                + String.valueOf(ambiguous).replace(',', '.') + ", and no other row tells: state the decimal mark"
                + " (--decimal . or --decimal ,)";
    }
}

package org.ltv4j.core.table;

import java.math.BigDecimal;

/** Puts numbers into a column by what the column means: ids and dates as the text they stand for, amounts as numbers. */
final class CellWriter {
    /** Whole numbers up to here are exact in a double. */
    static final double LARGEST_WHOLE = 1L << 53;

    private CellWriter() {}

    /** A number as an id: 17850.0 is how 17850 looks among floats. */
    static void id(CellColumn target, int row, double value) {
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE) {
            target.wholeNumber(row, (long) value);
        } else {
            target.text(row, plain(value));
        }
    }

    /** A number without exponent and without {@code .0}. */
    static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_WHOLE) {
            return Long.toString((long) value);
        }
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return value == Math.rint(value)
                ? new BigDecimal(value)
                        .toPlainString() // the shortest digits of JDK 17 are not those of JDK 19 and later
                : BigDecimal.valueOf(value).toPlainString();
    }

    /** True for roles whose cells are amounts or counts. */
    static boolean numeric(ColumnRole role) {
        return switch (role) {
            case AMOUNT, QUANTITY, UNIT_PRICE, DISCOUNT -> true;
            default -> false;
        };
    }
}

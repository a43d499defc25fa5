package org.ltv4j.core.table;

import org.ltv4j.core.data.BadValue;

/** Why a row of a source cannot be used. */
public enum Reason {
    /** No customer id. */
    MISSING_CUSTOMER("missing customer", "rows without a customer id are left out"),
    /** No date. */
    MISSING_DATE("missing date", "rows without a date are left out"),
    /** No amount, or no quantity or unit price where these make the amount. */
    MISSING_AMOUNT("missing amount", "rows without an amount are left out"),
    /** A date that does not fit the date format, is not in the calendar or is outside 1900 to 2200. */
    UNREADABLE_DATE("unreadable date", "rows whose date does not fit the date format are left out"),
    /** An amount, quantity, price or discount that is no number or is larger than 1e15. */
    UNREADABLE_NUMBER("unreadable number", "rows with a number that cannot be read are left out"),
    /** Something that is neither three letters nor a sign of a currency, in the column of the currency. */
    UNREADABLE_CURRENCY("unreadable currency", "rows with a currency that is no code of one are left out"),
    /** No product, in a table of products; no kind, in a table of events. */
    MISSING_SUBJECT("missing subject", "rows that do not say what they speak of are left out"),
    /** Bytes that the charset does not have, in a column that is used. */
    UNREADABLE_TEXT("unreadable text", "rows whose text does not fit the charset are left out"),
    /** More or fewer fields than the header. */
    RAGGED_ROW("ragged row", "rows with another number of fields than the header are left out"),
    /** Text behind a closing quote. */
    BROKEN_QUOTES("broken quotes", "rows with text behind a closing quote are left out"),
    /** A record of a JSON file that is cut off, no JSON object, has a field twice or an object where a value is expected. */
    BROKEN_RECORD("broken record", "records that are no whole JSON object with plain values are left out"),
    /** Nothing in any of its cells. Left out under every policy but a stated one, see {@link #isFurniture()}. */
    BLANK_ROW("blank row", "rows with nothing in them are left out"),
    /** The header again, as where files were put together. Left out like blank rows. */
    REPEATED_HEADER("repeated header", "rows that repeat the header are left out"),
    /** A total instead of a sale: neither customer nor date, and a word for it or the sum of all amounts. Left out like blank rows. */
    TOTALS_ROW("totals row", "rows with a total instead of a sale are left out");

    private final String text;
    private final String rule;

    Reason(String text, String rule) {
        this.text = text;
        this.rule = rule;
    }

    /**
     * Whether such a row certainly holds no sale: {@link RowPolicies#all} leaves it out and counts it even where every row that
     * cannot be used must fail.
     *
     * @return true for blank rows, repeated headers and totals
     */
    public boolean isFurniture() {
        return this == BLANK_ROW || this == REPEATED_HEADER || this == TOTALS_ROW;
    }

    /** What is noticed about so many rows, of which this is the first. */
    String noted(long rows, BadValue first) {
        String line = first.unit() + " " + first.line();
        String counted = rows == 1 ? "1 row (" + line + ")" : rows + " rows (the first is " + line + ")";
        return switch (this) {
            case BLANK_ROW -> counted + " with nothing in any cell: left out";
            case REPEATED_HEADER ->
                counted + " repeating the header: left out; was the file put together from several ones?";
            default -> counted + " with a total instead of a sale: left out";
        };
    }

    /** The column for want of which a row has no amount. */
    static ColumnRole withoutAmount(boolean amounts, double pieces) {
        return amounts ? ColumnRole.AMOUNT : Double.isNaN(pieces) ? ColumnRole.QUANTITY : ColumnRole.UNIT_PRICE;
    }

    /** What is done with such rows when they are skipped, in words. */
    String rule() {
        return rule;
    }

    /** The reason in words, which is the name of its step in a report. */
    @Override
    public String toString() {
        return text;
    }
}

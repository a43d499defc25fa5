package org.ltv4j.segmentation.basket;

/**
 * How baskets stand in a text file: one a line, UTF-8, items divided by a separator. A line without any item is an empty basket, which
 * counts. Names that hold the separator or a quote are quoted, quotes inside doubled, as in CSV (RFC 4180); spaces
 * around unquoted names do not count.
 */
public enum BasketFormat {
    /** Names divided by commas. */
    COMMA(','),
    /** Names divided by semicolons. */
    SEMICOLON(';'),
    /** Names divided by tabs. */
    TAB('\t'),
    /** Names divided by bars. */
    BAR('|'),
    /** Whole numbers divided by spaces or tabs, as in the files of the FIMI workshops; nothing is quoted. */
    FIMI(' ');

    private final char separator;

    BasketFormat(char separator) {
        this.separator = separator;
    }

    /**
     * What stands between two items.
     *
     * @return one character
     */
    public char separator() {
        return separator;
    }
}

package org.ltv4j.core.table;

import java.util.BitSet;
import java.util.function.IntToLongFunction;
import org.ltv4j.core.data.IdTable;

/**
 * Asks the texts of a typed source how dates and decimals are written, row by row and as far as {@link CsvFormatDetector} would read
 * on, so that the same cells are read alike wherever they stand. A text that stands in 50 rows has 50 votes.
 */
final class TextVotes {
    private TextVotes() {}

    /**
     * Lets a detector see the dates of a column.
     *
     * @param enough rows after which the form is settled, unless they leave it open
     * @param line where a row stands, by its number from 0
     * @param header the name of the column, which is no date where it stands again
     */
    static void dates(
            DateDetector detector, CellColumn column, int rows, int enough, IntToLongFunction line, String header) {
        IdTable texts = column.texts();
        byte[] b = new byte[64];
        int seen = 0;
        for (int row = 0; row < rows; row++) {
            int code = column.code(row);
            boolean typed = code < 0 && column.second(row) != DateParser.FAILED;
            seen += typed ? 0 : 1;
            if (code >= 0) {
                b = texts.length(code) > b.length ? new byte[texts.length(code) * 2] : b;
                int end = texts.copy(code, b, 0);
                int from = Utf8.trimStart(b, 0, end);
                int to = Utf8.trimEnd(b, from, end);
                if (!Utf8.lenient(b, from, to).equals(header)) {
                    detector.observe(b, from, to, line.applyAsLong(row));
                }
            }
            if (seen >= enough && detector.values() > 0 && !detector.open()) {
                return;
            }
        }
    }

    /** The columns of numbers of a source, whose texts settle the decimal mark together. */
    record Numbers(String name, CellColumn column, IdTable texts, BitSet whole) {
        static Numbers of(String name, CellColumn column) {
            return new Numbers(name, column, column.texts(), new BitSet());
        }

        /** Lets a detector see the text of a row. Texts without marks are asked once. */
        void observe(DecimalDetector detector, int row, long line) {
            int code = column.code(row);
            if (code >= 0 && !whole.get(code) && !detector.observe(texts.id(code), line, name)) {
                whole.set(code);
            }
        }
    }

    /** Lets a detector see the numbers of columns; see {@link #dates}. Where these have no marks, all rows are asked. */
    static void decimals(
            DecimalDetector detector, Iterable<Numbers> columns, int rows, int enough, IntToLongFunction line) {
        for (int row = 0; row < rows; row++) {
            for (Numbers column : columns) {
                column.observe(detector, row, line.applyAsLong(row));
            }
            if (row + 1 >= enough && detector.decimal() != NumberParser.UNDECIDED) {
                return;
            }
        }
    }
}

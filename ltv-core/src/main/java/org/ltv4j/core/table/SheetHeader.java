package org.ltv4j.core.table;

import java.io.IOException;
import java.util.List;

/**
 * Finds the header of a sheet: the first of its first rows that has all names asked for, since titles and notes may stand
 * above it. Where no row has all, the one that has most is taken, for the error to speak of.
 *
 * @param names in the header, one for each column
 * @param place its row in the sheet, from 1; 0 where there is none
 * @param above filled rows above it
 */
record SheetHeader(List<String> names, long place, int above) {
    /** Filled rows that are looked at. */
    static final int MOST_ROWS = 100;

    static SheetHeader find(Workbook.Rows rows, Columns columns) throws IOException {
        long all = columns.names().values().stream().distinct().count();
        SheetHeader best = new SheetHeader(List.of(), 0, 0);
        long bestMatches = -1;
        int filled = 0;
        while (filled < MOST_ROWS && rows.next()) {
            if (rows.row().blank()) {
                continue;
            }
            List<String> names = rows.row().names();
            long matches = ColumnBinding.matches(names, columns);
            if (matches > bestMatches) {
                bestMatches = matches;
                best = new SheetHeader(names, rows.row().place(), filled);
            }
            if (matches == all) {
                break;
            }
            filled++;
        }
        return best;
    }

    /** For a sheet whose first row is a sale: columns are named by their numbers, as many as its first rows have. */
    static SheetHeader none(Workbook.Rows rows) throws IOException {
        int width = 0;
        int filled = 0;
        while (filled < MOST_ROWS && rows.next()) {
            filled += rows.row().blank() ? 0 : 1;
            width = Math.max(width, rows.row().width());
        }
        return new SheetHeader(ColumnBinding.numbered(width), 0, 0);
    }
}

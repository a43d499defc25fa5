package org.ltv4j.core.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Copies the cells of one column of a sheet into a {@link CellTable}, by what they hold and what the column means. */
final class SheetColumn {
    /** Spreadsheets keep 15 digits of a number: longer ids have been rounded. */
    private static final double ROUNDED = 1e15;

    private static final int MONTHS = 12;

    /** Dates of a column that hardly fall on the first twelve days of a month by chance: (12/30)^10 is 1e-4. */
    private static final int ENOUGH_DATES = 10;

    private final ColumnRole role;
    private final CellColumn target;
    private final CellRows rows;
    private final boolean date1904;
    private long roundedIds;
    private long dateIds;
    private long dates;
    private long dateTexts;
    private boolean firstTwelveDays = true;

    SheetColumn(ColumnRole role, CellColumn target, CellTable table, boolean date1904) {
        this.role = role;
        this.target = target;
        this.rows = table.where();
        this.date1904 = date1904;
    }

    ColumnRole role() {
        return role;
    }

    /** Copies a cell to a row of the table. */
    void read(SheetRow from, int column, int row) {
        switch (from.kind(column)) {
            case TEXT -> {
                dateTexts += role == ColumnRole.DATE ? 1 : 0;
                target.text(row, from.text(column));
            }
            case ERROR -> error(from.text(column), row);
            case NUMBER -> number(from.number(column), row);
            case DATE -> date(from.number(column), row);
            case EMPTY -> {
                // missing, which the reader of the table tells
            }
        }
    }

    private void error(String name, int row) {
        boolean number = CellWriter.numeric(role);
        Reason reason = number
                ? Reason.UNREADABLE_NUMBER
                : role == ColumnRole.DATE ? Reason.UNREADABLE_DATE : Reason.UNREADABLE_TEXT;
        rows.flaw(row, new CellRows.Flaw(reason, role, Problems.shortened(name), "is the error of a formula"));
    }

    private void number(double value, int row) {
        if (CellWriter.numeric(role)) {
            target.number(row, value);
        } else if (role == ColumnRole.DATE) {
            target.text(row, CellWriter.plain(value)); // what such numbers are is settled for the whole column
        } else {
            roundedIds += Math.abs(value) >= ROUNDED ? 1 : 0;
            CellWriter.id(target, row, value);
        }
    }

    private void date(double value, int row) {
        if (role == ColumnRole.DATE) {
            long second = DayNumbers.second(value, date1904);
            if (second == DateParser.FAILED) {
                flaw(Reason.UNREADABLE_DATE, value, "is no day of the calendar, though formatted as one", row);
            } else {
                dates++;
                firstTwelveDays = firstTwelveDays && dayOfMonth(second) <= MONTHS;
                target.second(row, second);
            }
        } else if (CellWriter.numeric(role)) {
            flaw(Reason.UNREADABLE_NUMBER, value, "is formatted as a date: is this another column?", row);
        } else {
            dateIds++;
            CellWriter.id(target, row, value);
        }
    }

    private static int dayOfMonth(long second) {
        return LocalDate.ofEpochDay(Math.floorDiv(second, Civil.SECONDS_A_DAY)).getDayOfMonth();
    }

    private void flaw(Reason reason, double value, String problem, int row) {
        rows.flaw(row, new CellRows.Flaw(reason, role, CellWriter.plain(value), problem));
    }

    /** What a careful person would mention of the column, or null. */
    @Nullable
    String note(String name) {
        if (dateTexts > 0 && firstTwelveDays && dates >= ENOUGH_DATES) {
            return "column " + name + " has " + dates + " dates, all on days 1 to 12 of a month, and " + dateTexts
                    + " texts: has a spreadsheet taken day/month for month/day where it could, and left the rest as text? Then day"
                    + " and month of those dates are exchanged: export the column as text";
        }
        if (roundedIds > 0) {
            return roundedIds + " ids of column " + name
                    + " are numbers of 16 or more digits, of which a spreadsheet keeps"
                    + " 15: different ids may have become one. Export the column as text";
        }
        if (dateIds > 0) {
            return dateIds + " ids of column " + name
                    + " are formatted as dates: has the spreadsheet taken ids such as 3-12 for dates?";
        }
        return null;
    }
}

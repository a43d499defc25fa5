package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.clean.CleaningReport;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * The cells of the columns asked for, of any source, and what is wrong with them. Texts of dates and numbers are read once all
 * are in, so that the whole column settles how they are written. One per read.
 */
final class TableCells {
    private final List<TableColumn> columns;
    private final ReadOptions options;
    private final Rejects rejects;
    private final CellColumn[] cells;
    private final @Nullable String[][] texts;
    private final @Nullable CellTexts[] values;
    private int[] lines = new int[0];
    private int rows;
    private int leftOut;

    TableCells(List<TableColumn> columns, ReadOptions options) {
        this.columns = List.copyOf(columns);
        this.options = options;
        this.rejects = new Rejects(options.rowPolicies());
        this.cells = new CellColumn[columns.size()];
        Arrays.setAll(cells, i -> new CellColumn());
        this.texts = new String[columns.size()][];
        this.values = new CellTexts[columns.size()];
    }

    List<TableColumn> columns() {
        return columns;
    }

    ReadOptions options() {
        return options;
    }

    CellColumn cell(int column) {
        return cells[column];
    }

    /** One more row, which stands on this line of the source; gives its number. */
    int addRow(long line) {
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, Math.max(64, rows + (rows >> 1)));
        }
        lines[rows] = (int) Math.min(line, Integer.MAX_VALUE);
        return rows++;
    }

    /** A row that cannot be used as a whole. */
    void leaveOut(Reason reason, long line, String problem) {
        leftOut++;
        rejects.add(reason, line, "", "", problem);
    }

    int rows() {
        return rows;
    }

    int line(int row) {
        return lines[row];
    }

    /** Settles how texts of dates and numbers are written, and reads each distinct one. */
    void settle() {
        if (rows + leftOut == 0) {
            throw new InvalidDataException("has no rows");
        }
        NumberParser numbers = new NumberParser(decimal());
        for (int i = 0; i < cells.length; i++) {
            IdTable table = cells[i].texts();
            texts[i] = new String[table.size()];
            if (columns.get(i).role() == ColumnRole.DATE && cells[i].hasTexts()) {
                values[i] = CellTexts.dates(
                        cells[i], new DateReader(dateParser(i), options.zone().orElse(null)));
            } else if (columns.get(i).role() == ColumnRole.AMOUNT && cells[i].hasTexts()) {
                values[i] = CellTexts.numbers(cells[i], numbers);
            } else {
                Arrays.setAll(texts[i], table::id);
            }
        }
    }

    private char decimal() {
        if (options.decimal().isPresent()) {
            return options.decimal().get();
        }
        DecimalDetector detector = new DecimalDetector();
        List<TextVotes.Numbers> written = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            if (columns.get(i).role() == ColumnRole.AMOUNT && cells[i].hasTexts()) {
                written.add(TextVotes.Numbers.of(columns.get(i).name(), cells[i]));
            }
        }
        TextVotes.decimals(detector, written, written.isEmpty() ? 0 : rows, rows, row -> lines[row]);
        String question = detector.question();
        if (question != null) {
            throw new InvalidDataException(question);
        }
        return detector.decimal() == NumberParser.UNDECIDED ? '.' : detector.decimal();
    }

    private DateParser dateParser(int column) {
        DateParser stated = options.statedDates();
        if (stated != null) {
            return stated;
        }
        DateDetector detector = new DateDetector(options.twoDigitYearsFrom());
        TextVotes.dates(
                detector,
                cells[column],
                rows,
                rows,
                row -> lines[row],
                columns.get(column).name());
        DateParser parser = detector.parser();
        if (parser == null) {
            throw new InvalidDataException(detector.question(columns.get(column).name()));
        }
        return parser;
    }

    /** The text of a cell as it is written; null where missing. Rejects the row where it is no Unicode. */
    @Nullable
    String text(int column, int row) throws BadCell {
        int code = cells[column].code(row);
        if (code == CellColumn.BAD_TEXT) {
            throw bad(Reason.UNREADABLE_TEXT, column, row, "", "does not fit the charset, or is no Unicode text");
        }
        @Nullable String[] known = texts[column];
        return code < 0 || known == null ? null : known[code];
    }

    /** The number of a cell; NaN where missing. Shows the value in messages only if it may be shown. */
    double number(int column, int row, boolean shown) throws BadCell {
        CellTexts read = values[column];
        int code = read == null ? CellColumn.NO_TEXT : cells[column].code(row);
        if (code == CellColumn.BAD_TEXT) {
            throw bad(Reason.UNREADABLE_NUMBER, column, row, "", "is no number");
        }
        double value = read != null && code >= 0 ? read.number(code) : cells[column].number(row);
        if (read != null && code >= 0 && Double.isNaN(value)) {
            throw bad(Reason.UNREADABLE_NUMBER, column, row, shown ? read.text(code) : "", read.problem(code));
        }
        if (Math.abs(value) > NumberParser.LARGEST) {
            throw bad(
                    Reason.UNREADABLE_NUMBER, column, row, shown ? Double.toString(value) : "", NumberParser.TOO_LARGE);
        }
        return value;
    }

    /** The wall-clock second of a cell, {@link DateParser#FAILED} where missing. */
    long second(int column, int row, boolean shown) throws BadCell {
        CellTexts read = values[column];
        int code = read == null ? CellColumn.NO_TEXT : cells[column].code(row);
        if (code == CellColumn.BAD_TEXT) {
            throw bad(Reason.UNREADABLE_DATE, column, row, "", "is no date");
        }
        if (read != null && code >= 0) {
            long second = read.second(code);
            if (second == DateParser.FAILED) {
                throw bad(
                        Reason.UNREADABLE_DATE,
                        column,
                        row,
                        shown ? read.text(code) : "",
                        shown
                                ? read.problem(code)
                                : "is no date in the form of the column (not shown: it is personal)");
            }
            return second;
        }
        long second = cells[column].second(row);
        if (second != DateParser.FAILED && (second < Civil.EARLIEST || second >= Civil.AFTER_LATEST)) {
            throw bad(Reason.UNREADABLE_DATE, column, row, "", Problems.OUTSIDE_YEARS);
        }
        return second;
    }

    /** Counts the row as one that cannot be used, and gives what ends its reading. */
    BadCell bad(Reason reason, int column, int row, String value, String problem) {
        rejects.add(reason, lines[row], columns.get(column).name(), value, problem);
        return BadCell.INSTANCE;
    }

    /** Ends the read: fails if rows must not be left out, else tells what was. */
    CleaningReport report() {
        long read = (long) rows + leftOut;
        rejects.failIfAny(read);
        return new CleaningReport(read, rejects.steps());
    }

    /** The row cannot be used; it is counted already. */
    static final class BadCell extends Exception {
        private static final long serialVersionUID = 1L;
        private static final BadCell INSTANCE = new BadCell();

        private BadCell() {
            super("the row cannot be used", null, false, false);
        }
    }
}

package org.ltv4j.core.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.InvalidDataException;

/** Reads the chosen sheets of a workbook into a log. One per read. */
final class ExcelReader {
    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    private final Workbook workbook;
    private final List<SheetChoice.Chosen> chosen;
    private final CellTable cells;
    private final List<SheetColumn> columns = new ArrayList<>();
    private final @Nullable SheetOverlap overlap;
    private long blank;
    private int rows;

    private ExcelReader(Workbook workbook, List<SheetChoice.Chosen> chosen, ReadOptions options) {
        this.workbook = workbook;
        this.chosen = chosen;
        ColumnBinding binding = chosen.get(0).binding();
        this.cells = new CellTable("Excel workbook", binding, options);
        if (workbook.date1904()) {
            cells.where().countDaysFrom1904();
            binding.notes().add("the workbook counts days from 1904");
        }
        for (ColumnRole role : binding.names().keySet()) {
            CellColumn target = cells.column(role);
            if (target != null) {
                columns.add(new SheetColumn(role, target, cells, workbook.date1904()));
            }
        }
        this.overlap = chosen.size() > 1 ? new SheetOverlap() : null;
    }

    static Ingest read(Workbook workbook, Columns columns, SourceOptions options) throws IOException {
        List<SheetChoice.Chosen> chosen = new SheetChoice(workbook, columns, options).choose();
        return new ExcelReader(workbook, chosen, options.values()).read();
    }

    private Ingest read() throws IOException {
        for (SheetChoice.Chosen sheet : chosen) {
            cells.where().section(rows, "sheet '" + sheet.name() + "'");
            try (Workbook.Rows from = workbook.open(sheet.index())) {
                sheet(from, sheet);
            }
            if (overlap != null) {
                overlap.endOfSheet(sheet.name());
            }
        }
        if (rows == 0) {
            throw new InvalidDataException("has a header but no rows");
        }
        report();
        return cells.ingest(rows);
    }

    private void sheet(Workbook.Rows from, SheetChoice.Chosen sheet) throws IOException {
        long last = sheet.header().place();
        while (from.next()) {
            SheetRow row = from.row();
            if (row.place() <= sheet.header().place() || row.blank()) {
                continue;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("reading was interrupted");
            }
            if (rows == MOST_ROWS) {
                throw new InvalidDataException("has more than " + MOST_ROWS + " rows");
            }
            blank += Math.max(0, row.place() - last - 1);
            last = row.place();
            cells.where().place(rows, row.place());
            for (SheetColumn column : columns) {
                column.read(row, sheet.binding().place(column.role()), rows);
            }
            if (overlap != null) {
                overlap.row(row);
            }
            rows++;
        }
    }

    private void report() {
        if (blank > 0) {
            cells.where()
                    .step(new CleaningStep(
                            "blank lines", "rows with nothing in them are no rows", blank, 0, 0, 0.0, List.of()));
        }
        if (overlap != null) {
            overlap.report(cells);
        }
        List<String> notes = cells.binding().notes();
        if (workbook.sheets().size() > 1) {
            notes.add((chosen.size() > 1 ? "sheets " : "sheet ")
                    + chosen.stream().map(sheet -> "'" + sheet.name() + "'").collect(Collectors.joining(", "))
                    + " of " + workbook.sheets().size() + " sheets " + (chosen.size() > 1 ? "were read" : "was read"));
        }
        for (SheetChoice.Chosen sheet : chosen) {
            if (sheet.header().above() > 0) {
                notes.add("the header was found in row " + sheet.header().place() + " of sheet '" + sheet.name()
                        + "'; what stands above it was left out");
            }
        }
        for (SheetColumn column : columns) {
            String note = column.note(cells.binding().name(column.role()));
            if (note != null) {
                notes.add(note);
            }
        }
    }
}

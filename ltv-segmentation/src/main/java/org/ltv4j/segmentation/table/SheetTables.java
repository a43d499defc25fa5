package org.ltv4j.segmentation.table;

import java.time.LocalDate;
import java.util.List;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Sheets as Tablesaw tables. */
final class SheetTables {
    private SheetTables() {}

    static <T> Table of(String name, Sheet<T> sheet, List<T> rows) {
        Table table = Table.create(name);
        for (Sheet.Column<T> column : sheet.columns()) {
            table.addColumns(column(column, rows));
        }
        return table;
    }

    private static <T> Column<?> column(Sheet.Column<T> column, List<T> rows) {
        String name = column.name();
        return switch (column.kind()) {
            case TEXT ->
                StringColumn.create(
                        name, rows.stream().map(row -> (String) column.value().apply(row)));
            case COUNT ->
                LongColumn.create(
                        name,
                        rows.stream()
                                .mapToLong(row -> (Long) column.value().apply(row))
                                .toArray());
            case NUMBER ->
                DoubleColumn.create(
                        name,
                        rows.stream()
                                .mapToDouble(row -> (Double) column.value().apply(row))
                                .toArray());
            case DATE ->
                DateColumn.create(name, rows.stream().map(row ->
                        (LocalDate) column.value().apply(row)));
        };
    }
}

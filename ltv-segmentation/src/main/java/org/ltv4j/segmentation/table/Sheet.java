package org.ltv4j.segmentation.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.ltv4j.core.table.CsvWriter;

/** Named columns of rows of one kind, stated once for CSV and for Tablesaw. Knows no Tablesaw itself. */
final class Sheet<T> {
    /** A column; {@code kind} tells which class its values have. */
    record Column<T>(String name, Kind kind, Function<T, Object> value) {}

    enum Kind {
        TEXT,
        COUNT,
        NUMBER,
        DATE
    }

    private final List<Column<T>> columns = new ArrayList<>();

    Sheet<T> text(String name, Function<T, String> value) {
        columns.add(new Column<>(name, Kind.TEXT, value::apply));
        return this;
    }

    Sheet<T> count(String name, ToLongFunction<T> value) {
        columns.add(new Column<>(name, Kind.COUNT, value::applyAsLong));
        return this;
    }

    /** NaN is a missing value. */
    Sheet<T> number(String name, ToDoubleFunction<T> value) {
        columns.add(new Column<>(name, Kind.NUMBER, value::applyAsDouble));
        return this;
    }

    Sheet<T> date(String name, Function<T, LocalDate> value) {
        columns.add(new Column<>(name, Kind.DATE, value::apply));
        return this;
    }

    List<Column<T>> columns() {
        return columns;
    }

    void writeCsv(List<T> rows, Path file) {
        try {
            CsvWriter.write(file, header(), out -> write(rows, out));
        } catch (IOException e) {
            throw new UncheckedIOException("rows cannot be written to " + file + ": " + e, e);
        }
    }

    private List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    private void write(List<T> rows, CsvWriter out) throws IOException {
        for (T row : rows) {
            for (Column<T> column : columns) {
                Object value = column.value().apply(row);
                if (value instanceof Long whole) {
                    out.number((long) whole);
                } else if (value instanceof Double number) {
                    number(out, number);
                } else {
                    out.text(value.toString());
                }
            }
            out.endRow();
        }
    }

    private static void number(CsvWriter out, double value) throws IOException {
        if (Double.isNaN(value)) {
            out.empty();
        } else if (Double.isInfinite(value)) {
            out.text(Double.toString(value));
        } else {
            out.number(value);
        }
    }
}

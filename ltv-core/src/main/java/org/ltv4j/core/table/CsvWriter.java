package org.ltv4j.core.table;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.ltv4j.core.io.AtomicFiles;

/**
 * Writes CSV as RFC 4180 has it (UTF-8, commas, LF), whole or not at all, and safe to open in a spreadsheet: a text that a
 * spreadsheet would run as a formula, since it starts with {@code = + - @}, a tab or a line end, gets an apostrophe in
 * front. Numbers are written as they are, with a point, so that they read back as the same double.
 *
 * <pre>{@code
 * CsvWriter.write(file, List.of("customer", "expected"), out -> {
 *     for (int i = 0; i < n; i++) {
 *         out.text(ids.id(i)).number(expected[i]).endRow();
 *     }
 * });
 * }</pre>
 */
public final class CsvWriter {
    private final Writer out;
    private final int columns;
    private int column;
    private long row = 1;

    private CsvWriter(Writer out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    /** Writes the rows of a file. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Writes all rows.
         *
         * @param out takes cells and row ends
         * @throws IOException if a write fails
         */
        void writeTo(CsvWriter out) throws IOException;
    }

    /**
     * Writes a file. If anything goes wrong, the file that stood there before is as it was.
     *
     * @param file the file to make or to replace; its folder must exist
     * @param header names of the columns
     * @param rows writes the rows
     * @throws IOException if the file cannot be written
     * @throws IllegalStateException if a row has another number of cells than the header
     */
    public static void write(Path file, List<String> header, Rows rows) throws IOException {
        AtomicFiles.writeText(file, out -> writeTo(out, header, rows));
    }

    /**
     * Writes to any writer, which is neither flushed nor closed.
     *
     * @param out takes the text
     * @param header names of the columns
     * @param rows writes the rows
     * @throws IOException if a write fails
     * @throws IllegalStateException if a row has another number of cells than the header
     */
    public static void writeTo(Writer out, List<String> header, Rows rows) throws IOException {
        CsvWriter writer = new CsvWriter(out, header.size());
        for (String name : header) {
            writer.text(name);
        }
        writer.endRow();
        rows.writeTo(writer);
        if (writer.column > 0) {
            throw new IllegalStateException("row " + writer.row + " was not ended");
        }
    }

    /**
     * A cell of text.
     *
     * @param value any text; empty for an empty cell
     * @return this writer
     * @throws IOException if a write fails
     */
    public CsvWriter text(String value) throws IOException {
        separate();
        String safe = neutralised(value);
        if (safe.isEmpty() && columns == 1) {
            out.write("\"\""); // else the line would be blank and no row
        } else if (needsQuotes(safe)) {
            out.write('"');
            out.write(safe.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(safe);
        }
        return this;
    }

    /**
     * A cell with a number.
     *
     * @param value finite
     * @return this writer
     * @throws IOException if a write fails
     * @throws IllegalArgumentException if the value is NaN or infinite: leave the cell empty where there is no number
     */
    public CsvWriter number(double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("row " + row + ", column " + (column + 1)
                    + " needs a finite number, got " + value + ": use empty() where there is none");
        }
        separate();
        out.write(Double.toString(value));
        return this;
    }

    /**
     * A cell with a whole number.
     *
     * @param value any
     * @return this writer
     * @throws IOException if a write fails
     */
    public CsvWriter number(long value) throws IOException {
        separate();
        out.write(Long.toString(value));
        return this;
    }

    /**
     * A cell with nothing in it.
     *
     * @return this writer
     * @throws IOException if a write fails
     */
    public CsvWriter empty() throws IOException {
        return text("");
    }

    /**
     * Ends the row.
     *
     * @return this writer
     * @throws IOException if a write fails
     * @throws IllegalStateException if the row has fewer cells than the header
     */
    public CsvWriter endRow() throws IOException {
        if (column != columns) {
            throw new IllegalStateException("row " + row + " has " + column + " cells, the header has " + columns);
        }
        out.write('\n');
        column = 0;
        row++;
        return this;
    }

    private void separate() throws IOException {
        if (column == columns) {
            throw new IllegalStateException("row " + row + " has more cells than the header, which has " + columns);
        }
        if (column++ > 0) {
            out.write(',');
        }
    }

    /** The text with an apostrophe in front where a spreadsheet would take it for a formula. */
    static String neutralised(String value) {
        if (value.isEmpty()) {
            return value;
        }
        char first = value.charAt(0);
        boolean formula = "=+-@\t\r\n".indexOf(first) >= 0 || "\uff1d\uff0b\uff0d\uff20".indexOf(first) >= 0;
        return formula ? "'" + value : value;
    }

    private static boolean needsQuotes(String value) {
        if (value.isEmpty()) {
            return false;
        }
        boolean edgeBlank = value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t') {
                return true;
            }
        }
        return edgeBlank;
    }
}

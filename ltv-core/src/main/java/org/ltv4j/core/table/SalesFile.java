package org.ltv4j.core.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.ProgressListener;

/**
 * Reads sales from a file of any usual kind, which is told by its first bytes and not by its name. The options are the same
 * for all, and so are the log, the reasons for which a row cannot be used, and the report.
 *
 * <pre>{@code
 * Columns columns = Columns.of("customer_id", "date", "amount");
 * Ingest read = SalesFile.read(Path.of("sales.xlsx"), columns);
 * Ingest lines = SalesFile.read(Path.of("orders.jsonl.gz"), Columns.of("customer.id", "placed_at", "items[].paid"));
 * Ingest till = SalesFile.read(Path.of("till.db"), columns, SourceOptions.defaults().withTable("receipts"));
 * }</pre>
 *
 * <table>
 *   <caption>Kinds of files</caption>
 *   <tr><th>file</th><th>rows are</th><th>needs on the class path</th></tr>
 *   <tr><td>CSV, TSV and the like, gzip or not</td><td>lines, see {@link Csv}</td><td>nothing</td></tr>
 *   <tr><td>Excel .xlsx, .xlsm</td><td>rows of the sheet with the columns asked for, or of those named</td><td>nothing</td></tr>
 *   <tr><td>Excel 97 to 2003 .xls</td><td>the same</td><td>{@code org.apache.poi:poi}</td></tr>
 *   <tr><td>JSON: an array of objects, an object around one, or an object a line; gzip or not</td><td>objects, or the items
 *       of an array in them</td><td>nothing</td></tr>
 *   <tr><td>SQLite database</td><td>of the table with the columns asked for, the one named, or a query</td>
 *       <td>{@code org.xerial:sqlite-jdbc}</td></tr>
 *   <tr><td>Parquet, DuckDB database</td><td>the same</td><td>{@code org.duckdb:duckdb_jdbc}</td></tr>
 * </table>
 *
 * <p>Archives (zip, 7-Zip and others), encrypted workbooks, pictures and documents are refused by name with what to do.
 *
 * <p>Columns of JSON are paths: {@code customer.id} is a field of a field, {@code items[].sku} a field of each item of an
 * array. An order with three items then gives three rows, which repeat what stands in the order; an order whose array is
 * empty or missing gives one row without the items' values, so that it is reported, not lost. If columns lie in an array,
 * the amount, quantity, price and discount must too: an order's total would otherwise count once for each item.
 *
 * <p>Where values have types (JSON, Excel, databases), the ids 17850, 17850.0 and "17850" are one customer, and a note says how many
 * stand in two ways. In text, ids are kept as written.
 */
public final class SalesFile {
    private static final int HEAD = 1 << 12;

    private SalesFile() {}

    /**
     * Reads a file, with everything detected, strictly.
     *
     * @param file of any of the kinds above
     * @param columns which column means what
     * @return the log, the report and the form
     * @throws InvalidDataException if the file or any of its rows cannot be used
     */
    public static Ingest read(Path file, Columns columns) {
        return read(file, columns, SourceOptions.defaults());
    }

    /**
     * Reads a file.
     *
     * @param file of any of the kinds above
     * @param columns which column means what
     * @param options what is stated about the file, and what to do with bad rows
     * @return the log, the report and the form
     * @throws InvalidDataException if the file cannot be used, or a row cannot that must not be skipped
     */
    public static Ingest read(Path file, Columns columns, SourceOptions options) {
        return read(file, columns, options, ProgressListener.NONE);
    }

    /**
     * Reads a file and tells how far it has come. Stops when its thread is interrupted.
     *
     * @param file of any of the kinds above
     * @param columns which column means what
     * @param options what is stated about the file, and what to do with bad rows
     * @param listener hears the bytes read so far; databases tell none
     * @return the log, the report and the form
     * @throws InvalidDataException if the file cannot be used, or a row cannot that must not be skipped
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Ingest read(Path file, Columns columns, SourceOptions options, ProgressListener listener) {
        if (Files.isDirectory(file)) {
            throw new InvalidDataException(file + " is a folder: name one file in it");
        }
        ByteSource source = ByteSource.of(file);
        try {
            return read(source, file, kind(source), columns, options, listener);
        } catch (IOException e) {
            throw new InvalidDataException(source.name() + " " + Csv.explained(e), e);
        }
    }

    /**
     * Reads a source that can be opened more than once. Workbooks and databases are copied into a temporary file while they
     * are read.
     *
     * @param source bytes of a file of any of the kinds above
     * @param columns which column means what
     * @param options what is stated about the file, and what to do with bad rows
     * @param listener hears the bytes read so far; databases tell none
     * @return the log, the report and the form
     * @throws InvalidDataException if the source cannot be used, or a row cannot that must not be skipped
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Ingest read(ByteSource source, Columns columns, SourceOptions options, ProgressListener listener) {
        try {
            FileKind kind = kind(source);
            if (kind == FileKind.TEXT || kind == FileKind.JSON) {
                return read(source, Path.of(""), kind, columns, options, listener);
            }
            Path copy = Files.createTempFile("ltv4j", ".tmp");
            try {
                try (InputStream in = source.open()) {
                    Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                return read(source, copy, kind, columns, options, listener);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new InvalidDataException(source.name() + " " + Csv.explained(e), e);
        }
    }

    /**
     * What of the options does not fit the kind of a file, such as a query stated for a CSV file; {@link #read(Path, Columns,
     * SourceOptions)} refuses it in the same words. For programs whose users state the options.
     *
     * @param file of any of the kinds above
     * @param options what is stated about the file
     * @return where, what and what to do; empty if all options fit, or the file cannot be opened, which reading it tells
     */
    public static Optional<String> unfit(Path file, SourceOptions options) {
        if (Files.isDirectory(file)) {
            return Optional.empty();
        }
        ByteSource source = ByteSource.of(file);
        try {
            String unfit = kind(source).unfit(options);
            return unfit.isEmpty() ? Optional.empty() : Optional.of(source.name() + ": " + unfit);
        } catch (IOException | InvalidDataException e) {
            return Optional.empty();
        }
    }

    private static Ingest read(
            ByteSource source,
            Path file,
            FileKind kind,
            Columns columns,
            SourceOptions options,
            ProgressListener listener)
            throws IOException {
        String unfit = kind.unfit(options);
        if (!unfit.isEmpty()) {
            throw new InvalidDataException(source.name() + ": " + unfit);
        }
        if (kind == FileKind.TEXT) {
            return Csv.read(source, columns, options.text(), listener);
        }
        try {
            return switch (kind) {
                case XLSX -> ExcelFiles.readXlsx(file, columns, options, listener);
                case XLS -> ExcelFiles.readXls(file, columns, options);
                case JSON -> JsonReader.read(source, columns, options, listener);
                case TEXT -> Csv.read(source, columns, options.text(), listener);
                case SQLITE, DUCKDB, PARQUET -> new DatabaseFile(kind, file, columns, options).read();
            };
        } catch (InvalidDataException e) {
            throw Csv.named(source, e);
        }
    }

    private static FileKind kind(ByteSource source) throws IOException {
        try (InputStream raw = source.open()) {
            HeadStream head = new HeadStream(raw, HEAD);
            if (!Magic.gzip(head.head(), head.headLength())) {
                return FileKind.of(head.head(), head.headLength());
            }
            try {
                HeadStream unpacked = new HeadStream(new GzipStream(head), HEAD);
                FileKind kind = FileKind.of(unpacked.head(), unpacked.headLength());
                // what is no text inside a gzip file is refused by name, as text that it is not
                return kind == FileKind.JSON ? FileKind.JSON : FileKind.TEXT;
            } catch (IOException | InvalidDataException e) {
                return FileKind.TEXT; // its reader tells what is wrong with the gzip file
            }
        }
    }
}

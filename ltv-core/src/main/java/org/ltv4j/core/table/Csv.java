package org.ltv4j.core.table;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.ltv4j.core.data.BadValue;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.ProgressListener;

/**
 * Reads sales from CSV: RFC 4180 with a header line, any of the usual delimiters and charsets, gzip included.
 *
 * <p>What is not stated is detected once, before the first row is read, and shown in {@link Ingest#format()}. A value
 * that does not fit is reported with line, column and value; none is guessed. Streamed: the memory needed is that of
 * the log.
 *
 * <pre>{@code
 * Ingest read = Csv.read(Path.of("sales.csv"), Columns.of("customer_id", "date", "amount"));
 * TransactionLog log = read.log();
 * }</pre>
 */
public final class Csv {
    private Csv() {}

    /**
     * Reads a file, with everything detected, strictly.
     *
     * @param file a CSV file, gzip or not
     * @param columns which column means what
     * @return the log, the report and the form
     * @throws InvalidDataException if the file or any of its rows cannot be used
     */
    public static Ingest read(Path file, Columns columns) {
        return read(file, columns, CsvOptions.defaults());
    }

    /**
     * Reads a file.
     *
     * @param file a CSV file, gzip or not
     * @param columns which column means what
     * @param options what is stated about the file, and what to do with bad rows
     * @return the log, the report and the form
     * @throws InvalidDataException if the file cannot be used, or a row cannot that must not be skipped
     */
    public static Ingest read(Path file, Columns columns, CsvOptions options) {
        return read(file, columns, options, ProgressListener.NONE);
    }

    /**
     * Reads a file and tells how far it has come. Stops when its thread is interrupted.
     *
     * @param file a CSV file, gzip or not
     * @param columns which column means what
     * @param options what is stated about the file, and what to do with bad rows
     * @param listener hears the bytes read so far
     * @return the log, the report and the form
     * @throws InvalidDataException if the file cannot be used, or a row cannot that must not be skipped
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Ingest read(Path file, Columns columns, CsvOptions options, ProgressListener listener) {
        if (Files.isDirectory(file)) {
            throw new InvalidDataException(file + " is a folder: name one file in it");
        }
        return read(ByteSource.of(file), columns, options, listener);
    }

    /**
     * Reads a source that can be opened more than once.
     *
     * @param source bytes of a CSV file, gzip or not
     * @param columns which column means what
     * @param options what is stated about the file, and what to do with bad rows
     * @return the log, the report and the form
     * @throws InvalidDataException if the source cannot be used, or a row cannot that must not be skipped
     */
    public static Ingest read(ByteSource source, Columns columns, CsvOptions options) {
        return read(source, columns, options, ProgressListener.NONE);
    }

    /**
     * Reads a source that can be opened more than once and tells how far it has come. Stops when its thread is
     * interrupted.
     *
     * @param source bytes of a CSV file, gzip or not
     * @param columns which column means what
     * @param options what is stated about the file, and what to do with bad rows
     * @param listener hears the bytes read so far
     * @return the log, the report and the form
     * @throws InvalidDataException if the source cannot be used, or a row cannot that must not be skipped
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Ingest read(ByteSource source, Columns columns, CsvOptions options, ProgressListener listener) {
        try {
            CsvFormatDetector detector = new CsvFormatDetector(source, columns, options);
            try {
                return CsvReader.read(source, detector.detect(false), options, listener);
            } catch (NumberParser.UndecidedDecimalException lateMark) {
                return CsvReader.read(source, detector.detect(true), options, listener);
            }
        } catch (InvalidDataException e) {
            throw named(source, e);
        } catch (CsvFault fault) {
            BadValue bad = new BadValue(fault.line(), "", "", String.valueOf(fault.getMessage()));
            throw new InvalidDataException(source.name() + ": " + bad, List.of(bad));
        } catch (IOException e) {
            throw new InvalidDataException(source.name() + " " + explained(e), e);
        }
    }

    /** The error with the name of the source in front. */
    static InvalidDataException named(ByteSource source, InvalidDataException e) {
        String message = String.valueOf(e.getMessage());
        boolean verb = message.startsWith("is ")
                || message.startsWith("has ")
                || message.startsWith("looks ")
                || message.startsWith("unpacks ");
        InvalidDataException named = e.badValues().isEmpty()
                ? new InvalidDataException(source.name() + (verb ? " " : ": ") + message, e)
                : new InvalidDataException(source.name() + ": " + message, e.badValues());
        return named;
    }

    /** What an error of the file system means, in words. */
    static String explained(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "does not exist: looked for "
                    + Path.of(String.valueOf(e.getMessage())).toAbsolutePath();
        }
        if (e instanceof AccessDeniedException) {
            return "may not be read by this user";
        }
        return "cannot be read: " + e.getMessage();
    }
}

package org.ltv4j.core.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.ltv4j.core.data.TransactionLog;

/** Small CSV sources for the tests. */
final class Sales {
    static final Columns COLUMNS = Columns.of("customer", "date", "amount");
    static final CsvOptions DEFAULTS = CsvOptions.defaults();

    private Sales() {}

    /** Reads a text with the columns customer, date and amount. */
    static Ingest read(String text) {
        return read(text, DEFAULTS);
    }

    static Ingest read(String text, CsvOptions options) {
        return read(text, COLUMNS, options);
    }

    static Ingest read(String text, Columns columns, CsvOptions options) {
        return read(text.getBytes(StandardCharsets.UTF_8), columns, options);
    }

    static Ingest read(String text, Charset charset, CsvOptions options) {
        return read(text.getBytes(charset), COLUMNS, options);
    }

    static Ingest read(byte[] bytes, Columns columns, CsvOptions options) {
        return Csv.read(() -> new java.io.ByteArrayInputStream(bytes), columns, options);
    }

    /** Reads rows under a header with the three columns. */
    static Ingest rows(String... rows) {
        return rows(DEFAULTS, rows);
    }

    static Ingest rows(CsvOptions options, String... rows) {
        return read("customer,date,amount\n" + String.join("\n", rows) + "\n", options);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Rows as {@code customer time amount}, in the order of the source. */
    static List<String> shown(TransactionLog log) {
        return IntStream.range(0, log.size())
                .boxed()
                .sorted(java.util.Comparator.comparingInt(log::sourceRow))
                .map(row -> log.customers().id(log.customer(row)) + " " + log.time(row) + " " + log.amount(row))
                .toList();
    }
}

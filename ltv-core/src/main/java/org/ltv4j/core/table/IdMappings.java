package org.ltv4j.core.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ltv4j.core.data.BadValue;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.merge.IdMapping;
import org.ltv4j.core.model.ProgressListener;

/**
 * Reads which customer id of a source is which member from a CSV file: a row for each pair. Ids are kept exactly as written.
 *
 * <pre>{@code
 * IdMapping web = IdMappings.read(Path.of("members.csv"), "web_id", "member_id", CsvOptions.defaults());
 * }</pre>
 */
public final class IdMappings {
    private static final int HEAD = 1 << 16;

    private IdMappings() {}

    /**
     * Reads a file.
     *
     * @param file a CSV file, gzip or not
     * @param id column of the id in the source
     * @param member column of the member
     * @param options delimiter and charset where they are stated; else they are detected
     * @return the mapping
     * @throws InvalidDataException if the file cannot be read, lacks a column, or has a row without id or member
     */
    public static IdMapping read(Path file, String id, String member, CsvOptions options) {
        return read(ByteSource.of(file), id, member, options);
    }

    /**
     * Reads a source that can be opened more than once.
     *
     * @param source bytes of a CSV file, gzip or not
     * @param id column of the id in the source
     * @param member column of the member
     * @param options delimiter and charset where they are stated; else they are detected
     * @return the mapping
     * @throws InvalidDataException if the source cannot be read, lacks a column, or has a row without id or member
     */
    public static IdMapping read(ByteSource source, String id, String member, CsvOptions options) {
        Columns columns = Columns.ofTransactions(id, member); // two columns; what they mean is said here
        try {
            return rows(source, columns, options);
        } catch (InvalidDataException e) {
            throw Csv.named(source, e);
        } catch (CsvFault fault) {
            BadValue bad = new BadValue(fault.line(), "", "", String.valueOf(fault.getMessage()));
            throw new InvalidDataException(source.name() + ": " + bad, List.of(bad));
        } catch (IOException e) {
            throw new InvalidDataException(source.name() + " " + Csv.explained(e), e);
        }
    }

    private static IdMapping rows(ByteSource source, Columns columns, CsvOptions options) throws IOException {
        try (TextInput input = TextInput.open(source, options.charset(), ProgressListener.NONE)) {
            HeadStream text = new HeadStream(input.stream(), HEAD);
            Character stated = CsvFormatDetector.separator(text);
            char delimiter = options.delimiter()
                    .orElse(
                            stated == null
                                    ? DelimiterDetector.detect(
                                            text.head(), text.headLength(), columns, options.hasHeader())
                                    : stated);
            CsvParser parser = new CsvParser(text, delimiter, '"');
            List<String> first = CsvFormatDetector.firstRow(parser, stated != null);
            ColumnBinding binding = options.hasHeader()
                    ? ColumnBinding.of(first, columns)
                    : ColumnBinding.ofNumbers(ColumnBinding.numbered(first.size()), columns);
            int id = binding.place(ColumnRole.CUSTOMER);
            int member = binding.place(ColumnRole.DATE);
            IdMapping.Builder mapping = IdMapping.builder();
            for (boolean row = !options.hasHeader() || parser.next(); row; row = parser.next()) {
                int line = (int) Math.min(parser.line(), Integer.MAX_VALUE);
                requireWhole(parser, first.size(), line);
                mapping.add(
                        text(parser, id, line, input, binding.name(ColumnRole.CUSTOMER)),
                        text(parser, member, line, input, binding.name(ColumnRole.DATE)),
                        line);
            }
            return mapping.build();
        }
    }

    private static void requireWhole(CsvParser parser, int fields, int line) {
        String flaw = parser.flaw();
        if (flaw != null || parser.fields() != fields) {
            String problem = flaw != null
                    ? flaw + ": double the quotes that belong to the text"
                    : "has " + parser.fields() + " fields, the header has " + fields;
            throw bad(new BadValue(line, "", "", problem));
        }
    }

    private static String text(CsvParser parser, int place, int line, TextInput input, String column) {
        if (!Utf8.valid(parser.buffer(), parser.start(place), parser.end(place))) {
            throw bad(new BadValue(
                    line,
                    column,
                    "",
                    "has bytes that are not " + input.charset().name()
                            + ": state the charset (CsvOptions.withCharset)"));
        }
        return parser.text(place);
    }

    private static InvalidDataException bad(BadValue value) {
        return new InvalidDataException(value.toString(), List.of(value));
    }
}

package org.ltv4j.core.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.ProgressListener;

/**
 * Settles a CSV file's form from its first rows. Goes on to further rows, to the last if need be, only while the order
 * of day and month or the decimal mark can be read both ways.
 */
final class CsvFormatDetector {
    private static final int HEAD = 1 << 16;

    /** So many rows settle the form, unless they leave it open. */
    static final int SAMPLE = 1000;

    private static final String SEPARATOR_LINE = "sep=";
    static final ColumnRole[] NUMBERS = {
        ColumnRole.AMOUNT, ColumnRole.QUANTITY, ColumnRole.UNIT_PRICE, ColumnRole.DISCOUNT
    };

    private final ByteSource source;
    private final Columns columns;
    private final CsvOptions options;

    CsvFormatDetector(ByteSource source, Columns columns, CsvOptions options) {
        this.source = source;
        this.columns = columns;
        this.options = options;
    }

    /**
     * The form of the file.
     *
     * @param everyRow true to look for decimal marks in all rows, after none was found in the first ones
     */
    CsvFormat detect(boolean everyRow) throws IOException {
        try (TextInput input = TextInput.open(source, options, ProgressListener.NONE)) {
            HeadStream text = new HeadStream(input.stream(), HEAD);
            char delimiter = options.delimiter().isPresent()
                    ? options.delimiter().get()
                    : DelimiterDetector.detect(text.head(), text.headLength(), columns, options.hasHeader());
            Character stated = separator(text);
            boolean separatorLine = stated != null;
            if (stated != null && options.delimiter().isEmpty()) {
                delimiter = stated;
            }
            CsvParser parser = new CsvParser(text, delimiter, '"', options.limits());
            List<String> first = firstRow(parser, separatorLine);
            List<String> header = options.hasHeader() ? first : ColumnBinding.numbered(first.size());
            ColumnBinding binding = bind(header, delimiter, text);
            DateDetector dates = new DateDetector(options.values().twoDigitYearsFrom());
            DecimalDetector decimals = new DecimalDetector();
            long rows = sample(parser, header.size(), binding, dates, decimals, everyRow);
            if (rows == 0) {
                throw new InvalidDataException("has a header but no rows");
            }
            return new CsvFormat(
                    input.charset(),
                    input.gzip(),
                    delimiter,
                    separatorLine,
                    options.hasHeader(),
                    header.size(),
                    options.hasHeader() ? first.stream().map(Furniture::clean).toList() : List.of(),
                    binding,
                    decimal(decimals),
                    dateParser(dates, binding),
                    notes(dates, binding));
        }
    }

    private List<String> notes(DateDetector dates, ColumnBinding binding) {
        List<String> notes = new ArrayList<>(binding.notes());
        String column = binding.name(ColumnRole.DATE);
        boolean stated = options.values().dateFormat().isPresent();
        notes.addAll(stated ? options.values().dateNotes(column) : dates.notes(column));
        return notes;
    }

    /** The delimiter that a first line such as {@code sep=;} states, as Excel writes and reads it; else null. */
    static @Nullable Character separator(HeadStream text) {
        byte[] head = text.head();
        boolean line = text.headLength() > 5
                && SEPARATOR_LINE.equalsIgnoreCase(Utf8.lenient(head, 0, 4))
                && head[4] > 0
                && (head[5] == '\n' || head[5] == '\r');
        return line ? (char) head[4] : null;
    }

    /** The cells of the first row, after a separator line if there is one. */
    static List<String> firstRow(CsvParser parser, boolean separatorLine) throws IOException {
        if ((separatorLine && !parser.next()) || !parser.next()) {
            throw new InvalidDataException("has no header and no rows, only blank lines");
        }
        return DelimiterDetector.fields(parser);
    }

    private ColumnBinding bind(List<String> header, char delimiter, HeadStream text) throws IOException {
        try {
            return options.hasHeader() ? ColumnBinding.of(header, columns) : ColumnBinding.ofNumbers(header, columns);
        } catch (InvalidDataException e) {
            char better = DelimiterDetector.detect(text.head(), text.headLength(), columns, options.hasHeader());
            if (options.delimiter().isEmpty() || better == delimiter) {
                throw e;
            }
            throw new InvalidDataException(
                    e.getMessage() + " (with the delimiter " + named(delimiter)
                            + ", which was stated; the file looks as" + " if its delimiter were " + named(better) + ")",
                    e);
        }
    }

    private static String named(char delimiter) {
        return delimiter == '\t' ? "tab" : "'" + delimiter + "'";
    }

    private long sample(
            CsvParser parser,
            int fields,
            ColumnBinding binding,
            DateDetector dates,
            DecimalDetector decimals,
            boolean everyRow)
            throws IOException {
        boolean wantDates = options.values().dateFormat().isEmpty();
        boolean wantDecimals = options.values().decimal().isEmpty();
        long rows = 0;
        if (!options.hasHeader()) {
            rows++;
            observe(parser, binding, dates, decimals);
        }
        while (rows < SAMPLE
                || (wantDates && (dates.values() == 0 || dates.open()))
                || (wantDecimals && (decimals.open() || everyRow))) {
            if (!parser.next()) {
                return rows;
            }
            rows++;
            if (parser.fields() == fields && parser.flaw() == null && !repeatsHeader(parser, binding)) {
                observe(parser, binding, dates, decimals);
            }
        }
        return rows;
    }

    private boolean repeatsHeader(CsvParser parser, ColumnBinding binding) {
        int date = binding.place(ColumnRole.DATE);
        return options.hasHeader() && parser.text(date).strip().equals(binding.name(ColumnRole.DATE));
    }

    private static void observe(CsvParser parser, ColumnBinding binding, DateDetector dates, DecimalDetector decimals) {
        byte[] b = parser.buffer();
        int date = binding.place(ColumnRole.DATE);
        int from = Utf8.trimStart(b, parser.start(date), parser.end(date));
        int to = Utf8.trimEnd(b, from, parser.end(date));
        if (!Blanks.isBlank(b, from, to)) {
            dates.observe(b, from, to, parser.line());
        }
        for (ColumnRole role : NUMBERS) {
            int place = binding.place(role);
            if (place != ColumnBinding.ABSENT) {
                decimals.observe(parser.text(place), parser.line(), binding.name(role));
            }
        }
    }

    private char decimal(DecimalDetector decimals) {
        if (options.values().decimal().isPresent()) {
            return options.values().decimal().get();
        }
        String question = decimals.question();
        if (question != null) {
            throw new InvalidDataException(question);
        }
        return decimals.decimal();
    }

    private DateParser dateParser(DateDetector dates, ColumnBinding binding) {
        DateParser stated = options.values().statedDates();
        DateParser parser = stated == null ? dates.parser() : stated;
        if (parser != null) {
            return parser;
        }
        if (dates.values() > 0) {
            throw new InvalidDataException(dates.question(binding.name(ColumnRole.DATE)));
        }
        return new CalendarParser(DateForm.ISO, DateForm.ISO.pattern());
    }
}

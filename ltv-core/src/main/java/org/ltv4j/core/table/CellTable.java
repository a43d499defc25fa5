package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.clean.CleaningReport;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * The used columns of a source whose cells have types. Once all cells are in, {@link #ingest} settles how texts are
 * written, from the whole column, and makes the log. Any source that is not streamed text can be read this way.
 */
final class CellTable {
    private final String source;
    private final ColumnBinding binding;
    private final ReadOptions options;
    private final Map<ColumnRole, CellColumn> columns = new EnumMap<>(ColumnRole.class);
    private final CellRows where = new CellRows();
    private final List<String> notes = new ArrayList<>();

    CellTable(String source, ColumnBinding binding, ReadOptions options) {
        this.source = source;
        this.binding = binding;
        this.options = options;
        for (ColumnRole role : binding.names().keySet()) {
            CellColumn column = new CellColumn();
            columns.put(role, column);
            if (role == ColumnRole.CUSTOMER) {
                column.watchWays();
            }
        }
    }

    ColumnBinding binding() {
        return binding;
    }

    ReadOptions options() {
        return options;
    }

    /** The column of a role, or null if the source has none. */
    @Nullable
    CellColumn column(ColumnRole role) {
        return columns.get(role);
    }

    /** What stands in the cell of a used column, as text; empty for none and for places that are not used. */
    String shown(int place, int row) {
        for (Map.Entry<ColumnRole, CellColumn> used : columns.entrySet()) {
            if (binding.place(used.getKey()) == place) {
                return used.getValue().shown(row);
            }
        }
        return "";
    }

    /** What is known of the rows as a whole. */
    CellRows where() {
        return where;
    }

    /** The log of so many rows. */
    Ingest ingest(int rows) {
        if (rows == 0) {
            throw new InvalidDataException("has no rows");
        }
        notes.addAll(binding.notes());
        char decimal = decimal(rows);
        DateParser parser = dateParser(rows);
        NumberParser numbers = new NumberParser(decimal);
        CellReader reader = new CellReader(this, numbers, parser);
        reader.readAll(rows);
        List<CleaningStep> steps = new ArrayList<>(where.steps());
        steps.addAll(reader.steps());
        notes.addAll(reader.notes());
        notes.addAll(numbers.notes(binding.place(ColumnRole.CURRENCY) != ColumnBinding.ABSENT));
        TransactionLog log = reader.log();
        options.requireOneCentury(log, parser.form(), binding.name(ColumnRole.DATE));
        notes.addAll(CareNotes.of(log, binding.name(ColumnRole.CUSTOMER)));
        noteIdsWrittenInTwoWays();
        notes.replaceAll(where::said);
        return new Ingest(
                log,
                new CleaningReport(rows, steps),
                new DetectedFormat(
                        source,
                        where.charset(),
                        where.gzip(),
                        "",
                        "",
                        String.valueOf(decimal),
                        parser.form(),
                        binding.names(),
                        notes));
    }

    private void noteIdsWrittenInTwoWays() {
        CellColumn customers = columns.get(ColumnRole.CUSTOMER);
        int ids = customers == null ? 0 : customers.writtenInTwoWays();
        if (ids > 0) {
            notes.add((ids == 1 ? "1 value" : ids + " values") + " of column " + binding.name(ColumnRole.CUSTOMER)
                    + (ids == 1 ? " stands" : " stand")
                    + " there in two ways, as number and text (17850, \"17850\") or with and without a fraction"
                    + " (17850, 17850.0): each was taken as one customer");
        }
    }

    private char decimal(int rows) {
        if (options.decimal().isPresent()) {
            return options.decimal().get();
        }
        DecimalDetector detector = new DecimalDetector();
        List<TextVotes.Numbers> written = new ArrayList<>();
        for (ColumnRole role : CsvFormatDetector.NUMBERS) {
            CellColumn column = columns.get(role);
            if (column != null && column.hasTexts()) {
                written.add(TextVotes.Numbers.of(binding.name(role), column));
            }
        }
        TextVotes.decimals(detector, written, written.isEmpty() ? 0 : rows, CsvFormatDetector.SAMPLE, where::place);
        String question = detector.question();
        if (question != null) {
            throw new InvalidDataException(where.said(question));
        }
        return detector.decimal() == NumberParser.UNDECIDED ? '.' : detector.decimal();
    }

    private DateParser dateParser(int rows) {
        CellColumn column = columns.get(ColumnRole.DATE);
        DateParser stated = options.statedDates();
        if (stated != null) {
            notes.addAll(options.dateNotes(binding.name(ColumnRole.DATE)));
            return stated;
        }
        if (column == null || !column.hasTexts()) {
            return new CalendarParser(DateForm.ISO, DateForm.ISO.pattern());
        }
        DateDetector detector = new DateDetector(options.twoDigitYearsFrom());
        String name = binding.name(ColumnRole.DATE);
        TextVotes.dates(detector, column, rows, CsvFormatDetector.SAMPLE, where::place, name);
        DateParser parser = detector.parser();
        if (parser == null) {
            if (detector.knowsNoForm() && mostlyTyped(column, rows)) {
                return new CalendarParser(DateForm.ISO, DateForm.ISO.pattern()); // the texts are reported row by row
            }
            throw new InvalidDataException(where.said(detector.question(name)));
        }
        notes.addAll(detector.notes(name));
        return parser instanceof ExcelDayParser && where.daysFrom1904() ? new ExcelDayParser(true) : parser;
    }

    /** True when more cells of a column of dates are dates than texts. */
    private static boolean mostlyTyped(CellColumn column, int rows) {
        int typed = 0;
        int texts = 0;
        for (int row = 0; row < rows; row++) {
            typed += column.second(row) == DateParser.FAILED ? 0 : 1;
            texts += column.code(row) >= 0 ? 1 : 0;
        }
        return typed > texts;
    }
}

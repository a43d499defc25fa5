package org.ltv4j.core.table;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * How any sales file is read: what {@link CsvOptions} says of text and values, and which sheet, table or query is meant in
 * a file that holds several. Everything is optional; what a kind of file does not have is ignored. Immutable.
 *
 * <pre>{@code
 * SourceOptions.defaults().withSheet("Year 2010-2011").withRowPolicy(RowPolicy.SKIP);
 * SourceOptions.of(csvOptions).withTable("receipts");
 * }</pre>
 */
public final class SourceOptions {
    private static final SourceOptions DEFAULTS =
            new SourceOptions(CsvOptions.defaults(), List.of(), false, null, null);

    private final CsvOptions text;
    private final List<String> sheets;
    private final boolean allSheets;
    private final @Nullable String table;
    private final @Nullable String query;

    private SourceOptions(
            CsvOptions text, List<String> sheets, boolean allSheets, @Nullable String table, @Nullable String query) {
        this.text = text;
        this.sheets = sheets;
        this.allSheets = allSheets;
        this.table = table;
        this.query = query;
    }

    /**
     * Everything detected, strict.
     *
     * @return options with nothing stated and {@link RowPolicy#FAIL} for every reason
     */
    public static SourceOptions defaults() {
        return DEFAULTS;
    }

    /**
     * What is stated about text files and values, for a file of any kind.
     *
     * @param text delimiter, charset, date format, decimal mark, zone and row policies
     * @return options with these
     */
    public static SourceOptions of(CsvOptions text) {
        return DEFAULTS.withText(text);
    }

    /**
     * States how text and values are read.
     *
     * @param options delimiter, charset, date format, decimal mark, zone and row policies
     * @return the options
     */
    public SourceOptions withText(CsvOptions options) {
        return new SourceOptions(options, sheets, allSheets, table, query);
    }

    /**
     * States how values are read.
     *
     * @param options date format, decimal mark, zone and row policies
     * @return the options
     */
    public SourceOptions withValues(ReadOptions options) {
        return withText(text.withValues(options));
    }

    /**
     * States the date format, see {@link ReadOptions#withDateFormat}.
     *
     * @param format for example {@code dd/MM/yyyy HH:mm}
     * @return the options
     * @throws InvalidDataException if it is no such pattern or gives no full date
     */
    public SourceOptions withDateFormat(String format) {
        return withText(text.withDateFormat(format));
    }

    /**
     * States the decimal mark of numbers written as text, see {@link ReadOptions#withDecimal}.
     *
     * @param mark {@code '.'} or {@code ','}
     * @return the options
     * @throws InvalidDataException if it is another character
     */
    public SourceOptions withDecimal(char mark) {
        return withText(text.withDecimal(mark));
    }

    /**
     * States the zone whose calendar days count, see {@link ReadOptions#withZone}.
     *
     * @param zone for example {@code Europe/Paris}
     * @return the options
     */
    public SourceOptions withZone(ZoneId zone) {
        return withText(text.withZone(zone));
    }

    /**
     * States the charset of a text or JSON file.
     *
     * @param name for example {@code windows-1252} or {@code GB18030}
     * @return the options
     */
    public SourceOptions withCharset(Charset name) {
        return withText(text.withCharset(name));
    }

    /**
     * States what to do with every row that cannot be used.
     *
     * @param policy fail or skip
     * @return the options
     */
    public SourceOptions withRowPolicy(RowPolicy policy) {
        return withText(text.withRowPolicy(policy));
    }

    /**
     * States what to do with rows that cannot be used for one reason.
     *
     * @param reason why a row cannot be used
     * @param policy fail or skip
     * @return the options
     */
    public SourceOptions withRowPolicy(Reason reason, RowPolicy policy) {
        return withText(text.withRowPolicy(reason, policy));
    }

    /**
     * Names the sheet of a workbook. Needed where more than one visible sheet has the columns asked for.
     *
     * @param name of the sheet, in any case
     * @return the options
     */
    public SourceOptions withSheet(String name) {
        return withSheets(List.of(name));
    }

    /**
     * Names sheets of one layout that are joined, one after the other. Rows that stand on more than one of them are kept,
     * counted and reported.
     *
     * @param names of the sheets, in any case
     * @return the options
     */
    public SourceOptions withSheets(List<String> names) {
        return new SourceOptions(text, List.copyOf(names), false, table, query);
    }

    /**
     * Joins all visible sheets that have the columns asked for, in the order of the workbook.
     *
     * @return the options
     */
    public SourceOptions withAllSheets() {
        return new SourceOptions(text, List.of(), true, table, query);
    }

    /**
     * Names the table or view of a database file. Needed where more than one has the columns asked for.
     *
     * @param name of the table
     * @return the options
     */
    public SourceOptions withTable(String name) {
        return new SourceOptions(text, sheets, allSheets, name, null);
    }

    /**
     * States the query of a database file, which gives a row per sale.
     *
     * @param sql one select statement
     * @return the options
     */
    public SourceOptions withQuery(String sql) {
        return new SourceOptions(text, sheets, allSheets, null, sql);
    }

    /**
     * States how much a file may ask for.
     *
     * @param bounds of unpacked size, lengths and depth
     * @return the options
     */
    public SourceOptions withLimits(SourceLimits bounds) {
        return withText(text.withLimits(bounds));
    }

    /**
     * How text and values are read.
     *
     * @return delimiter, charset, date format, decimal mark, zone and row policies
     */
    public CsvOptions text() {
        return text;
    }

    /**
     * How values are read.
     *
     * @return date format, decimal mark, zone and row policies
     */
    public ReadOptions values() {
        return text.values();
    }

    /**
     * The sheets named.
     *
     * @return names, or empty where the sheet is found by its columns
     */
    public List<String> sheets() {
        return sheets;
    }

    /**
     * Whether all sheets of the layout are joined.
     *
     * @return true when none is named and all that fit are read
     */
    public boolean allSheets() {
        return allSheets;
    }

    /**
     * The table named.
     *
     * @return a name, or empty where the table is found by its columns
     */
    public Optional<String> table() {
        return Optional.ofNullable(table);
    }

    /**
     * The query stated.
     *
     * @return a select statement, or empty where a table is read
     */
    public Optional<String> query() {
        return Optional.ofNullable(query);
    }

    /**
     * How much a file may ask for.
     *
     * @return limits of unpacked size, lengths and depth
     */
    public SourceLimits limits() {
        return text.limits();
    }
}

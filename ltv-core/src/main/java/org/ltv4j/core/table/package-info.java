/**
 * The border: sales from files of any usual kind, databases, Tablesaw tables and records of a program in, results out again.
 *
 * <p>Everything is read once into a {@link org.ltv4j.core.data.TransactionLog}. A value is read exactly as it is written or
 * reported with its line and column; none is guessed, and no message names a customer.
 *
 * <pre>{@code
 * Columns columns = Columns.of("customer_id", "date", "amount").withOrder("invoice");
 * Ingest read = SalesFile.read(Path.of("sales.csv.gz"), columns,
 *     SourceOptions.defaults().withRowPolicy(Reason.MISSING_CUSTOMER, RowPolicy.SKIP));
 * read.log();        // the usable rows
 * read.report();     // rows read, and rows left out by reason, with examples
 * read.format();     // charset, delimiter, decimal mark, date format: stated or detected
 * }</pre>
 *
 * <table>
 *   <caption>Ways in</caption>
 *   <tr><th>class</th><th>reads</th></tr>
 *   <tr><td>{@link org.ltv4j.core.table.SalesFile}</td><td>a file: CSV, Excel, JSON, Parquet, SQLite, DuckDB, told by its bytes</td></tr>
 *   <tr><td>{@link org.ltv4j.core.table.Csv}</td><td>text alone</td></tr>
 *   <tr><td>{@link org.ltv4j.core.table.Jdbc}</td><td>a query of any database</td></tr>
 *   <tr><td>{@link org.ltv4j.core.table.Rows}</td><td>a stream or iterator of records</td></tr>
 *   <tr><td>{@link org.ltv4j.core.table.Tables}</td><td>a Tablesaw table</td></tr>
 * </table>
 *
 * <h2>What is detected, once, before the first row is read</h2>
 *
 * <table>
 *   <caption>How each part of a format is settled where it is not stated</caption>
 *   <tr><th>part</th><th>rule</th></tr>
 *   <tr><td>gzip</td><td>by the first bytes of the file, not by its name. All parts of files put together are read; one that is cut off
 *       or damaged, or anything else behind a part, is an error</td></tr>
 *   <tr><td>charset</td><td>the byte order mark of UTF-8, UTF-16 or UTF-32, else UTF-8. Bytes that do not fit matter only in columns
 *       that are used, and are never replaced</td></tr>
 *   <tr><td>delimiter</td><td>comma, semicolon, tab or pipe: the one under which the header has the columns asked for</td></tr>
 *   <tr><td>decimal mark</td><td>by numbers that can be read in one way only, such as 12.50; 1,234 alone is asked for. Groups are of three digits, or as in
 *       1,23,456</td></tr>
 *   <tr><td>date format</td><td>ISO, year first, day first, month first, English month names, Chinese signs, with or without marks
 *       and time. The order of day, month and a year of two digits by the whole column; asked for where no row tells or rows
 *       contradict each other, and said in a note where it was decided. Years of two digits are 1970 to 2069; where sales would
 *       then span more than 60 years, the hundred years are asked for</td></tr>
 *   <tr><td>dates as numbers</td><td>day numbers of Excel, seconds and milliseconds since 1970 (these need a zone) where all values
 *       leave no other reading; any other number is asked for</td></tr>
 *   <tr><td>signs of a currency</td><td>read before or behind an amount; two of them without a currency column are an error</td></tr>
 * </table>
 *
 * <p>Blank rows, the header again and totals are left out under reasons of their own ({@link
 * org.ltv4j.core.table.Reason#isFurniture()}). What a careful person would notice stands in {@link
 * org.ltv4j.core.table.DetectedFormat#notes()}, without any id. How much a file may ask for is limited by {@link
 * org.ltv4j.core.table.SourceLimits}.
 *
 * <p>Tables beside the sales (products, attributes of customers, events) are read by {@link
 * org.ltv4j.core.table.TableSource} in the same way.
 *
 * <h2>Inside</h2>
 *
 * CSV is read from bytes: {@code CsvParser} splits, {@code DateReader} and {@code NumberParser} read values,
 * {@code CsvReader} makes the log. Sources whose cells have types (sheets, JSON, tables, queries) fill a {@code CellTable}, which
 * settles how their texts are written and makes the log; further sources can do the same. Both share the binding of columns
 * ({@code ColumnBinding}), the readers of values and the count of bad rows ({@code Rejects}). Only {@code Tables} needs
 * Tablesaw on the class path, only {@code XlsWorkbook} needs Apache POI.
 */
@NullMarked
package org.ltv4j.core.table;

import org.jspecify.annotations.NullMarked;

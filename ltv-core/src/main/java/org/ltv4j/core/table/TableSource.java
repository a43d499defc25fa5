package org.ltv4j.core.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ltv4j.core.data.BadValue;
import org.ltv4j.core.data.CustomerAttributes;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.core.model.ProgressListener;

/**
 * A table beside the sales: products, attributes of customers, or events. It is a CSV file, a query, or a Tablesaw table ({@link
 * Tables#source}), and is read when it is asked for what it holds, by the same rules as sales.
 *
 * <pre>{@code
 * ProductCatalog catalog = TableSource.csv(Path.of("products.csv"))
 *     .catalog(CatalogColumns.of("sku").withCategories("department", "group").withAttribute("brand")).data();
 * CustomerEvents events = TableSource.query(connection, "select customer, at, type, score, comment from events")
 *     .events(EventColumns.of("customer", "at").withKind("type").withValue("score").withText("comment")).data();
 * }</pre>
 */
public final class TableSource {
    private static final int HEAD = 1 << 16;
    private static final int FETCH_SIZE = 10_000;

    private final ReadOptions options;
    private final Filler filler;
    private final UnaryOperator<InvalidDataException> naming;

    /** Fills the cells from the source. */
    interface Filler {
        void fill(TableCells cells);
    }

    private TableSource(ReadOptions options, Filler filler, UnaryOperator<InvalidDataException> naming) {
        this.options = options;
        this.filler = filler;
        this.naming = naming;
    }

    /** A source without a name of its own. */
    static TableSource of(ReadOptions options, Filler filler) {
        return new TableSource(options, filler, UnaryOperator.identity());
    }

    /**
     * A CSV file, with everything detected, strict.
     *
     * @param file a CSV file, gzip or not
     * @return the source
     */
    public static TableSource csv(Path file) {
        return csv(file, CsvOptions.defaults());
    }

    /**
     * A CSV file.
     *
     * @param file a CSV file, gzip or not
     * @param options what is stated about the file, and what to do with bad rows
     * @return the source
     */
    public static TableSource csv(Path file, CsvOptions options) {
        if (Files.isDirectory(file)) {
            throw new InvalidDataException(file + " is a folder: name one file in it");
        }
        return csv(ByteSource.of(file), options);
    }

    /**
     * Bytes of a CSV file.
     *
     * @param source bytes of a CSV file, gzip or not
     * @param options what is stated about the file, and what to do with bad rows
     * @return the source
     */
    public static TableSource csv(ByteSource source, CsvOptions options) {
        Filler filler = cells -> {
            try {
                csv(source, options, cells);
            } catch (CsvFault fault) {
                BadValue bad = new BadValue(fault.line(), "", "", String.valueOf(fault.getMessage()));
                throw new InvalidDataException(bad.toString(), List.of(bad));
            } catch (IOException e) {
                throw new InvalidDataException(Csv.explained(e), e);
            }
        };
        return new TableSource(options.values(), filler, e -> Csv.named(source, e));
    }

    /**
     * A query, strict.
     *
     * @param connection to the database; stays open
     * @param sql one select statement
     * @return the source
     */
    public static TableSource query(Connection connection, String sql) {
        return query(connection, sql, ReadOptions.defaults());
    }

    /**
     * A query.
     *
     * @param connection to the database; stays open and is left as it was
     * @param sql one select statement
     * @param options how texts in it are written, the zone of instants, what to do with bad rows
     * @return the source
     */
    public static TableSource query(Connection connection, String sql, ReadOptions options) {
        return of(options, cells -> {
            try {
                query(connection, sql, cells);
            } catch (SQLException e) {
                throw JdbcDrivers.error("the query cannot be read", e);
            }
        });
    }

    /**
     * Reads products.
     *
     * @param columns which column means what
     * @return the catalog and the report
     * @throws InvalidDataException if the source or a row of it cannot be used that must not be skipped
     */
    public TableIngest<ProductCatalog> catalog(CatalogColumns columns) {
        return read(columns.columns(), columns::read);
    }

    /**
     * Reads attributes of customers, a row per customer, or per customer and day since which it is known.
     *
     * @param columns which column means what
     * @return the attributes and the report
     * @throws InvalidDataException if the source or a row of it cannot be used that must not be skipped
     */
    public TableIngest<CustomerAttributes> attributes(AttributeColumns columns) {
        return read(columns.columns(), columns::read);
    }

    /**
     * Reads events, a row each.
     *
     * @param columns which column means what
     * @return the events and the report
     * @throws InvalidDataException if the source or a row of it cannot be used that must not be skipped
     */
    public TableIngest<CustomerEvents> events(EventColumns columns) {
        return read(columns.columns(), columns::read);
    }

    private <T> TableIngest<T> read(List<TableColumn> columns, Function<TableCells, T> reader) {
        try {
            TableCells cells = new TableCells(columns, options);
            filler.fill(cells);
            cells.settle();
            T data = reader.apply(cells);
            return new TableIngest<>(data, cells.report());
        } catch (InvalidDataException e) {
            throw naming.apply(e);
        }
    }

    private static void csv(ByteSource source, CsvOptions options, TableCells cells) throws IOException {
        try (TextInput input = TextInput.open(source, options.charset(), ProgressListener.NONE)) {
            HeadStream text = new HeadStream(input.stream(), HEAD);
            Character stated = CsvFormatDetector.separator(text);
            char delimiter =
                    options.delimiter().or(() -> Optional.ofNullable(stated)).orElse(DelimiterDetector.CANDIDATES[0]);
            if (options.delimiter().isEmpty() && stated == null) {
                delimiter = DelimiterDetector.detect(
                        text.head(), text.headLength(), asSales(cells.columns()), options.hasHeader());
            }
            CsvParser parser = new CsvParser(text, delimiter, '"');
            List<String> first = CsvFormatDetector.firstRow(parser, stated != null);
            List<String> header = options.hasHeader() ? first : ColumnBinding.numbered(first.size());
            int[] places = TableColumn.places(cells.columns(), header);
            if (!options.hasHeader()) {
                csvRow(parser, places, header.size(), cells);
            }
            while (parser.next()) {
                csvRow(parser, places, header.size(), cells);
            }
        }
    }

    private static void csvRow(CsvParser parser, int[] places, int fields, TableCells cells) {
        if (parser.flaw() != null) {
            cells.leaveOut(Reason.BROKEN_QUOTES, parser.line(), String.valueOf(parser.flaw()));
            return;
        }
        if (parser.fields() != fields) {
            String problem = "has " + parser.fields() + " fields, the header has " + fields;
            cells.leaveOut(Reason.RAGGED_ROW, parser.line(), problem);
            return;
        }
        int row = cells.addRow(parser.line());
        for (int i = 0; i < places.length; i++) {
            int from = parser.start(places[i]);
            int to = parser.end(places[i]);
            if (Utf8.valid(parser.buffer(), from, to)) {
                cells.cell(i).text(row, parser.text(places[i]));
            } else {
                cells.cell(i).code(row, CellColumn.BAD_TEXT);
            }
        }
    }

    /** The names asked for in the shape that the search for a delimiter takes. */
    private static Columns asSales(List<TableColumn> columns) {
        Columns names = Columns.ofTransactions(
                columns.get(0).name(), columns.get(columns.size() - 1).name());
        ColumnRole[] roles = ColumnRole.values();
        for (int i = 0; i < Math.min(columns.size(), roles.length); i++) {
            names = names.with(roles[i], columns.get(i).name());
        }
        return names;
    }

    private static void query(Connection connection, String sql, TableCells cells) throws SQLException {
        JdbcSession session = JdbcSession.begin(connection);
        try (session;
                PreparedStatement statement =
                        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                query(rows, cells);
            }
        }
    }

    private static void query(ResultSet rows, TableCells cells) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<String> header = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            header.add(meta.getColumnLabel(i));
        }
        int[] places = TableColumn.places(cells.columns(), header);
        List<JdbcColumn> readers = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            readers.add(
                    JdbcColumn.of(meta, places[i] + 1, cells.columns().get(i).role(), cells.cell(i), cells.options()));
        }
        while (rows.next()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("reading was interrupted");
            }
            int row = cells.addRow(cells.rows() + 1L);
            for (JdbcColumn reader : readers) {
                reader.read(rows, row);
            }
        }
    }
}

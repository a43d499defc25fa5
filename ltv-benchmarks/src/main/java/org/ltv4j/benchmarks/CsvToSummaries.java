package org.ltv4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.Csv;
import org.ltv4j.core.table.CsvOptions;
import org.ltv4j.core.table.Reason;
import org.ltv4j.core.table.RowPolicy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From a CSV file of {@link SalesFile#ROWS} rows to x, t_x, T and m of each customer, the reading included. */
@State(Scope.Benchmark)
public class CsvToSummaries extends Bulk {
    private static final String SQL = """
        WITH days AS (
            SELECT customer_id, CAST(invoice_date AS DATE) AS day, sum(quantity * unit_price) AS amount
            FROM read_csv('%s', header = true, columns = {'invoice': 'VARCHAR', 'stock_code': 'VARCHAR',
                'description': 'VARCHAR', 'quantity': 'DOUBLE', 'invoice_date': 'TIMESTAMP', 'unit_price': 'DOUBLE',
                'customer_id': 'VARCHAR', 'country': 'VARCHAR'})
            WHERE customer_id IS NOT NULL
            GROUP BY ALL),
        firsts AS (SELECT customer_id, min(day) AS first FROM days GROUP BY customer_id)
        SELECT customer_id, count(*) - 1 AS x, max(day) - min(day) AS tx, DATE '%s' - min(day) AS age,
               coalesce(avg(amount) FILTER (WHERE day > first), 0) AS m
        FROM days JOIN firsts USING (customer_id)
        GROUP BY customer_id
        """;

    private Path file = Path.of("");
    private Connection duckdb;

    /** JMH makes it. */
    @SuppressWarnings("NullAway.Init") // set up by JMH
    public CsvToSummaries() {}

    /**
     * Writes the file and opens the rival.
     *
     * @throws IOException if the file cannot be written
     * @throws SQLException if DuckDB does not start
     */
    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        open(SalesFile.ROWS);
    }

    void open(int rows) throws IOException, SQLException {
        file = Files.createTempFile("ltv4j-sales", ".csv");
        SalesFile.write(file, rows);
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckdb.createStatement()) {
            statement.execute("SET threads = 1");
        }
    }

    /**
     * Removes the file and closes the rival.
     *
     * @throws IOException if the file cannot be removed
     * @throws SQLException if DuckDB does not close
     */
    @TearDown(Level.Trial)
    public void close() throws IOException, SQLException {
        duckdb.close();
        Files.delete(file);
    }

    /**
     * Ours, with everything detected, one thread.
     *
     * @return the summaries, in days
     */
    @Benchmark
    public CustomerSummaries ltv4j() {
        CsvOptions options = CsvOptions.defaults().withRowPolicy(Reason.MISSING_CUSTOMER, RowPolicy.SKIP);
        Columns columns = Columns.ofQuantityAndPrice("customer_id", "invoice_date", "quantity", "unit_price");
        return Csv.read(file, columns, options).log().summaries(SalesFile.END, TimeScale.DAY);
    }

    /**
     * DuckDB over JDBC on one thread, with all types stated.
     *
     * @return the summaries, in days
     * @throws SQLException if the query fails
     */
    @Benchmark
    public CustomerSummaries duckdb() throws SQLException {
        List<String> ids = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        try (Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(SQL.formatted(file, SalesFile.END))) {
            while (result.next()) {
                ids.add(result.getString(1));
                rows.add(
                        new double[] {result.getInt(2), result.getDouble(3), result.getDouble(4), result.getDouble(5)});
            }
        }
        int[] x = rows.stream().mapToInt(row -> (int) row[0]).toArray();
        double[][] columns = new double[3][];
        for (int c = 0; c < 3; c++) {
            int column = c + 1;
            columns[c] = rows.stream().mapToDouble(row -> row[column]).toArray();
        }
        return CustomerSummaries.of(TimeScale.DAY, x, columns[0], columns[1], columns[2]);
    }
}

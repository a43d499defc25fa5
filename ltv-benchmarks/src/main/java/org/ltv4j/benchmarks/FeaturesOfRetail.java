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
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.feature.FeatureMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Forty features of each customer of {@link SalesFile#ROWS} rows that are in memory: in our log, which reading has grouped by
 * customer, and in a table of DuckDB.
 */
@State(Scope.Benchmark)
public class FeaturesOfRetail extends Bulk {
    private TransactionLog log = TransactionLog.builder("").build();
    private Connection duckdb;

    /** JMH makes it. */
    @SuppressWarnings("NullAway.Init") // set up by JMH
    public FeaturesOfRetail() {}

    /** A result of SQL: customers, the text column, and the number columns in order, NaN for NULL. */
    record Result(List<String> customers, List<String> favourites, List<double[]> rows) {}

    /**
     * Reads the file into both.
     *
     * @throws IOException if the file cannot be written
     * @throws SQLException if DuckDB does not start
     */
    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        open(SalesFile.ROWS);
    }

    void open(int rows) throws IOException, SQLException {
        Path file = Files.createTempFile("ltv4j-sales", ".csv");
        SalesFile.write(file, rows);
        try {
            open(file);
        } finally {
            Files.delete(file);
        }
    }

    void open(Path file) throws SQLException {
        log = RetailFeatures.log(file);
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckdb.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute(RetailFeatures.load(file));
        }
    }

    /**
     * Closes the rival.
     *
     * @throws SQLException if DuckDB does not close
     */
    @TearDown(Level.Trial)
    public void close() throws SQLException {
        duckdb.close();
    }

    /**
     * Ours, one thread.
     *
     * @return the matrix
     */
    @Benchmark
    public FeatureMatrix ltv4j() {
        return RetailFeatures.plan().from(log);
    }

    /**
     * DuckDB over JDBC, one thread.
     *
     * @return the same
     * @throws SQLException if the query fails
     */
    @Benchmark
    public Object duckdb() throws SQLException {
        return query();
    }

    Result query() throws SQLException {
        Result all = new Result(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(RetailFeatures.sql())) {
            int columns = result.getMetaData().getColumnCount();
            int text = result.findColumn("favourite_product");
            while (result.next()) {
                double[] row = new double[columns - 1];
                for (int column = 2; column <= columns; column++) {
                    if (column != text) {
                        double value = result.getDouble(column);
                        row[column - 2] = result.wasNull() ? Double.NaN : value;
                    }
                }
                all.customers().add(result.getString(1));
                all.favourites().add(result.getString(text));
                all.rows().add(row);
            }
        }
        return all;
    }
}

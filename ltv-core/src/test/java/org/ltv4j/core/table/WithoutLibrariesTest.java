package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.InvalidDataException;

/** Files whose reader is not on the class path are refused with what to add; all others are read without it. */
class WithoutLibrariesTest {
    @TempDir
    private Path folder;

    @Test
    void textJsonAndNewWorkbooksNeedNoLibrary() throws Throwable {
        try (URLClassLoader bare = without("poi", "sqlite", "duckdb", "tablesaw", "postgresql")) {
            Path csv = Files.writeString(folder.resolve("a.csv"), "customer,date,amount\nann,2025-03-01,1\n");
            Path json = Files.writeString(
                    folder.resolve("a.json"), "[{\"customer\": \"ann\", \"date\": \"2025-03-01\", \"amount\": 1}]");
            Path xlsx = TinyXlsx.of(TinyXlsx.sale(2, "ann", 45717, 1)).write(folder);
            for (Path file : List.of(csv, json, xlsx)) {
                assertThat(read(bare, file).toString()).contains("TransactionLog[1 rows, 1 customers");
            }
        }
    }

    @Test
    void anOldWorkbookWithoutPoiNamesTheArtifact() throws Exception {
        Path xls = folder.resolve("a.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(xls)) {
            workbook.createSheet("x");
            workbook.write(out);
        }
        try (URLClassLoader bare = without("poi")) {
            assertThatThrownBy(() -> read(bare, xls))
                    .hasMessageContaining("a.xls is an old Excel workbook (.xls), which is read by Apache POI: add"
                            + " org.apache.poi:poi to the class path");
        }
    }

    @Test
    void databasesWithoutTheirDriverNameTheArtifact() throws Exception {
        Path till = folder.resolve("till.db");
        Path parquet = folder.resolve("a.parquet");
        database("jdbc:sqlite:" + till, "create table t (a)");
        database("jdbc:duckdb:", "copy (select 1 as a) to '" + parquet + "' (format parquet)");
        try (URLClassLoader bare = without("sqlite", "duckdb")) {
            assertThatThrownBy(() -> read(bare, till))
                    .hasMessageContaining(
                            "is an SQLite database, which is read by its driver: add org.xerial:sqlite-jdbc");
            assertThatThrownBy(() -> read(bare, parquet))
                    .hasMessageContaining("is a Parquet file, which is read by its driver: add org.duckdb:duckdb_jdbc");
        }
    }

    @Test
    void urlsWithoutADriverNameTheArtifact() {
        assertThatThrownBy(() -> connect("jdbc:mysql://till/sales"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("there is no driver for jdbc:mysql on the class path: add com.mysql:mysql-connector-j");
        assertThatThrownBy(() -> connect("jdbc:nosuch:x")).hasMessageContaining("add the JDBC driver of the database");
        assertThatThrownBy(() -> connect("till.db")).hasMessageContaining("a database URL begins with jdbc:");
    }

    private static void connect(String url) {
        Jdbc.read(url, new Properties(), "select 1", Sales.COLUMNS, ReadOptions.defaults());
    }

    private static void database(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Object read(ClassLoader loader, Path file) throws Throwable {
        Class<?> columns = loader.loadClass("org.ltv4j.core.table.Columns");
        Object named = columns.getMethod("of", String.class, String.class, String.class)
                .invoke(null, "customer", "date", "amount");
        try {
            return loader.loadClass("org.ltv4j.core.table.SalesFile")
                    .getMethod("read", Path.class, columns)
                    .invoke(null, file, named);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static URLClassLoader without(String... libraries) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String name = Path.of(entry).getFileName().toString();
            if (List.of(libraries).stream().noneMatch(name::contains)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }
}

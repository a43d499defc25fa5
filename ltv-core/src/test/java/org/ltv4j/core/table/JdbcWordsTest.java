package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.InvalidDataException;

/** Errors of databases tell what is wrong and where, and quote neither the query nor a row, in no cause either. */
class JdbcWordsTest {
    private static final Columns COLUMNS = Columns.of("c", "d", "a");

    /** All that a log would show of the error of a query. */
    private static String printed(String url, String query) throws SQLException {
        try (Connection database = DriverManager.getConnection(url);
                Statement make = database.createStatement()) {
            make.execute("create table t (c varchar, d varchar, a varchar)");
            make.execute("insert into t values ('x', '2024-01-01', '1'), ('y', 'ann.planted@mail.example', '2')");
            Throwable thrown = catchThrowable(() -> Jdbc.read(database, query, COLUMNS, ReadOptions.defaults()));
            if (thrown == null) {
                return "";
            }
            assertThat(thrown).isInstanceOf(InvalidDataException.class);
            StringWriter out = new StringWriter();
            thrown.printStackTrace(new PrintWriter(out));
            return out.toString();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from nope where c = 'ann.planted'",
                "select * from nope where c in ('ann.planted', 'bob.planted')",
                "select * from t where cc = 'ann.planted'",
                "selec * from t where c = 'ann.planted'",
                "select * from t where c = 'ann.planted",
                "select * from t where c = \"ann.planted\" and nofield = 3",
                "select * from t where c = \"planted\"",
                "select * from t where c = planted",
                "select * from t where c = `planted`",
                "select * from t where c = [planted]",
                "select * from t where c like '%planted%' and nofunc(a)",
                "select * from t where c = $$ann.planted$$ and nope = 1",
                "select * from t where c = 13800138000planted",
                "select * from t where c = E'ann.planted' and nope = 1",
                "select * from t -- ann.planted\n where nope = 1",
                "select * from t /* ann.planted */ where nope = 1",
                "select * from t /* ann.planted",
                "select * from nope where c = 'it''s planted'",
                "select * from t where c = 'ann.planted' group by",
                "select date 'planted' d, c, a from t",
                "select c, d, cast('planted' as int) a from t where nope",
                "select c, strptime('planted', '%Y') d, a from t",
                "select c, strptime(d, '%Y-%m-%d') d, a from t",
                "select c, d::date d, a from t",
                "select c, d, error(d) a from t where c = 'y'",
                "select c, d, a from t where c = regexp_extract(d, '(ann.planted')",
                "select c, d, a, cast('{' || d as json) from t",
                "select c, d, d::decimal(4,2) a from t",
                "select c, d, ('\\x' || d)::blob a from t where c = 'y'"
            })
    void noErrorQuotesTheQueryOrARow(String query) throws SQLException {
        assertThat(printed("jdbc:duckdb:", query)).doesNotContain("planted").doesNotContain("13800138000");
        assertThat(printed("jdbc:sqlite::memory:", query))
                .doesNotContain("planted")
                .doesNotContain("13800138000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:duckdb:|select * from nope|table nope does not exist, in line 1 of the query (Catalog Error, SQL state none",
                "jdbc:duckdb:|select nope from t|a column of the query does not exist, in line 1 of the query (Binder Error",
                "jdbc:duckdb:|select nofunc(c) from t|function nofunc does not exist",
                "jdbc:duckdb:|selec c from t|syntax error in the query, in line 1 of the query (Parser Error",
                "jdbc:duckdb:|select c, d::date d, a from t|a value cannot be converted, in line 1 of the query (Conversion Error",
                "jdbc:sqlite::memory:|select * from nope|no such table: nope (SQLITE_ERROR, SQL state none, code 1)",
                "jdbc:sqlite::memory:|select nope from t|a column of the query does not exist (SQLITE_ERROR",
                "jdbc:sqlite::memory:|selec c from t|syntax error in the query (SQLITE_ERROR",
                "jdbc:sqlite::memory:|select * from t where c = 'x|is a quote or a comment not closed? (SQLITE_ERROR"
            })
    void theKindOfErrorItsPlaceAndItsCodesAreTold(String url, String query, String told) throws SQLException {
        assertThat(printed(url, query))
                .contains("the query cannot be read: ")
                .contains(told)
                .contains("run the query in a tool");
    }

    @Test
    void theWordsOfAnUnknownDriverAreNotRepeated() {
        SQLException original = new SQLException("Duplicate entry ann.planted for key", "23000", 1062);
        original.setNextException(new SQLException("ann.planted"));
        InvalidDataException error = JdbcDrivers.error("the query cannot be read", original);
        assertThat(error)
                .hasMessageContaining("a value breaks a rule of the database (SQL state 23000, code 1062)")
                .hasMessageNotContaining("planted")
                .hasNoCause();
        InvalidDataException other = JdbcDrivers.error(
                "the query cannot be read",
                new SQLException(
                        "ORA-00904: \"ANN_PLANTED\": invalid identifier", "42000", 904, new Throwable("planted")));
        assertThat(other)
                .hasMessageContaining("the query is wrong (SQL state 42000, code 904)")
                .hasStackTraceContaining("SQL state 42000");
        StringWriter out = new StringWriter();
        other.printStackTrace(new PrintWriter(out));
        assertThat(out.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("ann_planted", "planted\"");
        assertThat(other.getCause()).isInstanceOf(SQLException.class).hasNoCause();
    }

    @Test
    void aNameThatLooksLikeAnIdIsNotShown() {
        assertThat(JdbcWords.of(new SQLException("ERROR: relation \"c13800138000\" does not exist", "42P01"))
                        .told())
                .startsWith("relation \"(looks like an id)\" does not exist (SQL state 42P01");
        assertThat(JdbcWords.of(new SQLException("ERROR: relation \"ann@mail\" does not exist", "42P01"))
                        .told())
                .startsWith("the query is wrong (SQL state 42P01");
        assertThat(JdbcWords.of(new SQLException("odd", "13800138000")).told()).contains("SQL state none");
    }
}

package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.InvalidDataException;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How dates are written is settled by rows, and alike for the same cells of any source. */
class DateVotesTest {
    private static final ReadOptions SKIP = ReadOptions.defaults().withRowPolicy(RowPolicy.SKIP);

    @TempDir
    Path folder;

    /** What comes of a column of dates in each source: the report, or the error without the words for lines. */
    private List<String> outcomes(List<String> dates, List<String> amounts, ReadOptions options)
            throws IOException, SQLException {
        List<String> all = new ArrayList<>();
        String csv = IntStream.range(0, dates.size())
                .mapToObj(i -> "x" + i + "," + dates.get(i) + ",\"" + amounts.get(i) + "\"\n")
                .collect(Collectors.joining());
        all.add(outcome(() -> Sales.read(
                "customer,date,amount\n" + csv,
                Sales.COLUMNS,
                CsvOptions.defaults().withValues(options))));
        Path json = folder.resolve("sales.json");
        Files.writeString(
                json,
                IntStream.range(0, dates.size())
                        .mapToObj(i -> "{\"customer\":\"x" + i + "\",\"date\":\"" + dates.get(i) + "\",\"amount\":\""
                                + amounts.get(i) + "\"}")
                        .collect(Collectors.joining(",", "[", "]")));
        all.add(outcome(() ->
                SalesFile.read(json, Sales.COLUMNS, SourceOptions.defaults().withValues(options))));
        all.add(outcome(() -> Rows.<Integer>of(i -> "x" + i, dates::get, amounts::get)
                .read(IntStream.range(0, dates.size()).boxed().toList().stream(), options)));
        List<String> customers =
                IntStream.range(0, dates.size()).mapToObj(i -> "x" + i).toList();
        Table table = Table.create(
                StringColumn.create("customer", customers),
                StringColumn.create("date", dates),
                StringColumn.create("amount", amounts));
        all.add(outcome(() -> Tables.read(table, Sales.COLUMNS, options)));
        try (Connection till = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement make = till.createStatement()) {
            make.execute("create table t(customer text, date text, amount text)");
            try (PreparedStatement add = till.prepareStatement("insert into t values(?, ?, ?)")) {
                for (int i = 0; i < dates.size(); i++) {
                    add.setString(1, "x" + i);
                    add.setString(2, dates.get(i));
                    add.setString(3, amounts.get(i));
                    add.addBatch();
                }
                till.setAutoCommit(false);
                add.executeBatch();
                till.commit();
                till.setAutoCommit(true);
            }
            all.add(outcome(() -> Jdbc.read(till, "select customer, date, amount from t", Sales.COLUMNS, options)));
        }
        return all;
    }

    private static String outcome(java.util.function.Supplier<Ingest> read) {
        try {
            Ingest in = read.get();
            return in.format().dateFormat() + " " + in.log().size() + " rows, first "
                    + in.log().firstDay() + ", " + in.report().droppedByStep()
                    + in.format().decimal();
        } catch (InvalidDataException e) {
            return e.getMessage()
                    .replaceAll("^(the input|.*\\.json): ", "")
                    .replaceAll("(line|row|record) [0-9]+", "line n");
        }
    }

    private static List<String> ones(int count) {
        return IntStream.range(0, count).mapToObj(i -> "1").toList();
    }

    @Test
    void theFormOfMostRowsIsTakenNotThatOfMostDifferentTexts() throws IOException, SQLException {
        List<String> dates = new ArrayList<>(List.of("20240109", "20240110"));
        IntStream.range(0, 50).forEach(i -> dates.add("2024-01-01"));
        List<String> all = outcomes(dates, ones(dates.size()), SKIP);
        assertThat(all).allMatch(all.get(0)::equals);
        assertThat(all.get(0)).startsWith("yyyy-MM-dd 50 rows, first 2024-01-01");
    }

    @Test
    void theDecimalMarkOfMostRowsIsTaken() throws IOException, SQLException {
        List<String> amounts = new ArrayList<>(List.of("1,50", "2,75"));
        IntStream.range(0, 50).forEach(i -> amounts.add("12.5"));
        List<String> dates = IntStream.range(0, 52).mapToObj(i -> "2024-01-01").toList();
        List<String> all = outcomes(dates, amounts, SKIP);
        assertThat(all).allMatch(all.get(0)::equals);
        assertThat(all.get(0)).contains("50 rows").endsWith(".");
    }

    @Test
    void manyRowsBehindTheFirstThousandAreReadAlike() throws IOException, SQLException {
        List<String> dates = new ArrayList<>();
        IntStream.range(0, 1000).forEach(i -> dates.add("2024-01-01"));
        IntStream.range(0, 1500).forEach(i -> dates.add("2024010" + (1 + i % 9)));
        List<String> all = outcomes(dates, ones(dates.size()), SKIP);
        assertThat(all).allMatch(all.get(0)::equals);
        assertThat(all.get(0)).startsWith("yyyy-MM-dd 1000 rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "-", "."})
    void aContradictionIsAskedForWhateverSeparatesTheParts(String mark) throws IOException, SQLException {
        for (int before : new int[] {0, 1200}) {
            List<String> dates = new ArrayList<>();
            dates.add("13/2/2024".replace("/", mark));
            IntStream.range(0, before).forEach(i -> dates.add("1/2/2024".replace("/", mark)));
            dates.add("1/13/2024".replace("/", mark));
            List<String> all = outcomes(dates, ones(dates.size()), SKIP);
            assertThat(all).allMatch(all.get(0)::equals);
            assertThat(all.get(0))
                    .contains("contradict", "1/13/2024".replace("/", mark), "state the date format (--date-format d");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.2024,1.13.2024", "1.13.2024,2.14.2024", "1.2.24,1.13.24", "13.2.24,1.13.24"})
    void pointsNeverHaveTheMonthFirstUnasked(String days) {
        assertThatThrownBy(() -> outcomesOf(days))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("with points the day comes before the month, which 1.13.")
                .hasMessageMatching(".*--date-format M[.]d+[.]yy.*");
    }

    private static void outcomesOf(String days) {
        String rows = days.lines()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(day -> "x," + day + ",1\n")
                .collect(Collectors.joining());
        Sales.read("customer,date,amount\n" + rows, CsvOptions.defaults().withRowPolicy(RowPolicy.SKIP));
    }

    @Test
    void pointsAloneStillTellTheDayFirst() {
        assertThat(Sales.rows("x,1.2.2024,1", "y,3.4.2024,1").log().firstDay()).isEqualTo("2024-02-01");
    }

    @Test
    void numbersOfTablesCountWithoutTexts() {
        Table table = Table.create(
                StringColumn.create("customer", "x", "y"),
                StringColumn.create("date", "2024-01-01", "2024-01-02"),
                DoubleColumn.create("amount", 1.5, 2));
        assertThat(Tables.read(table, Sales.COLUMNS, ReadOptions.defaults())
                        .log()
                        .size())
                .isEqualTo(2);
    }
}

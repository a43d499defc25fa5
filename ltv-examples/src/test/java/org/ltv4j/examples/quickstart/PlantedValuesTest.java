package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Own files with personal values in every column and corner, read for every role: who may not see them finds them in none
 * of the outputs, and no message shows one to anybody.
 */
class PlantedValuesTest {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n"; // 32 digits
    private static final List<String> ROLES = List.of("officer", "marketing", "analyst");
    private static final String SKIP = "--skip-bad-rows";

    @TempDir
    Path folder;

    /**
     * A file and what is asked of it.
     *
     * @param name what is planted where
     * @param text of the file
     * @param code the exit code expected
     * @param args options besides those of the first three columns
     */
    private record Case(String name, String text, int code, List<String> args) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case ok(String name, String text, String... args) {
        return new Case(name, text, ExitCode.OK, List.of(args));
    }

    private static Case refused(String name, String text, String... args) {
        return new Case(name, text, ExitCode.DATA, List.of(args));
    }

    private static Stream<Case> cases() {
        String plain = PlantedSales.csv(row -> row);
        List<Case> cases = new ArrayList<>(List.of(
                ok("ids", plain),
                ok("ids in all other columns of words", columnsOfWords(), columnsNamed()),
                refused("ids for dates", PlantedSales.csv(PlantedSales.oneIdIn(1))),
                ok("ids for dates, left out", PlantedSales.csv(PlantedSales.oneIdIn(1)), SKIP),
                refused("ids for all dates", PlantedSales.csv(PlantedSales.idIn(1))),
                refused("ids for all dates, left out", PlantedSales.csv(PlantedSales.idIn(1)), SKIP),
                refused("wrong dates", plain, "--date-format", "dd/MM/yyyy"),
                refused(
                        "ids for amounts",
                        PlantedSales.csv(PlantedSales.oneIdIn(2)).replace("1398765", "Planted ")),
                ok(
                        "ids for amounts, left out",
                        PlantedSales.csv(PlantedSales.oneIdIn(2)).replace("1398765", "P "),
                        SKIP),
                refused("columns that do not exist", plain.replace("customer,date", "customr,dat")),
                refused("no header", plain.substring(plain.indexOf('\n') + 1)),
                refused("another delimiter", plain, "--delimiter", "|"),
                refused("no header, another delimiter", plain.substring(plain.indexOf('\n') + 1), "--delimiter", "|"),
                refused("slipped rows", plain + PlantedSales.NAME + "," + PlantedSales.PHONE + ",2024-01-01,5\n"),
                ok(
                        "slipped rows, left out",
                        plain + PlantedSales.NAME + "," + PlantedSales.PHONE + ",2024-01-01,5\n",
                        SKIP),
                refused("an open quote", plain + "\"" + PlantedSales.NAME + ",2024-01-01,5,tea,EUR,R,1,north\n"),
                refused("letters after a quote", plain + "\"Planted\" Doe,2024-01-01,5,tea,EUR,R,1,north\n"),
                refused("the same column twice", plain.replace("product", "customer")),
                refused("strict, without a customer", plain + ",2024-01-01,5,Planted,EUR,R,1,Planted\n", "--strict"),
                refused("strict, in the future", plain + id(3) + ",2031-01-01,5,tea,EUR,R,1,north\n", "--strict"),
                refused("refunds", plain + id(3) + ",2025-01-01,-5,tea,EUR,R,1,north\n", "--refunds", "fail"),
                refused("one customer only", PlantedSales.HEADER + "\n" + id(3) + ",2024-01-01,5,tea,EUR,R,1,north\n"),
                ok("a card for all guests", plain + (id(3) + ",2024-05-01,5,tea,EUR,R,1,north\n").repeat(300)),
                refused("a broken line of JSON", json() + "{\"customer\":\"Planted Doe\",\"date\":\"2024-0"),
                refused("a list within a line of JSON", json() + "{\"customer\":[\"Planted Doe\"],\"date\":\"x\"}\n")));
        cases.addAll(currencies());
        return cases.stream();
    }

    private static List<Case> currencies() {
        String one = PlantedSales.csv(PlantedSales.oneIdIn(4));
        String all = PlantedSales.csv(PlantedSales.idIn(4));
        return List.of(
                refused("ids for currencies", one, "--currency", "currency"),
                refused("ids for all currencies", all, "--currency", "currency"),
                ok("ids for currencies, left out", one, "--currency", "currency", SKIP),
                refused("ids for all currencies, left out", all, "--currency", "currency", SKIP),
                refused("ids for all currencies, one kept", all, "--currency", "currency", "--keep-currency", "EUR"));
    }

    private static String id(int customer) {
        return PlantedSales.id(customer);
    }

    private static String columnsOfWords() {
        return PlantedSales.csv(row -> {
            row[3] = row[0];
            row[5] = row[0] + "-" + row[5];
            row[6] = row[0];
            row[7] = row[0];
            return row;
        });
    }

    private static String[] columnsNamed() {
        return new String[] {"--product", "product", "--order", "receipt", "--line", "line", "--channel", "shop"};
    }

    private static String json() {
        return PlantedSales.rows().stream()
                .map(row -> "{\"customer\":\"%s\",\"date\":\"%s\",\"amount\":%s}%n".formatted(row[0], row[1], row[2]))
                .collect(Collectors.joining());
    }

    static Stream<Arguments> everyRole() {
        return cases().flatMap(planted -> ROLES.stream().map(role -> Arguments.of(role, planted)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyRole")
    void areShownToNobodyWhoMayNotSeeThem(String role, Case planted) throws IOException {
        Path file = folder.resolve("sales.csv");
        Files.writeString(file, planted.text(), StandardCharsets.UTF_8);
        Program program = program(role);
        assertThat(run(program, role, file, planted.args())).as(program.err).isEqualTo(planted.code());
        assertHidden(program, role);
    }

    static Stream<Arguments> queries() {
        String good = "SELECT customer, date, amount FROM sales WHERE customer <> ";
        List<Arguments> queries = new ArrayList<>();
        for (String role : ROLES) {
            queries.add(Arguments.of(role, ExitCode.OK, good + "'" + PlantedSales.PHONE + "'"));
            queries.add(Arguments.of(role, ExitCode.OK, good + PlantedSales.PHONE));
            queries.add(Arguments.of(role, ExitCode.OK, good + "\"Planted O'Doe 002\" /* of Planted Doe */"));
            queries.add(Arguments.of(role, ExitCode.DATA, good + "'Planted O'Doe 002'"));
            queries.add(Arguments.of(role, ExitCode.DATA, good + PlantedSales.PHONE + "x"));
            queries.add(Arguments.of(role, ExitCode.DATA, good + "'Planted"));
            queries.add(Arguments.of(role, ExitCode.DATA, "SELECT 'Planted' AS a, '1398765' AS b"));
            queries.add(Arguments.of(role, ExitCode.DATA, good.replace("date", "customer AS date") + "'Planted'"));
            queries.add(Arguments.of(role, ExitCode.DATA, good + "'1' AND json('Planted') = 1"));
            queries.add(Arguments.of(role, ExitCode.USAGE, "-- for Planted Doe\n" + good + "'1'"));
        }
        return queries.stream();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("queries")
    void areNotShownInQueriesEither(String role, int code, String sql) throws IOException, SQLException {
        Path file = database();
        Program program = program(role);
        assertThat(run(program, role, file, List.of("--query", sql)))
                .as(program.err)
                .isEqualTo(code);
        assertHidden(program, role);
        if (code == ExitCode.OK) {
            String shown = program.summary().get("options").get("query").text();
            assertThat(shown).isEqualTo(role.equals("officer") ? sql : "stated; shown to --role officer only");
        }
    }

    /** A shell takes a query without quotes for many words. */
    @Test
    void areNotShownWhereTheQuotesOfAQueryWereForgotten() throws IOException, SQLException {
        Program program = program("officer");
        List<String> words = List.of("--query", "SELECT", "Planted", "FROM", "sales", "1398765");
        assertThat(run(program, "officer", database(), words)).isEqualTo(ExitCode.USAGE);
        assertThat(program.err).contains("put the whole query in one pair of quotes");
        assertHidden(program, "officer");
    }

    @Test
    void areNotShownAsACurrencyToKeep() throws IOException {
        Path file = Files.writeString(folder.resolve("sales.csv"), PlantedSales.csv(row -> row));
        Program program = program("officer");
        List<String> args = List.of("--currency", "currency", "--keep-currency", PlantedSales.PHONE);
        assertThat(run(program, "officer", file, args)).isEqualTo(ExitCode.USAGE);
        assertThat(program.err).contains("--keep-currency: is a currency");
        assertHidden(program, "officer");
    }

    private Path database() throws SQLException {
        Path file = folder.resolve("till.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sales (customer TEXT, date TEXT, amount REAL)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO sales VALUES (?, ?, ?)")) {
                for (String[] row : PlantedSales.rows()) {
                    insert.setString(1, row[0]);
                    insert.setString(2, row[1]);
                    insert.setDouble(3, Double.parseDouble(row[2]));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
        return file;
    }

    private Program program(String role) {
        return new Program(folder.resolve("out-" + role));
    }

    private int run(Program program, String role, Path file, List<String> more) throws IOException {
        List<String> args = new ArrayList<>(more);
        args.addAll(List.of("--role", role));
        if (role.equals("analyst")) {
            Path key = folder.resolve("key");
            Files.writeString(key, KEY);
            args.addAll(List.of("--key-file", key.toString()));
        }
        return program.runOn(file, args.toArray(String[]::new));
    }

    /** Officers may see customers where a list of them belongs, and their own query. */
    private static void assertHidden(Program program, String role) {
        boolean officer = role.equals("officer");
        Set<String> listsOfCustomers = Set.of("scores.csv", "report.html");
        assertThat(PlantedSales.standsIn(program.err)).as(program.err).isFalse();
        assertThat(!officer && PlantedSales.standsIn(program.out))
                .as(program.out)
                .isFalse();
        for (String name : program.files()) {
            String text = program.text(name);
            if (officer && name.equals("summary.json")) {
                text = text.replaceAll("\"query\": \".*\"", "");
            }
            boolean mayStandThere = officer && listsOfCustomers.contains(name);
            if (!mayStandThere) {
                assertThat(text.lines().filter(PlantedSales::standsIn)).as(name).isEmpty();
            } else if (name.equals("scores.csv")) {
                assertThat(PlantedSales.standsIn(text))
                        .as("the planted values can be seen at all")
                        .isTrue();
            }
        }
    }
}

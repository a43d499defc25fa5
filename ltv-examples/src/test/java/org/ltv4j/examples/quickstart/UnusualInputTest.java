package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.testing.Json;

/** Files that are strange but can be used, and those from which nothing can be learnt. */
class UnusualInputTest {
    private static final String HEADER = "customer,date,amount\n";

    @TempDir
    Path dir;

    private Program program;

    @BeforeEach
    void start() {
        program = new Program(dir.resolve("out"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("sales.csv"), text);
    }

    /** A small shop with fifty customers of different habits, over a year. */
    private static String shop(String prefix, LocalDate start, double price) {
        StringBuilder csv = new StringBuilder();
        for (int c = 0; c < 50; c++) {
            int visits = 1 + c % 7;
            int gap = 5 + 3 * (c % 5);
            for (int v = 0; v < visits; v++) {
                csv.append(prefix).append(c).append(',');
                csv.append(start.plusDays(c + (long) v * gap)).append(',');
                csv.append(price * (1 + (c * 7 + v * 3) % 11)).append('\n');
            }
        }
        csv.append(prefix)
                .append("0,")
                .append(start.plusDays(365))
                .append(',')
                .append(price)
                .append('\n');
        return csv.toString();
    }

    private static String shop() {
        return shop("c", LocalDate.of(2024, 1, 1), 2.5);
    }

    private void scored(Path file, String... more) {
        assertThat(program.runOn(file, more)).as(program.err).isEqualTo(ExitCode.OK);
        assertThat(program.files()).isEqualTo(Program.ALL);
        for (String name : Program.ALL) {
            assertThat(program.text(name)).as(name).doesNotContain("NaN", "Infinity");
        }
    }

    private String nothingLearnt(Path file, String... more) {
        assertThat(program.runOn(file, more)).as(program.err).isEqualTo(ExitCode.DATA);
        assertThat(program.files()).isEqualTo(List.of("report.html", "summary.json"));
        Json summary = program.summary();
        assertThat(summary.get("status").text()).isEqualTo("nothing-learnt");
        assertThat(summary.get("reason").text()).isNotBlank();
        assertThat(summary.get("rows").get("read").number()).isNotNegative();
        assertThat(program.text("report.html")).contains("Nothing could be learnt", "不足以得出结论");
        return program.err;
    }

    @Test
    void noRowThatCanBeUsed() throws IOException {
        assertThat(nothingLearnt(file(HEADER + ",2024-01-01,5\n"))).contains("no sale is left");
    }

    @Test
    void oneCustomer() throws IOException {
        assertThat(nothingLearnt(file(HEADER + "a,2024-01-01,1\na,2024-01-09,1\na,2024-02-09,1\n")))
                .contains("one customer");
        assertThat(program.text("report.html")).contains("只有一位客户");
    }

    @Test
    void onlyOneTimeBuyers() throws IOException {
        assertThat(nothingLearnt(file(HEADER + "a,2024-01-01,1\nb,2024-01-09,1\nc,2024-02-09,1\n")))
                .contains("none of 3 customers bought twice");
    }

    @Test
    void oneDayOfSales() throws IOException {
        nothingLearnt(file(HEADER + "a,2024-01-01,1\nb,2024-01-01,1\na,2024-01-01,1\n"));
    }

    @Test
    void onlyFreeSales() throws IOException {
        nothingLearnt(file(HEADER + "a,2024-01-01,0\na,2024-01-20,0\nb,2024-01-02,0\nb,2024-02-01,0\n"));
    }

    @Test
    void nothingLearntLeavesOtherFilesAlone() throws IOException {
        Files.createDirectories(program.folder);
        Files.writeString(program.folder.resolve("scores.csv"), "old");
        assertThat(program.runOn(file(HEADER + ",2024-01-01,5\n"))).isEqualTo(ExitCode.DATA);
        assertThat(program.files()).containsExactly("report.html", "scores.csv", "summary.json");
        assertThat(program.text("scores.csv")).isEqualTo("old");
    }

    @Test
    void everyCustomerIsTheSame() throws IOException {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int c = 0; c < 40; c++) {
            csv.append('c')
                    .append(c)
                    .append(",2024-01-01,5\nc")
                    .append(c)
                    .append(",2024-02-05,5\nc")
                    .append(c)
                    .append(",2024-03-01,5\n");
        }
        scored(file(csv + "c0,2024-06-01,5\n"));
        assertThat(program.summary()
                        .get("models")
                        .get("gamma-gamma")
                        .get("edge")
                        .isNull())
                .isFalse();
    }

    @Test
    void unusualSentencesOfTheLibraryAreSaidInChineseToo() throws IOException {
        everyCustomerIsTheSame();
        String report = program.text("report.html");
        String chinese = report.substring(report.indexOf("<article lang=\"zh-Hans\""));
        assertThat(chinese).doesNotContain("<li lang=\"en\"");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e9, 0.01})
    void hugeAndTinyAmounts(double price) throws IOException {
        scored(file(HEADER + shop("c", LocalDate.of(2024, 1, 1), price)));
        double total = program.summary().get("totals").get("value").number();
        scored(file(HEADER + shop("c", LocalDate.of(2024, 1, 1), 1)));
        assertThat(total / price)
                .isCloseTo(program.summary().get("totals").get("value").number(), within(1e-3 * total / price));
    }

    @Test
    void salesBefore1970() throws IOException {
        scored(file(HEADER + shop("c", LocalDate.of(1921, 1, 1), 1)));
        assertThat(program.summary().get("firstDay").text()).isEqualTo("1921-01-01");
    }

    @Test
    void salesOfTheFutureAreLeftOutAndCounted() throws IOException {
        Path file = file(HEADER + shop() + "c1,2031-05-05,3\n");
        scored(file);
        assertThat(program.summary()
                        .get("rows")
                        .get("droppedByReason")
                        .get("future dates")
                        .integer())
                .isEqualTo(1);
        assertThat(program.summary().get("lastDay").text()).startsWith("2024-12");
        assertThat(program.text("report.html")).contains("Rows dated after 1\u00A0January\u00A02026");
        scored(file, "--today", "2031-12-31");
        assertThat(program.summary().get("lastDay").text()).isEqualTo("2031-05-05");
        assertThat(program.summary().get("options").get("today").text()).isEqualTo("2031-12-31");
    }

    @Test
    void missingCustomersAndAmountsAreLeftOutAndCounted() throws IOException {
        scored(file(HEADER + shop() + ",2024-03-03,3\nc1,2024-03-03,\n"));
        Json dropped = program.summary().get("rows").get("droppedByReason");
        assertThat(dropped.get("missing customer").integer()).isEqualTo(1);
        assertThat(dropped.get("missing amount").integer()).isEqualTo(1);
        assertThat(program.text("report.html")).contains("Rows without a customer: left out", "缺少客户：剔除");
    }

    @Test
    void badRowsAreSkippedWhereAsked() throws IOException {
        scored(file(HEADER + shop() + "c1,2024-02-30,3\nc2,2024-03-03,x\n"), "--skip-bad-rows");
        Json dropped = program.summary().get("rows").get("droppedByReason");
        assertThat(dropped.names()).containsExactlyInAnyOrder("unreadable date", "unreadable number");
    }

    @Test
    void zerosAndDuplicatesAreKeptUnlessAsked() throws IOException {
        Path file = file(HEADER + shop() + "c1,2024-05-03,0\nc2,2024-05-03,3\nc2,2024-05-03,3\n");
        scored(file);
        int kept = program.summary().get("rows").get("kept").integer();
        assertThat(program.text("report.html")).contains("kept as visits without spend", "two coffees in one minute");
        scored(file, "--zeros", "drop", "--duplicates", "drop");
        Json rows = program.summary().get("rows");
        assertThat(rows.get("droppedByReason").get("zero amounts").integer()).isEqualTo(1);
        assertThat(rows.get("droppedByReason").get("exact duplicates").integer())
                .isEqualTo(1);
        assertThat(rows.get("kept").integer()).isEqualTo(kept - 2);
    }

    @Test
    void oneOfTwoCurrenciesIsKept() throws IOException {
        String csv = "customer,date,amount,cur\n" + (shop()).replace("\n", ",EUR\n") + "c1,2024-03-03,3,USD\n";
        scored(file(csv), "--currency", "cur", "--keep-currency", "EUR");
        assertThat(program.summary().get("currency").text()).isEqualTo("EUR");
        assertThat(program.summary()
                        .get("rows")
                        .get("droppedByReason")
                        .get("currency")
                        .integer())
                .isEqualTo(1);
        assertThat(program.text("report.html")).contains("Rows in another currency than EUR: left out", "€");
    }

    @Test
    void idsWithQuotesLineBreaksUnicodeAndFormulas() throws IOException {
        String huge = "x".repeat(10_000);
        String ids = "\"a \"\"b\"\", c\",2024-01-01,9000\n\"two\nlines\",2024-01-01,8000\n客户 一,2024-01-01,7000\n"
                + "=HYPERLINK(1),2024-01-01,6000\n+1,2024-01-01,5000\n-2,2024-01-01,4000\n@x,2024-01-01,3000\n" + huge
                + ",2024-01-01,2000\n";
        scored(file(HEADER + shop() + ids), "--top", "100");
        assertThat(program.text("scores.csv"))
                .contains(
                        "\"a \"\"b\"\", c\",0",
                        "\"two\nlines\",0",
                        "客户 一,0",
                        "'=HYPERLINK(1),0",
                        "'+1,0",
                        "'-2,0",
                        "'@x,0")
                .contains(huge + ",0")
                .doesNotContain("\n=", "\n+", "\n-", "\n@");
        assertThat(program.text("report.html"))
                .contains("客户 一", "a &quot;b&quot;, c")
                .doesNotContain(huge);
    }

    @Test
    void timesInDifferentZonesAreOneClock() throws IOException {
        StringBuilder csv = new StringBuilder(HEADER);
        shop().lines().forEach(line -> {
            String[] cells = line.split(",");
            csv.append(cells[0])
                    .append(',')
                    .append(cells[1])
                    .append("T23:30:00+00:00,")
                    .append(cells[2])
                    .append('\n');
        });
        scored(file(csv.toString()), "--zone", "Europe/Berlin");
        assertThat(program.summary().get("firstDay").text()).isEqualTo("2024-01-02");
        assertThat(program.summary().get("options").get("zone").text()).isEqualTo("Europe/Berlin");
    }

    @Test
    void otherFormsAreStated() throws IOException {
        StringBuilder csv = new StringBuilder("Kunde;Datum;Betrag\n");
        shop().lines().forEach(line -> {
            String[] cells = line.split(",");
            String[] date = cells[1].split("-");
            csv.append("Müller ").append(cells[0]).append(';');
            csv.append(date[2])
                    .append('/')
                    .append(date[1])
                    .append('/')
                    .append(date[0])
                    .append(';');
            csv.append(cells[2].replace('.', ',')).append('\n');
        });
        Path file = Files.write(dir.resolve("sales.csv"), csv.toString().getBytes(Charset.forName("windows-1252")));
        int code = program.run(
                "--input",
                file.toString(),
                "--customer",
                "Kunde",
                "--date",
                "Datum",
                "--amount",
                "Betrag",
                "--charset",
                "windows-1252",
                "--delimiter",
                ";",
                "--decimal",
                ",",
                "--date-format",
                "dd/MM/yyyy");
        assertThat(code).as(program.err).isEqualTo(ExitCode.OK);
        assertThat(program.text("scores.csv")).contains("Müller c1,");
        Json input = program.summary().get("input");
        assertThat(input.get("charset").text()).isEqualToIgnoringCase("windows-1252");
        assertThat(input.get("delimiter").text()).isEqualTo(";");
        assertThat(input.get("decimal").text()).isEqualTo(",");
    }

    @Test
    void quantityTimesUnitPriceIsTheAmount() throws IOException {
        StringBuilder csv = new StringBuilder("customer,date,pieces,price\n");
        shop().lines().forEach(line -> {
            String[] cells = line.split(",");
            csv.append(cells[0])
                    .append(',')
                    .append(cells[1])
                    .append(",2,")
                    .append(cells[2])
                    .append('\n');
        });
        int code = program.run(
                "--input",
                file(csv.toString()).toString(),
                "--customer",
                "customer",
                "--date",
                "date",
                "--quantity",
                "pieces",
                "--unit-price",
                "price");
        assertThat(code).as(program.err).isEqualTo(ExitCode.OK);
        double twice = program.summary().get("totals").get("value").number();
        scored(file(HEADER + shop()));
        assertThat(twice)
                .isCloseTo(2 * program.summary().get("totals").get("value").number(), within(1e-3 * twice));
    }

    @Test
    void aShortFileIsScoredWithoutAHoldout() throws IOException {
        scored(file(HEADER
                + "a,2024-01-01,3\na,2024-01-04,4\nb,2024-01-02,5\nb,2024-01-03,5\nb,2024-01-09,6\nc,2024-01-05,2\n"));
        assertThat(program.summary().get("holdout").isNull()).isTrue();
        assertThat(program.summary().get("holdoutAbsent").text()).contains("too short");
        assertThat(program.text("report.html")).contains("too short a time", "时间太短");
    }
}

package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.testing.Json;

/** The same sales as text, workbook, JSON and database give the same scores, with the same options. */
class KindsOfFilesTest {
    @TempDir
    Path folder;

    private String csv = "";
    private int amountColumn;
    private List<String[]> rows = List.of();
    private String expected = "";

    @BeforeEach
    void scoreTheText() throws IOException {
        csv = SampleSales.csv();
        amountColumn = List.of(csv.lines().findFirst().orElseThrow().split(",")).indexOf("amount");
        rows = csv.lines().skip(1).map(line -> line.split(",", -1)).toList();
        Path file = folder.resolve("sales.csv");
        Files.writeString(file, csv);
        expected = scores(file);
    }

    @Test
    void tabsBetweenFields() throws IOException {
        Path file = folder.resolve("sales.tsv");
        Files.writeString(file, csv.replace(',', '\t'));
        assertThat(scores(file)).isEqualTo(expected);
    }

    @Test
    void linesOfJson() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            text.append("{\"customer\":\"%s\",\"date\":\"%s\",\"amount\":%s}%n".formatted(row[0], row[1], amount(row)));
        }
        Path file = folder.resolve("sales.jsonl");
        Files.writeString(file, text);
        assertThat(scores(file)).isEqualTo(expected);
        assertThat(reportOf("run")).contains("JSON");
    }

    @Test
    void aWorkbookWithTheSalesOnTheSecondSheet() throws IOException {
        Path file = folder.resolve("sales.xlsx");
        writeWorkbook(file);
        assertThat(scores(file)).isEqualTo(expected);
        assertThat(scores(file, "--sheet", "Sales")).isEqualTo(expected);
        Program wrong = new Program(folder.resolve("wrong"));
        assertThat(wrong.runOn(file, "--sheet", "Slaes")).isEqualTo(ExitCode.DATA);
        assertThat(wrong.err).contains("Slaes", "Sales");
    }

    @Test
    void aDatabase() throws IOException, SQLException {
        Path file = folder.resolve("till.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE receipts (customer TEXT, date TEXT, amount REAL)");
            statement.execute("CREATE TABLE staff (name TEXT)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO receipts VALUES (?, ?, ?)")) {
                for (String[] row : rows) {
                    insert.setString(1, row[0]);
                    insert.setString(2, row[1]);
                    insert.setDouble(3, Double.parseDouble(amount(row)));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
        assertThat(scores(file)).isEqualTo(expected);
        assertThat(scores(file, "--table", "receipts")).isEqualTo(expected);
        assertThat(scores(file, "--query", "SELECT customer, date, amount FROM receipts"))
                .isEqualTo(expected);
    }

    @Test
    void aZipIsRefusedByNameWithWhatToDo() throws IOException {
        Path file = folder.resolve("sales.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("sales.csv"));
            zip.write(csv.getBytes(StandardCharsets.UTF_8));
        }
        Program program = new Program(folder.resolve("run"));
        assertThat(program.runOn(file)).isEqualTo(ExitCode.DATA);
        assertThat(program.err).contains("sales.zip", "zip", "unpack");
    }

    @Test
    void salesWithoutAmountsAreCountedInPurchases() throws IOException {
        Path file = folder.resolve("visits.csv");
        StringBuilder text = new StringBuilder("customer,date\n");
        rows.forEach(row -> text.append(row[0]).append(',').append(row[1]).append('\n'));
        Files.writeString(file, text);
        Program program = new Program(folder.resolve("visits"));
        String[] options = {"--input", file.toString(), "--customer", "customer", "--date", "date"};
        assertThat(program.run(options)).isEqualTo(ExitCode.USAGE);
        assertThat(program.err).contains("--no-amounts");
        assertThat(program.run(append(options, "--no-amounts", "--discount", "0")))
                .isEqualTo(ExitCode.OK);
        Json summary = program.summary();
        assertThat(summary.get("scoring").get("value").text()).isEqualTo("purchases");
        assertThat(summary.get("models").names()).containsExactly("bg-nbd");
        List<String> scores = Files.readAllLines(program.folder.resolve("scores.csv"));
        for (String line : scores.subList(1, scores.size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells[4]).isEmpty();
            assertThat(cells[7]).isEmpty();
            assertThat(Double.parseDouble(cells[8])).isEqualTo(Double.parseDouble(cells[6]));
        }
        assertThat(Files.readString(program.folder.resolve("report.html")))
                .contains("counted in purchases", "按购买次数计")
                .doesNotContain("Spend per purchase");
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        Program program = new Program(folder.resolve("run"));
        Path file = folder.resolve("sales.csv");
        assertThat(program.runOn(file, "--sheet", "A", "--query", "SELECT 1")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err).contains("--sheet and --query contradict each other");
        assertThat(program.runOn(file, "--no-amounts")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err).contains("--no-amounts contradicts");
        assertThat(program.run("--all-sheets")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err).contains("--input");
    }

    @Test
    void anOptionForAnotherKindOfFileIsRefusedAndNotPassedOver() throws IOException {
        Program program = new Program(folder.resolve("run"));
        Path csv = Files.writeString(folder.resolve("unfit.csv"), "customer,date,amount\na,2025-01-01,1\n");
        assertThat(program.runOn(csv, "--query", "SELECT 1")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err).contains("--query", "is for databases and Parquet files, and this is a text file");
        assertThat(program.runOn(csv, "--table", "sales")).isEqualTo(ExitCode.USAGE);
        assertThat(program.runOn(csv, "--all-sheets")).isEqualTo(ExitCode.USAGE);
        Path json = Files.writeString(folder.resolve("unfit.json"), "[{\"customer\":\"a\"}]");
        assertThat(program.runOn(json, "--sheet", "A")).isEqualTo(ExitCode.USAGE);
        assertThat(program.err).contains("--sheet", "is for Excel workbooks, and this is a JSON file");
    }

    private static String[] append(String[] first, String... more) {
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private String scores(Path file, String... more) throws IOException {
        Program program = new Program(folder.resolve("run"));
        assertThat(program.runOn(file, more)).as(program.err).isEqualTo(ExitCode.OK);
        return Files.readString(program.folder.resolve("scores.csv"));
    }

    private String reportOf(String run) throws IOException {
        return Files.readString(folder.resolve(run).resolve("report.html"));
    }

    private String amount(String[] row) {
        return row[amountColumn];
    }

    /** A workbook as small programs write it: texts in the cells, two sheets. */
    private void writeWorkbook(Path file) throws IOException {
        String start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packages = "http://schemas.openxmlformats.org/package/2006/";
        StringBuilder sheet = new StringBuilder(start + "<worksheet " + main + "><sheetData>");
        sheet.append("<row>")
                .append(text("customer"))
                .append(text("date"))
                .append(text("amount"))
                .append("</row>");
        for (String[] row : rows) {
            sheet.append("<row>").append(text(row[0])).append(text(row[1]));
            sheet.append("<c><v>").append(amount(row)).append("</v></c></row>");
        }
        sheet.append("</sheetData></worksheet>");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    start + "<Types xmlns=\"" + packages + "content-types\">"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".spreadsheetml.sheet.main+xml\"/></Types>");
            put(
                    zip,
                    "_rels/.rels",
                    start + "<Relationships xmlns=\"" + packages + "relationships\"><Relationship Id=\"r1\""
                            + " Type=\"" + office + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    start + "<workbook " + main + " xmlns:r=\"" + office + "\"><sheets>"
                            + "<sheet name=\"Notes\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Sales\" sheetId=\"2\" r:id=\"r2\"/>"
                            + "</sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    start + "<Relationships xmlns=\"" + packages + "relationships\">" + relation(office, 1)
                            + relation(office, 2) + "</Relationships>");
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    start + "<worksheet " + main + "><sheetData><row>" + text("made by hand")
                            + "</row></sheetData></worksheet>");
            put(zip, "xl/worksheets/sheet2.xml", sheet.toString());
        }
    }

    private static String relation(String office, int n) {
        return "<Relationship Id=\"r" + n + "\" Type=\"" + office + "/worksheet\" Target=\"worksheets/sheet" + n
                + ".xml\"/>";
    }

    private static String text(String value) {
        return "<c t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}

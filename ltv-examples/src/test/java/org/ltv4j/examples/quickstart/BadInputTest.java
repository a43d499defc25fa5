package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that cannot be used: one line that says where and what, exit code 3, and nothing is written. */
class BadInputTest {
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

    private String refused(Path file, String... more) {
        assertThat(program.runOn(file, more)).as(program.err).isEqualTo(ExitCode.DATA);
        assertThat(program.files()).isEmpty();
        assertThat(program.out).isEmpty();
        return program.err;
    }

    @Test
    void aFileOfNoBytes() throws IOException {
        assertThat(refused(file(""))).contains("sales.csv", "empty");
    }

    @Test
    void aHeaderOnly() throws IOException {
        assertThat(refused(file(HEADER))).contains("has a header but no rows");
    }

    @Test
    void aMissingFile() {
        assertThat(refused(dir.resolve("none.csv"))).contains("none.csv", "does not exist");
    }

    @Test
    void aFolder() {
        assertThat(refused(dir)).contains("is a folder");
    }

    @Test
    void unknownColumnsAreAllNamedWithTheNearest() throws IOException {
        assertThat(refused(file("custmer,dat,amount\na,2024-01-01,1\n")))
                .contains("customer", "date", "custmer", "dat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "2023-13-01", "2023-00-10", "31.04.2023"})
    void anImpossibleDate(String date) throws IOException {
        assertThat(refused(file(HEADER + "a,2023-01-01,1\na," + date + ",1\n"))).contains("line 3", "date", date);
    }

    /** Words in place of a date may be a customer's, so they are not shown. */
    @Test
    void aWordInPlaceOfADate() throws IOException {
        assertThat(refused(file(HEADER + "a,2023-01-01,1\na,Rosalind,1\n")))
                .contains("line 3", "date")
                .doesNotContain("Rosalind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", "12.3.4", "ten", "1,5,7"})
    void anAmountThatIsNoNumber(String amount) throws IOException {
        assertThat(refused(file(HEADER + "a,2023-01-01,1\na,2023-01-02,\"" + amount + "\"\n")))
                .contains("line 3", "amount", amount);
    }

    @Test
    void theWrongDateFormat() throws IOException {
        assertThat(refused(file(HEADER + "a,2023-01-01,1\n"), "--date-format", "dd/MM/yyyy"))
                .contains("line 2", "2023-01-01");
    }

    @Test
    void anUnclosedQuoteIsFoundWhereItOpens() throws IOException {
        assertThat(refused(file(HEADER + "a,2023-01-01,1\n\"b,2023-01-02,1\nc,2023-01-03,1\n")))
                .contains("line 3");
    }

    @Test
    void raggedRows() throws IOException {
        assertThat(refused(file(HEADER + "a,2023-01-01,1\na,2023-01-02\n"))).contains("line 3");
    }

    @Test
    void aPicture() throws IOException {
        Path png = Files.write(
                dir.resolve("sales.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13});
        assertThat(refused(png)).contains("sales.csv");
    }

    @Test
    void aZip() throws IOException {
        assertThat(refused(Files.write(dir.resolve("sales.csv"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0})))
                .contains("sales.csv");
    }

    @Test
    void nulBytes() throws IOException {
        assertThat(refused(file(HEADER + "a\0,2023-01-01,1\n"))).contains("sales.csv");
    }

    @Test
    void aGzipFileThatIsCutOff() throws IOException {
        Path whole = dir.resolve("whole.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write((HEADER + "a,2023-01-01,1\n".repeat(1000)).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(dir.resolve("sales.csv"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(refused(half)).contains("gzip", "cut off");
    }

    @Test
    void oneHugeLine() throws IOException {
        assertThat(refused(file("a".repeat(20_000_000)))).contains("sales.csv");
    }

    @Test
    void theWrongCharset() throws IOException {
        Path file = Files.write(
                dir.resolve("sales.csv"),
                (HEADER + "张三,2023-01-01,1\n李四,2023-01-02,2\n").getBytes(Charset.forName("GB18030")));
        assertThat(refused(file)).contains("sales.csv");
    }

    @Test
    void twoCurrenciesAreNotAddedUp() throws IOException {
        String text = "customer,date,amount,cur\na,2024-01-01,1,EUR\na,2024-01-09,2,USD\n";
        assertThat(refused(file(text), "--currency", "cur")).contains("EUR", "USD", "--keep-currency");
        assertThat(refused(file(text), "--currency", "cur", "--keep-currency", "GBP"))
                .contains("GBP");
    }

    @Test
    void strictRefusesMissingCustomersAndSalesOfTheFuture() throws IOException {
        assertThat(refused(file(HEADER + "a,2024-01-01,1\n,2024-01-02,1\n"), "--strict"))
                .contains("line 3", "customer");
        assertThat(refused(file(HEADER + "a,2024-01-01,1\na,2031-01-02,1\n"), "--strict"))
                .contains("2031-01-02");
    }

    @Test
    void refundsAreRefusedWhereAsked() throws IOException {
        assertThat(refused(file(HEADER + "a,2024-01-01,1\na,2024-01-02,-1\n"), "--refunds", "fail"))
                .contains("--refunds");
    }

    @Test
    void noMessageNamesACustomer() throws IOException {
        String text =
                HEADER + "Jane Doe,2024-01-01,1\nJane Doe,someday,1\nJane Doe,2024-01-05,much\nJane Doe,2024-01-06\n";
        assertThat(refused(file(text))).doesNotContain("Jane");
    }

    @Test
    void manyBadRowsAreCountedAndTheWayOutIsNamed() throws IOException {
        String text = HEADER + "a,2024-01-01,1\n" + "a,2024-01-01,?\n".repeat(500);
        assertThat(refused(file(text))).contains("500 of 501 rows", "--skip-bad-rows");
    }

    @Test
    void aBadInputLeavesOldOutputsAlone() throws IOException {
        Files.createDirectories(program.folder);
        for (String name : Program.ALL) {
            Files.writeString(program.folder.resolve(name), "old " + name);
        }
        assertThat(program.runOn(file(""))).isEqualTo(ExitCode.DATA);
        assertThat(program.files()).isEqualTo(Program.ALL);
        for (String name : Program.ALL) {
            assertThat(program.text(name)).isEqualTo("old " + name);
        }
    }

    @Test
    void anOutputThatCannotBeWritten() throws IOException {
        Path taken = Files.writeString(dir.resolve("taken"), "x");
        Program on = new Program(taken);
        assertThat(on.run()).isEqualTo(ExitCode.OUTPUT);
        assertThat(on.err).contains("taken", "is a file, not a folder");
        assertThat(taken).hasContent("x");
    }

    @Test
    void aFullDiskLeavesNothingHalfWritten() throws IOException {
        Files.createDirectories(program.folder);
        Files.writeString(program.folder.resolve("scores.csv"), "old");
        for (String name : List.of("scores.csv", "model.json", "summary.json", "report.html")) {
            program.opener = file -> file.endsWith(name) ? new FullDisk() : OutputFolder.Opener.REAL.open(file);
            assertThat(program.run()).isEqualTo(ExitCode.OUTPUT);
            assertThat(program.err).contains(name, "No space left on device");
            assertThat(program.files()).containsExactly("scores.csv");
            assertThat(program.text("scores.csv")).isEqualTo("old");
        }
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void anInterruptedThreadStopsAndWritesNothing() {
        Thread.currentThread().interrupt();
        try {
            assertThat(program.run()).isEqualTo(ExitCode.INTERRUPTED);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(program.err).contains("interrupted");
        assertThat(program.files()).isEmpty();
    }
}

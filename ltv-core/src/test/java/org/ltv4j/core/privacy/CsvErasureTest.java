package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.table.CsvWriter;

class CsvErasureTest {
    @TempDir
    Path folder;

    private static final Set<String> PERSON = Set.of("ann", "-17", "a \"b\", c", "Zo\u00eb");

    private static String erased(Path folder, String text) throws IOException {
        Path file = folder.resolve("scores.csv");
        Files.writeString(file, text);
        Erasure.of(PERSON, "request").fromCsv(file, "customer");
        return Files.readString(file);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("line feeds", "customer,x\nann,1\nbob,2\nann,3\n", "customer,x\nbob,2\n"),
                Arguments.of("no line end at the end", "customer,x\nbob,2\nann,3", "customer,x\nbob,2\n"),
                Arguments.of("CRLF", "customer,x\r\nann,1\r\nbob,2\r\n", "customer,x\r\nbob,2\r\n"),
                Arguments.of("bare CR", "customer,x\rann,1\rbob,2\r", "customer,x\rbob,2\r"),
                Arguments.of("a mark of UTF-8", "\ufeffcustomer,x\nann,1\nbob,2\n", "\ufeffcustomer,x\nbob,2\n"),
                Arguments.of(
                        "a mark and quotes", "\ufeff\"customer\",x\nann,1\nbob,2\n", "\ufeff\"customer\",x\nbob,2\n"),
                Arguments.of("semicolons", "x;customer\n1;ann\n2;bob\n", "x;customer\n2;bob\n"),
                Arguments.of("tabs", "x\tcustomer\n1\tann\n2\tbob\n", "x\tcustomer\n2\tbob\n"),
                Arguments.of("pipes", "x|customer\n1|ann\n2|bob\n", "x|customer\n2|bob\n"),
                Arguments.of("quotes", "customer,x\n\"ann\",1\n\"bob\",2\n", "customer,x\n\"bob\",2\n"),
                Arguments.of("quoted quotes", "customer,x\n\"a \"\"b\"\", c\",1\nbob,2\n", "customer,x\nbob,2\n"),
                Arguments.of(
                        "quoted line ends",
                        "customer,x\nbob,\"1\nann,2\"\nann,\"3\n4\"\n",
                        "customer,x\nbob,\"1\nann,2\"\n"),
                Arguments.of("inches", "customer,x\nbob,5\"\nann,6\"\nbob,7\n", "customer,x\nbob,5\"\nbob,7\n"),
                Arguments.of("blanks around", "customer,x\n ann ,1\n  \"ann\",2\nbob,2\n", "customer,x\nbob,2\n"),
                Arguments.of("guarded", "customer,x\n'-17,1\n-17,2\n'17,3\n", "customer,x\n'17,3\n"),
                Arguments.of("Unicode forms", "customer,x\nZoe\u0308,1\nZo\u00eb,2\nbob,3\n", "customer,x\nbob,3\n"),
                Arguments.of("elsewhere", "customer,x\nbob,ann\nBob,ann\n", "customer,x\nbob,ann\nBob,ann\n"),
                Arguments.of("short and blank rows", "x,customer\n1\n\n\n2,ann\n", "x,customer\n1\n\n\n"),
                Arguments.of("one column", "customer\nann\nbob\n", "customer\nbob\n"),
                Arguments.of("a header that starts like a zip", "PK,customer\n1,ann\n", "PK,customer\n"),
                Arguments.of("no rows", "customer,x\n", "customer,x\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void theRowsGoAndTheRestStaysAsItWas(String name, String before, String after) throws IOException {
        assertThat(erased(folder, before)).isEqualTo(after);
        assertThat(erased(folder, after)).as("a second time").isEqualTo(after);
    }

    @Test
    void aFileWithoutTheCustomerIsNotTouched() throws IOException {
        Path file = folder.resolve("scores.csv");
        Files.writeString(file, "customer,x\nbob,1\n");
        FileTime longAgo = FileTime.fromMillis(86_400_000);
        Files.setLastModifiedTime(file, longAgo);
        assertThat(Erasure.of(PERSON, "request").fromCsv(file, "customer")).isZero();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    }

    @Test
    void bytesThatAreNotUtf8Stay() throws IOException {
        Path file = folder.resolve("scores.csv");
        byte[] odd = "customer,x\nb\u00e9,1\nann,2\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, odd);
        assertThat(Erasure.of(Set.of("ann"), "request").fromCsv(file, "customer"))
                .isEqualTo(1);
        assertThat(Files.readAllBytes(file)).isEqualTo("customer,x\nb\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Its letters stand there as other bytes than those of UTF-8. */
    @Test
    void anIdOfOtherLettersIsNotLookedForInAnotherCharset() throws IOException {
        Path file = folder.resolve("scores.csv");
        Files.write(file, "customer,x\nb\u00e9,1\nann,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Erasure.of(Set.of("b\u00e9"), "request").fromCsv(file, "customer"))
                .withMessageContaining("line 2")
                .withMessageContaining("convert the file to UTF-8");
    }

    @Test
    void mentionsInOtherColumnsOfRowsThatStayRemain() throws IOException {
        Path file = folder.resolve("scores.csv");
        Files.writeString(file, "customer,note\nann,\nbob,friend of ann\nanna,\"ann's card, and ann&#39;s bag\"\n");
        Erasure erasure = Erasure.of(Set.of("ann"), "request");
        assertThat(erasure.fromCsv(file, "customer")).isEqualTo(1);
        ErasureReceipt receipt = erasure.receipt(Clock.systemUTC());
        assertThat(receipt.remaining()).isEqualTo(3);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("id,x\nann,1\n", "does not name the column asked for"),
                Arguments.of("customer,customer\nann,1\n", "names it twice"),
                Arguments.of("ann,1\nbob,2\n", "does not name the column asked for"),
                Arguments.of("", "does not name the column asked for"),
                Arguments.of("customer,x\nann,1\n\"bob,2\nann,3\n", "line 3 opens a quoted cell that is never closed"),
                Arguments.of("\u001f\u008b\b", "the file is compressed"),
                Arguments.of("PK\u0003\u0004", "the file is compressed"),
                Arguments.of("\u0089LTVENC\n", "the file is encrypted"),
                Arguments.of("\u00ff\u00fec\0", "the file is UTF-16"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void whatCannotBeReadForSureIsLeftAloneAndSaid(String text, String message) throws IOException {
        Path file = folder.resolve("scores.csv");
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, bytes);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Erasure.of(PERSON, "request").fromCsv(file, "customer"))
                .withMessageContaining(message)
                .withMessageNotContaining("ann");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    /** Whatever the ids: of a file that this library wrote, exactly the rows of the customer go. */
    @Property(tries = 200, seed = "20261122")
    void exactlyTheRowsOfTheCustomerGo(@ForAll("ids") List<String> ids) throws IOException {
        Path temporary = Files.createTempDirectory("csv-erasure");
        Path file = temporary.resolve("scores.csv");
        Path expected = temporary.resolve("expected.csv");
        try {
            write(file, ids);
            write(expected, ids.stream().filter(id -> !PERSON.contains(id)).toList());
            long removed = Erasure.of(PERSON, "request").fromCsv(file, "customer");
            assertThat(removed).isEqualTo(ids.stream().filter(PERSON::contains).count());
            assertThat(file).hasSameTextualContentAs(expected);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(expected);
            Files.delete(temporary);
        }
    }

    @Provide
    Arbitrary<List<String>> ids() {
        return Arbitraries.of(
                        "ann",
                        "-17",
                        "a \"b\", c",
                        "bob",
                        "'ann'",
                        "ann\nx",
                        "\"",
                        "\"\"",
                        ",",
                        "x\r\ny",
                        "\u5f20\u4e09",
                        "=1")
                .list()
                .ofMaxSize(12);
    }

    private static void write(Path file, List<String> ids) throws IOException {
        CsvWriter.write(file, List.of("customer", "note"), out -> {
            for (String id : ids) {
                out.text(id).text(id + id).endRow();
            }
        });
    }
}

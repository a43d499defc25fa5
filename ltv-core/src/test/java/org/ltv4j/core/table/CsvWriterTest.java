package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
    @Test
    void writesTextsNumbersAndEmptyCells() throws IOException {
        assertThat(written(
                        List.of("customer", "n", "value"),
                        out -> out.text("a,\"b\"")
                                .number(3)
                                .number(-0.1)
                                .endRow()
                                .text(" x")
                                .empty()
                                .number(1e300)
                                .endRow()))
                .isEqualTo("customer,n,value\n\"a,\"\"b\"\"\",3,-0.1\n\" x\",,1.0E300\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "\uff1dx"})
    void textsThatWouldRunAsFormulasAreNeutralised(String text) throws IOException {
        String cell = written(
                        List.of("x", "y"), out -> out.text(text).number(-1).endRow())
                .substring(4);
        assertThat(cell).matches("(?s)\"?'.*,-1\n");
    }

    @Test
    void rowsMustFitTheHeader() {
        assertThatThrownBy(() -> written(List.of("x", "y"), out -> out.text("a").endRow()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("row 2 has 1 cells, the header has 2");
        assertThatThrownBy(() -> written(List.of("x"), out -> out.text("a").text("b")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> written(List.of("x", "y"), out -> out.text("a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was not ended");
    }

    @Test
    void noNumberIsNotWrittenAsOne() {
        assertThatThrownBy(() -> written(List.of("x"), out -> out.number(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void aFailedWriteLeavesTheOldFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("scores.csv"), "old");
        assertThatThrownBy(() -> CsvWriter.write(file, List.of("x"), out -> {
                    out.text("new").endRow();
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        CsvWriter.write(file, List.of("x"), out -> out.text("\u4e2d").endRow());
        assertThat(Files.readString(file)).isEqualTo("x\n\u4e2d\n");
    }

    /** What is written reads back, but for the apostrophe before formulas. */
    @Property(seed = "20261122")
    void textsReadBack(@ForAll @Size(min = 1, max = 4) List<String> texts) throws IOException {
        List<String> cells = texts.stream()
                .map(text -> text.replaceAll("[\\ud800-\\udfff]", "\ud83d\ude00"))
                .toList();
        String csv = written(cells, out -> {});
        CsvParser parser = new CsvParser(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), ',', '"');
        assertThat(parser.next()).isTrue();
        List<String> expected = new ArrayList<>();
        cells.forEach(cell -> expected.add(CsvWriter.neutralised(cell)));
        assertThat(DelimiterDetector.fields(parser)).isEqualTo(expected);
        assertThat(parser.next()).isFalse();
    }

    private static String written(List<String> header, CsvWriter.Rows rows) throws IOException {
        StringWriter out = new StringWriter();
        CsvWriter.writeTo(out, header, rows);
        return out.toString();
    }
}

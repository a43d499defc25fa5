package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The splitting of text into records and fields, against FastCSV as an independent reader of RFC 4180. */
class CsvParserTest {
    @Test
    void splitsFieldsAndLines() throws IOException {
        assertThat(records("a,b\n1,2\n")).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(records("a,b\n1,2")).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void linesEndWithLfCrlfOrCr() throws IOException {
        assertThat(records("a\r\nb\rc\nd\r")).containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
    }

    @Test
    void doubledQuotesAreOneQuote() throws IOException {
        assertThat(records("\"a\"\"b\",\"\"\"\",\"c\"\"\"\n")).containsExactly(List.of("a\"b", "\"", "c\""));
    }

    @Test
    void quotesInsideAnUnquotedFieldAreText() throws IOException {
        assertThat(records("5\" pipe,a\"b\"\n")).containsExactly(List.of("5\" pipe", "a\"b\""));
    }

    @Test
    void quotedFieldsMayHoldDelimitersAndLineEnds() throws IOException {
        assertThat(records("\"a,b\nc\r\nd\",2\n")).containsExactly(List.of("a,b\nc\r\nd", "2"));
    }

    @Test
    void linesAreCountedAcrossQuotedLineEnds() throws IOException {
        CsvParser parser = parser("h\n\"a\r\nb\rc\nd\"\n\n\r\nlast", Integer.MAX_VALUE);
        List<Long> lines = new ArrayList<>();
        while (parser.next()) {
            lines.add(parser.line());
        }
        assertThat(lines).containsExactly(1L, 2L, 8L);
        assertThat(parser.blankLines()).isEqualTo(2);
    }

    @Test
    void aQuotedEmptyFieldIsNoBlankLine() throws IOException {
        assertThat(records("\"\"\n\n")).containsExactly(List.of(""));
    }

    @Test
    void anUnclosedQuoteIsReportedWhereItOpens() {
        assertThatThrownBy(() -> records("a,b\n1,2\n3,\"open\n4,5\n6,7\n"))
                .isInstanceOfSatisfying(
                        CsvFault.class, fault -> assertThat(fault.line()).isEqualTo(3))
                .hasMessageContaining("never closed");
    }

    @Test
    void anUnclosedQuoteInALongFileIsReportedWhereItOpens() {
        String text =
                "a,b\n1,2\n3,\"open\n" + "4,5\n".repeat(SourceLimits.defaults().textLength());
        assertThatThrownBy(() -> records(text))
                .isInstanceOfSatisfying(
                        CsvFault.class, fault -> assertThat(fault.line()).isEqualTo(3))
                .hasMessageContaining("not closed within 1048576 bytes");
    }

    @Test
    void textBehindAClosingQuoteIsAFlawOfThatRecordOnly() throws IOException {
        CsvParser parser = parser("\"a\"b,\"c\" d\n1,2\n", 3);
        assertThat(parser.next()).isTrue();
        assertThat(parser.flaw()).contains("behind a closing quote");
        assertThat(parser.next()).isTrue();
        assertThat(parser.flaw()).isNull();
        assertThat(fields(parser)).containsExactly("1", "2");
    }

    @Test
    void fieldsUpToTheLimitAreRead() throws IOException {
        String longest = "x".repeat(SourceLimits.defaults().textLength());
        assertThat(records("a," + longest + "\n\"" + longest + "\",b\n"))
                .containsExactly(List.of("a", longest), List.of(longest, "b"));
    }

    @Test
    void aFieldBeyondTheLimitIsRefused() {
        assertThatThrownBy(() ->
                        records("a\n" + "x".repeat(SourceLimits.defaults().textLength() + 1) + "\n"))
                .isInstanceOfSatisfying(
                        CsvFault.class, fault -> assertThat(fault.line()).isEqualTo(2))
                .hasMessageContaining("longer than 1048576 bytes");
    }

    @Test
    void aHugeLineIsRefused() {
        assertThatThrownBy(() -> records(("x".repeat(2000) + ",").repeat(9_000)))
                .isInstanceOf(CsvFault.class)
                .hasMessageContaining("longer than 16777216 bytes");
    }

    @Test
    void recordsOfManyFieldsAndManyBlocksAreWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        List<List<String>> expected = new ArrayList<>();
        for (int row = 0; row < 3000; row++) {
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                fields.add("r" + row + "f" + i);
            }
            expected.add(fields);
            text.append(String.join(",", fields)).append("\r\n");
        }
        assertThat(records(text.toString())).isEqualTo(expected);
    }

    /** Same fields as FastCSV on any well-formed text, however the bytes arrive. */
    @Property(tries = 1500, seed = "20261122")
    void agreesWithFastCsv(@ForAll("texts") String text, @ForAll("chunks") int chunk) throws IOException {
        List<List<String>> ours = new ArrayList<>();
        CsvParser parser = parser(text, chunk);
        while (parser.next()) {
            ours.add(fields(parser));
        }
        assertThat(ours).isEqualTo(oracle(text));
    }

    @Provide
    Arbitrary<Integer> chunks() {
        return Arbitraries.of(1, 2, 3, 7, 8, 9, 64, 100_000);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> plain = Arbitraries.strings()
                .withChars("ab \"'\u00e9\u4e2d;|\t")
                .ofMaxLength(12)
                .map(s -> s.startsWith("\"") ? "x" + s : s);
        Arbitrary<String> quoted = Arbitraries.strings()
                .withChars("ab \",\r\n\u00e9\u4e2d")
                .ofMaxLength(20)
                .map(s -> "\"" + s.replace("\"", "\"\"") + "\"");
        Arbitrary<String> record = Arbitraries.oneOf(plain, quoted, Arbitraries.just(""))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(fields -> String.join(",", fields));
        Arbitrary<String> line = net.jqwik.api.Combinators.combine(record, Arbitraries.of("\n", "\r\n", "\r"))
                .as((r, end) -> r + end);
        return net.jqwik.api.Combinators.combine(line.list().ofMaxSize(12), record)
                .as((lines, last) -> String.join("", lines) + last);
    }

    private static List<List<String>> oracle(String text) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                records.add(record.getFields());
            }
        }
        return records;
    }

    private static List<List<String>> records(String text) throws IOException {
        List<List<String>> records = new ArrayList<>();
        CsvParser parser = parser(text, Integer.MAX_VALUE);
        while (parser.next()) {
            assertThat(parser.flaw()).isNull();
            records.add(fields(parser));
        }
        return records;
    }

    private static List<String> fields(CsvParser parser) {
        return DelimiterDetector.fields(parser);
    }

    private static CsvParser parser(String text, int chunk) {
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new CsvParser(new Trickle(bytes, chunk), ',', '"');
    }

    /** A stream that never gives more than a few bytes at once, as networks do. */
    private static final class Trickle extends FilterInputStream {
        private final int most;

        Trickle(InputStream in, int most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read(byte[] target, int from, int count) throws IOException {
            return in.read(target, from, Math.min(count, most));
        }
    }
}

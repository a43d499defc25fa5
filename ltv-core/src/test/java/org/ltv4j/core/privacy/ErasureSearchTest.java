package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.store.EncryptedStreams;
import org.ltv4j.core.store.EncryptionKey;
import org.ltv4j.core.store.LogFiles;

/** A receipt says that nobody is named only where somebody could look. */
class ErasureSearchTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String ID = "Zo\u00eb \"Z\" O'Hara & <S\u00f8n>/\ud83d\ude00";
    private static final String TEXT = "customer,amount\nplanted-4711,12.50\nbob,3\n";

    @TempDir
    Path folder;

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("kept"), bytes);
    }

    private interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(Packing packing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packing.around(bytes)) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static Stream<Arguments> opaque() throws IOException {
        byte[] zip = packed(out -> {
            ZipOutputStream zipped = new ZipOutputStream(out);
            zipped.putNextEntry(new ZipEntry("xl/workbook.xml"));
            return zipped;
        });
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        EncryptedStreams.write(
                encrypted, EncryptionKey.random(), out -> out.write(TEXT.getBytes(StandardCharsets.UTF_8)));
        return Stream.of(
                Arguments.of("gzip", packed(GZIPOutputStream::new), "compressed"),
                Arguments.of("zip, xlsx", zip, "compressed or a workbook"),
                Arguments.of("deflate without a head", packed(DeflaterOutputStream::new), "no UTF-8 text"),
                Arguments.of("encrypted", encrypted.toByteArray(), "encrypted"),
                Arguments.of("UTF-16 with a mark", TEXT.getBytes(StandardCharsets.UTF_16), "UTF-16"),
                Arguments.of("UTF-16LE", TEXT.getBytes(StandardCharsets.UTF_16LE), "no UTF-8 text"),
                Arguments.of("UTF-32", TEXT.getBytes(Charset.forName("UTF-32")), "no UTF-8 text"),
                Arguments.of("GB18030", ("\u5f20\u4e09," + TEXT).getBytes(Charset.forName("GB18030")), "no UTF-8"),
                Arguments.of("EBCDIC", TEXT.getBytes(Charset.forName("IBM1047")), "no UTF-8 text"),
                Arguments.of("xls", bytes("\u00d0\u00cf\u0011\u00e0"), "compressed or a workbook"),
                Arguments.of("sqlite", bytes("SQLite format 3\0planted-4711"), "database"),
                Arguments.of("parquet", bytes("PAR1 planted-4711"), "binary form of columns"),
                Arguments.of("pdf", bytes("%PDF-1.7 planted-4711"), "PDF"),
                Arguments.of("late zeros", bytes("a".repeat(2_000_000) + "\0"), "no UTF-8 text"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("opaque")
    void whatNobodyCanLookIntoIsRefusedAndNotInTheReceipt(String kind, byte[] bytes, String message)
            throws IOException {
        Path file = write(bytes);
        Erasure erasure = Erasure.of(Set.of("planted-4711"), "request 1");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> erasure.search(file))
                .withMessageContaining("kept cannot be searched")
                .withMessageContaining(message)
                .withMessageMatching("(?s).*(unpack|decrypt|convert|record|anew).*")
                .withMessageNotContaining("planted");
        assertThat(erasure.receipt(NOON).parts()).isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void aSavedLogIsToBeLoadedInstead() {
        Path file = folder.resolve("log");
        TransactionLog log = TransactionLog.builder("EUR")
                .add("planted-4711", LocalDate.of(2026, 1, 1), 1)
                .build();
        LogFiles.save(log, file);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Erasure.of(Set.of("planted-4711"), "request").search(file))
                .withMessageContaining("saved log");
        LogFiles.save(log, file, EncryptionKey.random());
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Erasure.of(Set.of("planted-4711"), "request").search(file))
                .withMessageContaining("encrypted");
    }

    static Stream<String> spellings() {
        String json = "Zo\\u00eb \\\"Z\\\" O\\u0027Hara \\u0026 \\u003cS\\u00F8n>\\/\\ud83D\\uDE00";
        return Stream.of(
                ID,
                json,
                json.replace("\\", "\\\\"),
                "Zo\u00eb \\\"Z\\\" O'Hara & <S\u00f8n>/\ud83d\ude00",
                "Zo&euml; &quot;Z&quot; O&#39;Hara &amp; &lt;S&oslash;n&gt;/&#128512;",
                "Zo&#xEB; &#34;Z&#034; O&apos;Hara &#x26; &#x3c;S&#248;n&gt;&#x2F;&#x1F600;",
                "Zo&amp;euml; &amp;quot;Z&amp;quot; O&amp;#39;Hara &amp;amp; &amp;lt;S\u00f8n> /"
                        .replace("> /", ">/\ud83d\ude00"),
                "Zo\u00eb \"\"Z\"\" O'Hara & <S\u00f8n>/\ud83d\ude00",
                "Zo\u00eb \"Z\" O''Hara & <S\u00f8n>/\ud83d\ude00",
                "Zo%C3%AB%20%22Z%22%20O%27Hara%20%26%20%3CS%c3%b8n%3E%2F%F0%9F%98%80",
                "Zo%C3%AB+%22Z%22+O'Hara+%26+%3CS%C3%B8n%3E/%F0%9F%98%80",
                "Zo%25C3%25AB%2520%2522Z%2522%2520O'Hara%2520%2526%2520%253CS%25C3%25B8n%253E%252F%25F0%259F%2598%2580",
                "Zoe\u0308 \"Z\" O'Hara & <So\u0308n>/\ud83d\ude00".replace("So\u0308n", "S\u00f8n"));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void escapedIdsCountOnceEach(String spelling) throws IOException {
        Path file = write(
                ("x \"" + spelling + "\", " + spelling + "; " + spelling + "s\n").getBytes(StandardCharsets.UTF_8));
        assertThat(Erasure.of(Set.of(ID), "request").search(file)).isEqualTo(2); // the third is part of a word
        for (int before = 0; before < 40; before++) {
            Files.writeString(file, " ".repeat(before) + spelling + " ".repeat(200));
            assertThat(Mentions.in(file, Set.of(ID), 7).count()).as("in pieces").isEqualTo(1);
        }
    }

    /** Names of ASCII punctuation: HTML Living Standard, section 13.5. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "! excl",
                "\" quot/QUOT",
                "# num",
                "$ dollar",
                "% percnt",
                "& amp/AMP",
                "' apos",
                "( lpar",
                ") rpar",
                "* ast/midast",
                "+ plus",
                ", comma",
                ". period",
                "/ sol",
                ": colon",
                "; semi",
                "< lt/LT",
                "= equals",
                "> gt/GT",
                "? quest",
                "@ commat",
                "[ lsqb/lbrack",
                "\\ bsol",
                "] rsqb/rbrack",
                "^ Hat",
                "_ lowbar/UnderBar",
                "` grave/DiacriticalGrave",
                "{ lcub/lbrace",
                "| verbar/vert/VerticalLine",
                "} rcub/rbrace"
            })
    void everyNamedEntityOfAsciiPunctuationCounts(String mark, String names) {
        for (String name : names.split("/")) {
            String text = "<td>A&" + name + ";1</td> A&amp;" + name + ";1";
            assertThat(Mentions.count(text, Set.of("A" + mark + "1"))).as(name).isEqualTo(2);
            assertThat(Mentions.count(text, Set.of("A-1"))).as(name).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m%FCller@x.de              | müller@x.de",
                "m%fcller%40x.de            | müller@x.de",
                "m%25FCller@x.de            | müller@x.de",
                "&Scaron;koda&sol;1         | Škoda/1",
                "Jos&eacute;&nbsp;P&Eacute;rez | José PÉrez",
                "A&sol;1&nbsp;b&amp;c       | A/1 b&c"
            })
    void namedLettersNoBreakBlanksAndLatinPercentEscapesCount(String written, String id) {
        assertThat(Mentions.count("?q=" + written + "&x=1", Set.of(id))).isEqualTo(1);
    }

    /** What stands right before or after is no letter of the word. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"line\\n13085\\n\"     | 1",
                "a%2F13085%2Fb           | 1",
                "&nbsp;13085&nbsp;       | 1",
                "\\u002013085\\u0020     | 1",
                "\\u00e913085            | 0",
                "13085\\u00e9            | 0",
                "\\\\\\u0031\\u0033085   | 1",
                "客户13085的订单          | 1",
                "x13085                  | 0",
                "130850                  | 0",
                "\"13085\", 13085;        | 2",
                "13\\085                 | 0"
            })
    void neighboursOfAMentionAreReadInTheirSpelling(String text, int mentions) {
        assertThat(Mentions.count(text, Set.of("13085"))).isEqualTo(mentions);
    }

    /** Chinese puts no blanks between words. */
    @Test
    void aNameWithinChineseTextCounts() {
        assertThat(Mentions.count("\u5ba2\u6237\u5f20\u4e09\u7684\u8ba2\u5355", Set.of("\u5f20\u4e09")))
                .isEqualTo(1);
        assertThat(Mentions.count("\\u5ba2\\u6237\\u5f20\\u4e09\\u7684", Set.of("\u5f20\u4e09")))
                .isEqualTo(1);
    }

    @Test
    void aReferenceThatHoldsAnEscapedIdIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Erasure.of(Set.of("o'hara"), "erase o&#39;hara"))
                .withMessageNotContaining("hara");
    }

    /** Thousands of signs, each of them possibly escaped, take neither the stack nor an age. */
    @Test
    void aVeryLongIdIsFound() {
        String id = "s" + "\"&\\%".repeat(5_000);
        assertThat(Mentions.count("x " + id.replace("&", "&amp;").replace("\"", "\"\"") + " y", Set.of(id)))
                .isEqualTo(1);
        assertThat(Mentions.count("\\".repeat(100_000) + "&amp;".repeat(10_000), Set.of(id)))
                .isZero();
    }
}

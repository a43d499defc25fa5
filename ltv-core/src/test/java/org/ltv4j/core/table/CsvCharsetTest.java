package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/** Charsets and gzip. */
class CsvCharsetTest {
    private static final String TEXT =
            "customer,date,amount,note\nJos\u00e9,2025-03-01,1,\u00fc\nBj\u00f6rn,2025-03-02,2,x\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "windows-1252",
                "ISO-8859-1",
                "IBM850",
                "IBM437",
                "UTF-16",
                "UTF-16LE",
                "UTF-16BE",
                "GB18030",
                "UTF-8"
            })
    void anyCharsetMayBeStated(String name) {
        Charset charset = Charset.forName(name);
        Ingest read = Sales.read(TEXT, charset, Sales.DEFAULTS.withCharset(charset));
        assertThat(read.log().customers().id(0)).isEqualTo("Jos\u00e9");
        assertThat(read.log().customers().id(1)).isEqualTo("Bj\u00f6rn");
        assertThat(read.format().charset()).isEqualTo(charset.name());
    }

    @Test
    void byteOrderMarksTellTheCharset() {
        for (Charset charset : new Charset[] {
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE")
        }) {
            Ingest read = Sales.read("\ufeff" + TEXT, charset, Sales.DEFAULTS);
            assertThat(read.log().customers().id(0)).isEqualTo("Jos\u00e9");
            assertThat(read.format().charset()).isEqualTo(charset.name());
            assertThat(read.format().columns()).containsEntry(ColumnRole.CUSTOMER, "customer");
        }
    }

    @Test
    void utf16WithoutAMarkIsAskedFor() {
        assertThatThrownBy(() -> Sales.read(TEXT, StandardCharsets.UTF_16LE, Sales.DEFAULTS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("--charset UTF-16LE");
    }

    @Test
    void aTextThatEndsWithinACharacterIsCutOff() {
        for (String name : new String[] {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
            byte[] whole = ("\ufeff" + TEXT.repeat(5_000)).getBytes(Charset.forName(name));
            int unit = name.startsWith("UTF-16") ? 2 : 4;
            for (int left = 1; left < unit; left++) {
                byte[] cut = Arrays.copyOf(whole, whole.length - unit + left);
                int read = left;
                assertThatThrownBy(() -> Sales.read(cut, Sales.COLUMNS, Sales.DEFAULTS.withRowPolicy(RowPolicy.SKIP)))
                        .isInstanceOf(InvalidDataException.class)
                        .hasMessage("the input is " + name + " whose last character is not whole: it ends after " + read
                                + " of its " + unit
                                + " bytes, so it is cut off or of another charset; fetch it again, or"
                                + " state the charset");
            }
        }
    }

    @Test
    void bytesThatDoNotDecodeInAUsedColumnAreAnError() {
        assertThatThrownBy(() -> Sales.read(TEXT, StandardCharsets.ISO_8859_1, Sales.DEFAULTS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("2 unreadable text")
                .hasMessageContaining("line 2, column customer: has bytes that are not UTF-8")
                .hasMessageContaining("--charset")
                .hasMessageNotContaining("Jos");
    }

    @Test
    void bytesThatDoNotDecodeInAnUnusedColumnDoNoHarm() {
        String text = "customer,date,amount,note\nann,2025-03-01,1,\u00fc\nbob,2025-03-02,2,\u00e9\n";
        assertThat(Sales.read(text, StandardCharsets.ISO_8859_1, Sales.DEFAULTS)
                        .log()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void bytesThatAStatedCharsetLacksAreAnErrorToo() {
        byte[] bytes = "customer,date,amount\na?n,2025-03-01,1\n".getBytes(StandardCharsets.US_ASCII);
        bytes[22] = (byte) 0x81; // not in windows-1252
        assertThatThrownBy(() ->
                        Sales.read(bytes, Sales.COLUMNS, Sales.DEFAULTS.withCharset(Charset.forName("windows-1252"))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 2, column customer: has bytes that are not windows-1252");
    }

    @Test
    void aWrongStatedCharsetNeverMergesIds() {
        String text = "customer,date,amount\nJos\u00e9,2025-03-01,1\nJos\u00e8,2025-03-01,1\n";
        assertThatThrownBy(() -> Sales.read(
                        text, StandardCharsets.ISO_8859_1, Sales.DEFAULTS.withCharset(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidDataException.class);
        TransactionLog skipped = Sales.read(
                        text + "ann,2025-03-01,1\n",
                        StandardCharsets.ISO_8859_1,
                        Sales.DEFAULTS.withRowPolicy(RowPolicy.SKIP))
                .log();
        assertThat(skipped.customers().size()).isEqualTo(1);
    }

    @Test
    void gzipIsToldByItsBytes() {
        Ingest read = Sales.read(Sales.gzip(TEXT.getBytes(StandardCharsets.UTF_8)), Sales.COLUMNS, Sales.DEFAULTS);
        assertThat(read.log().size()).isEqualTo(2);
        assertThat(read.format().gzip()).isTrue();
    }

    @Test
    void gzipFilesPutTogetherAreReadToTheEnd() {
        byte[] one = Sales.gzip("customer,date,amount\nann,2025-03-01,1\n".getBytes(StandardCharsets.UTF_8));
        byte[] two = Sales.gzip("bob,2025-03-01,1\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        assertThat(Sales.read(both, Sales.COLUMNS, Sales.DEFAULTS).log().size()).isEqualTo(100_001);
    }

    @Test
    void gzipThatIsCutOffOrDamagedIsTold() {
        StringBuilder text = new StringBuilder("customer,date,amount\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("c")
                    .append(i * 7919 % 50_000)
                    .append(",2025-03-01,")
                    .append(i)
                    .append('\n');
        }
        byte[] whole = Sales.gzip(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Sales.read(Arrays.copyOf(whole, whole.length / 2), Sales.COLUMNS, Sales.DEFAULTS))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("gzip file that is cut off");
        byte[] damaged = whole.clone();
        for (int i = damaged.length / 2; i < damaged.length / 2 + 50; i++) {
            damaged[i] = 0;
        }
        assertThatThrownBy(() -> Sales.read(damaged, Sales.COLUMNS, Sales.DEFAULTS.withRowPolicy(RowPolicy.SKIP)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("gzip");
    }

    /** Any text comes through any block boundary of the transcoder as the JDK encodes it. */
    @Property(tries = 200, seed = "20261122")
    void transcodesAsTheJdkDoes(@ForAll String any) throws IOException {
        String text = any.replaceAll("[\\ud800-\\udfff]", "\ud83d\ude00").repeat(200);
        for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, Charset.forName("GB18030")}) {
            byte[] raw = text.getBytes(charset);
            try (TranscodingStream stream = new TranscodingStream(new ByteArrayInputStream(raw), charset)) {
                assertThat(stream.readAllBytes()).isEqualTo(new String(raw, charset).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Property(seed = "20261122")
    void knowsWellFormedUtf8(@ForAll byte[] bytes) {
        boolean valid;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
            valid = true;
        } catch (java.nio.charset.CharacterCodingException e) {
            valid = false;
        }
        for (byte b : bytes) {
            valid &= b != 0;
        }
        assertThat(Utf8.valid(bytes, 0, bytes.length)).isEqualTo(valid);
    }

    @Property(seed = "20261122")
    void knowsWellFormedUtf8OfRealText(@ForAll String text) {
        String clean = text.replaceAll("[\\ud800-\\udfff\\x00]", "\ud83d\ude00");
        byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.valid(bytes, 0, bytes.length)).isTrue();
    }
}

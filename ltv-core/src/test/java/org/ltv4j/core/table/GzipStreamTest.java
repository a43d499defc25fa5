package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.InvalidDataException;

/** Whatever stands behind a gzip member: read or refused, never passed over. */
class GzipStreamTest {
    private static final byte[] FIRST = Sales.gzip(rows("customer,date,amount\n", 60));
    private static final byte[] SECOND = Sales.gzip(rows("", 60));

    @TempDir
    Path folder;

    private static byte[] rows(String header, int count) {
        StringBuilder text = new StringBuilder(header);
        for (int i = 0; i < count; i++) {
            text.append("c")
                    .append(i)
                    .append(",2025-03-01,")
                    .append(i * 7919 % 100)
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static int size(byte[] file) {
        return Sales.read(file, Sales.COLUMNS, Sales.DEFAULTS).log().size();
    }

    @Test
    void allMembersAreRead() {
        byte[] empty = Sales.gzip(new byte[0]); // as bgzip ends its files
        assertThat(size(joined(FIRST, SECOND))).isEqualTo(120);
        assertThat(size(joined(empty, FIRST, empty, SECOND, SECOND, empty))).isEqualTo(180);
    }

    @Test
    void zerosUpToTheEndArePadding() {
        assertThat(size(joined(FIRST, new byte[1]))).isEqualTo(60);
        assertThat(size(joined(FIRST, SECOND, new byte[100_000]))).isEqualTo(120);
    }

    @Test
    void aMemberThatIsCutOffIsToldWhereverItIsCut() {
        for (int length = 1; length < SECOND.length; length++) {
            byte[] file = joined(FIRST, Arrays.copyOf(SECOND, length));
            assertThatThrownBy(() -> size(file))
                    .as("%d bytes of the second member", length)
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageStartingWith("the input is a gzip file that is cut off: it ends after byte "
                            + file.length + ", in the 2. of the files");
        }
        for (int length = 3; length < FIRST.length; length++) {
            byte[] file = Arrays.copyOf(FIRST, length);
            assertThatThrownBy(() -> size(file))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("cut off: it ends after byte " + length + ", and");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "x", "c1,2025-03-01,5\n", "\u001f", "\u001f{", "\0x"})
    void whatIsNoGzipBehindAMemberIsRefused(String junk) {
        byte[] file = joined(FIRST, junk.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> size(file))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("is a gzip file")
                .hasMessageContaining("fetch it again");
    }

    @Test
    void theEndOfTheGzipPartIsNamed() {
        assertThatThrownBy(() -> size(joined(FIRST, "rest".getBytes(StandardCharsets.US_ASCII))))
                .hasMessage("the input is a gzip file whose end at byte " + FIRST.length
                        + " is followed by bytes that are no gzip: they may be rows that were lost; fetch it again, or cut them"
                        + " off if they belong to nothing");
    }

    /**
     * No byte of the packed rows, the check sum or the length may change without a word. Bits that fill up the last packed byte,
     * the ninth from the end, mean nothing: where only they change, all rows are there.
     */
    @Property(tries = 300, seed = "20261122")
    void aDamagedMemberIsRefused(
            @ForAll @IntRange(min = 10, max = 100_000) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] damaged = SECOND.clone();
        int at = 10 + place % (damaged.length - 10);
        damaged[at] ^= (byte) change;
        if (at == damaged.length - 9 && isUnpacked(damaged)) {
            assertThat(size(joined(FIRST, damaged))).isEqualTo(120);
            return;
        }
        assertThatThrownBy(() -> size(joined(FIRST, damaged)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("is a gzip file");
    }

    private static boolean isUnpacked(byte[] member) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(member))) {
            return in.readAllBytes().length > 0;
        } catch (IOException damaged) {
            return false;
        }
    }

    @Test
    void namesCommentsExtraFieldsAndHeaderChecksArePassedOver() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3});
        header.write(new byte[] {3, 0, 'B', 'C', 0});
        header.write("sales.csv\0a comment\0".getBytes(StandardCharsets.ISO_8859_1));
        CRC32 check = new CRC32();
        check.update(header.toByteArray());
        header.write((int) check.getValue());
        header.write((int) check.getValue() >> 8);
        byte[] body = Arrays.copyOfRange(FIRST, 10, FIRST.length);
        assertThat(size(joined(header.toByteArray(), body, SECOND))).isEqualTo(120);

        byte[] wrong = header.toByteArray();
        wrong[wrong.length - 1] ^= 1;
        assertThatThrownBy(() -> size(joined(wrong, body))).hasMessageContaining("the check sum of its header");
    }

    /** Members of all lengths around the blocks in which the file is read. */
    @Test
    void membersEndAnywhereInABlock() throws IOException {
        Random random = new Random(5);
        byte[] bytes = new byte[(1 << 16) - 40]; // hardly packs, so that its end falls near that of a block
        random.nextBytes(bytes);
        for (int length = bytes.length - 60; length <= bytes.length; length++) {
            byte[] one = Arrays.copyOf(bytes, length);
            byte[] file = joined(Sales.gzip(one), Sales.gzip(one));
            try (GzipStream in = new GzipStream(new ByteArrayInputStream(file))) {
                assertThat(in.readAllBytes()).isEqualTo(joined(one, one));
                assertThat(in.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void everyReaderNamesTheFile() throws IOException {
        Path csv = folder.resolve("sales.csv.gz");
        Files.write(csv, joined(FIRST, Arrays.copyOf(SECOND, 40)));
        assertThatThrownBy(() -> SalesFile.read(csv, Sales.COLUMNS))
                .hasMessageStartingWith("sales.csv.gz is a gzip file that is cut off");
        Path json = folder.resolve("sales.jsonl.gz");
        String line = "{\"customer\": \"a\", \"date\": \"2025-03-01\", \"amount\": 1}\n";
        byte[] member = Sales.gzip(line.repeat(5).getBytes(StandardCharsets.UTF_8));
        Files.write(json, joined(member, Arrays.copyOf(member, 30)));
        assertThatThrownBy(() -> SalesFile.read(json, Sales.COLUMNS))
                .hasMessageStartingWith("sales.jsonl.gz is a gzip file that is cut off");
        Files.write(json, joined(member, member));
        assertThat(SalesFile.read(json, Sales.COLUMNS).log().size()).isEqualTo(10);
        Path catalog = folder.resolve("catalog.csv.gz");
        byte[] products = Sales.gzip("sku,name\n1,tea\n".getBytes(StandardCharsets.UTF_8));
        Files.write(catalog, joined(products, new byte[] {'x'}));
        assertThatThrownBy(() -> IdMappings.read(catalog, "sku", "name", Sales.DEFAULTS))
                .hasMessageStartingWith("catalog.csv.gz is a gzip file");
    }
}

package org.ltv4j.segmentation.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.testing.SharedData;

class BasketFilesTest {
    private static BasketLog read(String text, BasketFormat format) {
        try {
            return BasketFiles.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> names(BasketLog log) {
        List<List<String>> all = new ArrayList<>();
        for (int b = 0; b < log.size(); b++) {
            all.add(List.copyOf(log.names(b)));
        }
        return all;
    }

    @Test
    void aLineIsABasketAndAnEmptyOneAnEmptyBasket() {
        assertThat(names(read("tea, cake ,tea\r\n\n  \nmilk", BasketFormat.COMMA)))
                .containsExactly(List.of("tea", "cake"), List.of(), List.of(), List.of("milk"));
        assertThat(names(read("", BasketFormat.COMMA))).isEmpty();
        assertThat(names(read("\n", BasketFormat.COMMA))).containsExactly(List.of());
        assertThat(names(read("\uFEFFtea\n", BasketFormat.COMMA))).containsExactly(List.of("tea"));
    }

    @Test
    void namesMayHoldSeparatorsAndQuotes() {
        assertThat(names(read("\"salt, coarse\" , \"the \"\"best\"\" tea\",a\"b\n", BasketFormat.COMMA)))
                .containsExactly(List.of("salt, coarse", "the \"best\" tea", "a\"b"));
        assertThat(names(read("salt, coarse\t x \n", BasketFormat.TAB))).containsExactly(List.of("salt, coarse", "x"));
        assertThat(names(read("a|b;c\n", BasketFormat.BAR))).containsExactly(List.of("a", "b;c"));
        assertThat(names(read("a|b;c\n", BasketFormat.SEMICOLON))).containsExactly(List.of("a|b", "c"));
    }

    @Test
    void numbersAreReadAsOtherMinersWriteThem() {
        assertThat(names(read(" 25 52\t7  7 \n\n007\n", BasketFormat.FIMI)))
                .containsExactly(List.of("25", "52", "7"), List.of(), List.of("7"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "COMMA ! a,,b ! line 2, item 2: need a name, got a blank one",
                "COMMA ! a, ! line 2, item 2: need a name, got a blank one",
                "COMMA ! \"\" ! line 2, item 1: need a name, got a blank one",
                "COMMA ! a,\"b ! line 2, item 2: a quote is opened and not closed on this line",
                "COMMA ! \"a\"b,c ! line 2, item 1: need a separator after the closing quote, at character 4",
                "FIMI ! 1 x 2 ! line 2, character 3: need whole numbers of at most 18 digits",
                "FIMI ! 1 -2 ! line 2, character 3: need whole numbers",
                "FIMI ! 3.5 ! line 2, character 1: need whole numbers",
                "FIMI ! 1234567890123456789 ! line 2, character 1: need whole numbers"
            })
    void whatIsNotOfTheFormatIsRefusedWithItsLine(BasketFormat format, String line, String message) {
        assertThatThrownBy(() -> read((format == BasketFormat.FIMI ? "1" : "ok") + "\n" + line + "\n", format))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void otherEncodingsAreRefusedWithTheirLine() {
        byte[] latin = "ok\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> BasketFiles.read(new ByteArrayInputStream(latin), BasketFormat.COMMA))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("line 2 is not UTF-8: save the file in that encoding");
    }

    @Test
    void gzippedFilesAreReadAndDamagedOnesRefused(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("tea,cake\nmilk\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("baskets.csv.gz"), packed.toByteArray());
        assertThat(names(BasketFiles.read(file, BasketFormat.COMMA)))
                .containsExactly(List.of("tea", "cake"), List.of("milk"));
        Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() - 9));
        assertThatThrownBy(() -> BasketFiles.read(cut, BasketFormat.COMMA)).isInstanceOf(InvalidDataException.class);
        packed.write("more".getBytes(StandardCharsets.UTF_8));
        Path followed = Files.write(folder.resolve("followed.gz"), packed.toByteArray());
        assertThatThrownBy(() -> BasketFiles.read(followed, BasketFormat.COMMA))
                .isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> BasketFiles.read(folder.resolve("missing"), BasketFormat.COMMA))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing");
    }

    @Property(tries = 200, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAgain(@ForAll @Size(max = 6) List<@Size(max = 5) Set<String>> raw) throws IOException {
        List<List<String>> baskets = raw.stream()
                .map(basket -> basket.stream()
                        .filter(name -> !Blanks.isBlank(name) && IdTable.isUnicode(name))
                        .filter(name -> name.indexOf('\n') < 0 && name.indexOf('\r') < 0)
                        .sorted()
                        .toList())
                .toList();
        BasketLog log = BasketLog.of(baskets);
        Path file = Files.createTempFile("baskets", ".csv");
        try {
            for (BasketFormat format : List.of(BasketFormat.COMMA, BasketFormat.TAB, BasketFormat.BAR)) {
                BasketFiles.write(log, file, format);
                assertThat(names(BasketFiles.read(file, format))).isEqualTo(names(log));
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void namesThatAFormatCannotHoldAreNotWritten(@TempDir Path folder) {
        Path file = folder.resolve("baskets");
        assertThatThrownBy(() -> BasketFiles.write(BasketLog.of(List.of(Set.of("a\nb"))), file, BasketFormat.COMMA))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("item number 0 has a line break in its name");
        assertThatThrownBy(() -> BasketFiles.write(BasketLog.of(List.of(Set.of("tea"))), file, BasketFormat.FIMI))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("item number 0 is no whole number");
        BasketFiles.write(BasketLog.of(List.of(List.of("17", "4"), List.of())), file, BasketFormat.FIMI);
        assertThat(file).hasContent("17 4\n\n");
        assertThat(names(BasketFiles.read(file, BasketFormat.FIMI))).containsExactly(List.of("17", "4"), List.of());
    }

    /** 100,000 baskets, 870 items, 1,010,228 occurrences, longest 29: the description beside the file. */
    @Test
    void aFileOfTheFimiWorkshopsIsRead() {
        BasketLog baskets = BasketFiles.read(SharedData.file("data/baskets/t10i4d100k.dat.gz"), BasketFormat.FIMI);
        assertThat(baskets.size()).isEqualTo(100_000);
        assertThat(baskets.items().size()).isEqualTo(870);
        assertThat(baskets.occurrences()).isEqualTo(1_010_228);
        assertThat(baskets.longest()).isEqualTo(29);
    }
}

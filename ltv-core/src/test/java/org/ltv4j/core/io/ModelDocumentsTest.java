package org.ltv4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.model.TransactionModel;
import org.ltv4j.core.testing.ModelDocument;

/** What is refused, and in which words. */
class ModelDocumentsTest {
    private final String json = Models.toJson(FlatSpend.of(12.5));
    private final ModelDocument document = ModelDocument.parse(json);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "3",
                "\"text\"",
                "{",
                "{}",
                "{\"format\"",
                "\u0000",
                "PK\u0003\u0004",
                "<html>",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1} x",
                "{\"a\":\"\\ud800\"}",
                "\ufeff{}",
                "{\"a\":1e999}"
            })
    void textThatIsNoModelDocumentIsRefused(String text) {
        refused(() -> Models.fromJson(text), "");
    }

    @Test
    void aMemberThatStandsTwiceIsRefusedEvenIfBothAgree() {
        refused(
                () -> Models.fromJson(json.replace("\"sure\": true", "\"sure\": true, \"sure\": true")),
                "$.sure: stands twice in its object");
    }

    @Test
    void textAfterTheDocumentIsRefused() {
        refused(() -> Models.fromJson(json + "{}"), "the document goes on after its end at line");
    }

    @Test
    void anythingButAModelDocumentIsNamed() {
        refused(() -> Models.fromJson("{\"format\": \"geojson\"}"), "$.format: need 'ltv-model', got 'geojson'");
        refused(() -> Models.fromJson("{\"a\": 1}"), "$.format: missing");
    }

    @Test
    void newerVersionsAskForAnUpgrade() {
        refused(
                () -> Models.fromJson(document.with(List.of("formatVersion"), 2)),
                "model file has format version 2, this library reads up to 1: upgrade ltv-core");
        refused(
                () -> Models.fromJson(document.with(List.of("kindVersion"), 3)),
                "model file needs test-flat version 3, this library reads up to 2: upgrade ltv-models");
    }

    @Test
    void anUnknownKindNamesTheKindsOnTheClassPath() {
        refused(
                () -> Models.fromJson(document.with(List.of("kind"), "pareto-nbd")),
                "$.kind: no codec for models of kind 'pareto-nbd' is on the class path, only for"
                        + " [feature-pipeline, purchase-count, test-flat, value]");
    }

    @Test
    void anotherKindThanTheOneAskedForIsRefused() {
        refused(
                () -> Models.fromJson(json, TransactionModel.class),
                "$.kind: this is a test-flat model (FlatSpend), not a TransactionModel");
    }

    @Test
    void aValueThatTheConstructorRefusesIsRefused() {
        refused(
                () -> Models.fromJson(document.with(List.of("parameters", "mean"), -3.0)),
                "$: no test-flat model: need mean > 0, got -3.0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sure    | `yes`          | $.sure: need true or false, got the text 'yes'",
                "count   | `many`         | $.count: need a number, got the text 'many'",
                "weights | `1`            | $.weights: need an array, got the text '1'",
                "basis   | `ONLY_SUNDAYS` | $.basis: need one of [REPEAT_PURCHASES, ALL_PURCHASES], got 'ONLY_SUNDAYS'",
                "fit     | `none`         | $.fit: need an object, got the text 'none'"
            })
    void aValueOfAnotherTypeIsNamedWithItsPlace(String member, String value, String message) {
        refused(() -> Models.fromJson(document.with(List.of(member), value)), message);
    }

    @Test
    void numbersOutOfRangeAreNamedWithTheirPlace() {
        refused(
                () -> Models.fromJson(document.with(List.of("count"), 1.5)),
                "$.count: need a whole number from 0 to 9007199254740992, got 1.5");
        refused(
                () -> Models.fromJson(document.with(List.of("weights", 1), "x")),
                "$.weights[1]: need a number, got the text 'x'");
        refused(() -> Models.fromJson(document.without(List.of("label"))), "$.label: missing");
    }

    @Test
    void aHostileTextDoesNotFillTheMessage() {
        assertThatThrownBy(() -> Models.fromJson(document.with(List.of("basis"), "\u0007" + "x".repeat(100_000))))
                .isInstanceOf(ModelFormatException.class)
                .message()
                .hasSizeLessThan(300)
                .doesNotContain("\u0007");
    }

    @Test
    void deepNestingIsRefusedWithoutOverflow() {
        for (String open : List.of("[", "{\"a\":")) {
            refused(
                    () -> Models.fromJson("{\"a\":" + open.repeat(2_000_000)),
                    "beyond the limits of a model document: Document nesting depth");
        }
    }

    @Test
    void aFileOfAnotherSortIsRefused(@TempDir Path folder) throws Exception {
        refused(() -> Models.load(folder), "this is a folder, not a model file");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        refused(() -> Models.load(binary), "binary: this is no model document: it is not UTF-8 text");
        Path large = folder.resolve("large");
        try (var channel = FileChannel.open(large, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), JsonText.MAX_SIZE);
        }
        refused(() -> Models.load(large), "larger than 64 MiB");
        assertThatThrownBy(() -> Models.load(folder.resolve("nowhere.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("there is no model file")
                .hasMessageContaining("nowhere.json");
    }

    @Test
    void theFileIsNamedInTheMessage(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("m.json"), "{}");
        refused(() -> Models.load(file), "m.json: $.format: missing");
    }

    @Test
    void whatCannotBeReadBackIsNotSaved() {
        FlatSpend half = FlatSpend.of(1);
        assertThatThrownBy(() -> Models.toJson(
                        new FlatSpend(1, 1, true, "\ud83d", half.basis(), List.of(), List.of(), List.of(), half.fit())))
                .hasMessage("$.label cannot be saved: half a character (surrogate) at place 0");
        assertThatThrownBy(() -> Models.toJson(new FlatSpend(
                        1, 1, true, "", half.basis(), List.of(Double.NaN), List.of(), List.of(), half.fit())))
                .hasMessage("$.weights cannot be saved: need a finite number, got NaN");
        assertThatThrownBy(() -> new ModelWriter("$").flag("a", true).flag("a", true))
                .hasMessage("$.a is written twice");
    }

    @Test
    void aModelWithoutACodecCannotBeSaved() {
        LtvModel unknown = new LtvModel() {
            @Override
            public String kind() {
                return "home-made";
            }

            @Override
            public Optional<FitReport> fit() {
                return Optional.empty();
            }
        };
        assertThatThrownBy(() -> Models.toJson(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a model of kind home-made cannot be saved: no codec for it is on the class path, only for"
                        + " [feature-pipeline, purchase-count, test-flat, value]");
    }

    @Test
    void streamsStayOpenAndCarryTheSameBytes() throws Exception {
        var out = new ByteArrayOutputStream();
        Models.write(FlatSpend.of(12.5), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(json);
    }

    private static void refused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(ModelFormatException.class).hasMessageContaining(words);
    }
}

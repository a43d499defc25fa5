package org.ltv4j.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ltv4j.core.monitor.Matrices.JULY;
import static org.ltv4j.core.monitor.Matrices.JUNE;
import static org.ltv4j.core.monitor.Matrices.joined;
import static org.ltv4j.core.monitor.Matrices.range;
import static org.ltv4j.core.monitor.Matrices.times;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.io.ModelFormatException;

class BaselineFileTest {
    @TempDir
    private Path folder;

    private static FeatureMatrix matrix(java.time.LocalDate date) {
        List<String> cities = IntStream.range(0, 100)
                .mapToObj(i -> i < 60 ? "Graz" : i < 97 ? "Wien" : i < 98 ? "" : "Ischl")
                .toList();
        return Matrices.asOf(date)
                .number("spend", joined(times(40, 0), range(1, 59), times(1, 0.1)))
                .number("same", times(100, 0))
                .number("never", times(100, Double.NaN))
                .number("phone", Sensitivity.IDENTIFIER, range(664_000_001, 664_000_100))
                .category("city", Sensitivity.SENSITIVE, cities)
                .build();
    }

    private static DriftBaseline baseline() {
        FeatureMatrix matrix = matrix(JUNE);
        return DriftBaseline.of(matrix, Matrices.scores(matrix, range(1, 100)));
    }

    private Path saved() {
        Path file = folder.resolve("baseline.json");
        baseline().save(file);
        return file;
    }

    @Test
    void whatIsLoadedIsEqualAndSavesToTheSameBytes() throws IOException {
        DriftBaseline loaded = DriftBaseline.load(saved());
        assertThat(loaded).isEqualTo(baseline()).hasSameHashCodeAs(baseline());
        Path again = folder.resolve("again.json");
        loaded.save(again);
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(saved()));
        FeatureMatrix now = matrix(JULY);
        assertThat(loaded.compare(now, Matrices.scores(now, range(51, 150))))
                .isEqualTo(baseline().compare(now, Matrices.scores(now, range(51, 150))));
    }

    @Test
    void theFileHoldsNoRowNoIdentifierAndNoRareName() throws IOException {
        String json = Files.readString(saved());
        assertThat(json).contains("\"ltv-drift-baseline\"", "\"Graz\"", "\"spend\"");
        assertThat(json).doesNotContain("66400").doesNotContain("Ischl");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"asOf\": \"2026-06-30\"`, `\"asOf\": \"2026-06-29\"`, was changed",
                "`\"format\": \"ltv-drift-baseline\"`, `\"format\": \"ltv-model\"`, need 'ltv-drift-baseline'",
                "`\"formatVersion\": 1`, `\"formatVersion\": 2`, upgrade",
                "`\"score\"`, `\"scores\"`, sha256",
                "`]`, ``, .json"
            })
    void damagedFilesAreRefused(String what, String instead, String message) throws IOException {
        Path file = saved();
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(what), instead));
        assertThatThrownBy(() -> DriftBaseline.load(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void cutShortFilesAreRefusedWhereverTheyEnd() throws IOException {
        Path file = saved();
        String text = Files.readString(file).strip();
        for (int length = 0; length < text.length(); length += 97) {
            Files.writeString(file, text.substring(0, length));
            assertThatThrownBy(() -> DriftBaseline.load(file)).isInstanceOf(ModelFormatException.class);
        }
        assertThatThrownBy(() -> DriftBaseline.load(folder.resolve("none.json")))
                .isInstanceOf(UncheckedIOException.class);
    }
}

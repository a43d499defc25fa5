package org.ltv4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is saved that could not be loaded again. */
class UnreadableDocumentsTest {
    private static Consumer<ModelWriter> nested(int levels) {
        return levels == 0 ? out -> out.text("end", "here") : out -> out.object("in", nested(levels - 1));
    }

    private static String end(ModelReader in, int levels) {
        return levels == 0 ? in.text("end") : end(in.object("in"), levels - 1);
    }

    private static String loaded(Path file) {
        return JsonDocuments.load(file, "deep", 1, in -> end(in, 63));
    }

    @Test
    void aDocumentAsDeepAsIsReadIsWrittenAndADeeperOneIsNot(@TempDir Path folder) {
        Path file = folder.resolve("deep.json");
        JsonDocuments.save(file, "deep", 1, nested(63)); // with the root 64 levels
        assertThat(loaded(file)).isEqualTo("here");
        assertThatThrownBy(() -> JsonDocuments.save(file, "deep", 1, nested(64)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 64 levels");
        assertThat(loaded(file)).isEqualTo("here"); // as it was
    }

    @Test
    void aDocumentLargerThanIsReadIsNotWritten() {
        String euros = "\u20ac".repeat(JsonText.MAX_SIZE / 3); // 3 bytes each in UTF-8
        assertThatThrownBy(() -> JsonDocuments.of("large", 1, out -> out.text("name", euros)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 64 MiB");
    }

    private static Consumer<ModelWriter> inLists(int levels) {
        return levels == 0
                ? out -> out.text("end", "here")
                : out -> out.objects(
                        "in", List.of(1), (one, inner) -> inLists(levels - 1).accept(inner));
    }

    private static String endInLists(ModelReader in, int levels) {
        return levels == 0 ? in.text("end") : endInLists(in.objects("in").get(0), levels - 1);
    }

    @Test
    void listsCountAsLevels() {
        String json = JsonDocuments.of("lists", 1, inLists(31)); // two levels each, one of the root
        String end = JsonDocuments.parse(json, "lists", 1, in -> endInLists(in, 31));
        assertThat(end).isEqualTo("here");
        assertThatThrownBy(() -> JsonDocuments.of("lists", 1, inLists(32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 64 levels");
    }
}

package org.ltv4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonDocumentsTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void save() {
        file = folder.resolve("a.json");
        JsonDocuments.save(file, "ltv-sample", 2, root -> root.number("x", 0.1).text("name", "one"));
    }

    @Test
    void whatWasSavedIsLoaded() {
        assertThat(load(file, "ltv-sample", 2)).isEqualTo(0.1);
        assertThat(load(file, "ltv-sample", 3)).isEqualTo(0.1);
    }

    @Test
    void sameContentGivesTheSameBytes() throws IOException {
        Path other = folder.resolve("b.json");
        JsonDocuments.save(other, "ltv-sample", 2, root -> root.number("x", 0.1).text("name", "one"));
        assertThat(Files.readString(other)).isEqualTo(Files.readString(file));
    }

    @Test
    void anotherFormatOrANewerVersionIsRefused() {
        refused("ltv-other", 2, "$.format: need 'ltv-other', got 'ltv-sample'");
        refused("ltv-sample", 1, "$.formatVersion: is 2, this library reads up to 1: upgrade ltv4j");
    }

    @Test
    void aChangedValueIsRefused() throws IOException {
        Files.writeString(file, Files.readString(file).replace("0.1", "0.2"));
        refused("ltv-sample", 2, "$.sha256: a value was changed after the file was saved; make the file anew");
    }

    @Test
    void aMemberThatNobodyAskedForIsRefused() {
        assertThatThrownBy(() -> JsonDocuments.load(file, "ltv-sample", 2, in -> in.number("x")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("name");
    }

    @Test
    void aFileCutShortIsRefused() throws IOException {
        String text = Files.readString(file);
        for (int length = 0; length < text.length() - 1; length += 7) {
            Files.writeString(file, text.substring(0, length));
            assertThatThrownBy(() -> load(file, "ltv-sample", 2))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageStartingWith(file + ": ");
        }
    }

    @Test
    void aFolderAndAMissingFileAreNamed() {
        assertThatThrownBy(() -> load(folder, "ltv-sample", 2))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(folder + ": this is a folder, not a ltv-sample file");
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> load(missing, "ltv-sample", 2))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("there is no ltv-sample file " + missing);
        Path nowhere = missing.resolve("x.json");
        assertThatThrownBy(() -> JsonDocuments.save(nowhere, "ltv-sample", 2, root -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(nowhere + " cannot be saved: ");
    }

    private static double load(Path file, String format, int newest) {
        return JsonDocuments.load(file, format, newest, in -> {
            in.text("name");
            return in.number("x");
        });
    }

    private void refused(String format, int newest, String problem) {
        assertThatThrownBy(() -> load(file, format, newest))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(file + ": " + problem);
    }
}

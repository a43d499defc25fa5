package org.ltv4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.model.LtvModel;

class ModelsTest {
    private final FlatSpend model = FlatSpend.of(35.17037126552631);

    @Test
    void aSavedModelIsReadBackEqual(@TempDir Path folder) {
        Path file = folder.resolve("model.json");
        Models.save(model, file);
        assertThat(Models.load(file)).isEqualTo(model);
        assertThat(Models.load(file, FlatSpend.class)).isEqualTo(model);
        assertThat(Models.toJson(Models.load(file))).isEqualTo(Models.toJson(model));
    }

    @Test
    void theDocumentNamesItsFormatKindAndVersions() {
        assertThat(Models.toJson(model))
                .startsWith("{\n  \"format\": \"ltv-model\",\n  \"formatVersion\": 1,\n  \"kind\": \"test-flat\",\n"
                        + "  \"kindVersion\": 2,\n  \"library\": \"")
                .contains("\"mean\": 35.17037126552631")
                .contains("[ 0.1, -0.0, ")
                .endsWith("\"\n}\n");
    }

    @Test
    void anEditedValueIsRefused() {
        String json = Models.toJson(model).replace("35.17", "35.18");
        assertThatThrownBy(() -> Models.fromJson(json))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.sha256: a value was changed")
                .hasMessageContaining("BgNbdModel.of");
    }

    @Test
    void aTruncatedFileIsRefused(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("model.json");
        byte[] document = Models.toJson(model).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < document.length - 1; length++) {
            Files.write(file, Arrays.copyOf(document, length));
            assertThatThrownBy(() -> Models.load(file, LtvModel.class)).isInstanceOf(ModelFormatException.class);
        }
    }
}

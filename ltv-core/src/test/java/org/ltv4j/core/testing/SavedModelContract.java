package org.ltv4j.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.LtvModel;

/**
 * What every kind of model that can be saved promises: inherit this and give some models, fitted ones and edges among them.
 */
public abstract class SavedModelContract {
    private static final int NOISE = 500;

    /** Models to save, at least one. */
    protected abstract List<? extends LtvModel> models();

    @Test
    void whatIsLoadedIsEqualToWhatWasSaved(@TempDir Path folder) {
        for (LtvModel model : models()) {
            Path file = folder.resolve("model.json");
            Models.save(model, file);
            LtvModel loaded = Models.load(file, model.getClass());
            assertThat(loaded).isEqualTo(model).hasSameHashCodeAs(model);
            assertThat(Models.toJson(loaded)).isEqualTo(Models.toJson(model));
        }
    }

    @Test
    void theDocumentNamesNoClass() {
        for (LtvModel model : models()) {
            assertThat(Models.toJson(model)).doesNotContain("org.ltv4j").doesNotContain("java.");
        }
    }

    @Test
    void reformattingDoesNoHarm() {
        for (LtvModel model : models()) {
            String json = Models.toJson(model);
            ModelDocument document = ModelDocument.parse(json);
            String compact = document.with(List.of("format"), "ltv-model");
            assertThat(Models.fromJson(compact)).isEqualTo(model);
            assertThat(Models.fromJson("\n\t " + compact + "\r\n ")).isEqualTo(model);
        }
    }

    @Test
    void changedBytesAreRefused() {
        SplittableRandom random = new SplittableRandom(9);
        for (LtvModel model : models()) {
            byte[] document = Models.toJson(model).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < NOISE; i++) {
                byte[] changed = document.clone();
                int changes = 1 + random.nextInt(3);
                for (int j = 0; j < changes; j++) {
                    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                }
                refusedOrEqual(changed, model);
                refusedOrEqual(Arrays.copyOf(document, random.nextInt(document.length)), model);
            }
        }
    }

    private static void refusedOrEqual(byte[] document, LtvModel model) {
        LtvModel loaded;
        try {
            loaded = Models.read(new ByteArrayInputStream(document), LtvModel.class);
        } catch (ModelFormatException e) {
            assertThat(e).hasMessageNotContaining("null").message().isNotBlank();
            return;
        } catch (Exception e) {
            fail("not a ModelFormatException for " + new String(document, StandardCharsets.UTF_8), e);
            return;
        }
        assertThat(loaded).isEqualTo(model);
    }

    @Test
    void anUnknownMemberIsRefusedWhereverItStands() {
        for (LtvModel model : models()) {
            ModelDocument document = ModelDocument.parse(Models.toJson(model));
            assertThatThrownBy(() -> Models.fromJson(document.with(List.of("surprise"), 1)))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("$.surprise: unknown member");
            for (List<Object> place : document.places()) {
                if (document.get(place) instanceof Map) {
                    List<Object> inside = new ArrayList<>(place);
                    inside.add("surprise");
                    assertThatThrownBy(() -> Models.fromJson(document.with(inside, 1)))
                            .isInstanceOf(ModelFormatException.class)
                            .hasMessageContaining("surprise");
                }
            }
        }
    }

    /** With the checksum made right: the value itself has to be looked at. */
    @Test
    void hostileValuesAreRefusedOrHarmless() {
        for (LtvModel model : models()) {
            ModelDocument document = ModelDocument.parse(Models.toJson(model));
            List<@Nullable Object> hostile = Arrays.asList(
                    null,
                    -1.0,
                    0.0,
                    0.5,
                    1e308,
                    -1e308,
                    1e-320,
                    3e9,
                    "",
                    "infinity",
                    "x",
                    true,
                    List.of(),
                    List.of(-1.0),
                    List.of(List.of()),
                    Map.of());
            for (List<Object> place : document.places()) {
                refusedOrHarmless(document.without(place));
                hostile.forEach(value -> refusedOrHarmless(document.with(place, value)));
            }
        }
    }

    private void refusedOrHarmless(String json) {
        LtvModel loaded;
        try {
            loaded = Models.fromJson(json);
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        } catch (Exception e) {
            fail("not a ModelFormatException for " + json, e);
            return;
        }
        assertThat(Models.fromJson(Models.toJson(loaded))).isEqualTo(loaded);
        checkPredictions(loaded);
    }

    /** Checks that a model which was read from a changed document predicts nothing absurd; nothing by default. */
    protected void checkPredictions(LtvModel model) {}
}

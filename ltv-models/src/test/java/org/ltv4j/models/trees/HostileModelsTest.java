package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.models.trees.XgbCases.Hostile;

/** Damaged and malicious files ({@code reference/xgb-models/hostile}): one clear error, or numbers; never a crash. */
class HostileModelsTest {
    static List<Hostile> files() {
        return XgbCases.hostile();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedByOneClearErrorOrScoresLikeAnyModel(Hostile file) {
        TreeEnsemble model;
        try {
            model = TreeEnsemble.of(file.bytes());
        } catch (ModelFormatException e) {
            assertThat(file.must()).as(e.getMessage()).isNotEqualTo("score");
            assertThat(e.getMessage()).hasSizeBetween(20, 500);
            return;
        }
        assertThat(file.must()).as("this file was read").isNotEqualTo("refuse");
        Random random = new Random(1);
        float[] margin = new float[model.outputs()];
        for (int i = 0; i < 20; i++) {
            float[] row = new float[model.features()];
            for (int f = 0; f < row.length; f++) {
                row[f] = random.nextInt(10) == 0 ? Float.NaN : (float) (10 * random.nextGaussian());
            }
            model.margin(row, margin);
            for (float value : margin) {
                assertThat(Float.isInfinite(value)).isFalse();
            }
        }
    }
}

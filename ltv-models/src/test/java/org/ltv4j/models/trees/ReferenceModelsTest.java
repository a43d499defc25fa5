package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.testing.Json;
import org.ltv4j.models.trees.XgbCases.Case;

/**
 * Files of XGBoost 1.7.6, 2.0.3, 2.1.4, 3.0.4 and 3.4.0, and what the native library of the version answers for 48 to 200
 * rows each ({@code reference/xgb-models}). Its README allows 2e-6 for predictions; the exponential here has the library's bits.
 */
class ReferenceModelsTest {
    static List<Case> cases() {
        return XgbCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void marginsLeavesAndPredictionsAreEqualToTheLastBit(Case file) {
        Json expected = file.expected();
        TreeEnsemble model;
        try {
            model = TreeEnsemble.of(file.bytes());
        } catch (ModelFormatException e) {
            assertThat(file.mayRefuse()).as(e.getMessage()).isTrue();
            assertThat(e).hasMessageContaining("gblinear");
            return;
        }
        assertThat(model.features()).isEqualTo(expected.get("features").integer());
        assertThat(model.outputs()).isEqualTo(expected.get("outputs").integer());
        assertThat(model.objective()).isEqualTo(file.objective());
        float[] margin = new float[model.outputs()];
        float[] prediction = new float[model.predictions()];
        int[] leaves = new int[model.trees()];
        for (int i = 0; i < expected.get("rows").integer(); i++) {
            float[] row = XgbCases.floats(expected.get("x").get(i).text());
            model.margin(row, margin);
            assertThat(margin)
                    .as("margin of row %d", i)
                    .isEqualTo(XgbCases.floats(expected.get("margin").get(i).text()));
            if (expected.has("leaf")) {
                model.leaves(row, leaves);
                assertThat(leaves)
                        .as("leaves of row %d", i)
                        .isEqualTo(integers(expected.get("leaf").get(i)));
            }
            if (expected.has("prediction")) {
                model.predict(row, prediction);
                assertThat(prediction)
                        .as("prediction of row %d", i)
                        .isEqualTo(XgbCases.floats(
                                expected.get("prediction").get(i).text()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ofAnEarlyStoppedModelTheBestRoundsCanBeTakenAlone(Case file) {
        Json expected = file.expected();
        if (!expected.has("margin_best")) {
            return; // most cases trained all rounds
        }
        TreeEnsemble all = TreeEnsemble.of(file.bytes());
        TreeEnsemble best = all.best();
        assertThat(all.bestIteration()).isEqualTo(OptionalInt.of(best.rounds() - 1));
        float[] margin = new float[best.outputs()];
        for (int i = 0; i < expected.get("margin_best").size(); i++) {
            best.margin(XgbCases.floats(expected.get("x").get(i).text()), margin);
            assertThat(margin)
                    .isEqualTo(
                            XgbCases.floats(expected.get("margin_best").get(i).text()));
        }
    }

    private static int[] integers(Json array) {
        return Arrays.stream(array.text().split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}

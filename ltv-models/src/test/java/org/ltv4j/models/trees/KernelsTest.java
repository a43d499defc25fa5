package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ltv4j.core.testing.Json;

/** Every way of scoring gives the bits of the native library, and of the plain walk where there is no native answer. */
class KernelsTest {
    static Stream<XgbCases.Case> cases() {
        return XgbCases.all().stream()
                .filter(file -> !file.mayRefuse() && file.model().contains("ubj"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyKernelGivesTheMarginsOfTheNativeLibrary(XgbCases.Case file) {
        Json expected = file.expected();
        TreeEnsemble model = TreeEnsemble.of(file.bytes());
        List<float[]> rows = new ArrayList<>();
        float[] margins = new float[expected.get("rows").integer() * model.outputs()];
        for (int i = 0; i < expected.get("rows").integer(); i++) {
            rows.add(XgbCases.floats(expected.get("x").get(i).text()));
            float[] margin = XgbCases.floats(expected.get("margin").get(i).text());
            System.arraycopy(margin, 0, margins, i * margin.length, margin.length);
        }
        Forcing.all(model, rows)
                .forEach((way, answer) -> assertThat(answer).as(way).isEqualTo(margins));
    }

    @ParameterizedTest(
            name = "{0} trees of depth {1}, {2} features, {3} outputs, vectors {4}, categories {5}, branches end {6}")
    @CsvSource({
        "1, 0, 3, 1, false, false, 0",
        "9, 0, 3, 1, false, false, 0",
        "8, 1, 1, 1, false, false, 0",
        "13, 2, 2, 1, false, false, 0.1",
        "10, 3, 5, 1, false, true, 0.2",
        "12, 4, 30, 2, false, false, 0.1",
        "21, 5, 30, 1, false, false, 0",
        "30, 6, 30, 1, false, false, 0",
        "31, 6, 30, 1, false, true, 0.1",
        "12, 6, 7, 3, true, false, 0.1",
        "12, 6, 7, 3, true, true, 0.1",
        "18, 7, 30, 3, false, true, 0.05",
        "9, 8, 30, 1, false, false, 0",
        "9, 9, 30, 1, false, false, 0.02",
        "8, 10, 30, 1, false, true, 0",
        "9, 10, 12, 1, false, false, 0.3",
        "6, 11, 30, 1, false, false, 0",
        "6, 12, 12, 2, false, true, 0.05",
        "5, 12, 12, 2, true, true, 0.05",
        "40, 60, 12, 1, false, true, 0.52"
    })
    void onForestsOfAllShapesEveryKernelGivesTheBitsOfThePlainWalk(
            int trees, int depth, int features, int outputs, boolean vectors, boolean categories, double stop) {
        for (int seed = 0; seed < 5; seed++) {
            RandomForests made = new RandomForests(seed, features, outputs, vectors, categories);
            TreeEnsemble model = made.model(trees * outputs, depth, stop);
            List<float[]> rows = Stream.generate(made::row).limit(150).toList();
            var all = Forcing.all(model, rows);
            float[] walk = all.get("walk");
            assertThat(walk).isNotNull();
            all.forEach((way, answer) -> assertThat(answer).as(way).isEqualTo(walk));
        }
    }

    @Test
    void fewRounds() {
        RandomForests made = new RandomForests(3, 10, 1, false, true);
        TreeEnsemble model = made.model(30, 5, 0.1);
        List<float[]> rows = Stream.generate(made::row).limit(70).toList();
        for (int rounds = 0; rounds <= 30; rounds += 3) {
            var all = Forcing.all(model.restrictedTo(rounds), rows);
            float[] walk = all.get("walk");
            assertThat(walk).isNotNull();
            all.forEach((way, answer) -> assertThat(answer).as(way).isEqualTo(walk));
        }
    }
}

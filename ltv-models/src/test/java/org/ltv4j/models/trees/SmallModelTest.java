package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.io.ModelFormatException;

/**
 * A model small enough to be walked by hand. Tree 0: days below 30.5 or missing: Roma or Oslo (0, 2) -0.75, others 1.25, else
 * 0.5. Tree 1: spend below 100: 0.25, else or missing -0.125. All numbers are exact in float.
 */
class SmallModelTest {
    private final TreeEnsemble model = SmallModel.read(SmallModel.text());

    @ParameterizedTest
    @CsvSource({
        "10, 0, 50, -0.5, 4, 1", // Roma
        "10, 1, 50, 1.5, 3, 1", // París
        "10, 2, 50, -0.5, 4, 1", // Oslo
        "10, 2.9, 50, -0.5, 4, 1", // a fraction is cut off
        "10, 3, 50, 1.5, 3, 1", // never seen
        "10, -1, 50, 1.5, 3, 1",
        "10, 16777216, 50, 1.5, 3, 1",
        "10, Infinity, 50, 1.5, 3, 1",
        "10, NaN, 50, -0.5, 4, 1", // missing, and default_left is 0
        "NaN, 1, 50, 1.5, 3, 1", // missing, and default_left is 1
        "30.5, 1, 50, 0.75, 2, 1", // not below the threshold
        "30.499998, 1, 50, 1.5, 3, 1",
        "Infinity, 1, 100, 0.375, 2, 2",
        "-Infinity, 1, NaN, 1.125, 3, 2"
    })
    void everyRowTakesTheWayThatTheTreesSay(
            float days, float city, float spend, float margin, int leafOfTheFirst, int leafOfTheSecond) {
        float[] row = {days, city, spend};
        int[] leaves = new int[2];

        model.leaves(row, leaves);

        assertThat(model.margin(row)).isEqualTo(margin);
        assertThat(leaves).containsExactly(leafOfTheFirst, leafOfTheSecond);
        assertThat(model.predict(row)).isCloseTo((float) (1 / (1 + Math.exp(-margin))), within(1e-7f));
    }

    @Test
    void tellsWhatTheFileTells() {
        assertThat(model.features()).isEqualTo(3);
        assertThat(model.outputs()).isEqualTo(1);
        assertThat(model.predictions()).isEqualTo(1);
        assertThat(model.rounds()).isEqualTo(2);
        assertThat(model.trees()).isEqualTo(2);
        assertThat(model.version()).isEqualTo("3.2.0");
        assertThat(model.objective()).isEqualTo("binary:logistic");
        assertThat(model.featureNames()).containsExactly("days since last", "city", "spend");
        assertThat(model.featureTypes()).containsExactly("int", "c", "float");
        assertThat(model.categories(1)).containsExactly("Roma", "París", "Oslo").isUnmodifiable();
        assertThat(model.categories(0)).isEmpty();
        assertThat(model.categoryCode(1, "Oslo")).isEqualTo(OptionalInt.of(2));
        assertThat(model.categoryCode(1, "Lima")).isEmpty();
        assertThat(model.attributes()).containsEntry("note", "café \ud83d\ude00");
        assertThat(model).hasToString("TreeEnsemble[binary:logistic, 3 features, 2 rounds, 2 trees, 1 output]");
    }

    @Test
    void bestTakesTheRoundsUpToTheBest() {
        TreeEnsemble best = model.best();

        assertThat(model.bestIteration()).isEqualTo(OptionalInt.of(0));
        assertThat(best.rounds()).isEqualTo(1);
        assertThat(best.trees()).isEqualTo(1);
        assertThat(best.margin(new float[] {10, 1, 50})).isEqualTo(1.25f);
        assertThat(best.best()).isEqualTo(best);
        assertThat(model.restrictedTo(0).margin(new float[] {10, 1, 50})).isZero();
        assertThat(model.restrictedTo(0).bestIteration()).isEmpty();
        assertThat(model.restrictedTo(2)).isSameAs(model);
        assertThatThrownBy(() -> model.restrictedTo(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need 0 <= rounds <= 2, got 3");
        assertThatThrownBy(() -> model.restrictedTo(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyRowsGetWhatEachOneGets() {
        float[] rows = {10, 0, 50, 10, 1, 50, Float.NaN, 1, 200};
        float[][] columns = {{10, 10, Float.NaN}, {0, 1, 1}, {50, 50, 200}};
        float[] byRow = new float[3];
        float[] byColumn = new float[3];

        model.marginsOfRows(rows, 3, byRow);
        model.marginsOfColumns(columns, 3, byColumn);

        assertThat(byRow).containsExactly(-0.5f, 1.5f, 1.125f);
        assertThat(byColumn).isEqualTo(byRow);
        float third = model.predict(new float[] {Float.NaN, 1, 200});
        assertThat(model.predictRows(rows, 3)[2]).isEqualTo(third);
        assertThat(model.predictColumns(columns, 3)[2]).isEqualTo(third);
        assertThat(model.predictRows(new float[0], 0)).isEmpty();
    }

    @Test
    void rowsOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> model.margin(new float[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("need 3 values in a row, got 2");
        assertThatThrownBy(() -> model.predict(new float[4])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.leaves(new float[3], new int[1])).hasMessage("need 2 leaves, got 1");
        assertThatThrownBy(() -> model.margin(new float[3], new float[2])).hasMessage("need 1 margins, got 2");
        assertThatThrownBy(() -> model.predict(new float[3], new float[2])).hasMessage("need 1 predictions, got 2");
        assertThatThrownBy(() -> model.marginsOfRows(new float[5], 2, new float[2]))
                .hasMessage("need 6 values, got 5");
        assertThatThrownBy(() -> model.marginsOfRows(new float[0], -1, new float[0]))
                .hasMessage("need a count of rows of at least 0, got -1");
        assertThatThrownBy(() -> model.marginsOfColumns(new float[3][1], 2, new float[2]))
                .hasMessage("need 2 values in a column, got 1");
        assertThatThrownBy(() -> model.categories(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theFormatIsToldByTheBytes(@TempDir Path dir) throws IOException {
        String json = SmallModel.text();
        float[] row = {10, 1, 50};
        Path misnamed = Files.write(dir.resolve("model.json"), Ubj.typed(json));

        assertThat(TreeEnsemble.read(misnamed).margin(row)).isEqualTo(1.5f);
        assertThat(TreeEnsemble.of(Ubj.plain(json)).margin(row)).isEqualTo(1.5f);
        assertThat(TreeEnsemble.read(new ByteArrayInputStream(Ubj.typed(json))).categories(1))
                .isEqualTo(model.categories(1));
        assertThat(SmallModel.read("\ufeff \n" + json).margin(row)).isEqualTo(1.5f);
    }

    @Test
    void errorsOfFilesNameTheFile(@TempDir Path dir) throws IOException {
        Path broken = Files.writeString(dir.resolve("broken.ubj"), "{\"learner\": 1}", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> TreeEnsemble.read(broken))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage(broken + ": $.learner: need an object, got a number (byte 12 of 14)");
        assertThatThrownBy(() -> TreeEnsemble.read(dir.resolve("none.ubj")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("there is no model file");
        assertThatThrownBy(() -> TreeEnsemble.read(dir))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("this is no regular file");
    }

    @Test
    void aCheckpointHoldsTheModelBesideItsConfiguration() {
        TreeEnsemble inside = SmallModel.read("{\"Config\": {\"x\": [1, {}]}, \"Model\": " + SmallModel.text() + "}");

        assertThat(inside.margin(new float[] {10, 1, 50})).isEqualTo(1.5f);
        assertThat(inside.version()).isEqualTo("3.2.0");
    }

    @Test
    void whatAFileLacksIsEmpty() {
        String text = SmallModel.with("\"version\"", "\"other\"")
                .replace("\"feature_names\"", "\"unknown\"")
                .replace("\"feature_types\": [\"int\", ", "\"feature_types\": [")
                .replace("\"sum_hessian\"", "\"some\"")
                .replace("\"cats\"", "\"dogs\"")
                .replace("\"best_iteration\": \"0\"", "\"best_iteration\": \"none\", \"n\": {\"a\": null}");
        TreeEnsemble bare = SmallModel.read(text);

        assertThat(bare.version()).isEmpty();
        assertThat(bare.featureNames()).isEmpty();
        assertThat(bare.featureTypes()).as("two types for three features").isEmpty();
        assertThat(bare.categories(1)).isEmpty();
        assertThat(bare.bestIteration()).isEmpty();
        assertThat(bare.best()).isSameAs(bare);
        assertThat(bare.attributes()).doesNotContainKey("n");
        assertThat(bare.forest().cover).isNull();
        assertThat(model.forest().cover).containsExactly(10, 6, 4, 4, 2, 10, 7, 3);
        assertThat(model.forest().gain).startsWith(10, 4);
    }

    @Test
    void roundsOfOldFilesFollowFromTheNumberOfTrees() {
        assertThat(SmallModel.read(SmallModel.with("\"iteration_indptr\"", "\"old\""))
                        .rounds())
                .isEqualTo(2);
        assertThat(SmallModel.read(SmallModel.with("\"iteration_indptr\"", "\"old\"")
                                .replace("\"num_parallel_tree\": \"1\"", "\"num_parallel_tree\": 2"))
                        .rounds())
                .isEqualTo(1);
        String silent = SmallModel.with("\"iteration_indptr\"", "\"old\"")
                .replace("\"num_parallel_tree\"", "\"none\"")
                .replace("\"best_iteration\": \"0\"", "\"best_iteration\": \"0\", \"best_ntree_limit\": \"2\"");
        assertThat(SmallModel.read(silent).rounds())
                .as("two trees in one round")
                .isEqualTo(1);
    }

    @Test
    void treesGoByTheirIds() {
        String swapped = SmallModel.with("\"id\": 0", "\"id\": 7")
                .replace("\"id\": 1", "\"id\": 0")
                .replace("\"id\": 7", "\"id\": 1");
        int[] leaves = new int[2];

        SmallModel.read(swapped).leaves(new float[] {10, 0, 50}, leaves);

        assertThat(leaves).containsExactly(1, 4);
    }

    @Test
    void severalPredictionsNeedAPlaceToPutThem() {
        TreeEnsemble three = SmallModel.read(classes("multi:softprob"));
        float[] row = {10, 1, 50};
        float[] out = new float[3];

        assertThat(three.outputs()).isEqualTo(3);
        assertThatThrownBy(() -> three.margin(row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this model has 3 outputs: call margin(row, out)");
        assertThatThrownBy(() -> three.predict(row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this model has 3 predictions: call predict(row, out)");
        three.margin(row, out);
        assertThat(out).containsExactly(1.75f, 0.5f, 0.75f); // 0.5 for all, tree 0 to class 0, tree 1 to class 2
        three.predict(row, out);
        double sum = Math.exp(1.75) + Math.exp(0.5) + Math.exp(0.75);
        assertThat(out[1]).isCloseTo((float) (Math.exp(0.5) / sum), within(1e-7f));
    }

    @Test
    void softmaxPredictsTheClass() {
        TreeEnsemble three = SmallModel.read(classes("multi:softmax"));
        float[] row = {10, 0, 50};
        float[] out = new float[1];

        three.predict(row, out);

        assertThat(three.predictions()).isEqualTo(1);
        assertThat(out).containsExactly(2); // margins -0.25, 0.5, 0.75
        assertThat(three.predict(row)).isEqualTo(2);
        assertThat(three.predictRows(new float[] {10, 0, 50, 10, 1, 50}, 2)).containsExactly(2, 0);
    }

    private static String classes(String objective) {
        return SmallModel.with("\"num_class\": \"0\"", "\"num_class\": \"3\"")
                .replace("\"tree_info\": [0, 0]", "\"tree_info\": [0, 2]")
                .replace("binary:logistic", objective);
    }

    @Test
    void aVectorOfBaseScoresStartsEachOutput() {
        float[] out = new float[3];

        SmallModel.read(classes("multi:softprob").replace("[5E-1]", "[1, -2, 0.25]"))
                .margin(new float[] {10, 1, 50}, out);

        assertThat(out).containsExactly(2.25f, -2, 0.5f);
        for (String score : List.of("0.25", "\"0.25\"", "\"[0.25]\"", "[0.25]")) {
            TreeEnsemble read = SmallModel.read(
                    SmallModel.with("\"[5E-1]\"", score).replace("binary:logistic", "reg:squarederror"));
            assertThat(read.margin(new float[] {10, 1, 50})).as(score).isEqualTo(1.75f);
        }
    }
}

package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.io.ModelFormatException;

/** The same model in the layouts of XGBoost's versions: dropout, vector leaves, truths instead of numbers. */
class LayoutsTest {
    private static final float[] ROW = {10, 1, 50}; // leaves 1.25 and 0.25

    @Test
    void weightsOfDroppedTreesStandBesideTheTreesOrBesideTheModel() {
        String old = SmallModel.with(
                        "\"name\": \"gbtree\"", "\"name\": \"gbtree\"}, \"name\": \"dart\", \"weight_drop\": [0.5, 2]")
                .replace("\"gradient_booster\": {", "\"gradient_booster\": {\"gbtree\": {");
        String beside = SmallModel.with("\"name\": \"gbtree\"", "\"name\": \"gbtree\", \"weight_drop\": [0.5, 2]");
        String inside = SmallModel.with("\"tree_info\"", "\"weight_drop\": [0.5, 2], \"tree_info\"");

        assertThat(SmallModel.read(old).margin(ROW)).isEqualTo(1.125f);
        assertThat(SmallModel.read(beside).margin(ROW)).isEqualTo(1.125f);
        assertThat(SmallModel.read(inside).margin(ROW)).isEqualTo(1.125f);
        assertThat(SmallModel.read(beside.replace("[0.5, 2]", "[]")).margin(ROW))
                .isEqualTo(1.5f);
    }

    @Test
    void versionOneWroteTruthsAndSizeZero() {
        String old = SmallModel.with(
                        "\"default_left\": [1, 0, 0, 0, 0]", "\"default_left\": [true, false, false, false, false]")
                .replace("\"size_leaf_vector\": \"1\"", "\"size_leaf_vector\": \"0\"");

        assertThat(SmallModel.read(old).margin(new float[] {Float.NaN, 1, 50})).isEqualTo(1.5f);
        assertThat(TreeEnsemble.of(Ubj.plain(old)).margin(new float[] {Float.NaN, 1, 50}))
                .isEqualTo(1.5f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // up to version 3.1 among the weights of all nodes, later by the number of the leaf
                "\"right_children\": [2, -1, -1], \"base_weights\": [0, 0, 1, 2, -1, 4]",
                "\"right_children\": [2, 1, 0], \"leaf_weights\": [-1, 4, 1, 2], \"base_weights\": [0, 0, 0]"
            })
    void leavesMayBeVectors(String leaves) {
        TreeEnsemble model = SmallModel.read(vectors(leaves));
        float[] out = new float[2];

        model.margin(new float[] {5}, out);
        assertThat(out).containsExactly(1.5f, 2.5f);
        model.margin(new float[] {15}, out);
        assertThat(out).containsExactly(-0.5f, 4.5f);
        assertThat(model.rounds()).isEqualTo(1);
        assertThat(model.forest().vectorLeaves()).isTrue();
    }

    @Test
    void aSingleVectorLeafMayLeaveItsNumberOut() {
        String one = vectors("\"right_children\": [-1], \"leaf_weights\": [3, 4]")
                .replace("[1, -1, -1]", "[-1]")
                .replace("[10, 0, 0]", "[0]")
                .replace("[0, 0, 0]", "[0]")
                .replace("\"num_nodes\": 3", "\"num_nodes\": 1");
        float[] out = new float[2];

        SmallModel.read(one).margin(new float[] {5}, out);

        assertThat(out).containsExactly(3.5f, 4.5f);
    }

    @Test
    void vectorLeavesMustFitTheOutputsAndTheirNumbersTheVectors() {
        String good = vectors("\"right_children\": [2, 1, 0], \"leaf_weights\": [-1, 4, 1, 2]");

        assertThatThrownBy(() -> SmallModel.read(good.replace("[2, 1, 0]", "[2, 1, 2]")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("node 2 is leaf number 2, but leaf_weights has 2 leaves");
        assertThatThrownBy(() -> SmallModel.read(good.replace("[-1, 4, 1, 2]", "[-1, 4, 1]")))
                .hasMessageContaining("leaf_weights has 3 values, need a multiple of size_leaf_vector 2");
        assertThatThrownBy(() -> SmallModel.read(good.replace("\"num_target\": 2", "\"num_target\": 3")))
                .hasMessageContaining("size_leaf_vector: need 3 as the model has 3 outputs, got 2");
        assertThatThrownBy(
                        () -> SmallModel.read(good.replace("\"num_target\": 2", "\"num_target\": 2, \"num_class\": 2")))
                .hasMessageContaining("num_class 2 and num_target 2, need one of them to be at most 1");
    }

    @Test
    void aModelWithoutTreesPredictsItsBaseScore() {
        String none = "{\"learner\": {\"gradient_booster\": {\"name\": \"gbtree\", \"model\": {\"gbtree_model_param\":"
                + " {\"num_trees\": \"0\"}, \"tree_info\": [], \"trees\": []}}, \"learner_model_param\": {\"base_score\":"
                + " \"7.5E-1\", \"num_class\": \"0\", \"num_feature\": \"0\"}, \"objective\": {\"name\": \"reg:squarederror\"}},"
                + " \"version\": [1, 7, 6]}";
        TreeEnsemble model = SmallModel.read(none);

        assertThat(model.predict(new float[0])).isEqualTo(0.75f);
        assertThat(model.rounds()).isZero();
        assertThat(model.predictRows(new float[0], 2)).containsExactly(0.75f, 0.75f);
    }

    @Test
    void infiniteThresholdsOfExtremeTrainingDataAreThresholdsLikeOthers() {
        TreeEnsemble model = SmallModel.read(SmallModel.with("[30.5, NaN", "[Infinity, NaN"));

        assertThat(model.margin(new float[] {1e38f, 1, 50})).isEqualTo(1.5f);
        assertThat(model.margin(new float[] {Float.POSITIVE_INFINITY, 1, 50})).isEqualTo(0.75f);
    }

    /** Splits at 10 on its only feature; two outputs that start from 0.5. */
    private static String vectors(String leaves) {
        return "{\"version\": [3, 2, 0], \"learner\": {\"learner_model_param\": {\"base_score\": 0.5, \"num_target\": 2,"
                + " \"num_feature\": 1}, \"objective\": {\"name\": \"reg:squarederror\"}, \"gradient_booster\": {\"model\":"
                + " {\"trees\": [{\"tree_param\": {\"size_leaf_vector\": 2, \"num_nodes\": 3}, \"left_children\": [1, -1, -1],"
                + " \"split_conditions\": [10, 0, 0], \"split_indices\": [0, 0, 0], \"default_left\": [0, 0, 0], "
                + leaves
                + "}], \"tree_info\": [0], \"gbtree_model_param\": {\"num_trees\": 1}}, \"name\": \"gbtree\"}}}";
    }
}

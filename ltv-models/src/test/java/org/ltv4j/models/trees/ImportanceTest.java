package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImportanceTest {
    /** Feature 0 at the root of both trees, gains 8 and 4; feature 2 once, gain 1; feature 1 never. */
    private static final String MODEL = """
            {"learner":{"gradient_booster":{"name":"gbtree","model":{
            "gbtree_model_param":{"num_parallel_tree":"1","num_trees":"2"},"tree_info":[0,0],"iteration_indptr":[0,1,2],
            "trees":[
            {"tree_param":{"num_nodes":"5"},"left_children":[1,3,-1,-1,-1],"right_children":[2,4,-1,-1,-1],
            "split_indices":[0,2,0,0,0],"split_conditions":[0.5,1,2,3,4],"default_left":[0,0,0,0,0],
            "loss_changes":[8,1,0,0,0],"sum_hessian":[10,6,4,3,3]},
            {"tree_param":{"num_nodes":"3"},"left_children":[1,-1,-1],"right_children":[2,-1,-1],
            "split_indices":[0,0,0],"split_conditions":[0.5,1,2],"default_left":[0,0,0],
            "loss_changes":[4,0,0],"sum_hessian":[20,6,14]}]}},
            "learner_model_param":{"base_score":"0","num_class":"0","num_feature":"3","num_target":"1"},
            "objective":{"name":"reg:squarederror"}},"version":[3,0,4]}
            """;

    private static TreeEnsemble model(String text) {
        return TreeEnsemble.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void splitsGainsAndCoversAreCountedPerFeature() {
        TreeEnsemble model = model(MODEL);
        assertThat(model.importance(Importance.WEIGHT)).containsExactly(2, 0, 1);
        assertThat(model.importance(Importance.TOTAL_GAIN)).containsExactly(12, 0, 1);
        assertThat(model.importance(Importance.GAIN)).containsExactly(6, 0, 1);
        assertThat(model.importance(Importance.TOTAL_COVER)).containsExactly(30, 0, 6);
        assertThat(model.importance(Importance.COVER)).containsExactly(15, 0, 6);
        assertThat(model.restrictedTo(1).importance(Importance.TOTAL_GAIN)).containsExactly(8, 0, 1);
    }

    @Test
    void whatTheFileDoesNotTellIsSaid() {
        TreeEnsemble model = model(MODEL.replaceAll("\"loss_changes\":\\[[0-9,]*],", ""));
        assertThat(model.importance(Importance.WEIGHT)).containsExactly(2, 0, 1);
        assertThatThrownBy(() -> model.importance(Importance.GAIN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("loss_changes");
    }

    @Test
    void aSplitWithoutCoverIsRefusedByTreeAndNode() {
        TreeEnsemble model = model(MODEL.replace("[20,6,14]", "[0,0,0]"));
        assertThatThrownBy(model::explainer)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tree 1, node 0")
                .hasMessageContaining("sum of hessians 0.0");
    }
}

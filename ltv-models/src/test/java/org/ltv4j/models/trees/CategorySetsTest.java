package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sets of a forest are numbered by sorting, whatever their hashes are, and made once. */
class CategorySetsTest {
    /** Bit b of i is written as {1, 31} or {0, 62}, moved by 200 b: 31 * 1 + 31 is 31 * 0 + 62, so that all hashes are one. */
    private static int[][] colliding(int bits) {
        return IntStream.range(0, 1 << bits)
                .mapToObj(i -> IntStream.range(0, bits)
                        .flatMap(b -> (i >> b & 1) == 0
                                ? IntStream.of(200 * b + 1, 200 * b + 31)
                                : IntStream.of(200 * b, 200 * b + 62))
                        .toArray())
                .toArray(int[][]::new);
    }

    @Test
    void setsWithOneHashAreToldApartAndStandSorted() {
        int[][] sets = colliding(10);
        assertThat(Arrays.stream(sets).mapToInt(Arrays::hashCode).distinct().count())
                .isEqualTo(1);
        Forest forest = forest(Chains.ofSets(sets));

        CategorySets numbered = forest.categorySets();

        List<CategorySets.Member> ofFeature = numbered.ofFeature.getOrDefault(0, List.of());
        assertThat(ofFeature).hasSize(sets.length).isSorted();
        for (int node = 0; node < sets.length; node++) {
            assertThat(ofFeature.get(numbered.placeOf(node)).codes).isEqualTo(sets[node]);
        }
        assertThat(forest.categorySets()).isSameAs(numbered);
    }

    @Test
    void equalSetsAreOne() {
        CategorySets numbered = forest(Chains.ofSets(new int[][] {{5, 2}, {3}, {2, 5}, {}, {2}}))
                .categorySets();

        assertThat(numbered.ofFeature.getOrDefault(0, List.of()).stream().map(set -> set.codes))
                .containsExactly(new int[] {}, new int[] {2}, new int[] {2, 5}, new int[] {3});
        assertThat(IntStream.range(0, 5).map(numbered::placeOf)).containsExactly(2, 3, 2, 0, 1);
    }

    @Test
    void collidingSetsScoreAsTheWalkSays() {
        int[][] sets = colliding(7);
        TreeEnsemble model = SmallModel.read(Chains.ofSets(sets));

        // value 1 is in set 0, to the leaf 129; 0 and 62 first in set 1; missing goes right at once; others to the end,
        // leaf 128
        float[] values = {1_999, 0, 1, 62, Float.NaN};
        float[] rows = new float[40];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = values[i % values.length];
        }
        float[] margins = new float[40];
        model.marginsOfRows(rows, 40, margins);

        assertThat(Arrays.copyOf(margins, 5)).containsExactly(128, 130, 129, 130, 129);
        for (int i = 0; i < rows.length; i++) {
            assertThat(model.margin(new float[] {rows[i]})).isEqualTo(margins[i]);
        }
    }

    @Test
    void contributionsOfAChainOfFeaturesAreRefusedWhereTheyWouldTakeForEver() {
        TreeEnsemble model = SmallModel.read(Chains.ofFeatures(12_000));

        assertThat(model.margin(new float[12_000])).isEqualTo(12_001);
        assertThatThrownBy(model::explainer)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tree 0 has 24001 nodes and asks 12000 features on one way");
        assertThat(SmallModel.read(Chains.ofFeatures(1_000)).explainer().size()).isEqualTo(1_001);
    }

    private static Forest forest(String json) {
        return ModelParser.parse(ModelBytes.document(json.getBytes(StandardCharsets.UTF_8)))
                .forest();
    }
}

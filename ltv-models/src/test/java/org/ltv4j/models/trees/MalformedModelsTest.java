package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.io.ModelFormatException;

/** Files that are wrong somewhere: one error that says where and what. */
class MalformedModelsTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1, 3, -1, -1, -1]  | [1, 3, -1, -1]        | left_children has 4 values, need 5
            [1, 3, -1, -1, -1]  | [1, 9, -1, -1, -1]    | node 1 has the child 9, need 0 to 4
            [1, 3, -1, -1, -1]  | [1, -7, -1, -1, -1]   | node 1 has the child -7, need 0 to 4
            [1, 3, -1, -1, -1]  | [1, 0, -1, -1, -1]    | node 0 is a child twice, or its own ancestor: this is no tree
            [1, 3, -1, -1, -1]  | [1, 4, -1, -1, -1]    | node 4 is a child twice
            [1, 3, -1, -1, -1]  | [1, 3, -1, -1, 1e9]   | node 4 has the child 1000000000
            [1, 3, -1, -1, -1]  | [1, 3, -1, -1, 1e10]  | need a whole number of 32 bits, got 10000000000
            [1, 3, -1, -1, -1]  | [1, 3, -1, -1, 0.5]   | need a whole number, got 0.5
            [1, 3, -1, -1, -1]  | [1, 3, -1, -1, "1"]   | need a number, got a text
            [2, 4, -1, -1, -1]  | [2, 4, 3, -1, -1]     | node 2 has no left child, but the right child 3
            [30.5, NaN, 0.5     | [NaN, NaN, 0.5        | node 0 splits at NaN, need a number
            [30.5, NaN, 0.5     | [1e39, NaN, 0.5       | need a number that float can hold, got 1e39
            [30.5, NaN, 0.5     | [null, NaN, 0.5       | need a number, got null
            "split_indices": [0 | "split_indices": [3   | trees[0].split_indices[0]: feature 3, but num_feature is 3
            "split_indices": [0 | "split_indices": [-1  | trees[0].split_indices[0]: feature -1, but num_feature is 3
            "split_type": [0, 1 | "split_type": [1, 1   | node 0 splits categories, but has no set
            "split_type": [0, 1 | "split_type": [0, 0   | node 1 splits a number, but has a set
            "split_type": [0, 1 | "split_type": [0, 2   | node 1 has split type 2, need 0 (number) or 1 (category)
            "categories": [2, 0]| "categories": [2, -1] | the set of node 1 has category -1 or 2, need 0 to 16777215
            "categories": [2, 0]| "categories": [2, 16777216]| the set of node 1 has category 2 or 16777216
            _sizes": [2]        | _sizes": [3]          | the set of node 1 starts at 0 and has 3 categories, but there are 2
            _sizes": [2]        | _sizes": [-1]         | the set of node 1 starts at 0 and has -1 categories
            _sizes": [2]        | _sizes": []           | categories_sizes has 0 values, need 1
            _segments": [0]     | _segments": [2147483647]| the set of node 1 starts at 2147483647
            _nodes": [1]        | _nodes": [5]          | categories_nodes[0]: need a node from 0 to 4 once, got 5
            "num_nodes": "5"    | "num_nodes": "2147483647" | left_children has 5 values, need 2147483647
            "num_nodes": "5"    | "num_nodes": "five"   | tree_param.num_nodes: need a whole number, got "five"
            "num_nodes": "5"    | "num_nodes": "0"      | need a whole number from 1 to 2147483647, got 0
            "num_nodes": "5"    | "nodes": "5"          | need tree_param.num_nodes, which is missing
            "size_leaf_vector": "1"| "size_leaf_vector": "2" | base_weights has 5 values, need 10
            "sum_hessian": [10, 6| "sum_hessian": [6    | sum_hessian has 4 values, need 5
            "id": 0             | "id": 1               | trees[1].id: need each of 0 to 1 once, got 1
            "id": 0             | "id": 2               | trees[0].id: need each of 0 to 1 once, got 2
            "num_trees": "2"    | "num_trees": "3"      | .trees: need 3 as num_trees says, got 2
            "num_trees": "2"    | "trees": "2"          | .gbtree_model_param.num_trees: need this, but it is missing
            "tree_info": [0, 0] | "tree_info": [0]      | .tree_info: need 2 as num_trees says, got 1
            "tree_info": [0, 0] | "tree_info": [0, 1]   | .tree_info[1]: need an output from 0 to 0, got 1
            "tree_info": [0, 0] | "tree_info": [-1, 0]  | .tree_info[0]: need an output from 0 to 0, got -1
            [0, 1, 2]           | [0, 2, 1]             | iteration_indptr: need numbers that rise from 0 to the 2 trees
            [0, 1, 2]           | [0, 3, 2]             | iteration_indptr: need numbers that rise from 0 to the 2 trees
            [0, 1, 2]           | [1, 2]                | iteration_indptr: need numbers that rise from 0 to the 2 trees
            "trees": [          | "trees": [null,       | trees[0]: need an object, got null
            "gbtree"            | "gblinear"            | the booster is gblinear, but only trees are scored: gbtree and dart
            "gbtree"            | "dart"                | .weight_drop: need 2 as num_trees says, got 0
            "gbtree"            | "gbtree", "weight_drop": [1] | .weight_drop: need 2 as num_trees says, got 1
            "name": "gbtree"    | "nome": "gbtree"      | $.learner.gradient_booster.name: need this, but it is missing
            "model": {          | "madel": {            | $.learner.gradient_booster.model: need this, but it is missing
            "num_feature": "3", | "num_feature": "99999999999999999999", | num_feature: need a whole number, got "999
            "num_feature": "3", | "num_feature": "-3",  | num_feature: need a whole number from 0 to 2147483647, got -3
            "num_class": "0"    | "num_class": "2000000000" | 2000000000 classes or targets, need at most 1048576
            "[5E-1]"            | "[]"                  | base_score: need a number, got ""
            "[5E-1]"            | "[0.5"                | base_score: need a number, got "[0.5"
            "[5E-1]"            | "[0.5, 0.5]"          | base_score: need 1 or 1 numbers, got 2
            "[5E-1]"            | "1.5"                 | base_score: need a number between 0 and 1 for this objective, got 1.5
            "[5E-1]"            | "NaN"                 | base_score: need a finite number for this objective, got NaN
            "[5E-1]"            | {}                    | base_score: need a number, got an object
            "binary:logistic"   | "reg:magic"           | the objective "reg:magic" is not known
            "binary:logistic"   | ""                    | $.learner.objective.name: need this, but it is missing
            "learner_model_param"| "param"              | $.learner.learner_model_param: need this, but it is missing
            "learner":          | "teacher":            | $: need learner, which is missing: this is no XGBoost model
            "version":          | "learner":            | $.learner: stands twice in its object
            "city", "spend"]    | "city", 5]            | $.learner.feature_names[2]: need a text, got a number
            """)
    void saysWhereAndWhat(String part, String replacement, String message) {
        assertThatThrownBy(() -> SmallModel.read(SmallModel.with(part, replacement)))
                .isExactlyInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theMessageTellsThePlaceInTheDocumentAndTheByte() {
        String text = SmallModel.with("[1, 3, -1, -1, -1]", "[1, 3, -1, -1]");

        assertThatThrownBy(() -> SmallModel.read(text))
                .hasMessage("$.learner.gradient_booster.model.trees[0]: left_children has 4 values, need 5 (byte "
                        + (text.indexOf("},\n          {\n            \"base_weights\"") + 1) + " of " + text.length()
                        + ")");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"learner" 1}                 | need :, got '1'
            {"learner": {"a": 1,}}        | need a name in quotes, got '}'
            {"learner": {a: 1}}           | need a name in quotes, got 'a'
            {"a": [1 2]}                  | need a comma or ], got '2'
            {"a": [1, ]}                  | need a value, got ']'
            {"a": tru }                   | need true
            {"a": Infinite}               | need Infinity
            {"a": 01}                     | a number starts with 0
            {"a": -}                      | need a digit
            {"a": 1.}                     | need a digit
            {"a": 1e+}                    | need a digit
            {"a": .5}                     | need a value, got '.'
            {"a": "\\x"}                  | no such escape in a text
            {"a": "\\u12g4"}              | need four hexadecimal digits after \\u
            {"a": "\\ud800"}              | half a character (surrogate) in a text
            {"a": "b                      | the model ends in the middle
            {"a": "b\\                    | the model ends in the middle
            {"a": "\\u12                  | the model ends in the middle
            {"a": 1                       | the model ends in the middle
            {"a": [1,                     | the model ends in the middle
            {"a": nul                     | the model ends in the middle
            {"a": {                       | the model ends in the middle
            {"learner": {}} x             | the document goes on after its end
            [{"nodeid": 0}]               | this is an array, perhaps a dump of trees
            # model                       | this is no XGBoost model in JSON or UBJ: it starts with byte 0x23
            binf-and-more                 | this is a model in XGBoost's old binary format, which is not read
            CONFIG-offset:7               | this is a model in XGBoost's old binary format, which is not read
            booster[0]:                   | this is a text model or dump, which is not read
            RDX3                          | this is an R object file, which is not read
            version https://git-lfs       | this is a pointer of Git LFS
            ``                            | the model is empty
            """)
    void whatIsNoJsonIsRefused(String text, String message) {
        assertThatThrownBy(() -> SmallModel.read(text))
                .isExactlyInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void foreignFormatsAreNamed() {
        refused(new byte[] {0x1f, (byte) 0x8b, 8, 0}, "this is a compressed file");
        refused(new byte[] {(byte) 0x80, 4, (byte) 0x95}, "this is a Python pickle");
        refused(new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0}, "this is UTF-16");
        refused(new byte[] {'{'}, "the model ends in the middle");
        refused("{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1), "a text is not UTF-8");
        refused("{\"a\": \"b\u0001\"}".getBytes(StandardCharsets.UTF_8), "a control character within a text");
        refused("{\"a\": \"\\n\u0001\"}".getBytes(StandardCharsets.UTF_8), "a control character within a text");
    }

    @Test
    void deepNestingIsRefusedWithoutDeepRecursion() {
        String deep = "[".repeat(200_000) + "]".repeat(200_000);

        refused(("{\"learner\": {\"x\": " + deep + "}}").getBytes(StandardCharsets.UTF_8), "nested deeper than 64");
        refused("{i\u0001a".repeat(200_000).getBytes(StandardCharsets.UTF_8), "nested deeper than 64");
    }

    @Test
    void numbersWithoutEndAreRefused() {
        refused(("{\"a\": 1" + "0".repeat(2_000) + "}").getBytes(StandardCharsets.UTF_8), "more than 1000 digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{i\u0001a[$d#l\u007f\u007f\u007f\u007f", // two thousand million floats
                "{i\u0001a[#l\u007f\u007f\u007f\u007f",
                "{#l\u007f\u007f\u007f\u007fi\u0001aT",
                "{i\u0001a[$d#i\u0080", // minus 128
                "{i\u0001a[$T#U\u0001", // truths need no byte each, so any number of them would fit
                "{i\u0001a[$Q#U\u0001",
                "{i\u0001a[$dU\u0001",
                "{i\u0001aSl\u007f\u007f\u007f\u007f",
                "{i\u00ffaT",
                "{dabcdT",
                "{i\u0001aQ",
                "{i\u0001aHU\u0003abc}",
                "{i\u0001aT}T"
            })
    void countsAndMarksThatCannotBeAreRefused(String bytes) {
        refused(bytes.getBytes(StandardCharsets.ISO_8859_1), " (byte ");
    }

    /** Wherever it is cut and whatever bytes are changed: refused by the one error, or scored. */
    @Test
    void damageOfAnyKindIsRefusedOrScored() {
        String json = SmallModel.text();
        for (byte[] model : new byte[][] {json.getBytes(StandardCharsets.UTF_8), Ubj.typed(json), Ubj.plain(json)}) {
            for (int length = 0; length < model.length - 1; length++) {
                refused(Arrays.copyOf(model, length), "");
            }
            Random random = new Random(7);
            int read = 0;
            for (int i = 0; i < 4_000; i++) {
                byte[] damaged = model.clone();
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    damaged[random.nextInt(model.length)] ^= (byte) (1 << random.nextInt(8));
                }
                read += scores(damaged) ? 1 : 0;
            }
            assertThat(read)
                    .as("most damage hits what is left out, names or leaves")
                    .isBetween(100, 3_900);
        }
    }

    private static boolean scores(byte[] model) {
        TreeEnsemble read;
        try {
            read = TreeEnsemble.of(model);
        } catch (ModelFormatException e) {
            return false;
        }
        if (read.features() < 1_000) {
            float[] row = new float[read.features()];
            read.margin(row, new float[read.outputs()]);
            read.predict(row, new float[read.predictions()]);
            read.best().leaves(row, new int[read.best().trees()]);
        }
        return true;
    }

    private static void refused(byte[] model, String message) {
        assertThatThrownBy(() -> TreeEnsemble.of(model))
                .isExactlyInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }
}

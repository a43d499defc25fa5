package org.ltv4j.models.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.io.ModelFormatException;

/**
 * Reads the trees of a model: {@code gradient_booster} of XGBoost's schema. Up to version 3.3 the booster {@code dart} has
 * its trees within {@code gbtree} and the weights of the trees beside it; later it goes by the name {@code gbtree} and has
 * the weights beside its trees.
 */
final class BoosterParser {
    private static final String PATH = "$.learner.gradient_booster";

    private final Document in;
    private final List<RawTree> trees = new ArrayList<>();
    private List<List<String>> levels = List.of();
    private String name = "";
    /** Where the model stands, for messages. */
    private String path = PATH + ".model";

    private boolean present;
    private boolean withModel;
    private boolean withTrees;
    private int count = -1;
    private int parallel;
    private int[] group = {};
    private int[] roundStart = {};
    private float[] weights = {};

    BoosterParser(Document in) {
        this.in = in;
    }

    /** Reads the member {@code gradient_booster}. */
    void read() {
        present = true;
        in.object(this::booster);
    }

    private void booster(String member) {
        switch (member) {
            case "name" -> name = in.text();
            case "model" -> {
                if (withModel) {
                    throw in.error("there are trees at two places");
                }
                withModel = true;
                path = in.where();
                in.object(this::model);
            }
            case "gbtree" ->
                in.object(inner -> {
                    if (inner.equals("model")) {
                        booster(inner);
                    } else {
                        in.skip();
                    }
                });
            case "weight_drop" -> weights = in.floats();
            default -> in.skip();
        }
    }

    private void model(String member) {
        switch (member) {
            case "gbtree_model_param" -> in.object(this::parameter);
            case "trees" -> {
                withTrees = true;
                in.array(index -> trees.add(RawTree.read(in)));
            }
            case "tree_info" -> group = in.ints();
            case "iteration_indptr" -> roundStart = in.ints();
            case "weight_drop" -> weights = in.floats();
            case "cats" -> levels = CategoryParser.read(in);
            default -> in.skip();
        }
    }

    private void parameter(String member) {
        switch (member) {
            case "num_trees" -> count = in.wholeParameter(0);
            case "num_parallel_tree" -> parallel = in.wholeParameter(0);
            default -> in.skip();
        }
    }

    /** Refuses boosters that have no trees, by name, and models that lack what every version writes. */
    void checkKind() {
        need(present, PATH);
        need(!name.isEmpty(), PATH + ".name");
        if (!name.equals("gbtree") && !name.equals("dart")) {
            throw new ModelFormatException(PATH + ".name: the booster is " + Document.shortened(name)
                    + ", but only trees are scored: gbtree and dart. Train with one of these");
        }
        need(withModel, PATH + ".model");
        need(withTrees, path + ".trees");
        need(count >= 0, path + ".gbtree_model_param.num_trees");
        checkCount(".trees", trees.size(), count);
        checkCount(".tree_info", group.length, count);
        if (weights.length > 0 || name.equals("dart")) {
            checkCount(".weight_drop", weights.length, count);
        }
    }

    /** Checks that each tree adds to one of the outputs, or to all; gives their number back. */
    int checkOutputs(int outputs) {
        if (outputs > Limits.OUTPUTS) {
            throw new ModelFormatException("$.learner.learner_model_param: " + outputs
                    + " classes or targets, need at most " + Limits.OUTPUTS);
        }
        for (int t = 0; t < group.length; t++) {
            if (!(group[t] >= 0 && group[t] < outputs)) {
                throw new ModelFormatException(path + ".tree_info[" + t + "]: need an output from 0 to " + (outputs - 1)
                        + ", got " + group[t]);
            }
        }
        return outputs;
    }

    /** The levels of the features; empty if the file does not tell. */
    List<List<String>> levels() {
        return levels;
    }

    /**
     * The trees.
     *
     * @param parallelIfSilent trees per round and output where the file does not tell
     */
    Forest forest(int features, float[] baseMargin, int parallelIfSilent) {
        sortById();
        boolean vectors = !trees.isEmpty() && trees.get(0).leafSize > 1;
        int perOutput = parallel > 0 ? parallel : parallelIfSilent;
        long perRound = (long) perOutput * (vectors ? 1 : baseMargin.length);
        int[] rounds = roundStart.length > 0 ? checkedRounds() : rounds(perRound);
        return new Forest(new ForestBuilder(path + ".trees", features, baseMargin, trees, group, rounds, weights));
    }

    /** Trees go by their ids, which every version writes in the order of the trees. */
    private void sortById() {
        RawTree[] sorted = new RawTree[trees.size()];
        for (int t = 0; t < sorted.length; t++) {
            RawTree tree = trees.get(t);
            int id = tree.id < 0 ? t : tree.id;
            if (id >= sorted.length || sorted[id] != null) {
                throw new ModelFormatException(
                        path + ".trees[" + t + "].id: need each of 0 to " + (sorted.length - 1) + " once, got " + id);
            }
            sorted[id] = tree;
        }
        trees.clear();
        trees.addAll(Arrays.asList(sorted));
    }

    private int[] checkedRounds() {
        int last = roundStart.length - 1;
        boolean rising = roundStart[0] == 0 && roundStart[last] == count;
        for (int r = 0; r < last && rising; r++) {
            rising = roundStart[r] <= roundStart[r + 1];
        }
        if (!rising) {
            throw new ModelFormatException(
                    path + ".iteration_indptr: need numbers that rise from 0 to the " + count + " trees");
        }
        return roundStart;
    }

    /** Rounds of equal size, for files of before version 2; the last one may be short. */
    private int[] rounds(long perRound) {
        int[] start = new int[(int) ((count + perRound - 1) / perRound) + 1];
        for (int r = 0; r < start.length; r++) {
            start[r] = (int) Math.min(count, r * perRound);
        }
        return start;
    }

    private void checkCount(String member, int length, int need) {
        if (length != need) {
            throw new ModelFormatException(path + member + ": need " + need + " as num_trees says, got " + length);
        }
    }

    private static void need(boolean there, String path) {
        if (!there) {
            throw new ModelFormatException(path + ": need this, but it is missing: the model cannot be used");
        }
    }
}

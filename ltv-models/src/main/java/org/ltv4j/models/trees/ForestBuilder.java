package org.ltv4j.models.trees;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.io.ModelFormatException;

/** Lays checked trees out as one {@link Forest}; fields as there. */
final class ForestBuilder {
    final int features;
    final int outputs;
    final float[] baseMargin;
    final int trees;
    final int[] roundStart;
    final int[] root;
    final int[] group;
    final int[] left;
    final int[] right;
    final int[] feature;
    final float[] threshold;
    final boolean[] defaultLeft;
    final float[] leaf;
    final int @Nullable [] leafAt;
    final int @Nullable [] categoryStart;
    final int @Nullable [] categoryEnd;
    final int[] categories;
    final float @Nullable [] cover;
    final float @Nullable [] gain;

    private final String path;

    /**
     * Lays out the trees.
     *
     * @param path where the trees stand in the document, for messages
     * @param weights weight of each tree (dart), or none
     */
    ForestBuilder(
            String path,
            int features,
            float[] baseMargin,
            List<RawTree> raw,
            int[] group,
            int[] roundStart,
            float[] weights) {
        this.path = path;
        this.features = features;
        this.outputs = baseMargin.length;
        this.baseMargin = baseMargin;
        this.trees = raw.size();
        this.group = group;
        this.roundStart = roundStart;
        this.root = roots(raw);
        int nodes = root[trees];
        boolean vectors = !raw.isEmpty() && raw.get(0).leafSize > 1;
        boolean sets = raw.stream().anyMatch(tree -> tree.categoryStart.length > 0);
        left = new int[nodes];
        right = new int[nodes];
        feature = new int[nodes];
        threshold = new float[nodes];
        defaultLeft = new boolean[nodes];
        leaf = new float[vectors ? pool(raw) : nodes];
        leafAt = vectors ? new int[nodes] : null;
        categoryStart = sets ? new int[nodes] : null;
        categoryEnd = sets ? new int[nodes] : null;
        categories =
                new int[raw.stream().mapToInt(tree -> tree.categories.length).sum()];
        cover = raw.stream().allMatch(tree -> tree.cover.length > 0) ? new float[nodes] : null;
        gain = raw.stream().allMatch(tree -> tree.gain.length > 0) ? new float[nodes] : null;
        if (categoryStart != null) {
            Arrays.fill(categoryStart, -1);
        }
        int nextLeaf = 0;
        int nextCategory = 0;
        for (int t = 0; t < trees; t++) {
            RawTree tree = raw.get(t);
            checkLeaves(tree, vectors, t);
            nodes(tree, t);
            statistics(tree, root[t]);
            float weight = weights.length == 0 ? 1 : weights[t];
            if (leafAt == null) {
                leaves(tree, root[t], weight);
            } else {
                nextLeaf = vectors(tree, root[t], weight, nextLeaf, leafAt);
            }
            nextCategory = categories(tree, root[t], nextCategory);
        }
    }

    private static int[] roots(List<RawTree> raw) {
        int[] root = new int[raw.size() + 1];
        for (int t = 0; t < raw.size(); t++) {
            root[t + 1] = Math.addExact(root[t], raw.get(t).nodes());
        }
        return root;
    }

    /** How many numbers the vectors of all trees have. */
    private static int pool(List<RawTree> raw) {
        return raw.stream()
                .mapToInt(tree -> tree.leafWeights.length > 0 ? tree.leafWeights.length : tree.baseWeights.length)
                .sum();
    }

    private void checkLeaves(RawTree tree, boolean vectors, int t) {
        if (tree.leafSize != (vectors ? outputs : 1)) {
            throw new ModelFormatException(path + "[" + t + "].tree_param.size_leaf_vector: need "
                    + (vectors ? outputs : 1) + " as the model has " + outputs + " outputs"
                    + (vectors ? "" : " and single leaves in its first tree") + ", got " + tree.leafSize);
        }
    }

    private void nodes(RawTree tree, int t) {
        int start = root[t];
        for (int i = 0; i < tree.nodes(); i++) {
            int node = start + i;
            if (!tree.reached[i] || tree.leaf(i)) {
                left[node] = -1;
                right[node] = -1;
                continue;
            }
            if (!(tree.feature[i] >= 0 && tree.feature[i] < features)) {
                throw new ModelFormatException(path + "[" + t + "].split_indices[" + i + "]: feature " + tree.feature[i]
                        + ", but num_feature is " + features);
            }
            left[node] = start + tree.left[i];
            right[node] = start + tree.right[i];
            feature[node] = tree.feature[i];
            threshold[node] = tree.threshold[i];
            defaultLeft[node] = tree.defaultLeft[i] != 0;
        }
    }

    private void leaves(RawTree tree, int start, float weight) {
        for (int i = 0; i < tree.nodes(); i++) {
            if (tree.reached[i] && tree.leaf(i)) {
                leaf[start + i] = weight * tree.threshold[i]; // the leaf stands where a split has its threshold
            }
        }
    }

    private int vectors(RawTree tree, int start, float weight, int nextLeaf, int[] leafAt) {
        float[] pool = tree.leafWeights.length > 0 ? tree.leafWeights : tree.baseWeights;
        for (int i = 0; i < pool.length; i++) {
            leaf[nextLeaf + i] = weight * pool[i];
        }
        for (int i = 0; i < tree.nodes(); i++) {
            leafAt[start + i] = tree.reached[i] && tree.leaf(i) ? nextLeaf + tree.vectorStart(i) : -1;
        }
        return nextLeaf + pool.length;
    }

    private int categories(RawTree tree, int start, int nextCategory) {
        if (categoryStart == null || categoryEnd == null || tree.categoryStart.length == 0) {
            return nextCategory;
        }
        for (int i = 0; i < tree.nodes(); i++) {
            if (tree.reached[i] && !tree.leaf(i) && tree.categoryStart[i] >= 0) {
                categoryStart[start + i] = nextCategory + tree.categoryStart[i];
                categoryEnd[start + i] = nextCategory + tree.categoryEnd[i];
            }
        }
        System.arraycopy(tree.categories, 0, categories, nextCategory, tree.categories.length);
        return nextCategory + tree.categories.length;
    }

    private void statistics(RawTree tree, int start) {
        if (cover != null) {
            System.arraycopy(tree.cover, 0, cover, start, tree.nodes());
        }
        if (gain != null) {
            System.arraycopy(tree.gain, 0, gain, start, tree.nodes());
        }
    }
}

package org.ltv4j.models.trees;

import org.jspecify.annotations.Nullable;

/**
 * What makes a feature important, by what training has counted: XGBoost's {@code importance_type}. It says nothing of single
 * rows, and favours features with many values; {@link TreeExplainer#meanAbsolute} does not.
 */
public enum Importance {
    /** How many splits ask the feature. */
    WEIGHT,
    /** Mean loss reduction of its splits. */
    GAIN,
    /** Mean sum of hessians of its splits: for squared error the mean number of training rows that came by. */
    COVER,
    /** Sum of loss reductions of its splits. */
    TOTAL_GAIN,
    /** Sum of the sums of hessians of its splits. */
    TOTAL_COVER;

    double[] of(Forest forest) {
        float @Nullable [] amounts = switch (this) {
            case WEIGHT -> null;
            case GAIN, TOTAL_GAIN -> known(forest.gain, "loss reductions (loss_changes)");
            case COVER, TOTAL_COVER -> known(forest.cover, "sums of hessians (sum_hessian)");
        };
        double[] sum = new double[forest.features];
        int[] splits = new int[forest.features];
        for (int node = 0; node < forest.nodes(); node++) {
            if (forest.left[node] >= 0) {
                splits[forest.feature[node]]++;
                sum[forest.feature[node]] += amounts == null ? 1 : amounts[node];
            }
        }
        if (this == GAIN || this == COVER) {
            for (int f = 0; f < sum.length; f++) {
                sum[f] = splits[f] == 0 ? 0 : sum[f] / splits[f];
            }
        }
        return sum;
    }

    private static float[] known(float @Nullable [] amounts, String what) {
        if (amounts == null) {
            throw new IllegalStateException("the model file does not tell the " + what + " of its splits");
        }
        return amounts;
    }
}

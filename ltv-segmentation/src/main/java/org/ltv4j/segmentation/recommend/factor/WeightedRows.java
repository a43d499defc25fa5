package org.ltv4j.segmentation.recommend.factor;

import java.util.Arrays;
import org.ltv4j.segmentation.recommend.Interactions;

/** The pairs of one side: for each row (or column) the others it goes with, and the weight of each pair. */
final class WeightedRows {
    final int rows;
    final int[] starts;
    final int[] others;
    final double[] weights;

    private WeightedRows(int rows, int[] starts, int[] others, double[] weights) {
        this.rows = rows;
        this.starts = starts;
        this.others = others;
        this.weights = weights;
    }

    /** Customers with the items they bought, items numbered by {@code compact}. */
    static WeightedRows of(Interactions interactions, int[] compact, double repeatWeight) {
        int[] starts = new int[interactions.rows() + 1];
        int[] others = new int[interactions.size()];
        double[] weights = new double[interactions.size()];
        Arrays.setAll(starts, interactions::start);
        for (int at = 0; at < others.length; at++) {
            others[at] = compact[interactions.item(at)];
            weights[at] = repeatWeight == 0 ? 1 : 1 + repeatWeight * StrictMath.log(interactions.times(at));
        }
        return new WeightedRows(interactions.rows(), starts, others, weights);
    }

    /** The same pairs by column. */
    WeightedRows transposed(int columns) {
        int[] begin = new int[columns + 1];
        for (int other : others) {
            begin[other + 1]++;
        }
        for (int c = 0; c < columns; c++) {
            begin[c + 1] += begin[c];
        }
        int[] next = Arrays.copyOf(begin, columns);
        int[] rowOf = new int[others.length];
        double[] weight = new double[others.length];
        for (int row = 0; row < rows; row++) {
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                int place = next[others[at]]++;
                rowOf[place] = row;
                weight[place] = weights[at];
            }
        }
        return new WeightedRows(columns, begin, rowOf, weight);
    }

    int length(int row) {
        return starts[row + 1] - starts[row];
    }
}

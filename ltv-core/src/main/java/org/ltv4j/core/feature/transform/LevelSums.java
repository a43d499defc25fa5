package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.List;

/** Sums and counts of the target by level and fold; missing values are the last level. */
final class LevelSums {
    private final int levels;
    private final int folds;
    private final double[] sums;
    private final int[] counts;
    /** Of all other folds, added up in their order: what is taken off a total would leave its rounding behind. */
    private double[] sumsOutside = new double[0];

    private int[] countsOutside = new int[0];

    LevelSums(int levels, int folds) {
        this.levels = levels;
        this.folds = folds;
        this.sums = new double[(levels + 1) * folds];
        this.counts = new int[(levels + 1) * folds];
    }

    private int place(double level, int fold) {
        return (Double.isNaN(level) ? levels : (int) level) * folds + fold;
    }

    void add(double level, int fold, double target) {
        int place = place(level, fold);
        sums[place] += target;
        counts[place]++;
    }

    /** Prepares {@link #outOfFold}, once all rows are added. */
    void join() {
        sumsOutside = new double[sums.length];
        countsOutside = new int[counts.length];
        for (int place = 0; place < sums.length; place++) {
            int first = place / folds * folds;
            for (int other = first; other < first + folds; other++) {
                if (other != place) {
                    sumsOutside[place] += sums[other];
                    countsOutside[place] += counts[other];
                }
            }
        }
    }

    double outOfFold(double level, int fold, double prior, double smoothing) {
        int place = place(level, fold);
        return mean(sumsOutside[place], countsOutside[place], prior, smoothing);
    }

    /** The encoding by all rows; there must be one fold. */
    FittedTargetEncoding.One encoding(String name, double prior, double smoothing) {
        List<Double> means = new ArrayList<>(levels);
        for (int level = 0; level < levels; level++) {
            means.add(mean(sums[level], counts[level], prior, smoothing));
        }
        return new FittedTargetEncoding.One(name, means, mean(sums[levels], counts[levels], prior, smoothing));
    }

    private static double mean(double sum, int count, double prior, double smoothing) {
        return count == 0 ? prior : Node.finite((sum + smoothing * prior) / (count + smoothing));
    }
}

package org.ltv4j.core.evaluate.backtest;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.internal.math.Samplers;
import org.ltv4j.core.model.Parallelism;

/**
 * How sure a metric is: as many customers as there are, drawn with replacement, again and again. A customer is drawn with all rows.
 * The same rows, options and seed give the same bits on any number of threads, and two models of the same rows the same resamples.
 *
 * <p>No resample knows the customers that a heavy tail has not shown yet, so intervals of errors are too short where few customers make
 * most of the error. Of 1000 lognormal errors with sigma 1.5 (1 % of them make three quarters of all squares), bias-corrected intervals of
 * 95 % held the true RMSE in 68 % of 300 samples and the true MAE in 89 %; percentile ones in 60 % and 90 %. With sigma 1 it was 87 % and
 * 92 %. Rest a claim on more than RMSE.
 *
 * @param replicates resamples, from 100 to 1,000,000; 1000 or more for intervals of 95 %
 * @param confidence of the intervals, in (0, 1)
 * @param ends how the ends of an interval are found
 * @param seed of the draws
 */
public record Bootstrap(int replicates, double confidence, Ends ends, long seed) {
    private static final int BLOCK = 8;
    private static final int MOST_GROUPS = 200;

    /** How the ends of an interval are found. */
    public enum Ends {
        /** Quantiles of the replicates. */
        PERCENTILE,
        /**
         * Quantiles moved for bias and for a spread that changes with the value: BCa of Efron (1987), JASA 82(397). Acceleration is
         * from a jackknife that leaves out one customer at a time, or one of 200 groups of customers where there are more.
         */
        BIAS_CORRECTED
    }

    /**
     * Checks the numbers.
     *
     * @param replicates resamples, from 100 to 1,000,000; 1000 or more for intervals of 95 %
     * @param confidence of the intervals, in (0, 1)
     * @param ends how the ends of an interval are found
     * @param seed of the draws
     */
    public Bootstrap {
        if (replicates < 100 || replicates > 1_000_000) {
            throw new IllegalArgumentException("replicates must be 100 to 1,000,000, got " + replicates);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies in (0, 1), got " + confidence);
        }
    }

    /**
     * Bias-corrected intervals of 95 %.
     *
     * @param replicates resamples, from 100 to 1,000,000
     * @param seed of the draws
     * @return the choice
     */
    public static Bootstrap of(int replicates, long seed) {
        return new Bootstrap(replicates, 0.95, Ends.BIAS_CORRECTED, seed);
    }

    /**
     * Another confidence.
     *
     * @param newConfidence of the intervals, in (0, 1)
     * @return a copy
     */
    public Bootstrap withConfidence(double newConfidence) {
        return new Bootstrap(replicates, newConfidence, ends, seed);
    }

    /**
     * Other ends.
     *
     * @param newEnds how the ends of an interval are found
     * @return a copy
     */
    public Bootstrap withEnds(Ends newEnds) {
        return new Bootstrap(replicates, confidence, newEnds, seed);
    }

    /**
     * Resamples the customers of some predictions on the calling thread.
     *
     * @param rows predictions and what happened
     * @return every metric with its replicates
     */
    public Resampled resample(JudgedPredictions rows) {
        return resample(rows, Parallelism.SEQUENTIAL);
    }

    /**
     * Resamples the customers of some predictions. Costs two sorts and then a few passes over the rows for each resample: about 1 ms for
     * 20,000 rows.
     *
     * @param rows predictions and what happened
     * @param parallelism threads; they cannot move a bit
     * @return every metric with its replicates
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; its interrupt flag stays set
     */
    public Resampled resample(JudgedPredictions rows, Parallelism parallelism) {
        RowMeasures measures = new RowMeasures(rows);
        int groups = ends == Ends.BIAS_CORRECTED ? Math.min(MOST_GROUPS, measures.units()) : 0;
        double[][] results = new double[replicates + groups][];
        try (Blocks blocks = new Blocks(parallelism.threads())) {
            blocks.run((results.length + BLOCK - 1) / BLOCK, block -> {
                Blocks.failIfInterrupted();
                int[] counts = new int[measures.units()];
                double[] ranks = new double[measures.rows()];
                double[] others = new double[measures.rows()];
                int end = Math.min(results.length, (block + 1) * BLOCK);
                for (int i = block * BLOCK; i < end; i++) {
                    if (i < replicates) {
                        draw(i, counts);
                    } else {
                        leaveOut(i - replicates, groups, counts);
                    }
                    results[i] = measures.of(counts, ranks, others);
                }
            });
        }
        return new Resampled(
                this,
                rows,
                measures,
                Arrays.copyOf(results, replicates),
                Arrays.copyOfRange(results, replicates, results.length));
    }

    /**
     * Resamples the customers of a mean over rows, where a customer may have several rows or none. One sum and one count for each customer
     * are enough; a difference of two models is the sums of the differences.
     *
     * @param sums for each customer the sum of the values of its rows, finite
     * @param counts for each customer how many rows it has
     * @return the mean of all rows with its standard error, interval and distance from 0
     * @throws IllegalArgumentException if the arrays differ in length, there is no row, or a sum is not finite
     */
    public ResampledMean mean(double[] sums, int[] counts) {
        ResampledMean.require(sums, counts);
        int[] weights = new int[sums.length];
        double[] means = new double[replicates];
        for (int i = 0; i < replicates; i++) {
            draw(i, weights);
            means[i] = ResampledMean.of(sums, counts, weights);
        }
        int groups = ends == Ends.BIAS_CORRECTED ? Math.min(MOST_GROUPS, sums.length) : 0;
        double[] jackknife = new double[groups];
        for (int g = 0; g < groups; g++) {
            leaveOut(g, groups, weights);
            jackknife[g] = ResampledMean.of(sums, counts, weights);
        }
        Arrays.fill(weights, 1);
        double value = ResampledMean.of(sums, counts, weights);
        Replicates said = new Replicates(this, value, sums.length, means, jackknife);
        return new ResampledMean(value, said.standardError(), said.interval(), said.pValue());
    }

    private void draw(int replicate, int[] counts) {
        RandomGenerator random = Samplers.generator(seed, Samplers.Purpose.BOOTSTRAP, replicate);
        Arrays.fill(counts, 0);
        for (int i = 0; i < counts.length; i++) {
            counts[Samplers.index(random, counts.length)]++;
        }
    }

    private static void leaveOut(int group, int groups, int[] counts) {
        Arrays.fill(counts, 1);
        for (int u = group; u < counts.length; u += groups) {
            counts[u] = 0;
        }
    }
}

package org.ltv4j.segmentation.recommend.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ltv4j.core.evaluate.backtest.Bootstrap;
import org.ltv4j.core.evaluate.backtest.ResampledMean;

/** How a recommender did on some visits. Immutable. */
public final class RankingResult {
    private final String name;
    private final TestVisits tests;
    private final List<Integer> cutoffs;
    private final int answered;
    private final double[][][] values;
    private final RankingEvaluation.Beyond[] beyond;

    /** Takes the arrays over: by cutoff, metric and visit. */
    RankingResult(
            String name,
            TestVisits tests,
            List<Integer> cutoffs,
            int answered,
            double[][][] values,
            RankingEvaluation.Beyond[] beyond) {
        this.name = name;
        this.tests = tests;
        this.cutoffs = cutoffs;
        this.answered = answered;
        this.values = values;
        this.beyond = beyond;
    }

    /**
     * What the recommender is called.
     *
     * @return a name
     */
    public String name() {
        return name;
    }

    /**
     * How many visits were judged.
     *
     * @return at least 1
     */
    public int visits() {
        return tests.size();
    }

    /**
     * How many visits got any recommendation.
     *
     * @return from 0 to {@code visits()}
     */
    public int answered() {
        return answered;
    }

    /**
     * The mean of a metric over the visits.
     *
     * @param metric which
     * @param k length of the lists, one of those asked for
     * @return from 0 to 1
     */
    public double value(RankingMetric metric, int k) {
        return sum(metric, k) / tests.size();
    }

    /**
     * In how many visits the list had something that was wanted.
     *
     * @param k length of the lists, one of those asked for
     * @return from 0 to {@code visits()}
     */
    public int hits(int k) {
        return (int) sum(RankingMetric.HIT, k);
    }

    private double sum(RankingMetric metric, int k) {
        return Arrays.stream(of(metric, k)).sum();
    }

    /**
     * The share of the items bought in training that stood in any list.
     *
     * @param k length of the lists, one of those asked for
     * @return from 0 to 1
     */
    public double coverage(int k) {
        return beyond[cutoff(k)].coverage();
    }

    /**
     * How little known the recommended items are: the mean of {@code -log2(share of training baskets)}, over all places of all lists.
     *
     * @param k length of the lists, one of those asked for
     * @return bits, at least 0; 10 is an item that one basket in 1024 has
     */
    public double novelty(int k) {
        return beyond[cutoff(k)].novelty();
    }

    /**
     * How varied the lists are: 1 less the mean likeness of two of their items, over the lists that have two.
     *
     * @param k length of the lists, one of those asked for
     * @return from 0 to 1
     */
    public double diversity(int k) {
        return beyond[cutoff(k)].diversity();
    }

    /**
     * The mean of a metric and how sure it is.
     *
     * @param metric which
     * @param k length of the lists, one of those asked for
     * @param bootstrap how customers are resampled
     * @return the mean with its interval
     */
    public ResampledMean estimate(RankingMetric metric, int k, Bootstrap bootstrap) {
        return resample(of(metric, k), bootstrap);
    }

    /**
     * By how much this recommender is better than another on the same visits, resample by resample: what both find hard drops out.
     *
     * @param other judged on the same visits
     * @param metric which
     * @param k length of the lists, one of those asked for
     * @param bootstrap how customers are resampled
     * @return the mean difference, above 0 where this one is better, with its interval and p-value
     * @throws IllegalArgumentException if the visits are not the same
     */
    public ResampledMean compare(RankingResult other, RankingMetric metric, int k, Bootstrap bootstrap) {
        if (tests != other.tests) {
            throw new IllegalArgumentException(
                    "only results on the same visits can be compared: judge both with one RankingEvaluation");
        }
        double[] mine = of(metric, k);
        double[] theirs = other.of(metric, k);
        double[] difference = new double[mine.length];
        Arrays.setAll(difference, i -> mine[i] - theirs[i]);
        return resample(difference, bootstrap);
    }

    private ResampledMean resample(double[] ofVisits, Bootstrap bootstrap) {
        double[] sums = new double[tests.units()];
        int[] counts = new int[tests.units()];
        for (int i = 0; i < ofVisits.length; i++) {
            sums[tests.unit(i)] += ofVisits[i];
            counts[tests.unit(i)]++;
        }
        return bootstrap.mean(sums, counts);
    }

    private double[] of(RankingMetric metric, int k) {
        return values[cutoff(k)][metric.ordinal()];
    }

    private int cutoff(int k) {
        int at = cutoffs.indexOf(k);
        if (at < 0) {
            throw new IllegalArgumentException("lists of " + k + " were not judged, only of " + cutoffs);
        }
        return at;
    }

    /** The name, and each metric for the longest list. */
    @Override
    public String toString() {
        int k = cutoffs.get(cutoffs.size() - 1);
        StringBuilder text = new StringBuilder(name).append(':');
        for (RankingMetric metric : RankingMetric.values()) {
            text.append(String.format(Locale.ROOT, " %s@%d %.4f", metric.label(), k, value(metric, k)));
        }
        return text.toString();
    }
}

package org.ltv4j.core.feature.transform;

import java.util.Arrays;
import java.util.List;

/**
 * Cuts a numeric feature into bins: {@code <name>_bin} takes its place, a category with the levels {@code 1} (lowest) to
 * {@code k}, or the count of bins below with {@link #asNumber}. A value on an edge belongs to the bin below, so that zeros stay
 * apart from what is above them (pandas' qcut and cut do the same). Values outside the training range belong to the outer
 * bins; missing values stay missing.
 *
 * <p>Quantile bins hold about the same number of training rows each; edges that coincide are one, so that a feature with
 * many equal values gets fewer bins, a constant one a single bin. Cost: a selection over the training rows.
 */
public final class Bin extends FeatureStep {
    /** Most bins of a feature. */
    static final int MAX_BINS = 1_000;

    private final int count;
    private final List<Double> edges;
    private final Choice choice;
    private final boolean asNumber;
    private final boolean keepsSource;

    private Bin(int count, List<Double> edges, Choice choice, boolean asNumber, boolean keepsSource) {
        this.count = count;
        this.edges = edges;
        this.choice = choice;
        this.asNumber = asNumber;
        this.keepsSource = keepsSource;
    }

    /**
     * Into bins with about as many training rows each.
     *
     * @param bins how many at most, from 2 to 1000
     * @param names numeric features, at least one
     * @return the step
     */
    public static Bin quantiles(int bins, String... names) {
        return new Bin(Edges.checkBins(bins), List.of(), Choice.of(Choice.Kind.NUMBERS, names), false, false);
    }

    /**
     * Into bins between edges that are known.
     *
     * @param edges rising; the bins are up to the first, above it up to the second, and so on, and above the last
     * @param names numeric features, at least one
     * @return the step
     */
    public static Bin at(double[] edges, String... names) {
        Edges.check("edges", edges);
        if (edges.length == 0) {
            throw new IllegalArgumentException("need at least one edge");
        }
        List<Double> list = Arrays.stream(edges).boxed().toList();
        return new Bin(0, list, Choice.of(Choice.Kind.NUMBERS, names), false, false);
    }

    /**
     * As the number of bins below, from 0, instead of a category.
     *
     * @return the step
     */
    public Bin asNumber() {
        return new Bin(count, edges, choice, true, keepsSource);
    }

    /**
     * With the feature itself kept before its bin.
     *
     * @return the step
     */
    public Bin keepingSource() {
        return new Bin(count, edges, choice, asNumber, true);
    }

    @Override
    StepCode fit(FitData data) {
        List<FittedBins.One> bins = choice.pick(data.layout()).stream()
                .map(column -> new FittedBins.One(column.name(), edges(data.values(column))))
                .toList();
        return new FittedBins(asNumber, keepsSource, bins);
    }

    private List<Double> edges(double[] values) {
        return count == 0 ? edges : Edges.quantiles(values, count);
    }

    @Override
    List<?> options() {
        return List.of(count, edges, choice, asNumber, keepsSource);
    }

    @Override
    public String toString() {
        return "Bin(" + choice + "; " + (count == 0 ? "at " + edges : count + " quantiles")
                + (asNumber ? ", number" : "") + (keepsSource ? ", keeping source" : "") + ")";
    }
}

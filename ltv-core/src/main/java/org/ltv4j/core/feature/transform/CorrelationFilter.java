package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.internal.math.Moments;

/**
 * Leaves out numeric features that say what another one says: features are taken in their order, and one whose correlation
 * (Pearson's, of either sign) with an earlier one that stays is above the threshold is left out. So of two that are alike the
 * earlier one stays, whatever the data.
 *
 * <p>A correlation is over the rows where neither is missing; with fewer than three of them, or where one is constant, there
 * is none and the feature stays. Cost: one pass per pair of features, some 0.1 ms per 100,000 rows where none is missing.
 */
public final class CorrelationFilter extends FeatureStep {
    private static final int FEWEST_ROWS = 3;
    private static final double NO_SPREAD = 1e-24;

    private final double threshold;

    private CorrelationFilter(double threshold) {
        this.threshold = threshold;
    }

    /**
     * Leaves out what is correlated more than a threshold.
     *
     * @param correlation size of the correlation, from 0 to 1, for example 0.95
     * @return the step
     */
    public static CorrelationFilter above(double correlation) {
        return new CorrelationFilter(Choice.share("correlation", correlation));
    }

    /** A column in standard deviations from its mean. */
    private record Standardised(String name, double[] values, boolean complete) {}

    @Override
    StepCode fit(FitData data) {
        List<FittedSelection.Judged> judged = new ArrayList<>();
        List<Standardised> kept = new ArrayList<>();
        for (Column column : data.layout().columns()) {
            if (!column.isCategory()) {
                Standardised next = standardised(column.name(), data.values(column));
                FittedSelection.Judged one = judge(next, kept);
                judged.add(one);
                if (one.kept()) {
                    kept.add(next);
                }
            }
        }
        return new FittedSelection(FittedSelection.Rule.CORRELATION, judged);
    }

    private FittedSelection.Judged judge(Standardised next, List<Standardised> kept) {
        double strongest = 0;
        Optional<String> with = Optional.empty();
        for (Standardised other : kept) {
            double correlation = correlation(other, next);
            if (Math.abs(correlation) > Math.abs(strongest)) {
                strongest = correlation;
                with = Optional.of(other.name);
            }
            if (Math.abs(correlation) > threshold) {
                return new FittedSelection.Judged(next.name, false, OptionalDouble.of(correlation), with);
            }
        }
        return new FittedSelection.Judged(next.name, true, OptionalDouble.of(strongest), with);
    }

    private static Standardised standardised(String name, double[] values) {
        Moments moments = Moments.of(values);
        double scale = moments.sd() > 0 ? moments.sd() : 1;
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Node.finite((values[i] - moments.mean()) / scale);
        }
        return new Standardised(name, result, moments.count() == values.length);
    }

    private static double correlation(Standardised a, Standardised b) {
        if (a.complete && b.complete && a.values.length >= FEWEST_ROWS) {
            double sum = 0;
            for (int i = 0; i < a.values.length; i++) {
                sum += a.values[i] * b.values[i];
            }
            return Math.max(-1, Math.min(1, sum / a.values.length));
        }
        return overCommonRows(a.values, b.values);
    }

    private static double overCommonRows(double[] a, double[] b) {
        int n = 0;
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                n++;
                meanA += a[i];
                meanB += b[i];
            }
        }
        meanA /= n;
        meanB /= n;
        double spreadA = 0;
        double spreadB = 0;
        double products = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                spreadA += (a[i] - meanA) * (a[i] - meanA);
                spreadB += (b[i] - meanB) * (b[i] - meanB);
                products += (a[i] - meanA) * (b[i] - meanB);
            }
        }
        // what is constant but for rounding has no correlation; both columns are in standard deviations
        boolean known = n >= FEWEST_ROWS && spreadA > n * NO_SPREAD && spreadB > n * NO_SPREAD;
        return known ? Math.max(-1, Math.min(1, products / Math.sqrt(spreadA) / Math.sqrt(spreadB))) : 0;
    }

    @Override
    List<?> options() {
        return List.of(threshold);
    }

    @Override
    public String toString() {
        return "CorrelationFilter(above " + threshold + ")";
    }
}

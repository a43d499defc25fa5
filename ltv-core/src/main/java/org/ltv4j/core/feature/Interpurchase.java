package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.number;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.internal.math.MomentSums;
import org.ltv4j.core.internal.math.Quantiles;

/** The days between purchases, and how regular they are. */
final class Interpurchase implements FeatureKernel {
    private static final String ONE = "with fewer than 2 purchases";
    private static final String TWO = "with fewer than 3 purchases";
    private static final List<Feature> FEATURES = List.of(
            gap("gap_mean", "mean days from one purchase to the next", "mean of the gaps", ONE),
            gap("gap_sd", "spread of the gaps", "standard deviation of the gaps, divisor n - 1", TWO),
            number("gap_cv", "", "spread of the gaps relative to their mean", "gap_sd / gap_mean", "date")
                    .withMissing(TWO),
            gap("gap_median", "middle gap", "median of the gaps", ONE),
            gap("gap_min", "shortest gap", "least gap", ONE),
            gap("gap_max", "longest gap", "greatest gap", ONE),
            gap("gap_last", "gap before the last purchase", "last gap", ONE),
            number(
                            "silence_to_gap",
                            "gaps",
                            "how many usual gaps have passed since the last purchase: above 1 it is overdue",
                            "(date - day of the last purchase) / gap_mean",
                            "date")
                    .withMissing(ONE),
            number(
                            "gap_regularity",
                            "",
                            "1/2 for purchases at random, towards 1 for purchases like clockwork, towards 0 for bursts",
                            "k / (1 + k), k = (3 - s + sqrt((s - 3)^2 + 24 s)) / (12 s), s = ln(mean gap) - mean(ln gap);"
                                    + " 1 if s = 0",
                            "date")
                    .withMissing(TWO));

    private static Feature gap(String name, String meaning, String formula, String missing) {
        return number(name, "days", meaning, formula, "date").withMissing(missing);
    }

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        int n = history.visits() - 1;
        if (n < 1) {
            for (int i = 0; i < FEATURES.size(); i++) {
                out[at + i] = Double.NaN;
            }
            return;
        }
        double[] gaps = history.scratch().doubles(n);
        double logs = 0;
        for (int i = 0; i < n; i++) {
            gaps[i] = history.visitDay(i + 1) - history.visitDay(i);
            logs += Math.log(gaps[i]);
        }
        MomentSums moments = history.scratch().moments(gaps, 0, n);
        double mean = moments.mean();
        out[at] = mean;
        out[at + 1] = moments.sampleSd();
        out[at + 2] = out[at + 1] / mean;
        out[at + 4] = moments.min();
        out[at + 5] = moments.max();
        out[at + 6] = gaps[n - 1];
        Arrays.sort(gaps, 0, n);
        out[at + 3] = Quantiles.of(gaps, 0, n, 0.5);
        out[at + 7] = (history.asOfDay() - history.visitDay(n)) / mean;
        out[at + 8] = n < 2 ? Double.NaN : regularity(out[at + 1] == 0 ? 0 : Math.log(mean) - logs / n);
    }

    /** T. Minka, "Estimating a Gamma distribution" (2002); as {@code estimateRegularity} of BTYDplus for one customer. */
    static double regularity(double s) {
        double above = 3 - s + Math.sqrt((s - 3) * (s - 3) + 24 * s);
        return s <= 0 ? 1 : above / (12 * s + above);
    }
}

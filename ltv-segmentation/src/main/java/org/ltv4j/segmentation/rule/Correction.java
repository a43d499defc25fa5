package org.ltv4j.segmentation.rule;

import java.util.Arrays;
import org.ltv4j.core.internal.math.Holm;
import org.ltv4j.core.internal.math.Ranking;

/**
 * How p values of many tests are raised. Where thousands of rules are tested at 0.05, one in twenty that mean nothing passes; after a
 * correction either any false one is as unlikely as that (family-wise), or at most that share of those that pass is false
 * on average (false discovery rate).
 *
 * <p>A correction must know of <em>all</em> tests that could have been reported. Rules that passed a minimum support or confidence
 * were chosen by the same data; see {@link Significance} for corrections that take this into account.
 */
public enum Correction {
    /** None: each test for itself. */
    NONE,
    /** Family-wise: p times the number of tests. */
    BONFERRONI,
    /** Family-wise, under any dependence, never less powerful than Bonferroni. Holm (1979). */
    HOLM,
    /** Family-wise for tests that are independent or positively dependent. Hochberg (1988). */
    HOCHBERG,
    /** False discovery rate for tests that are independent or positively dependent. Benjamini and Hochberg (1995). */
    BENJAMINI_HOCHBERG,
    /** False discovery rate under any dependence. Benjamini and Yekutieli (2001). */
    BENJAMINI_YEKUTIELI;

    /**
     * Raises p values.
     *
     * @param pValues each from 0 to 1
     * @return adjusted p values in the order given, at most 1
     * @throws IllegalArgumentException if one is outside its range
     */
    public double[] adjust(double[] pValues) {
        return adjust(pValues, pValues.length);
    }

    /**
     * Raises p values of which only the smallest are at hand, because the other tests were never made: they count as if their p were 1.
     *
     * @param pValues each from 0 to 1
     * @param tests how many tests there are in all, at least as many as p values
     * @return adjusted p values in the order given, at most 1
     * @throws IllegalArgumentException if a p value is outside its range or there are more of them than tests
     */
    public double[] adjust(double[] pValues, double tests) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("need 0 <= p value <= 1, got " + p);
            }
        }
        if (!(tests >= pValues.length && tests < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("need a finite number of tests, at least as many as p values, got "
                    + tests + " for " + pValues.length + ": limit the items of a rule where too many are possible");
        }
        return switch (this) {
            case NONE -> pValues.clone();
            case BONFERRONI ->
                Arrays.stream(pValues).map(p -> Math.min(1, p * tests)).toArray();
            case HOLM -> tests == pValues.length ? Holm.adjust(pValues) : stepDown(pValues, tests);
            case HOCHBERG -> stepUp(pValues, tests, false, 1);
            case BENJAMINI_HOCHBERG -> stepUp(pValues, tests, true, 1);
            case BENJAMINI_YEKUTIELI -> stepUp(pValues, tests, true, harmonic(tests));
        };
    }

    private static double[] stepDown(double[] p, double tests) {
        int[] falling = Ranking.descending(p);
        double[] adjusted = new double[p.length];
        double least = 0;
        for (int k = 0; k < p.length; k++) {
            int i = falling[p.length - 1 - k];
            least = Math.max(least, Math.min(1, (tests - k) * p[i]));
            adjusted[i] = least;
        }
        return adjusted;
    }

    /** From the largest p value, the last of all tests, down to the smallest. Tests not at hand are larger and have p = 1. */
    private static double[] stepUp(double[] p, double tests, boolean rate, double factor) {
        int[] falling = Ranking.descending(p);
        double[] adjusted = new double[p.length];
        double most = 1;
        for (int k = 0; k < p.length; k++) {
            int i = falling[k];
            int rank = p.length - k;
            double times = rate ? factor * tests / rank : tests - rank + 1;
            most = Math.min(most, times * p[i]);
            adjusted[i] = most;
        }
        return adjusted;
    }

    /** {@code 1 + 1/2 + .. + 1/m}, by Euler and Maclaurin where m is large. */
    private static double harmonic(double m) {
        if (m > 1e7) {
            return Math.log(m) + 0.57721566490153286061 + 1 / (2 * m) - 1 / (12 * m * m);
        }
        double sum = 0;
        for (double k = m; k >= 1; k--) {
            sum += 1 / k;
        }
        return sum;
    }
}

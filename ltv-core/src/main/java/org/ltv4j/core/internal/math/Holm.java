package org.ltv4j.core.internal.math;

/** P values of several tests, raised so that the chance of any false finding among them stays what it was meant to be. */
public final class Holm {
    private Holm() {}

    /**
     * Holm (1979), Scandinavian Journal of Statistics 6(2): the k-th smallest of m is taken {@code m - k + 1} times, and never less
     * than the one before. Needs no independence.
     *
     * @param pValues each from 0 to 1
     * @return adjusted p values in the order given, at most 1
     */
    public static double[] adjust(double[] pValues) {
        int m = pValues.length;
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a p value lies in [0, 1], got " + p);
            }
        }
        int[] falling = Ranking.descending(pValues);
        double[] adjusted = new double[m];
        double least = 0;
        for (int k = 0; k < m; k++) {
            int i = falling[m - 1 - k];
            least = Math.max(least, Math.min(1, (m - k) * pValues[i]));
            adjusted[i] = least;
        }
        return adjusted;
    }
}

package org.ltv4j.models.btyd;

/**
 * Expected purchases under gamma rates and beta drop-out as a series.
 *
 * <p>With {@code z = t / (alpha + t)}, {@code e = a - 1}, {@code C = a + b - 1}, {@code A = C - r} and {@code L = ln(1 - z)},
 * Euler's transformation turns Fader, Hardie and Lee (2005), equation (9), into
 * <pre>{@code
 * E[X(t)] = -C expm1(e L) / e - exp(e L) * sum over j >= 1 of s_j
 * s_1 = A z,  s_(j+1) = s_j (A + j)(e + j) / ((C + j)(j + 1)) z
 * }</pre>
 * which has no singularity at {@code a = 1}, where {@code expm1(e L) / e} is L. For a known customer r, alpha and b stand for
 * {@code r + x}, {@code alpha + T} and {@code b + x}.
 */
final class PurchaseSeries {
    /** Sums smaller than this share of their terms have lost three digits, and some more to the roundings of their many terms. */
    private static final double CANCELLED = 1e-3;

    /** Where 1 - z is smaller, the thousands of terms cost more than a quadrature. */
    private static final double SLOW = 0.008;

    private static final int MAX_TERMS = 5000;

    private PurchaseSeries() {}

    /** The sum, or -1 where the series is slow or cancels, so that another way must be taken. No allocation. */
    static double sum(double r, double alpha, double a, double b, double t) {
        if (t == 0) {
            return 0;
        }
        if (alpha < SLOW * (alpha + t)) {
            return -1;
        }
        double z = t / (alpha + t);
        double e = a - 1;
        double c = a + b - 1;
        // C + 1 and A + 1: what stands in the fractions, since C itself has no digits left of a small a + b
        double both = a + b;
        double rest = both - r;
        double logarithm = -Math.log1p(t / alpha);
        double head = e == 0 ? -c * logarithm : -c * Math.expm1(e * logarithm) / e;
        double power = Math.exp(e * logarithm);
        double term = (c - r) * z;
        double sum = term;
        double size = Math.abs(term);
        double small = 1e-17 * (1 - z);
        int j = 1;
        while (Math.abs(term) > small * size) {
            if (j >= MAX_TERMS) {
                return -1;
            }
            // two terms for one division
            double under = (both + (j - 1)) * (j + 1);
            double over = (rest + (j - 1)) * (a + (j - 1)) * z;
            double nextUnder = (both + j) * (j + 2);
            double nextOver = (rest + j) * (a + j) * z;
            double share = term * over / (under * nextUnder);
            double next = share * nextUnder;
            term = share * nextOver;
            sum += next + term;
            size += Math.abs(next) + Math.abs(term);
            j += 2;
        }
        double purchases = head - power * sum;
        double all = Math.abs(head) + power * size;
        return purchases > CANCELLED * all ? purchases : -1;
    }
}

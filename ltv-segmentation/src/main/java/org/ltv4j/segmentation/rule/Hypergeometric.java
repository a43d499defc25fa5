package org.ltv4j.segmentation.rule;

import org.ltv4j.core.internal.math.StirlingTerms;

/**
 * How many baskets hold X and Y if both keep their frequencies and are independent. Probabilities come from three binomial ones,
 * each written around its mean (Loader 2000), so that they keep their digits far out in the tails; tails are added up from
 * the largest term on.
 */
final class Hypergeometric {
    private static final double NEGLIGIBLE = 1e-18;
    private static final double TIE = 1e-10;

    private final long n;
    private final long x;
    private final long y;
    private final long least;
    private final long most;

    Hypergeometric(RuleCounts counts) {
        this(counts.n(), counts.n1x(), counts.nx1());
    }

    Hypergeometric(long n, long x, long y) {
        this.n = n;
        this.x = x;
        this.y = y;
        this.least = Math.max(0, x + y - n);
        this.most = Math.min(x, y);
    }

    /** The chance of exactly {@code k}. */
    double probability(long k) {
        if (k < least || k > most) {
            return 0;
        }
        return least == most ? 1 : Math.exp(logBinomial(k, y) + logBinomial(x - k, n - y) - logBinomial(x, n));
    }

    /** The chance of {@code k} or more. */
    double atLeast(long k) {
        if (k <= least) {
            return 1;
        }
        return aboveMean(k) ? upper(k) : Math.max(0, 1 - lower(k - 1));
    }

    /** The chance of {@code k} or less. */
    double atMost(long k) {
        if (k >= most) {
            return 1;
        }
        return aboveMean(k) ? Math.max(0, 1 - upper(k + 1)) : lower(k);
    }

    /** The chance of all that is no likelier than {@code k}. */
    double asExtremeAs(long k) {
        double limit = probability(k) * (1 + TIE);
        if (aboveMean(k)) {
            return Math.min(1, upper(k) + lower(lastNotLikelier(limit)));
        }
        return Math.min(1, lower(k) + upper(firstNotLikelier(limit)));
    }

    /** The smallest {@code q} with a chance of {@code q} or less of at least {@code level}. */
    long quantile(double level) {
        long low = least;
        long high = most;
        while (low < high) {
            long middle = (low + high) / 2;
            if (atMost(middle) >= level) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean aboveMean(long k) {
        return (double) k * n >= (double) x * y;
    }

    /** Likelihood rises up to the mode, so the last one below it that is no likelier is found by bisection; least - 1 if none. */
    private long lastNotLikelier(double limit) {
        long low = least - 1;
        long high = mode();
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (probability(middle) <= limit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private long firstNotLikelier(double limit) {
        long low = mode();
        long high = most + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (probability(middle) <= limit) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long mode() {
        return (long) Math.floor((x + 1.0) * (y + 1.0) / (n + 2.0));
    }

    private double upper(long from) {
        if (from > most) {
            return 0;
        }
        double sum = 1;
        double term = 1;
        for (long k = from; k < most && term > NEGLIGIBLE * sum; k++) {
            term *= (double) (x - k) * (y - k) / ((double) (k + 1) * (n - x - y + k + 1));
            sum += term;
        }
        return Math.min(1, probability(from) * sum);
    }

    private double lower(long from) {
        if (from < least) {
            return 0;
        }
        double sum = 1;
        double term = 1;
        for (long k = from; k > least && term > NEGLIGIBLE * sum; k--) {
            term *= (double) k * (n - x - y + k) / ((double) (x - k + 1) * (y - k + 1));
            sum += term;
        }
        return Math.min(1, probability(from) * sum);
    }

    /** The logarithm of the chance of {@code k} hits in {@code trials} at a rate of {@code x / n}. */
    private double logBinomial(long k, long trials) {
        double p = (double) x / n;
        double q = (double) (n - x) / n;
        if (k == 0 || k == trials) {
            return trials == 0 ? 0 : k == 0 ? trials * logOneMinus(p, q) : trials * logOneMinus(q, p);
        }
        return StirlingTerms.logBetaTerms(p, q, k, trials - k)
                + Math.log((double) trials / ((double) k * (trials - k)));
    }

    /** {@code ln(1 - a)} where {@code b = 1 - a}. */
    private static double logOneMinus(double a, double b) {
        return a < 0.5 ? Math.log1p(-a) : Math.log(b);
    }
}

package org.ltv4j.core.score;

import org.ltv4j.core.model.PurchaseCount;
import org.ltv4j.core.model.SpendModel;

/**
 * Quantiles of what a customer who is alive will spend: a random number of purchases of random amounts. The distribution is
 * summed over the number of purchases and then inverted; nothing is drawn at random.
 */
final class SpendQuantile {
    private static final double RELATIVE = 1e-9;
    private static final double CERTAIN = 1 - 1e-14;
    private static final double NEGLIGIBLE = 1e-13;
    private static final int MOST_STEPS = 200;
    private static final int FEW = 8;

    private final CountDistribution counts;
    private final SpendModel spend;
    private final int purchases;
    private final double meanSpend;

    /** For a customer with {@code purchases} seen purchases of {@code meanSpend} on average. */
    SpendQuantile(CountDistribution counts, SpendModel spend, int purchases, double meanSpend) {
        this.counts = counts;
        this.spend = spend;
        this.purchases = purchases;
        this.meanSpend = meanSpend;
    }

    /**
     * The total at which P(at least one purchase, total at most that) reaches a level.
     *
     * @param level above 0 and below P(at least one purchase)
     * @param expectedSpend expected amount of one purchase, to start from
     */
    double at(double level, double expectedSpend) {
        if (spend instanceof PurchaseCount) {
            return counts.count(counts.indexReaching(level)); // whole numbers: a step cannot be inverted by slopes
        }
        double guess = Math.log(expectedSpend) + Math.log(counts.count(counts.indexReaching(level)));
        double step = 0.25;
        double low = guess;
        double fLow = probability(low) - level;
        double high = low;
        double fHigh = fLow;
        for (int i = 0; fLow > 0; i++) {
            high = low;
            fHigh = fLow;
            low -= step;
            fLow = probability(low) - level;
            step = widened(step, i);
        }
        for (int i = 0; fHigh < 0; i++) {
            low = high;
            fLow = fHigh;
            high += step;
            fHigh = probability(high) - level;
            step = widened(step, i);
        }
        return Math.exp(root(low, fLow, high, fHigh, level));
    }

    private double widened(double step, int steps) {
        if (steps > MOST_STEPS) {
            throw new IllegalStateException(
                    "the model of spend reaches no total with the probability wanted: purchases " + purchases
                            + ", mean spend " + meanSpend);
        }
        return Math.min(step * 2, 4);
    }

    /** Chandrupatla (1997), Advances in Engineering Software 28(3): inverse quadratic steps that fall back to halving. */
    private double root(double from, double fFrom, double to, double fTo, double level) {
        double a = to;
        double fa = fTo;
        double b = from;
        double fb = fFrom;
        double t = fa == fb ? 0.5 : fa / (fa - fb); // the secant first: the curve is nearly straight
        t = Math.min(0.95, Math.max(0.05, t));
        for (int i = 0; i < MOST_STEPS && Math.abs(b - a) > RELATIVE && fa != 0 && fb != 0; i++) {
            double x = a + t * (b - a);
            double fx = probability(x) - level;
            double c;
            double fc;
            if (Math.signum(fx) == Math.signum(fa)) {
                c = a;
                fc = fa;
            } else {
                c = b;
                fc = fb;
                b = a;
                fb = fa;
            }
            a = x;
            fa = fx;
            t = next(a, fa, b, fb, c, fc);
        }
        return Math.abs(fa) < Math.abs(fb) ? a : b;
    }

    private static double next(double a, double fa, double b, double fb, double c, double fc) {
        double t = 0.5;
        double xi = (a - b) / (c - b);
        double phi = (fa - fb) / (fc - fb);
        if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
            t = fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb);
        }
        double least = 0.5 * RELATIVE / Math.abs(b - a);
        return Math.min(1 - least, Math.max(least, t));
    }

    /** P(at least one purchase, total at most {@code exp(logTotal)}). */
    private double probability(double logTotal) {
        double total = Math.exp(logTotal);
        if (counts.size() == 1) {
            return 0;
        }
        double atMost = atMost(total, 1);
        double sum = counts.weight(1) * atMost;
        int k = 1;
        if (atMost >= CERTAIN) {
            k = certain(total);
            sum = counts.upTo(k) - counts.upTo(0);
        }
        for (k++; k < counts.size() && counts.above(k - 1) * atMost >= NEGLIGIBLE; k++) {
            atMost = atMost(total, k); // more purchases make so small a total ever less likely
            sum += counts.weight(k) * atMost;
        }
        return sum;
    }

    private double atMost(double total, int k) {
        double probability = spend.probabilityTotalAtMost(total, counts.count(k), purchases, meanSpend);
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalStateException("the model of spend gives a probability of " + probability
                    + " for a total of " + total + " from " + counts.count(k) + " purchases");
        }
        return probability;
    }

    /** Numbers of purchases, from 1 to that index, that are certain to stay below a total: by doubling, then halving. */
    private int certain(double total) {
        int k = 1;
        int beyond = 2;
        while (beyond < counts.size() && atMost(total, beyond) >= CERTAIN) {
            k = beyond;
            beyond = 2 * k;
        }
        beyond = Math.min(beyond, counts.size());
        while (beyond - k > FEW) {
            int middle = (k + beyond) >>> 1;
            if (atMost(total, middle) >= CERTAIN) {
                k = middle;
            } else {
                beyond = middle;
            }
        }
        return k;
    }
}

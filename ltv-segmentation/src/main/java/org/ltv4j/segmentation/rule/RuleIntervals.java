package org.ltv4j.segmentation.rule;

import org.ltv4j.core.internal.math.Normal;
import org.ltv4j.core.model.Interval;

/** Intervals of a rule's measures; their formulas stand at {@link RuleCounts}. */
final class RuleIntervals {
    private RuleIntervals() {}

    static Interval confidence(RuleCounts c, double level) {
        double z = z(level);
        double m = c.n1x();
        if (m == 0) {
            return new Interval(0, 1);
        }
        double p = c.n11() / m;
        double centre = p + z * z / (2 * m);
        double half = z * Math.sqrt(p * (1 - p) / m + z * z / (4 * m * m));
        double scale = 1 + z * z / m;
        double lower = c.n11() == 0 ? 0 : Math.max(0, (centre - half) / scale);
        double upper = c.n10() == 0 ? 1 : Math.min(1, (centre + half) / scale);
        return new Interval(lower, upper);
    }

    static Interval lift(RuleCounts c, double level) {
        double z = z(level);
        if (c.n11() == 0) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        double variance = 1.0 / c.n11() - 1.0 / c.n1x() - 1.0 / c.nx1() + (2 * c.lift() - 1) / c.n();
        return around(c.lift(), z * Math.sqrt(Math.max(0, variance)));
    }

    static Interval oddsRatio(RuleCounts c, double level) {
        double z = z(level);
        boolean empty = c.n11() == 0 || c.n10() == 0 || c.n01() == 0 || c.n00() == 0;
        double half = empty ? 0.5 : 0;
        double variance = 1 / (c.n11() + half) + 1 / (c.n10() + half) + 1 / (c.n01() + half) + 1 / (c.n00() + half);
        return around(empty ? c.oddsRatioHaldane() : c.oddsRatio(), z * Math.sqrt(variance));
    }

    private static Interval around(double ratio, double logHalf) {
        return new Interval(ratio * Math.exp(-logHalf), ratio * Math.exp(logHalf));
    }

    private static double z(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("need 0 < level < 1, got " + level);
        }
        return Normal.quantile((1 + level) / 2);
    }
}

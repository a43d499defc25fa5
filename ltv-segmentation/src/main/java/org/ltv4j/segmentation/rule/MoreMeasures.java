package org.ltv4j.segmentation.rule;

import org.ltv4j.core.internal.math.Normal;

/** Formulas of {@link Measure} that take more than a line. */
final class MoreMeasures {
    private static final double HYPER_LIFT_LEVEL = 0.99;

    private MoreMeasures() {}

    static double chiSquaredP(RuleCounts c) {
        double chi = c.chiSquared();
        return Double.isNaN(chi) ? Double.NaN : 2 * Normal.cumulative(-Math.sqrt(chi));
    }

    static double addedValue(RuleCounts c) {
        return c.excess() / ((double) c.n1x() * c.n());
    }

    static double certainty(RuleCounts c) {
        double gain = c.excess();
        return gain > 0 ? gain / ((double) c.n1x() * c.nx0()) : gain / ((double) c.n1x() * c.nx1());
    }

    static double gini(RuleCounts c) {
        double n = c.n();
        double withX = (square(c.n11()) + square(c.n10())) / c.n1x();
        double withoutX = (square(c.n01()) + square(c.n00())) / c.n0x();
        return (withX + withoutX) / n - (square(c.nx1()) + square(c.nx0())) / (n * n);
    }

    static double hyperConfidence(RuleCounts c) {
        return c.n11() == 0 ? 0 : new Hypergeometric(c).atMost(c.n11() - 1);
    }

    static double hyperLift(RuleCounts c) {
        return (double) c.n11() / new Hypergeometric(c).quantile(HYPER_LIFT_LEVEL);
    }

    static double implicationIndex(RuleCounts c) {
        double expected = (double) c.n1x() * c.nx0() / c.n();
        return (c.n10() - expected) / Math.sqrt(expected);
    }

    static double importance(RuleCounts c) {
        return Math.log10((c.n11() + 1.0) * (c.n0x() + 2.0) / ((c.n01() + 1.0) * (c.n1x() + 2.0)));
    }

    static double jMeasure(RuleCounts c) {
        return information(c.n11(), c.n1x(), c.nx1(), c.n()) + information(c.n10(), c.n1x(), c.nx0(), c.n());
    }

    static double kappa(RuleCounts c) {
        double chance = (double) c.n1x() * c.nx1() + (double) c.n0x() * c.nx0();
        return ((double) c.n() * (c.n11() + c.n00()) - chance) / ((double) c.n() * c.n() - chance);
    }

    static double lambda(RuleCounts c) {
        long blind = Math.max(c.nx1(), c.nx0());
        long seeing = Math.max(c.n11(), c.n10()) + Math.max(c.n01(), c.n00());
        return (double) (seeing - blind) / (c.n() - blind);
    }

    static double lerman(RuleCounts c) {
        double expected = (double) c.n1x() * c.nx1() / c.n();
        return c.excess() / c.n() / Math.sqrt(expected);
    }

    static double mutualInformation(RuleCounts c) {
        long n = c.n();
        double shared = information(c.n11(), c.n1x(), c.nx1(), n)
                + information(c.n10(), c.n1x(), c.nx0(), n)
                + information(c.n01(), c.n0x(), c.nx1(), n)
                + information(c.n00(), c.n0x(), c.nx0(), n);
        return shared / Math.min(entropy(c.n1x(), n), entropy(c.nx1(), n));
    }

    static double relativeLinkage(RuleCounts c) {
        double excess = c.excess() / c.n();
        if (excess > 0) {
            return excess / (excess + Math.min(c.n10(), c.n01()));
        }
        return excess == 0 ? 0 : excess / (excess - Math.min(c.n11(), c.n00()));
    }

    static double varyingLiaison(RuleCounts c) {
        return c.excess() / ((double) c.n1x() * c.nx1());
    }

    static double yuleQ(RuleCounts c) {
        return yule((double) c.n11() * c.n00(), (double) c.n10() * c.n01());
    }

    static double yuleY(RuleCounts c) {
        return yule(Math.sqrt((double) c.n11() * c.n00()), Math.sqrt((double) c.n10() * c.n01()));
    }

    static double collectiveStrength(RuleCounts c) {
        double n = c.n();
        double agreement = (c.n11() + c.n00()) / n;
        double disagreement = (c.n10() + c.n01()) / n;
        double expected = ((double) c.n1x() * c.nx1() + (double) c.n0x() * c.nx0()) / (n * n);
        double unexpected = ((double) c.n1x() * c.nx0() + (double) c.n0x() * c.nx1()) / (n * n);
        return agreement / expected * (unexpected / disagreement);
    }

    private static double yule(double together, double apart) {
        return (together - apart) / (together + apart);
    }

    private static double square(long count) {
        return (double) count * count;
    }

    /** {@code p ln(p / (p_row p_column))} of one cell, 0 for an empty one. */
    private static double information(long cell, long row, long column, long n) {
        return cell == 0 ? 0 : (double) cell / n * Math.log((double) cell * n / ((double) row * column));
    }

    private static double entropy(long count, long n) {
        return surprise(count, n) + surprise(n - count, n);
    }

    private static double surprise(long count, long n) {
        return count == 0 ? 0 : -(double) count / n * Math.log((double) count / n);
    }
}

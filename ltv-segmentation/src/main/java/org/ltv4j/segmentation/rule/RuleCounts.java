package org.ltv4j.segmentation.rule;

import org.ltv4j.core.model.Interval;

/**
 * How often two sets of items X and Y were bought, together and each: a two-by-two table, from which every measure of a rule
 * "X, so Y" follows. Counts are exact; a measure that divides by nothing is NaN unless its own text says otherwise.
 *
 * <p>In the formulas below {@code n10 = n1x - n11}, {@code n01 = nx1 - n11}, {@code n0x = n - n1x}, {@code nx0 = n - nx1} and
 * {@code n00 = n - n1x - nx1 + n11}. {@link Measure} has all measures by name. Definitions: Hahsler (2015), A probabilistic
 * comparison of commonly used interest measures for association rules, and the papers that it names. Cost: a few operations;
 * the exact tests add up the tail of a distribution.
 *
 * @param n11 baskets with X and Y
 * @param n1x baskets with X
 * @param nx1 baskets with Y
 * @param n all baskets
 */
public record RuleCounts(long n11, long n1x, long nx1, long n) {
    private static final long MOST = Integer.MAX_VALUE;

    /**
     * Checks that such baskets can be.
     *
     * @param n11 baskets with X and Y
     * @param n1x baskets with X
     * @param nx1 baskets with Y
     * @param n all baskets, at most {@code Integer.MAX_VALUE}
     * @throws IllegalArgumentException if a count is below 0, above one that contains it, or the four contradict each other
     */
    public RuleCounts {
        if (n11 < 0 || n11 > n1x || n11 > nx1 || n1x > n || nx1 > n || n1x + nx1 - n11 > n || n > MOST) {
            throw new IllegalArgumentException("counts of a rule need 0 <= n11 <= n1x, nx1 and n1x + nx1 - n11 <= n <= "
                    + MOST + ", got n11=" + n11 + ", n1x=" + n1x + ", nx1=" + nx1 + ", n=" + n);
        }
    }

    /**
     * Baskets with X but not Y.
     *
     * @return {@code n1x - n11}
     */
    public long n10() {
        return n1x - n11;
    }

    /**
     * Baskets with Y but not X.
     *
     * @return {@code nx1 - n11}
     */
    public long n01() {
        return nx1 - n11;
    }

    /**
     * Baskets with neither.
     *
     * @return {@code n - n1x - nx1 + n11}
     */
    public long n00() {
        return n - n1x - nx1 + n11;
    }

    /**
     * Baskets without X.
     *
     * @return {@code n - n1x}
     */
    public long n0x() {
        return n - n1x;
    }

    /**
     * Baskets without Y.
     *
     * @return {@code n - nx1}
     */
    public long nx0() {
        return n - nx1;
    }

    /**
     * The share of baskets with X and Y: {@code n11 / n}. Agrawal, Imielinski and Swami (1993).
     *
     * @return 0 to 1
     */
    public double support() {
        return (double) n11 / n;
    }

    /**
     * The share of baskets with X: {@code n1x / n}.
     *
     * @return 0 to 1
     */
    public double coverage() {
        return (double) n1x / n;
    }

    /**
     * The share of baskets with Y: {@code nx1 / n}, what the confidence would be if X did not matter.
     *
     * @return 0 to 1
     */
    public double consequentSupport() {
        return (double) nx1 / n;
    }

    /**
     * The share of X's baskets that hold Y too: {@code n11 / n1x}, an estimate of P(Y | X). Agrawal and others (1993).
     *
     * @return 0 to 1
     */
    public double confidence() {
        return (double) n11 / n1x;
    }

    /**
     * How many times more often X and Y meet than if they were independent: {@code n11 n / (n1x nx1)}. Brin and others (1997).
     *
     * @return at least 0; 1 for independence
     */
    public double lift() {
        return (double) (n11 * n) / (double) (n1x * nx1);
    }

    /**
     * The share of baskets beyond what independence would give: {@code n11/n - n1x nx1 / n^2}. Piatetsky-Shapiro (1991).
     *
     * @return -0.25 to 0.25; 0 for independence
     */
    public double leverage() {
        return excess() / ((double) n * n);
    }

    /**
     * How many times more often the rule would fail if X and Y were independent: {@code n1x nx0 / (n n10)}. Brin and others (1997).
     *
     * @return at least 0; 1 for independence; infinite for a rule that never fails; NaN where Y is in every basket, since then no
     *     rule about it could fail
     */
    public double conviction() {
        return (double) (n1x * nx0()) / (double) (n * n10());
    }

    /**
     * Zhang's measure of association, which treats attraction and repulsion alike: {@code (P(XY) - P(X)P(Y)) / max(P(XY) P(not X),
     * P(X) (P(Y) - P(XY)))}. Zhang (2000).
     *
     * @return -1 (never together) to 1 (always together); 0 for independence, and where the denominator is 0
     */
    public double zhang() {
        double most = Math.max((double) (n11 * n0x()), (double) (n1x * n01()));
        return most == 0 ? 0 : excess() / most;
    }

    /**
     * Baskets with both among those with either: {@code n11 / (n1x + nx1 - n11)}. Jaccard (1912).
     *
     * @return 0 to 1
     */
    public double jaccard() {
        return (double) n11 / (n1x + nx1 - n11);
    }

    /**
     * The cosine of the angle between the columns of X and Y: {@code n11 / sqrt(n1x nx1)}. Tan, Kumar and Srivastava (2004).
     *
     * @return 0 to 1
     */
    public double cosine() {
        return n11 / Math.sqrt((double) (n1x * nx1));
    }

    /**
     * The mean of both confidences, X to Y and Y to X: {@code (n11/n1x + n11/nx1) / 2}. Kulczynski (1927).
     *
     * @return 0 to 1; does not depend on baskets with neither
     */
    public double kulczynski() {
        return ((double) n11 / n1x + (double) n11 / nx1) / 2;
    }

    /**
     * How unequal X and Y are: {@code |n1x - nx1| / (n1x + nx1 - n11)}. Wu, Chen and Han (2010).
     *
     * @return 0 (equally frequent) to 1
     */
    public double imbalance() {
        return (double) Math.abs(n1x - nx1) / (n1x + nx1 - n11);
    }

    /**
     * The odds of Y with X, to those without X: {@code n11 n00 / (n10 n01)}.
     *
     * @return at least 0; 1 for independence; infinite where only the denominator is 0, NaN where both are
     */
    public double oddsRatio() {
        return (double) (n11 * n00()) / (double) (n10() * n01());
    }

    /**
     * The odds ratio with one half added to each of the four counts, which is always finite. Haldane (1956).
     *
     * @return above 0
     */
    public double oddsRatioHaldane() {
        return (n11 + 0.5) * (n00() + 0.5) / ((n10() + 0.5) * (n01() + 0.5));
    }

    /**
     * Pearson's chi-square of the table, without correction: {@code n (n11 n00 - n10 n01)^2 / (n1x n0x nx1 nx0)}.
     *
     * @return at least 0, to be judged with 1 degree of freedom; NaN where a row or column is empty
     */
    public double chiSquared() {
        double distance = excess();
        return distance * distance / margins() * n;
    }

    /**
     * Chi-square with the correction for continuity of Yates (1934): {@code n max(0, |n11 n00 - n10 n01| - n/2)^2 / (n1x n0x nx1 nx0)}.
     *
     * @return at least 0; NaN where a row or column is empty
     */
    public double chiSquaredYates() {
        double distance = Math.max(0, Math.abs(excess()) - n / 2.0);
        return distance * distance / margins() * n;
    }

    /**
     * Pearson's correlation of the columns of X and Y: {@code (n n11 - n1x nx1) / sqrt(n1x n0x nx1 nx0)}.
     *
     * @return -1 to 1; NaN where a row or column is empty
     */
    public double phi() {
        return excess() / Math.sqrt(margins());
    }

    /**
     * Fisher's exact test of attraction: the chance of {@code n11} or more if X and Y, each as frequent as it is, were independent.
     *
     * @return a p value, to a relative error of about 1e-13
     */
    public double fisherGreater() {
        return new Hypergeometric(this).atLeast(n11);
    }

    /**
     * Fisher's exact test of repulsion: the chance of {@code n11} or fewer if X and Y were independent.
     *
     * @return a p value
     */
    public double fisherLess() {
        return new Hypergeometric(this).atMost(n11);
    }

    /**
     * Fisher's exact test of any association: the chance of all tables that are no likelier than this one. Tables whose chances
     * differ by less than a relative 1e-10 count as equally likely.
     *
     * @return a p value
     */
    public double fisherTwoSided() {
        return new Hypergeometric(this).asExtremeAs(n11);
    }

    /**
     * Lift between the least and the greatest value that supports and thresholds leave open: {@code (lift - low) / (high - low)} with
     * {@code high = 1 / max(P(X), P(Y))} and {@code low = max((P(X)+P(Y)-1) / (P(X)P(Y)), 1/(n P(X)P(Y)), 4s/(1+s)^2, s/(P(X)P(Y)),
     * c/P(Y))}. McNicholas, Murphy and O'Regan (2008), Standardising the lift of an association rule.
     *
     * @param minSupport the threshold s of the mining, 0 for none
     * @param minConfidence the threshold c of the mining, 0 for none
     * @return 0 to 1 for a rule that passes both thresholds; NaN where low and high are the same
     */
    public double standardisedLift(double minSupport, double minConfidence) {
        double x = coverage();
        double y = consequentSupport();
        double low = Math.max(x + y - 1, 1.0 / n) / (x * y);
        low = Math.max(low, 4 * minSupport / ((1 + minSupport) * (1 + minSupport)));
        low = Math.max(low, Math.max(minSupport / (x * y), minConfidence / y));
        return (lift() - low) / (1 / Math.max(x, y) - low);
    }

    /**
     * An interval for the confidence, by Wilson's score: {@code (p + z^2/2m +- z sqrt(p(1-p)/m + z^2/4m^2)) / (1 + z^2/m)} with {@code m =
     * n1x}. Wilson (1927), Probable inference, the law of succession, and statistical inference.
     *
     * @param level coverage, above 0 and below 1, for example 0.95
     * @return ends within 0 and 1; all of that where no basket holds X
     */
    public Interval confidenceInterval(double level) {
        return RuleIntervals.confidence(this, level);
    }

    /**
     * An interval for the lift, symmetric in its logarithm, whose variance is {@code 1/n11 - 1/n1x - 1/nx1 + (2 lift - 1)/n}: the delta method
     * on multinomial counts, see Agresti (2013), Categorical data analysis, section 16.1.
     *
     * @param level coverage, above 0 and below 1
     * @return ends of at least 0; from 0 to infinity where X and Y never met
     */
    public Interval liftInterval(double level) {
        return RuleIntervals.lift(this, level);
    }

    /**
     * An interval for the odds ratio, symmetric in its logarithm, whose variance is {@code 1/n11 + 1/n10 + 1/n01 + 1/n00}. Woolf (1955), On
     * estimating the relation between blood group and disease. Where a count is 0, one half is added to each (Gart 1966).
     *
     * @param level coverage, above 0 and below 1
     * @return ends above 0
     */
    public Interval oddsRatioInterval(double level) {
        return RuleIntervals.oddsRatio(this, level);
    }

    /** {@code n n11 - n1x nx1}, which is {@code n11 n00 - n10 n01}: exact as a long, since n is an int. */
    double excess() {
        return (double) (n * n11 - n1x * nx1);
    }

    private double margins() {
        return (double) (n1x * n0x()) * (double) (nx1 * nx0());
    }
}

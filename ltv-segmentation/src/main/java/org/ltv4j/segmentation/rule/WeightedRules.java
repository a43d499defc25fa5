package org.ltv4j.segmentation.rule;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Rules by value: baskets count by a weight, such as their margin or the lifetime value of their customer, instead of one each. With
 * {@code w(Z)} the weights of the baskets that hold all of Z added up, and {@code w} those of all baskets:
 * <pre>{@code
 * support    = w(XY) / w            the share of the value that comes with X and Y
 * confidence = w(XY) / w(X)         of the value that comes with X, the share that comes with Y too
 * lift       = w(XY) w / (w(X) w(Y))
 * }</pre>
 * With equal weights these are the plain measures. Weights of baskets: Wang, Yang and Yu (2000) and others after them differ in weighting
 * items; here whole baskets are weighted, so that the support of a set never exceeds that of its subsets. A weighted share is no count: the
 * tests of {@link Significance} speak of the plain counts, which {@link #rules()} has.
 *
 * <p>Immutable.
 */
public final class WeightedRules {
    private final RuleSet rules;
    private final double total;
    private final double[] both;
    private final double[] antecedents;
    private final double[] consequents;

    WeightedRules(RuleSet rules, double total, double[] both, double[] antecedents, double[] consequents) {
        this.rules = rules;
        this.total = total;
        this.both = both;
        this.antecedents = antecedents;
        this.consequents = consequents;
    }

    /**
     * Finds rules whose weighted support, confidence and lift reach the thresholds of the options.
     *
     * @param baskets the baskets
     * @param weight given the number of a basket, its weight: finite, at least 0, not 0 for all
     * @param options what to look for. The minimum support is a share of the weights of all baskets; a number of baskets stands for that share of
     *     all baskets. Any number of items on the right and empty antecedents are not offered here
     * @return the rules by falling weighted lift. Where a limit ended the search, those found until then, and {@link RuleSet#stop()} of {@link
     *     #rules} says so
     * @throws IllegalArgumentException if a weight is not allowed, or an option is not offered
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static WeightedRules mine(BasketLog baskets, IntToDoubleFunction weight, Apriori.Options options) {
        return new WeightedMiner(baskets, weights(baskets, weight), options).mine();
    }

    /**
     * The weights of rules that were found before.
     *
     * @param rules the rules
     * @param baskets any baskets
     * @param weight given the number of a basket, its weight: finite, at least 0, not 0 for all
     * @return these rules, in their order, with the counts and weights of those baskets
     * @throws IllegalArgumentException if a weight is not allowed
     */
    public static WeightedRules of(RuleSet rules, BasketLog baskets, IntToDoubleFunction weight) {
        return count(rules, baskets, weights(baskets, weight));
    }

    static WeightedRules count(RuleSet rules, BasketLog baskets, double[] weights) {
        double[] both = new double[rules.size()];
        double[] antecedents = new double[rules.size()];
        double[] consequents = new double[rules.size()];
        RuleColumns columns = rules.columns();
        IdTable items = rules.items();
        new RuleCounter(columns, items, baskets).forEach((rule, left, right, used, first) -> {
            antecedents[rule] += sum(left, left, used, first, weights);
            consequents[rule] += sum(right, right, used, first, weights);
            both[rule] += sum(left, right, used, first, weights);
        });
        double total = 0;
        for (double w : weights) {
            total += w;
        }
        return new WeightedRules(rules.recount(baskets), total, both, antecedents, consequents);
    }

    private static double sum(long[] a, long[] b, int used, int first, double[] weights) {
        double sum = 0;
        for (int w = 0; w < used; w++) {
            for (long bits = a[w] & b[w]; bits != 0; bits &= bits - 1) {
                sum += weights[first + (w << 6) + Long.numberOfTrailingZeros(bits)];
            }
        }
        return sum;
    }

    private static double[] weights(BasketLog baskets, IntToDoubleFunction weight) {
        double[] weights = new double[baskets.size()];
        double total = 0;
        for (int b = 0; b < weights.length; b++) {
            weights[b] = weight.applyAsDouble(b);
            if (!(weights[b] >= 0 && weights[b] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("basket " + (b + 1) + " needs a finite weight of at least 0, got "
                        + weights[b] + ": a basket that lost money weighs 0");
            }
            total += weights[b];
        }
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "need weights with a finite sum above 0, got " + total + " for " + weights.length + " baskets");
        }
        return weights;
    }

    /**
     * The rules with their plain counts.
     *
     * @return the set that rule numbers are numbers of
     */
    public RuleSet rules() {
        return rules;
    }

    /**
     * The weights of all baskets added up.
     *
     * @return above 0
     */
    public double total() {
        return total;
    }

    /**
     * The share of all value that comes with a rule's items.
     *
     * @param i number of the rule
     * @return 0 to 1
     */
    public double support(int i) {
        return both[Objects.checkIndex(i, both.length)] / total;
    }

    /**
     * Of the value that comes with X, the share that comes with Y too.
     *
     * @param i number of the rule
     * @return 0 to 1; NaN where no value comes with X
     */
    public double confidence(int i) {
        return both[Objects.checkIndex(i, both.length)] / antecedents[i];
    }

    /**
     * How many times more value X and Y share than if they were independent.
     *
     * @param i number of the rule
     * @return at least 0; NaN where no value comes with X or with Y
     */
    public double lift(int i) {
        return both[Objects.checkIndex(i, both.length)] / antecedents[i] / (consequents[i] / total);
    }

    /** These rules in another order, some of them. */
    WeightedRules ordered(int[] order) {
        return new WeightedRules(
                rules.ordered(order),
                total,
                picked(both, order),
                picked(antecedents, order),
                picked(consequents, order));
    }

    private static double[] picked(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }

    @Override
    public String toString() {
        return "WeightedRules[" + rules.size() + " rules in " + rules.baskets() + " baskets]";
    }
}

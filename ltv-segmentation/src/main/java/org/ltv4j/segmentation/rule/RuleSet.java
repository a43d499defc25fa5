package org.ltv4j.segmentation.rule;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.IntPredicate;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.itemset.MiningStop;

/**
 * Rules about one set of baskets, in an order. Held in flat arrays: a {@link AssociationRule} is made when it is looked at, so that a
 * million rules cost some 40 bytes each. Immutable, thread-safe; saved and loaded by {@link org.ltv4j.core.io.Models} as a
 * {@code rule-set}.
 *
 * <p>Items are numbers in the order of their names. No rule stands twice.
 */
public final class RuleSet implements LtvModel {
    /** The kind of this model in saved files. */
    public static final String KIND = "rule-set";

    private final IdTable items;
    private final int baskets;
    private final RuleThresholds thresholds;
    private final RuleColumns rules;
    private final Optional<MiningStop> stop;

    RuleSet(IdTable items, int baskets, RuleThresholds thresholds, RuleColumns rules, Optional<MiningStop> stop) {
        this.items = items;
        this.baskets = baskets;
        this.thresholds = thresholds;
        this.rules = rules;
        this.stop = stop;
    }

    /** Rules of any table, without any twice; the columns are taken over. */
    static RuleSet canonical(
            IdTable table, int baskets, RuleThresholds thresholds, RuleColumns rules, Optional<MiningStop> stop) {
        rules.trim();
        return new RuleSet(RuleNames.canonical(rules, table), baskets, thresholds, rules, stop);
    }

    /**
     * Rules that were made elsewhere or by hand.
     *
     * @param rules at least one, all about the same number of baskets, none twice
     * @return a set of them in their order, without thresholds
     * @throws IllegalArgumentException if there are none, one stands twice, or they speak of different numbers of baskets
     */
    public static RuleSet of(Collection<AssociationRule> rules) {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(
                    "need at least one rule, got none: the number of baskets is not known then");
        }
        RuleColumns columns = new RuleColumns();
        IdTable.Builder names = new IdTable.Builder();
        Set<List<List<String>>> seen = new HashSet<>();
        long n = rules.iterator().next().counts().n();
        for (AssociationRule rule : rules) {
            if (rule.counts().n() != n) {
                throw new IllegalArgumentException("rule " + (columns.size + 1) + " is about "
                        + rule.counts().n() + " baskets, the first one about " + n
                        + ": a set is about one number of baskets");
            }
            if (!seen.add(List.of(rule.antecedent(), rule.consequent()))) {
                throw new IllegalArgumentException("rule " + (columns.size + 1) + " stands twice: " + rule);
            }
            int[] antecedent = rule.antecedent().stream().mapToInt(names::index).toArray();
            int[] consequent = rule.consequent().stream().mapToInt(names::index).toArray();
            RuleCounts counts = rule.counts();
            columns.add(
                    antecedent,
                    0,
                    antecedent.length,
                    consequent,
                    consequent.length,
                    (int) counts.n11(),
                    (int) counts.n1x(),
                    (int) counts.nx1());
        }
        return canonical(names.build(), (int) n, RuleThresholds.NONE, columns, Optional.empty());
    }

    /**
     * How many rules there are.
     *
     * @return 0 or more
     */
    public int size() {
        return rules.size;
    }

    /**
     * How many baskets the rules are about.
     *
     * @return the n of every rule
     */
    public int baskets() {
        return baskets;
    }

    /**
     * The items of all rules.
     *
     * @return their names in the order of texts
     */
    public IdTable items() {
        return items;
    }

    /**
     * What the rules had to reach when they were mined.
     *
     * @return the thresholds, {@link RuleThresholds#NONE} for rules made by hand
     */
    public RuleThresholds thresholds() {
        return thresholds;
    }

    /**
     * Whether a limit ended the mining, so that rules are missing.
     *
     * @return which one and what to do; empty where all were found
     */
    public Optional<MiningStop> stop() {
        return stop;
    }

    /**
     * A rule.
     *
     * @param i from 0 to {@code size() - 1}
     * @return the rule with its names
     */
    public AssociationRule rule(int i) {
        return new AssociationRule(
                names(rules.starts[i], rules.middles[i]), names(rules.middles[i], rules.starts[i + 1]), counts(i));
    }

    /**
     * The counts of a rule.
     *
     * @param i from 0 to {@code size() - 1}
     * @return how often its items were bought
     */
    public RuleCounts counts(int i) {
        Objects.checkIndex(i, size());
        return new RuleCounts(rules.both[i], rules.antecedents[i], rules.consequents[i], baskets);
    }

    /**
     * The length of an antecedent.
     *
     * @param i from 0 to {@code size() - 1}
     * @return items, 0 for a rule about all baskets
     */
    public int antecedentLength(int i) {
        return rules.antecedentLength(i);
    }

    /**
     * An item of an antecedent.
     *
     * @param i from 0 to {@code size() - 1}
     * @param k from 0 to {@code antecedentLength(i) - 1}
     * @return its number in {@link #items()}; numbers ascend with {@code k}
     */
    public int antecedent(int i, int k) {
        return rules.items[rules.starts[i] + Objects.checkIndex(k, antecedentLength(i))];
    }

    /**
     * The length of a consequent.
     *
     * @param i from 0 to {@code size() - 1}
     * @return items, at least 1
     */
    public int consequentLength(int i) {
        return rules.consequentLength(i);
    }

    /**
     * An item of a consequent.
     *
     * @param i from 0 to {@code size() - 1}
     * @param k from 0 to {@code consequentLength(i) - 1}
     * @return its number in {@link #items()}; numbers ascend with {@code k}
     */
    public int consequent(int i, int k) {
        return rules.items[rules.middles[i] + Objects.checkIndex(k, consequentLength(i))];
    }

    /**
     * A measure of a rule.
     *
     * @param i from 0 to {@code size() - 1}
     * @param measure which one
     * @return its value; NaN where it is not defined
     */
    public double value(int i, Measure measure) {
        return measure.of(counts(i));
    }

    /**
     * A measure of all rules.
     *
     * @param measure which one
     * @return a value for each rule, in their order
     */
    public double[] values(Measure measure) {
        double[] values = new double[size()];
        Arrays.setAll(values, i -> value(i, measure));
        return values;
    }

    /**
     * The rules as objects, each made when it is looked at.
     *
     * @return a view, as long as {@link #size()}
     */
    public List<AssociationRule> asList() {
        return new Rules();
    }

    /**
     * The same rules, best first. Equals by the measure come by falling {@code n11}, then by the names of antecedent and
     * consequent; rules for which the measure is not defined come last.
     *
     * @param measure by which one
     * @return a set in that order
     */
    public RuleSet sortedBy(Measure measure) {
        return in(RuleOrder.best(rules, values(measure)));
    }

    /**
     * The same rules by any values, highest first, for example {@link #improvements}; ties as by a measure.
     *
     * @param values one for each rule, in their order; NaN comes last
     * @return a set in that order
     * @throws IllegalArgumentException if there is not one value for each rule
     */
    public RuleSet sortedBy(double[] values) {
        if (values.length != size()) {
            throw new IllegalArgumentException("need a value for each of " + size() + " rules, got " + values.length);
        }
        return in(RuleOrder.best(rules, values));
    }

    /**
     * The best rules by a measure, in the order of {@link #sortedBy}.
     *
     * @param k how many at most, at least 0
     * @param measure by which one
     * @return {@code min(k, size())} rules
     */
    public RuleSet top(int k, Measure measure) {
        if (k < 0) {
            throw new IllegalArgumentException("need a number of rules of at least 0, got " + k);
        }
        int[] order = RuleOrder.best(rules, values(measure));
        return in(Arrays.copyOf(order, Math.min(k, order.length)));
    }

    /**
     * Some of the rules, in their order.
     *
     * @param wanted asked once for each rule number, ascending
     * @return a set of those
     */
    public RuleSet keep(IntPredicate wanted) {
        int[] kept = new int[size()];
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            if (wanted.test(i)) {
                kept[count++] = i;
            }
        }
        return in(Arrays.copyOf(kept, count));
    }

    /**
     * How much more confident each rule is than every simpler rule of this set: its confidence minus the highest one of the rules with
     * the same consequent and a proper subset of its antecedent (the empty one too, where the set has such rules). Without
     * any simpler rule in the set it is the confidence itself. Bayardo, Agrawal and Gunopulos (2000). Cost: all subsets of each
     * antecedent are looked up, or all rules of the consequent where those are fewer.
     *
     * @return a value for each rule, in their order
     */
    public double[] improvements() {
        double[] best = SimplerRules.bestConfidences(rules, baskets);
        double[] values = new double[size()];
        Arrays.setAll(values, i -> value(i, Measure.CONFIDENCE) - (Double.isNaN(best[i]) ? 0 : best[i]));
        return values;
    }

    /**
     * How many times more confident each rule is than every simpler rule of this set, see {@link #improvements}; the same for lift.
     *
     * @return a value for each rule; infinite where the set has no simpler rule
     */
    public double[] boosts() {
        double[] best = SimplerRules.bestConfidences(rules, baskets);
        double[] values = new double[size()];
        Arrays.setAll(
                values, i -> Double.isNaN(best[i]) ? Double.POSITIVE_INFINITY : value(i, Measure.CONFIDENCE) / best[i]);
        return values;
    }

    /**
     * Only rules that say more than simpler ones: a rule goes if this set holds one with the same consequent, a proper subset of its
     * antecedent, and at least its confidence.
     *
     * @return the rules with an improvement above 0
     */
    public RuleSet nonRedundant() {
        return nonRedundant(0);
    }

    /**
     * Only rules that are more confident than simpler ones by more than so much.
     *
     * @param minImprovement what {@link #improvements} must exceed, from 0 to 1
     * @return those rules
     */
    public RuleSet nonRedundant(double minImprovement) {
        if (!(minImprovement >= 0 && minImprovement <= 1)) {
            throw new IllegalArgumentException("need 0 <= minimum improvement <= 1, got " + minImprovement);
        }
        double[] improvements = improvements();
        return keep(i -> improvements[i] > minImprovement);
    }

    /**
     * The same rules counted anew, for example in the baskets of a new month or of another shop. Items are matched by name; those that
     * the other baskets do not know are in none of them. Thresholds are not applied again. Cost: some 10 ms for a thousand rules and a
     * million baskets.
     *
     * @param others any baskets
     * @return these rules, in their order, with the counts of those baskets
     */
    public RuleSet recount(BasketLog others) {
        RuleCounter counter = new RuleCounter(rules, items, others).count();
        RuleColumns counted = new RuleColumns();
        for (int i = 0; i < size(); i++) {
            counted.add(rules, i);
            counted.both[i] = counter.both[i];
            counted.antecedents[i] = counter.antecedents[i];
            counted.consequents[i] = counter.consequents[i];
        }
        return new RuleSet(items, others.size(), RuleThresholds.NONE, counted.trim(), stop);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Rules are counted, not fitted. */
    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    RuleColumns columns() {
        return rules;
    }

    /** All rules in another order. */
    RuleSet ordered(int[] order) {
        return in(order);
    }

    private RuleSet in(int[] order) {
        RuleColumns some = new RuleColumns();
        for (int rule : order) {
            some.add(rules, rule);
        }
        some.trim();
        return canonical(items, baskets, thresholds, some, stop);
    }

    private List<String> names(int from, int to) {
        List<String> names = new ArrayList<>(to - from);
        for (int at = from; at < to; at++) {
            names.add(items.id(rules.items[at]));
        }
        return names;
    }

    /** Equal rules about as many baskets, in the same order, mined by the same thresholds to the same end. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RuleSet that
                && baskets == that.baskets
                && thresholds.equals(that.thresholds)
                && stop.equals(that.stop)
                && rules.equals(that.rules)
                && itemNames().equals(that.itemNames());
    }

    @Override
    public int hashCode() {
        return Objects.hash(baskets, thresholds, rules);
    }

    List<String> itemNames() {
        List<String> names = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            names.add(items.id(i));
        }
        return names;
    }

    @Override
    public String toString() {
        return "RuleSet[" + size() + " rules about " + items.size() + " items in " + baskets + " baskets"
                + stop.map(s -> "; not all: " + s.hint()).orElse("") + "]";
    }

    /** All rules. */
    private final class Rules extends AbstractList<AssociationRule> implements RandomAccess {
        @Override
        public AssociationRule get(int index) {
            return rule(Objects.checkIndex(index, size()));
        }

        @Override
        public int size() {
            return RuleSet.this.size();
        }
    }
}

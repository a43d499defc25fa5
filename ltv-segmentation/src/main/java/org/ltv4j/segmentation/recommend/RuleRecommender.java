package org.ltv4j.segmentation.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.segmentation.rule.AssociationRule;
import org.ltv4j.segmentation.rule.RuleCounts;
import org.ltv4j.segmentation.rule.RuleMatcher;
import org.ltv4j.segmentation.rule.RuleSet;

/**
 * Recommends what the rules say that fire for the basket: those whose antecedent is in it. Reads the basket alone, not the history.
 * Immutable, able to be saved.
 *
 * <p>A basket for which no rule fires gives an empty list. Of a rule with several items on the right each gets the rule's value. A rule
 * with an item on the left that the table does not have never fires; items on the right that it does not have are passed over. Cost: the rules that share their rarest item with the basket, some nanoseconds
 * each.
 */
public final class RuleRecommender implements Recommender, LtvModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "rule-recommender";

    private final RuleSet rules;
    private final RuleScore kindOfScore;
    private final RuleMatcher matcher;
    private final IdTable items;
    private final double[] values;
    private final int[] support;
    private final int[] starts;
    private final int[] consequents;

    private RuleRecommender(RuleSet rules, RuleScore kindOfScore, IdTable items) {
        this.rules = rules;
        this.kindOfScore = kindOfScore;
        this.items = items;
        this.matcher = RuleMatcher.of(rules, items);
        this.values = new double[rules.size()];
        this.support = new int[rules.size()];
        this.starts = new int[rules.size() + 1];
        int[] numbers = new int[rules.items().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = items.indexOf(rules.items(), i);
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            starts[rule + 1] = starts[rule] + rules.consequentLength(rule);
        }
        this.consequents = new int[starts[rules.size()]];
        for (int rule = 0; rule < rules.size(); rule++) {
            RuleCounts counts = rules.counts(rule);
            double value = kindOfScore == RuleScore.MAX_LIFT ? counts.lift() : counts.confidence();
            values[rule] = value;
            support[rule] = (int) counts.n11();
            for (int k = 0; k < rules.consequentLength(rule); k++) {
                int number = numbers[rules.consequent(rule, k)];
                consequents[starts[rule] + k] = Double.isFinite(value) ? number : -1;
            }
        }
    }

    /**
     * A recommender over the items of the rules.
     *
     * @param rules the rules
     * @param score what they make of an item
     * @return the recommender
     */
    public static RuleRecommender of(RuleSet rules, RuleScore score) {
        return new RuleRecommender(rules, score, rules.items());
    }

    /**
     * A recommender over another table, for example that of the baskets, so that it can stand beside others.
     *
     * @param rules the rules
     * @param score what they make of an item
     * @param items what numbers of visits are numbers of
     * @return the recommender
     */
    public static RuleRecommender of(RuleSet rules, RuleScore score, IdTable items) {
        return new RuleRecommender(rules, score, items);
    }

    @Override
    public IdTable items() {
        return items;
    }

    /**
     * The rules.
     *
     * @return in their order
     */
    public RuleSet rules() {
        return rules;
    }

    /**
     * What the rules make of an item.
     *
     * @return the choice
     */
    public RuleScore scoring() {
        return kindOfScore;
    }

    @Override
    public void score(Visit visit, ItemScores scores) {
        int[] basket = visit.basket();
        int[] firing = scores.ints(64);
        int count = matcher.match(basket, basket.length, firing);
        if (count > firing.length) {
            firing = scores.ints(count);
            count = matcher.match(basket, basket.length, firing);
        }
        boolean sum = kindOfScore == RuleScore.SUM_OF_CONFIDENCE;
        for (int i = 0; i < count; i++) {
            int rule = firing[i];
            for (int at = starts[rule]; at < starts[rule + 1]; at++) {
                int item = consequents[at];
                if (item < 0) {
                    continue;
                }
                if (sum) {
                    scores.add(item, values[rule]);
                } else {
                    scores.raise(item, values[rule], support[rule]);
                }
            }
        }
    }

    @Override
    public List<Reason> reasons(Visit visit, int item) {
        requireKnown(visit, item);
        List<Integer> found = new ArrayList<>();
        for (int rule : matcher.match(visit.basket())) {
            for (int at = starts[rule]; at < starts[rule + 1]; at++) {
                if (consequents[at] == item) {
                    found.add(rule);
                }
            }
        }
        found.sort(Comparator.<Integer>comparingDouble(rule -> -values[rule]).thenComparing(rule -> -support[rule]));
        return found.stream().limit(MOST_REASONS).map(this::reason).toList();
    }

    private Reason reason(int number) {
        AssociationRule rule = rules.rule(number);
        List<String> because = rule.antecedent();
        String left = String.join(" and ", because);
        String text = String.format(
                Locale.ROOT,
                "%s%.0f %% of baskets%s have %s",
                because.isEmpty()
                        ? ""
                        : "because " + left + (because.size() == 1 ? " is" : " are") + " in the basket: ",
                100 * rule.confidence(),
                because.isEmpty() ? "" : " with " + left,
                String.join(" and ", rule.consequent()));
        return new Reason(Reason.Kind.RULE, because, values[number], text);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RuleRecommender that
                && kindOfScore == that.kindOfScore
                && rules.equals(that.rules)
                && ItemTables.same(items, that.items);
    }

    @Override
    public int hashCode() {
        return 31 * rules.hashCode() + kindOfScore.name().hashCode();
    }

    @Override
    public String toString() {
        return "rules by " + kindOfScore + ", " + rules.size() + " rules";
    }
}

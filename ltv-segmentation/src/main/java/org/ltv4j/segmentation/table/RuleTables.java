package org.ltv4j.segmentation.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ltv4j.segmentation.rule.AssociationRule;
import org.ltv4j.segmentation.rule.ContrastedRule;
import org.ltv4j.segmentation.rule.ContrastedRules;
import org.ltv4j.segmentation.rule.JudgedRules;
import org.ltv4j.segmentation.rule.Measure;
import org.ltv4j.segmentation.rule.RuleSet;
import org.ltv4j.segmentation.rule.WeightedRules;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rules as Tablesaw tables. */
public final class RuleTables {
    private RuleTables() {}

    /**
     * A table with a row for each rule: the names of both sides joined by a comma and a space, the counts, and measures. What is not
     * defined is missing; what is infinite is an infinite number.
     *
     * @param rules the rules
     * @param measures further columns, called by their keys; none for support, confidence and lift
     * @return columns {@code antecedent}, {@code consequent}, {@code n11}, {@code n1x}, {@code nx1}, {@code n} and the measures
     */
    public static Table of(RuleSet rules, Measure... measures) {
        Table table = named(rules);
        for (Measure measure : RuleFiles.columns(measures)) {
            table.addColumns(DoubleColumn.create(measure.key(), rules.values(measure)));
        }
        return table;
    }

    private static Table named(RuleSet rules) {
        StringColumn antecedent = StringColumn.create("antecedent");
        StringColumn consequent = StringColumn.create("consequent");
        LongColumn both = LongColumn.create("n11");
        LongColumn left = LongColumn.create("n1x");
        LongColumn right = LongColumn.create("nx1");
        LongColumn all = LongColumn.create("n");
        for (AssociationRule rule : rules.asList()) {
            antecedent.append(String.join(", ", rule.antecedent()));
            consequent.append(String.join(", ", rule.consequent()));
            both.append(rule.counts().n11());
            left.append(rule.counts().n1x());
            right.append(rule.counts().nx1());
            all.append(rule.counts().n());
        }
        return Table.create("rules", antecedent, consequent, both, left, right, all);
    }

    /**
     * The same with two more columns: {@code p} of each rule's own test and {@code p_adjusted} for the number of tests.
     *
     * @param judged rules and their p values
     * @param measures further columns; none for support, confidence and lift
     * @return a row for each rule
     */
    public static Table of(JudgedRules judged, Measure... measures) {
        int n = judged.rules().size();
        double[] p = new double[n];
        double[] adjusted = new double[n];
        Arrays.setAll(p, judged::pValue);
        Arrays.setAll(adjusted, judged::adjusted);
        return of(judged.rules(), measures)
                .addColumns(DoubleColumn.create("p", p), DoubleColumn.create("p_adjusted", adjusted));
    }

    /**
     * Rules in two groups of baskets.
     *
     * @param rules what was compared
     * @return by rising p value: {@code antecedent}, {@code consequent}; for each group {@code n11}, {@code n1x}, {@code confidence} and {@code
     *     lift} with {@code _first} and {@code _second}; {@code difference} of the confidences, {@code p} and {@code p_adjusted}
     */
    public static Table of(ContrastedRules rules) {
        List<ContrastedRule> all = rules.asList();
        return Table.create(
                "contrasts",
                StringColumn.create("antecedent", all.stream().map(rule -> String.join(", ", rule.antecedent()))),
                StringColumn.create("consequent", all.stream().map(rule -> String.join(", ", rule.consequent()))),
                LongColumn.create(
                        "n11_first", all.stream().mapToLong(rule -> rule.first().n11())),
                LongColumn.create(
                        "n1x_first", all.stream().mapToLong(rule -> rule.first().n1x())),
                doubles("confidence_first", all, rule -> rule.first().confidence()),
                doubles("lift_first", all, rule -> rule.first().lift()),
                LongColumn.create(
                        "n11_second",
                        all.stream().mapToLong(rule -> rule.second().n11())),
                LongColumn.create(
                        "n1x_second",
                        all.stream().mapToLong(rule -> rule.second().n1x())),
                doubles("confidence_second", all, rule -> rule.second().confidence()),
                doubles("lift_second", all, rule -> rule.second().lift()),
                doubles("difference", all, ContrastedRule::difference),
                doubles("p", all, ContrastedRule::pValue),
                doubles("p_adjusted", all, ContrastedRule::adjusted));
    }

    /**
     * Rules by the value of baskets.
     *
     * @param rules rules with their weights
     * @return a row for each rule with its names and plain counts, and {@code weighted_support},
     *     {@code weighted_confidence} and {@code weighted_lift}
     */
    public static Table of(WeightedRules rules) {
        int n = rules.rules().size();
        double[] support = new double[n];
        double[] confidence = new double[n];
        double[] lift = new double[n];
        Arrays.setAll(support, rules::support);
        Arrays.setAll(confidence, rules::confidence);
        Arrays.setAll(lift, rules::lift);
        Table table = named(rules.rules());
        return table.addColumns(
                DoubleColumn.create("weighted_support", support),
                DoubleColumn.create("weighted_confidence", confidence),
                DoubleColumn.create("weighted_lift", lift));
    }

    private static DoubleColumn doubles(
            String name, List<ContrastedRule> rules, ToDoubleFunction<ContrastedRule> value) {
        return DoubleColumn.create(name, rules.stream().mapToDouble(value).toArray());
    }

    /**
     * The names of the measures that {@link #of} adds as a default.
     *
     * @return support, confidence and lift
     */
    public static List<Measure> defaults() {
        return RuleFiles.columns();
    }
}

package org.ltv4j.segmentation.table;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.segmentation.rule.AssociationRule;
import org.ltv4j.segmentation.rule.JudgedRules;
import org.ltv4j.segmentation.rule.Measure;
import org.ltv4j.segmentation.rule.RuleSet;
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
        Table table = Table.create("rules", antecedent, consequent, both, left, right, all);
        for (Measure measure : RuleFiles.columns(measures)) {
            table.addColumns(DoubleColumn.create(measure.key(), rules.values(measure)));
        }
        return table;
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
     * The names of the measures that {@link #of} adds as a default.
     *
     * @return support, confidence and lift
     */
    public static List<Measure> defaults() {
        return RuleFiles.columns();
    }
}

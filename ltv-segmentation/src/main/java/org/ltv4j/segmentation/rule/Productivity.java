package org.ltv4j.segmentation.rule;

import java.util.Arrays;
import org.ltv4j.segmentation.basket.BasketLog;

/** Fisher's test of each item on the left, given the others. */
final class Productivity {
    private Productivity() {}

    static double[] pValues(RuleSet rules, BasketLog baskets) {
        RuleColumns columns = rules.columns();
        RuleCounter whole = new RuleCounter(columns, rules.items(), baskets).count();
        RuleColumns simpler = simpler(columns);
        RuleCounter parts = new RuleCounter(simpler, rules.items(), baskets).count();
        double[] p = new double[columns.size];
        int part = 0;
        for (int rule = 0; rule < p.length; rule++) {
            int length = columns.antecedentLength(rule);
            p[rule] = length == 0 ? 1 : 0;
            for (int k = 0; k < length; k++, part++) {
                // among the baskets with the rest of X: those with z, and those with Y
                RuleCounts given = new RuleCounts(
                        whole.both[rule], whole.antecedents[rule], parts.both[part], parts.antecedents[part]);
                p[rule] = Math.max(p[rule], given.fisherGreater());
            }
        }
        return p;
    }

    /** Each rule without each of its items on the left, one after the other. */
    private static RuleColumns simpler(RuleColumns rules) {
        RuleColumns simpler = new RuleColumns();
        for (int rule = 0; rule < rules.size; rule++) {
            int[] antecedent = Arrays.copyOfRange(rules.items, rules.starts[rule], rules.middles[rule]);
            int[] consequent = Arrays.copyOfRange(rules.items, rules.middles[rule], rules.starts[rule + 1]);
            for (int k = 0; k < antecedent.length; k++) {
                int[] rest = new int[antecedent.length - 1];
                System.arraycopy(antecedent, 0, rest, 0, k);
                System.arraycopy(antecedent, k + 1, rest, k, rest.length - k);
                simpler.add(rest, 0, rest.length, consequent, consequent.length, 0, 0, 0);
            }
        }
        return simpler;
    }
}

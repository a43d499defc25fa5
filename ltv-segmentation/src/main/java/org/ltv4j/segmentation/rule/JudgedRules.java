package org.ltv4j.segmentation.rule;

import java.util.Arrays;
import java.util.Objects;

/** Rules with a p value each, as it was found and as it was corrected for the number of tests. Immutable. */
public final class JudgedRules {
    private final RuleSet rules;
    private final double[] pValues;
    private final double[] adjusted;

    JudgedRules(RuleSet rules, double[] pValues, double[] adjusted) {
        this.rules = rules;
        this.pValues = pValues;
        this.adjusted = adjusted;
    }

    /**
     * The rules.
     *
     * @return all of them, also those that chance explains
     */
    public RuleSet rules() {
        return rules;
    }

    /**
     * The p value of a rule's own test.
     *
     * @param i number of the rule
     * @return from 0 to 1
     */
    public double pValue(int i) {
        return pValues[Objects.checkIndex(i, pValues.length)];
    }

    /**
     * The p value of a rule, corrected for the number of tests.
     *
     * @param i number of the rule
     * @return from 0 to 1, at least {@link #pValue} unless found by permutation
     */
    public double adjusted(int i) {
        return adjusted[Objects.checkIndex(i, adjusted.length)];
    }

    /**
     * The rules that chance does not explain.
     *
     * @param alpha the family-wise error or false discovery rate to accept, above 0 and below 1, for example 0.05
     * @return those with a corrected p value of at most {@code alpha}, in their order
     */
    public RuleSet significant(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("need 0 < alpha < 1, got " + alpha);
        }
        return rules.keep(i -> adjusted[i] <= alpha);
    }

    @Override
    public String toString() {
        return "JudgedRules[" + rules.size() + " rules, "
                + Arrays.stream(adjusted).filter(p -> p <= 0.05).count() + " with a corrected p of at most 0.05]";
    }
}

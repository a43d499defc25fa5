package org.ltv4j.segmentation.rule;

import java.util.function.ToDoubleFunction;

/**
 * Measures of a rule "X, so Y" that follow from its {@link RuleCounts} alone, by name. Those that compare a rule with others
 * (improvement, boost) are at {@link RuleSet#improvements()}. Names and definitions follow Hahsler (2015); where implementations
 * differ at the edges, the text says what holds here.
 */
public enum Measure {
    /** {@link RuleCounts#support()}. */
    SUPPORT("support", RuleCounts::support),
    /** {@link RuleCounts#confidence()}. */
    CONFIDENCE("confidence", RuleCounts::confidence),
    /** {@link RuleCounts#lift()}. */
    LIFT("lift", RuleCounts::lift),
    /** {@link RuleCounts#leverage()}. */
    LEVERAGE("leverage", RuleCounts::leverage),
    /** {@link RuleCounts#conviction()}. */
    CONVICTION("conviction", RuleCounts::conviction),
    /** {@link RuleCounts#zhang()}. */
    ZHANG("zhang", RuleCounts::zhang),
    /** {@link RuleCounts#jaccard()}. */
    JACCARD("jaccard", RuleCounts::jaccard),
    /** {@link RuleCounts#cosine()}. */
    COSINE("cosine", RuleCounts::cosine),
    /** {@link RuleCounts#kulczynski()}. */
    KULCZYNSKI("kulczynski", RuleCounts::kulczynski),
    /** {@link RuleCounts#imbalance()}. */
    IMBALANCE("imbalance", RuleCounts::imbalance),
    /** {@link RuleCounts#oddsRatio()}. */
    ODDS_RATIO("oddsRatio", RuleCounts::oddsRatio),
    /** {@link RuleCounts#oddsRatioHaldane()}. */
    ODDS_RATIO_HALDANE("oddsRatioHaldane", RuleCounts::oddsRatioHaldane),
    /** {@link RuleCounts#chiSquared()}. */
    CHI_SQUARED("chiSquared", RuleCounts::chiSquared),
    /** {@link RuleCounts#chiSquaredYates()}. */
    CHI_SQUARED_YATES("chiSquaredYates", RuleCounts::chiSquaredYates),
    /** The p value of {@link #CHI_SQUARED} with 1 degree of freedom, two-sided. */
    CHI_SQUARED_P("chiSquaredPValue", MoreMeasures::chiSquaredP),
    /** {@link RuleCounts#phi()}. */
    PHI("phi", RuleCounts::phi),
    /** {@link RuleCounts#fisherGreater()}. */
    FISHER_GREATER("fishersExactTest", RuleCounts::fisherGreater),
    /** {@link RuleCounts#fisherLess()}. */
    FISHER_LESS("fisherLowerTail", RuleCounts::fisherLess),
    /** {@link RuleCounts#fisherTwoSided()}. */
    FISHER_TWO_SIDED("fisherTwoSided", RuleCounts::fisherTwoSided),
    /** {@link RuleCounts#n11()}. */
    COUNT("count", RuleCounts::n11),
    /** {@link RuleCounts#coverage()}. */
    COVERAGE("coverage", RuleCounts::coverage),
    /** {@link RuleCounts#consequentSupport()}. */
    CONSEQUENT_SUPPORT("rhsSupport", RuleCounts::consequentSupport),
    /** Confidence minus P(Y), also called centred confidence. */
    ADDED_VALUE("addedValue", MoreMeasures::addedValue),
    /** Added value as a share of the most it could be: Shortliffe and Buchanan's certainty factor; 0 where P(Y) is 1. */
    CERTAINTY("certainty", MoreMeasures::certainty),
    /** {@code (n11 - n10) / n1x}: confirmations minus refutations. Kodratoff (1999). */
    CONFIRMED_CONFIDENCE("confirmedConfidence", c -> (double) (c.n11() - c.n10()) / c.n1x()),
    /** {@code (n11 - n10) / n11}: the share of examples left by counterexamples. Minus infinity without any example. */
    COUNTEREXAMPLE("counterexample", c -> (double) (c.n11() - c.n10()) / c.n11()),
    /** {@code (n11 - n10) / nx1}. Aze and Kodratoff (2002), by the published formula. */
    LEAST_CONTRADICTION("leastContradiction", c -> (double) (c.n11() - c.n10()) / c.nx1()),
    /** Difference of confidence: {@code P(Y | X) - P(Y | not X)}. Hofmann and Wilhelm (2001). */
    DIFFERENCE_OF_CONFIDENCE("doc", c -> c.confidence() - (double) c.n01() / c.n0x()),
    /** The gain in Gini impurity of Y by knowing X. Tan and others (2004). */
    GINI("gini", MoreMeasures::gini),
    /** {@code P(N11 < n11)} under independence, 1 minus {@link #FISHER_GREATER}: prefer that, which tells strong rules apart. */
    HYPER_CONFIDENCE("hyperConfidence", MoreMeasures::hyperConfidence),
    /** n11 over the 99 % quantile of what independence gives; infinite where that is 0. Hahsler and Hornik (2007). */
    HYPER_LIFT("hyperLift", MoreMeasures::hyperLift),
    /** {@code (n10 - n1x nx0 / n) / sqrt(n1x nx0 / n)}: below 0 the more the rule holds. Gras (1996). */
    IMPLICATION_INDEX("implicationIndex", MoreMeasures::implicationIndex),
    /** {@code log10((n11+1)(n0x+2) / ((n01+1)(n1x+2)))}: evidence in powers of ten. Microsoft Association Rules. */
    IMPORTANCE("importance", MoreMeasures::importance),
    /** The information on Y that a basket with X carries, in nats; {@code 0 ln 0 = 0}. Smyth and Goodman (1991). */
    J_MEASURE("jMeasure", MoreMeasures::jMeasure),
    /** Cohen's kappa: agreement of X and Y beyond chance. */
    KAPPA("kappa", MoreMeasures::kappa),
    /** Goodman and Kruskal's lambda: how many errors in guessing Y knowing X saves; NaN where Y is always or never there. */
    LAMBDA("lambda", MoreMeasures::lambda),
    /** Confidence with a success and a failure added: {@code (n11 + 1) / (n1x + 2)}. Clark and Boswell (1991). */
    LAPLACE("laplace", c -> (c.n11() + 1.0) / (c.n1x() + 2.0)),
    /** {@code (n11 - n1x nx1 / n) / sqrt(n1x nx1 / n)}. Lerman (1981). */
    LERMAN("lerman", MoreMeasures::lerman),
    /** The greater of both confidences. Tan and others (2004). */
    MAX_CONFIDENCE("maxconfidence", c -> (double) c.n11() / Math.min(c.n1x(), c.nx1())),
    /** Mutual information of X and Y over the lesser of their entropies; {@code 0 ln 0 = 0}. Tan and others (2004). */
    MUTUAL_INFORMATION("mutualInformation", MoreMeasures::mutualInformation),
    /** {@code n10 / n}: the share of counterexamples; the smaller the better. */
    RALAMBONDRAINY("ralambondrainy", c -> (double) c.n10() / c.n()),
    /** {@code P(Y | X) / P(Y | not X)}; infinite where Y never comes without X. */
    RELATIVE_RISK("relativeRisk", c -> c.confidence() / ((double) c.n01() / c.n0x())),
    /** Relative linkage disequilibrium: leverage as a share of the most that the margins allow. Kenett and Salini (2008). */
    RELATIVE_LINKAGE("RLD", MoreMeasures::relativeLinkage),
    /** Support times confidence. Ochin and others (2016). */
    RULE_POWER("rulePowerFactor", c -> c.confidence() * c.n11() / c.n()),
    /** {@code n11 / n10}, the odds of Y with X; infinite for a rule that never fails. Sebag and Schoenauer (1988). */
    SEBAG("sebag", c -> (double) c.n11() / c.n10()),
    /** {@link RuleCounts#standardisedLift} without thresholds. */
    STANDARDISED_LIFT("stdLiftUncorrected", c -> c.standardisedLift(0, 0)),
    /** Lift minus 1. Bernard and Charron (1996). */
    VARYING_LIAISON("varyingLiaison", MoreMeasures::varyingLiaison),
    /** Yule's Q: {@code (OR - 1) / (OR + 1)} of the odds ratio; 1 where that is infinite. */
    YULE_Q("yuleQ", MoreMeasures::yuleQ),
    /** Yule's Y: {@code (sqrt(OR) - 1) / (sqrt(OR) + 1)} of the odds ratio; 1 where that is infinite. */
    YULE_Y("yuleY", MoreMeasures::yuleY),
    /** Observed to expected agreement, times expected to observed disagreement; infinite without any disagreement. Aggarwal and Yu (1998), by the published formula. */
    COLLECTIVE_STRENGTH("collectiveStrength", MoreMeasures::collectiveStrength),
    /** {@code (n11 + n00) / n}: the share of baskets that agree with "Y exactly when X". Kodratoff (1999). */
    CAUSAL_SUPPORT("causalSupport", c -> (double) (c.n11() + c.n00()) / c.n()),
    /** The mean of {@code P(Y | X)} and {@code P(not X | not Y)}. Kodratoff (1999). */
    CAUSAL_CONFIDENCE("causalConfidence", c -> (c.confidence() + (double) c.n00() / c.nx0()) / 2);

    private final String key;
    private final ToDoubleFunction<RuleCounts> formula;

    Measure(String key, ToDoubleFunction<RuleCounts> formula) {
        this.key = key;
        this.formula = formula;
    }

    /**
     * The stable name in tables and files.
     *
     * @return for example {@code lift}
     */
    public String key() {
        return key;
    }

    /**
     * The value for a rule.
     *
     * @param counts of the rule
     * @return the measure; NaN where it is not defined
     */
    public double of(RuleCounts counts) {
        return formula.applyAsDouble(counts);
    }
}

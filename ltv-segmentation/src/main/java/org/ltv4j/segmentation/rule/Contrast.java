package org.ltv4j.segmentation.rule;

/** In what two groups of baskets may differ about a rule, and how that is tested. */
public enum Contrast {
    /**
     * The confidence: of those who buy X, how many buy Y too. Fisher's exact test of the group and Y among the baskets with X, two-sided.
     * A group that buys more Y anyway differs too.
     */
    CONFIDENCE,
    /**
     * The strength of the association, apart from how popular X and Y are: the odds ratio. The logarithms of both, with one half added
     * to each count, are compared by their standard errors, two-sided (Woolf 1955; Haldane 1956). Good for counts of about
     * five and more.
     */
    ASSOCIATION
}

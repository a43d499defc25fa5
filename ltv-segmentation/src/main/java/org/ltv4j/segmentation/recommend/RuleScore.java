package org.ltv4j.segmentation.recommend;

/** What the rules that fire for a basket make of an item on their right. */
public enum RuleScore {
    /** The highest confidence; of equal ones the rule with more baskets decides. Close to "what do most people with this basket have". */
    MAX_CONFIDENCE,
    /** The sum of the confidences: many weak rules may outweigh a strong one. */
    SUM_OF_CONFIDENCE,
    /** The highest lift; of equal ones the rule with more baskets decides. Prefers rare items, and seldom what is bought. */
    MAX_LIFT
}

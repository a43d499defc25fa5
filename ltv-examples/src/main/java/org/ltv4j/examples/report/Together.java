package org.ltv4j.examples.report;

import org.ltv4j.segmentation.rule.RuleSet;

/**
 * What customers buy together.
 *
 * @param receipts receipts, or customers' days where the sales name no receipts
 * @param byReceipt whether they are receipts
 * @param several those with at least two products
 * @param products products that were bought
 * @param least on how many receipts a rule must at least be
 * @param found rules that chance does not explain
 * @param best the strongest of them, one for each set of products, the first one first
 */
public record Together(
        long receipts, boolean byReceipt, long several, long products, long least, long found, RuleSet best) {}

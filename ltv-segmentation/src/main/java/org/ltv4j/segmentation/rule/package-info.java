/**
 * Rules "who buys X buys Y": found, judged, compared between groups, saved and used at the till.
 *
 * <pre>{@code
 * BasketLog baskets = BasketLog.byOrder(log);
 * Apriori.Options options = Apriori.Options.defaults().withMinSupport(0.001).withMinConfidence(0.2);
 * RuleSet rules = Apriori.mine(baskets, options);
 *
 * RuleSet real = Significance.heldOut(baskets, options, Correction.BENJAMINI_HOCHBERG, 42).significant(0.05);
 * real.nonRedundant().top(10, Measure.LIFT).asList().forEach(System.out::println);
 *
 * BasketLabels tier = BasketLabels.byCustomer(baskets, tiers::get);
 * ContrastedRules.between(tier.baskets("high"), tier.others("high"), options, Contrast.CONFIDENCE, Correction.HOLM)
 *     .significant(0.05)
 *     .forEach(System.out::println);
 *
 * RuleMatcher till = RuleMatcher.of(real);
 * int[] firing = till.offers(List.of("espresso", "milk"));      // numbers of rules, best first
 * }</pre>
 *
 * <table>
 *   <caption>What is where</caption>
 *   <tr><td>find</td><td>{@link org.ltv4j.segmentation.rule.Apriori}; over categories {@link
 *       org.ltv4j.segmentation.rule.GeneralisedRules}; by the value of baskets {@link org.ltv4j.segmentation.rule.WeightedRules}; what avoids
 *       each other {@link org.ltv4j.segmentation.rule.NegativeRules}</td></tr>
 *   <tr><td>measure</td><td>{@link org.ltv4j.segmentation.rule.RuleCounts}, {@link org.ltv4j.segmentation.rule.Measure}</td></tr>
 *   <tr><td>trust</td><td>{@link org.ltv4j.segmentation.rule.Significance}, {@link org.ltv4j.segmentation.rule.Correction};
 *       {@link org.ltv4j.segmentation.rule.RuleSet#nonRedundant()}</td></tr>
 *   <tr><td>compare</td><td>{@link org.ltv4j.segmentation.rule.Contexts}, {@link org.ltv4j.segmentation.rule.ContrastedRules}, {@link
 *       org.ltv4j.segmentation.rule.RuleSet#recount}</td></tr>
 *   <tr><td>use</td><td>{@link org.ltv4j.segmentation.rule.RuleMatcher}, {@link org.ltv4j.segmentation.rule.RulePlots}; {@code
 *       org.ltv4j.core.io.Models} saves and loads a set</td></tr>
 * </table>
 */
@NullMarked
package org.ltv4j.segmentation.rule;

import org.jspecify.annotations.NullMarked;

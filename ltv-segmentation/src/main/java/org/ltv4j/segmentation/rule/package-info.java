/**
 * Rules "who buys X buys Y": found, judged, compared between groups, saved and used at the till.
 *
 * <pre>{@code
 * BasketLog baskets = BasketLog.byOrder(log);
 * RuleSet rules = Apriori.mine(baskets, Apriori.Options.defaults().withMinSupport(0.001).withMinConfidence(0.2));
 * rules.nonRedundant().top(10, Measure.LIFT).asList().forEach(System.out::println);
 *
 * RuleMatcher till = RuleMatcher.of(rules);
 * int[] firing = till.offers(List.of("espresso", "milk"));      // numbers of rules, best first
 * }</pre>
 *
 * <p>{@link org.ltv4j.segmentation.rule.RuleCounts} holds what was counted and defines the well-known measures, {@link
 * org.ltv4j.segmentation.rule.Measure} names all of them.
 */
@NullMarked
package org.ltv4j.segmentation.rule;

import org.jspecify.annotations.NullMarked;

/**
 * What customers buy after what: sequential patterns, rules such as "after A, then B within 30 days", and transitions from one
 * purchase to the next.
 *
 * <pre>{@code
 * SequenceLog sequences = SequenceLog.byDay(log).at(catalog.categories());
 * SequentialPatterns patterns = PrefixSpan.mine(sequences, PrefixSpan.options().minSupport(0.05).maxGap(30).build());
 * FollowUpRules rules = FollowUps.mine(sequences, FollowUps.Options.defaults().withWindow(30));
 * rules.forEach(rule -> System.out.println(rule.text()));
 * TransitionMatrix next = TransitionMatrix.of(sequences);
 * }</pre>
 *
 * <p>A pattern counts customers, a rule counts purchases and corrects for several of them being one customer's; both look at what
 * happens later in time, never at one basket (see {@code org.ltv4j.segmentation.rule}). When customers need a product again is
 * the subject of {@code org.ltv4j.segmentation.rhythm}.
 */
@NullMarked
package org.ltv4j.segmentation.sequence;

import org.jspecify.annotations.NullMarked;

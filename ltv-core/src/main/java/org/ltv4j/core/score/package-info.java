/**
 * What customers are worth: the only place of this library where value is computed.
 *
 * <pre>{@code
 * value = margin * expected spend per purchase * discounted expected purchases over the horizon
 * }</pre>
 *
 * <p>A {@link org.ltv4j.core.score.Scorer} has several doors (one history, many histories, one customer's state that is kept
 * up to date at the till) and one kernel behind them: the same customer gets the same double through each of them, on any
 * number of threads.
 *
 * <pre>{@code
 * Scorer scorer = Scorer.of(purchases, spend)
 *     .withHorizon(Horizon.parse("39w"))
 *     .withDiscount(Discount.annual(0.10))
 *     .withMargin(0.3)
 *     .withInterval(0.90);
 * CustomerScores scores = scorer.scoreAll(summaries);
 * CustomerState ann = CustomerState.firstPurchase(LocalDate.of(2025, 3, 1), 4.50).purchase(LocalDate.of(2025, 3, 8), 5.20);
 * CustomerScore today = scorer.score(ann, LocalDate.of(2025, 3, 10));
 * }</pre>
 */
@NullMarked
package org.ltv4j.core.score;

import org.jspecify.annotations.NullMarked;

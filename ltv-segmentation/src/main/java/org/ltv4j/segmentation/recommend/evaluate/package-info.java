/**
 * How good recommendations are on purchases that the recommender has not seen.
 *
 * <pre>{@code
 * BasketSplit split = BasketSplit.after(baskets, LocalDate.of(2017, 10, 31));
 * TestVisits tests = TestVisits.nextPurchases(split.before(), split.after());
 * RankingEvaluation judge = RankingEvaluation.of(tests, split.before(), 5, 10);
 *
 * RankingResult together = judge.evaluate("item-item", ItemItem.fit(Interactions.ofCustomers(split.before())));
 * RankingResult popular = judge.evaluate("popularity", Popularity.allTime(split.before()));
 * ResampledMean gain = together.compare(popular, RankingMetric.NDCG, 10, Bootstrap.of(1000, 1));
 * }</pre>
 *
 * <p>Time flows forward: what is recommended is learnt from the baskets before the cut, what counts as a hit is bought after it. Shuffled
 * splits let a recommender know next month's fashions, and flatter it.
 */
@NullMarked
package org.ltv4j.segmentation.recommend.evaluate;

import org.jspecify.annotations.NullMarked;

/**
 * Recommendations: what to offer for this basket, or to this customer.
 *
 * <pre>{@code
 * Recommender together = ItemItem.fit(Interactions.ofBaskets(baskets));
 * Recommender atTheTill = Fallback.of(together, Popularity.allTime(baskets));
 * Selection offer = Selection.top(5).where(ItemFilter.only(inStock)).atMost(2, catalog.categories(), atTheTill.items());
 *
 * Visit visit = Visit.of(atTheTill.items(), List.of("bread", "milk"));
 * Recommendations list = atTheTill.recommend(visit, offer);
 * String why = atTheTill.reasons(visit, list.item(0)).get(0).text();
 * }</pre>
 *
 * <p>Which one: popularity is what every other has to beat, and often is not beaten by much. Rules and item-item know the basket and can say
 * why; factors ({@code recommend.factor}) know tastes and need customers with some history; attributes of items know what is new. {@code
 * recommend.hybrid} weights them by how well each did on later baskets, and {@code recommend.evaluate} says how well that was. The page
 * {@code docs/recommendations.md} has figures of public data.
 *
 * <p>Recommenders hold no customers: what a customer bought before comes with the visit. A saved recommender is therefore free of personal
 * data, and who asks to be forgotten need not be trained out of it row by row.
 */
@NullMarked
package org.ltv4j.segmentation.recommend;

import org.jspecify.annotations.NullMarked;

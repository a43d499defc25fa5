/**
 * Item-item collaborative filtering: what was bought together with what is in the basket. The plainest recommender that knows the
 * basket, hard to beat on groceries, quick to fit and to explain.
 *
 * <pre>{@code
 * ItemItemRecommender together = ItemItem.fit(Interactions.ofBaskets(baskets), ItemItem.Options.defaults());
 * Recommendations offer = together.recommend(Visit.of(together.items(), List.of("bread", "milk")), 5);
 * Models.save(together, Path.of("together.json"));
 * }</pre>
 *
 * <p>Sarwar, Karypis, Konstan and Riedl (2001), WWW 10; Deshpande and Karypis (2004), ACM TOIS 22(1); Dunning (1993), Computational
 * Linguistics 19(1).
 */
@NullMarked
package org.ltv4j.segmentation.recommend.neighbour;

import org.jspecify.annotations.NullMarked;

/**
 * Several recommenders as one, each weighted by what it adds on baskets that came later than those it learnt from.
 *
 * <pre>{@code
 * HybridRecommender offer = Hybrid.of("popularity", Popularity::allTime)
 *     .and("item-item", baskets -> ItemItem.fit(Interactions.ofBaskets(baskets)))
 *     .and("tastes", baskets -> Ials.fit(Interactions.ofCustomers(baskets)))
 *     .fit(training, Hybrid.Options.defaults());
 * offer.parts().forEach(part -> ...);      // name, weight, how well it did alone
 * }</pre>
 *
 * <p>The weights are chosen within the training baskets alone, so that the test baskets stay unseen. Caruana, Niculescu-Mizil, Crew and
 * Ksikes (2004), Ensemble selection from libraries of models, ICML.
 */
@NullMarked
package org.ltv4j.segmentation.recommend.hybrid;

import org.jspecify.annotations.NullMarked;

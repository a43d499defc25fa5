/**
 * Matrix factorisation for implicit feedback: customers and items as points in a space of a few dozen tastes.
 *
 * <pre>{@code
 * IalsRecommender tastes = Ials.fit(Interactions.ofCustomers(baskets), Ials.Options.defaults().withFactors(32).withSeed(7));
 * Recommendations offer = tastes.recommend(history.visit("4711"), 5);
 * }</pre>
 *
 * <p>A visit is folded in: its taste is solved for from its items, exactly as a customer's is when the model is fitted. So the model
 * holds items only, and knows a customer who came yesterday as well as one it was fitted on.
 *
 * <p>Hu, Koren and Volinsky (2008), ICDM; Rendle, Krichene, Zhang and Koren (2022), Revisiting the performance of iALS on item recommendation
 * benchmarks, RecSys.
 */
@NullMarked
package org.ltv4j.segmentation.recommend.factor;

import org.jspecify.annotations.NullMarked;

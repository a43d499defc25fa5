/**
 * Why a model foretells what it does: contributions of features for one customer, importance over all, dependence on one feature,
 * which features may be left out at what cost, and reasons in plain words.
 *
 * <pre>{@code
 * Explainer explainer = Explainer.of(model);
 * Explanation why = explainer.explain(features, row);
 * CustomerReasons reasons = Reasons.of(why, ReasonOptions.english("EUR"));   // bought 9 times in the last 90 days: +84 EUR
 * GlobalImportance importance = explainer.importance(features);
 * PartialDependence effect = PartialDependence.of(model, features, "purchases", DependenceOptions.DEFAULT);
 * SelectionResult fewer = FeatureSelection.backward(data, rows -> XgbLtv.fit(rows), SelectionOptions.DEFAULT, loss);
 * }</pre>
 *
 * <p><b>Scales.</b> Contributions of trees are exact on the scale of margins, before the objective's link: base and contributions sum up
 * to the margin. {@link org.ltv4j.models.explain.MarginScale} tells what a margin is. Contributions on the scale of the outcome, in money
 * or purchases, share out {@code prediction - base} in proportion to those of the margin; where the link is the identity that changes
 * nothing, elsewhere it is a convention, since what a factor is worth depends on the others. Of a model in two stages each stage first
 * gets its part: the mean, over both orders, of what changing this stage from its base to the customer's changes.
 *
 * <p>A contribution says what the model makes of a value, compared with a customer of whom nothing is known. It is no cause: whoever is
 * sent a voucher does not spend what frequent buyers spend. Features that say nearly the same share what they tell.
 *
 * <p>Lundberg et al. (2020), From local explanations to global understanding with explainable AI for trees, Nature Machine Intelligence
 * 2. Friedman (2001), Greedy function approximation, Annals of Statistics 29(5). Goldstein et al. (2015), Peeking inside the black box,
 * Journal of Computational and Graphical Statistics 24(1).
 */
@NullMarked
package org.ltv4j.models.explain;

import org.jspecify.annotations.NullMarked;

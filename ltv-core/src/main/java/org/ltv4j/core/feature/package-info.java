/**
 * Features of customers as of a date: what is known of each of them at the end of that day, and nothing that came later.
 *
 * <pre>{@code
 * FeatureMatrix features = Features.asOf(LocalDate.of(2011, 8, 31))
 *         .rfm().tenure().interpurchase().last(90, TimeScale.DAY)
 *         .from(log);
 * double spend = features.value(0, features.schema().index("total_spend"));
 * }</pre>
 *
 * <p>A plan is a value: the same plan computes the features of a whole log, and of one customer whose purchases arrive one
 * at a time, by the same code over the same rows, so that both agree to the bit. Rows after the date are never shown to the
 * code that computes a feature; leakage would need another door.
 *
 * <pre>{@code
 * BoundFeatures bound = plan.bind(log);
 * FeatureStates states = bound.states(log);                                  // at the till
 * states.customer("ann").add(Sale.of(now, 4.50).withProduct("espresso"));
 * double[] fresh = states.customer("ann").features(today);
 * String dictionary = DataDictionary.of(log).with(bound.schema()).toMarkdown();
 * }</pre>
 *
 * <p>Where to look: {@link org.ltv4j.core.feature.FeaturePlan} lists the families of sales with their formulas, {@link
 * org.ltv4j.core.feature.FamiliesBesideSales} those that need more than sales; {@link org.ltv4j.core.feature.FeatureFamily} is
 * the way to add your own.
 *
 * <p>Families beside sales ({@link org.ltv4j.core.feature.FamiliesBesideSales}) take their data as an argument and see of it
 * what was known by the end of the date:
 *
 * <pre>{@code
 * FeatureMatrix more = Features.asOf(date)
 *         .rfm().categories(catalog.categories()).holidays(HolidayCalendars.china())
 *         .interactions(events).satisfaction(events).demographics(attributes).reviews(events, vocabulary)
 *         .from(log);
 * }</pre>
 */
@NullMarked
package org.ltv4j.core.feature;

import org.jspecify.annotations.NullMarked;

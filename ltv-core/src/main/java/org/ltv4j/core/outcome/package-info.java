/**
 * What is to be foretold of customers, and the contracts of everything that foretells it: probability models, boosted trees, baselines
 * and mixtures of them alike.
 *
 * <p>Time flows one way here by type. {@link org.ltv4j.core.outcome.KnownSales} is a log without any row after its date; estimators
 * and feature sources see nothing else. Only {@link org.ltv4j.core.outcome.Outcome#of} reads rows after a date, and what it returns
 * are outcomes.
 *
 * <pre>{@code
 * Outcome spend = Outcome.spend(Horizon.parse("90d"));
 * KnownSales known = KnownSales.until(log, LocalDate.of(2011, 6, 30));
 * OutcomeModel model = estimator.fit(known, spend);
 * Predictions predicted = model.predict(known);
 * KnownSales later = KnownSales.until(log, spend.lastDay(predicted.asOf()));
 * double[] actual = spend.of(later, predicted.customers(), predicted.asOf());
 * }</pre>
 */
@NullMarked
package org.ltv4j.core.outcome;

import org.jspecify.annotations.NullMarked;

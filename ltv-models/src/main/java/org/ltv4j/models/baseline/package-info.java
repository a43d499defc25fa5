/**
 * Models of other kinds, to compare with: what a probability model or boosted trees must beat before they are worth their trouble.
 *
 * <p>From features: {@link org.ltv4j.models.baseline.ElasticNet}, linear regression for spend and purchases and logistic regression for churn,
 * the penalty chosen by cross-validation over customers; its coefficients can be read. From histories, without any learning: {@link
 * org.ltv4j.models.baseline.NaiveBaseline} (own rate, mean of all, same as last period), {@link org.ltv4j.models.baseline.FormulaCltv} (the
 * spreadsheet's formula) and {@link org.ltv4j.models.baseline.RfmCells} (what customers of the same cell did before). A
 * decision tree and a random forest are trained by {@code org.ltv4j.models.boost}.
 *
 * <pre>{@code
 * Outcome spend = Outcome.spend(Horizon.parse("90d"));
 * KnownSales known = KnownSales.until(log, LocalDate.of(1998, 3, 31));
 * FeatureSource features = FeatureSource.of(Features.asOf(known.asOf()).rfm().interpurchase());
 * List<OutcomeEstimator> baselines = List.of(
 *         NaiveBaseline.historicalRate(),
 *         NaiveBaseline.populationMean(),
 *         NaiveBaseline.lastPeriod(),
 *         FormulaCltv.per(Horizon.parse("90d")),
 *         RfmCells.quintiles(),
 *         new FeaturesEstimator("elastic net", features, CutDates.upTo(3), ElasticNet::fit));
 * Predictions predicted = baselines.get(0).fit(known, spend).predict(known);
 * }</pre>
 */
@NullMarked
package org.ltv4j.models.baseline;

import org.jspecify.annotations.NullMarked;

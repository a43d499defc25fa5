/**
 * Intervals that say how far off a prediction may be: conformal prediction around any model.
 *
 * <pre>{@code
 * TrainingSet data = TrainingSet.rolling(known, source, Outcome.spend(Horizon.parse("90d")), CutDates.upTo(4));
 * IntervalModel model = ConformalQuantiles.fit(data, IntervalOptions.of(0.9));
 * Intervals next90Days = model.predict(source.from(known));
 * IntervalCoverage held = IntervalCoverage.of(model.predict(features), actual);   // measured on customers never seen
 * }</pre>
 *
 * <table>
 * <caption>Which one when</caption>
 * <tr><th>way</th><th>width</th><th>use</th></tr>
 * <tr><td>{@link org.ltv4j.models.interval.ConformalQuantiles}</td><td>as wide as the customer is uncertain</td><td>the default</td></tr>
 * <tr><td>{@link org.ltv4j.models.interval.SplitConformal} with a fitted {@link org.ltv4j.models.interval.Spread}</td><td>the same around a
 * mean</td><td>where the point prediction is that of another model</td></tr>
 * <tr><td>{@link org.ltv4j.models.interval.SplitConformal}, constant</td><td>the same for all</td><td>errors that do not grow with the
 * customer</td></tr>
 * </table>
 *
 * <p><b>What is promised.</b> A share of the customers is kept away from the fit, and its errors set the width. If a new customer is
 * exchangeable with those (drawn in the same way, no matter from which distribution, and whatever the model is worth), then the interval
 * contains the outcome with at least the probability asked for: over all such customers and calibration sets, not for each kind of
 * customer (see {@link org.ltv4j.models.interval.CalibrationGroups} for that) and not for one given calibration set, whose coverage
 * varies by about {@code sqrt(c (1 - c) / n)}. Outcomes with ties are covered more often than asked for: where more customers spend nothing than the lower
 * tail holds, two-sided intervals waste that tail, and {@link org.ltv4j.models.interval.Side#UPPER} (from 0 to so much) is narrower.
 *
 * <p><b>What is not.</b> Next quarter's customers are exchangeable with last quarter's only as far as the shop and its season have not
 * changed. Across time coverage is measured, not guaranteed: calibrate on the newest date
 * ({@link org.ltv4j.models.interval.CalibrationPart#NEWEST_DATE}) and look at {@link org.ltv4j.models.interval.IntervalCoverage} of
 * each quarter that has passed.
 *
 * <p>Romano, Patterson and Candes (2019), Conformalized quantile regression, NeurIPS 32. Lei, G'Sell, Rinaldo, Tibshirani and
 * Wasserman (2018), Distribution-free predictive inference for regression, Journal of the American Statistical Association 113.
 * Vovk, Gammerman and Shafer (2005), Algorithmic learning in a random world (Mondrian conformal predictors).
 */
@NullMarked
package org.ltv4j.models.interval;

import org.jspecify.annotations.NullMarked;

/**
 * Boosted trees that foretell what customers will spend, how often they will buy and whether they stay away: trained by XGBoost,
 * scored in plain Java.
 *
 * <pre>{@code
 * TrainingSet data = TrainingSet.rolling(known, source, Outcome.spend(Horizon.parse("90d")), CutDates.upTo(4));
 * XgbLtvModel model = XgbLtv.fit(data, XgbOptions.tweedie().increasing("purchases").withSeed(7));
 * Predictions next90Days = model.predict(source.from(known));
 * Models.save(model, Path.of("ltv.json"));
 * }</pre>
 *
 * <table>
 * <caption>Which objective when</caption>
 * <tr><th>foretold</th><th>options</th><th>remark</th></tr>
 * <tr><td>spend</td><td>{@link org.ltv4j.models.boost.XgbOptions#tweedie()}</td><td>many zeros, a long tail: the default</td></tr>
 * <tr><td>spend with refunds</td><td>{@link org.ltv4j.models.boost.XgbOptions#squaredError()}</td><td>outcomes below 0 are learnt as they
 * are</td></tr>
 * <tr><td>spend in two stages</td><td>{@link org.ltv4j.models.boost.Hurdle}</td><td>P(buys) times E(spend | buys)</td></tr>
 * <tr><td>purchases</td><td>{@link org.ltv4j.models.boost.XgbOptions#poisson()}</td><td>counts</td></tr>
 * <tr><td>churn</td><td>{@link org.ltv4j.models.boost.XgbOptions#logistic()}</td><td>a probability</td></tr>
 * <tr><td>a range</td><td>{@link org.ltv4j.models.boost.XgbOptions#quantiles}</td><td>quantiles that never cross</td></tr>
 * </table>
 *
 * <p>Only training needs {@code ml.dmlc:xgboost4j_2.12} and its native library; a program that loads, saves and scores models runs
 * without both. Where they are missing, training throws a {@link org.ltv4j.models.boost.NativeLibraryException} that says what to do.
 *
 * <p>Values are rounded to {@code float} before they meet a tree, in training and in scoring alike: two doubles that share their first 7
 * digits are the same to a model.
 *
 * <p>Chen and Guestrin (2016), XGBoost: a scalable tree boosting system, KDD. Tweedie objective: Yang, Qian and Zou (2018), Journal of
 * Business and Economic Statistics 36(3).
 */
@NullMarked
package org.ltv4j.models.boost;

import org.jspecify.annotations.NullMarked;

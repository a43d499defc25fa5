/**
 * From features to what a model reads: missing values, encoding, scaling, bins, interactions, selection. A
 * {@link org.ltv4j.core.feature.transform.FeaturePipeline} is a list of steps; fitting it to training customers gives a
 * {@link org.ltv4j.core.feature.transform.FittedPipeline}, which does the same to all others, alone or a million at a time,
 * and is saved with the model.
 *
 * <pre>{@code
 * FeaturePipeline plan = FeaturePipeline.of(Impute.median("days_between").withIndicator())
 *         .then(Winsorise.quantiles(0.01, 0.99, "total_spend"))
 *         .then(Log1p.of("total_spend"))
 *         .then(OneHot.of("channel").withOther())
 *         .then(TargetEncoding.of("favourite_product").withSmoothing(20))
 *         .then(StandardScale.all())
 *         .then(CorrelationFilter.above(0.98));
 * PipelineFit fit = plan.fitTransform(training, spendOfTheNextQuarter);
 * FeatureMatrix toTrainOn = fit.trainingFeatures();                 // out of fold: no row saw its own target
 * FeatureMatrix toScore = fit.pipeline().apply(laterCustomers);     // by the numbers learnt from all training rows
 * RowTransform till = fit.pipeline().rows(levelsAtTheTill);         // as BoundFeatures.levels() gives them
 * double[] atTheTill = till.apply(laterCustomers.row(0));           // the same bits as in the matrix
 * Models.save(fit.pipeline(), Path.of("pipeline.json"));
 * }</pre>
 *
 * <table>
 * <caption>What is done with unusual values; the same for a matrix and for a single row</caption>
 * <tr><th>step</th><th>missing</th><th>level that training did not see</th><th>nothing to learn from</th></tr>
 * <tr><td>StandardScale, RobustScale</td><td>stays missing</td><td>-</td><td>constant: centred only; all missing: as it is</td></tr>
 * <tr><td>Log1p, YeoJohnson</td><td>stays missing</td><td>-</td><td>lambda 1, which changes nothing</td></tr>
 * <tr><td>Winsorise</td><td>stays missing</td><td>-</td><td>no limits</td></tr>
 * <tr><td>Bin</td><td>stays missing</td><td>-</td><td>one bin</td></tr>
 * <tr><td>Impute</td><td>is filled</td><td>stays; as a group: the value of all rows</td><td>an error</td></tr>
 * <tr><td>OneHot</td><td>all flags 0</td><td>all flags 0, or the flag of others</td><td>no flags</td></tr>
 * <tr><td>Ordinal</td><td>stays missing</td><td>missing</td><td>missing</td></tr>
 * <tr><td>Frequency</td><td>stays missing</td><td>0</td><td>0</td></tr>
 * <tr><td>TargetEncoding</td><td>a level of its own</td><td>mean of all</td><td>mean of all</td></tr>
 * <tr><td>Interactions</td><td>missing</td><td>-</td><td>divisor 0: missing</td></tr>
 * </table>
 *
 * <p>A step changes a feature under its own name (scaling, filling) or puts others in its place whose names start with its
 * name (encoding, bins). The formula of each feature says what was done: {@code standardised(log1p(sum of amounts))}. Steps
 * learn from the training rows and their target alone. Names of levels stand in the schema and in saved files, so customer
 * ids and the like must never be categories.
 */
@NullMarked
package org.ltv4j.core.feature.transform;

import org.jspecify.annotations.NullMarked;

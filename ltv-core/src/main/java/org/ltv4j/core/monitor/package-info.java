/**
 * Models in use: whether the customers are still those that a model was fitted for, whether what it foretells comes true, when to fit it anew
 * and why, and whether the new fit is better. The monthly refit is one call:
 *
 * <pre>{@code
 * MonthlyRefit job = MonthlyRefit.of(estimator, Outcome.spend(Horizon.parse("90d")));
 * Refit january = job.run(log, LocalDate.of(2026, 1, 31));                          // the first fit
 * january.model().save(Path.of("in-use.json"));
 *
 * ModelInUse current = ModelInUse.load(Path.of("in-use.json"), sources);                // a month later
 * Refit february = job.run(log, LocalDate.of(2026, 2, 28), current);
 * System.out.println(february.why());
 * Predictions scores = february.model().model().predict(KnownSales.until(log, LocalDate.of(2026, 2, 28)));
 * }</pre>
 *
 * <p>Its parts stand alone as well: {@link org.ltv4j.core.monitor.DriftBaseline} and {@link org.ltv4j.core.monitor.DriftReport} (population
 * stability index), {@link org.ltv4j.core.monitor.CalibrationDrift}, {@link org.ltv4j.core.monitor.Monitoring} with
 * {@link org.ltv4j.core.monitor.RetrainAdvice}, and {@link org.ltv4j.core.monitor.ChampionChallenger}.
 *
 * <p>No finding comes from a threshold alone: small shops differ from month to month by chance, and what chance explains is no shift.
 * Nothing is judged by sales that it was fitted on, which means that the outcomes of a horizon of 90 days judge models that are 90 days
 * old or older; before that {@link org.ltv4j.core.monitor.EarlyCalibration} looks at the part that is over, and says how it knows what
 * to expect of it. Reports have a JSON form for other programs. No report holds a customer's id, or the name of a level of a sensitive feature.
 */
@NullMarked
package org.ltv4j.core.monitor;

import org.jspecify.annotations.NullMarked;

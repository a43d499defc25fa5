/**
 * Which model foretells best, and whether the difference is more than chance: models of all kinds fitted on the same past dates,
 * judged by what happened next, with confidence intervals and paired tests.
 *
 * <pre>{@code
 * KnownSales known = KnownSales.until(log, LocalDate.of(2011, 11, 30));
 * BacktestTable table = Backtest.of(known, Outcome.spend(Horizon.parse("90d")), List.of(bgNbd, boosted, fused))
 *     .withCuts(CutDates.upTo(4))
 *     .withBootstrap(Bootstrap.of(1000, 42))
 *     .run(Parallelism.available(), ProgressListener.NONE);
 * System.out.println(table);
 * PairedComparison difference = table.compare("xgb", "BG/NBD + Gamma-Gamma", Metric.RMSE);
 * List<PairedComparison> behind = table.againstBest(Metric.NORMALISED_GINI);
 * List<LiftPoint> lift = table.result("xgb").judged().orElseThrow().evaluation().lift();
 * }</pre>
 *
 * <p>Where later rows change how earlier ones look, as refunds do that are taken off their purchases, say how the sales looked on each
 * date: {@link org.ltv4j.core.evaluate.backtest.Backtest#withPast}. Plots are in {@code org.ltv4j.core.evaluate.plot}.
 *
 * <p>{@link org.ltv4j.core.evaluate.backtest.Bootstrap} works on any columns of predictions as well, see
 * {@link org.ltv4j.core.evaluate.backtest.JudgedPredictions}. Customers are resampled as a whole, with their rows of all dates: rows
 * of one customer are no independent evidence. Intervals tell of the chance in which customers the shop happens to have; that the
 * months ahead may differ from those behind is seen from date to date, not from an interval.
 */
@NullMarked
package org.ltv4j.core.evaluate.backtest;

import org.jspecify.annotations.NullMarked;

/**
 * Plots of how well models foretell: lift, calibration, errors by tenth and residuals, as SVG text or as one page with the table.
 *
 * <pre>{@code
 * BacktestTable table = Backtest.of(known, Outcome.spend(Horizon.parse("90d")), models).run();
 * BacktestPlots plots = BacktestPlots.of(table);
 * Files.writeString(Path.of("backtest.html"), plots.html());
 * for (Plot plot : plots.all()) {
 *   Files.writeString(Path.of(plot.name() + ".svg"), plot.standalone());
 * }
 * }</pre>
 *
 * <p>No plot shows a customer: each point stands for a tenth of them. Words are English; for other words take the numbers from
 * {@link org.ltv4j.core.evaluate.backtest.JudgedPredictions} and draw them with {@link org.ltv4j.core.chart}.
 */
@NullMarked
package org.ltv4j.core.evaluate.plot;

import org.jspecify.annotations.NullMarked;

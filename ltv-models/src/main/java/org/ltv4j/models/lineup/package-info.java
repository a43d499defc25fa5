/**
 * Models of all kinds with sensible options, to be compared on a shop's own sales.
 *
 * <pre>{@code
 * Outcome spend = Outcome.spend(Horizon.parse("90d"));
 * KnownSales known = KnownSales.until(log, lastDay);
 * StandardModels models = StandardModels.of(spend, 270);
 * System.out.println(Backtest.of(known, spend, models.all()).withCuts(models.cuts(2)).run());
 * }</pre>
 */
@NullMarked
package org.ltv4j.models.lineup;

import org.jspecify.annotations.NullMarked;

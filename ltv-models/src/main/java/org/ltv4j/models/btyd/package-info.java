/**
 * Models of when customers buy and when they leave without saying so ("buy till you die"), for shops without contracts.
 *
 * <table>
 * <caption>Which model when</caption>
 * <tr><th>model</th><th>assumes</th><th>take it when</th></tr>
 * <tr><td>BG/NBD</td><td>purchases at random at a rate that differs between customers (gamma); after each repeat purchase
 * a chance to leave for good that differs between customers (beta)</td><td>the usual first choice: fast, robust, hard to beat
 * on transactions</td></tr>
 * <tr><td>NBD, Poisson and other limits</td><td>the same with a simpler mixture: {@link org.ltv4j.models.btyd.PurchaseRate},
 * {@link org.ltv4j.models.btyd.DropOut}</td><td>never chosen by hand: a fit returns them where the data say no more</td></tr>
 * </table>
 *
 * <p>What such a model reads of a customer are x repeat purchases, the age t_x at the last one and the age T at the end of the
 * observation ({@link org.ltv4j.core.data.CustomerSummary}). One-time buyers belong into the data.
 *
 * <pre>{@code
 * BgNbdModel model = BgNbd.fit(split.calibration());
 * model.fit().ifPresent(report -> report.findings().forEach(System.out::println));
 * CustomerSummary customer = CustomerSummary.of(2, 30.43, 38.86);
 * double alive = model.probabilityAlive(customer);
 * double expected = model.expectedTransactions(customer, Horizon.of(39, TimeScale.WEEK));
 * }</pre>
 *
 * <p>References: Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2), 275-284.
 * Ehrenberg (1959), The Pattern of Consumer Purchases, Applied Statistics 8(1), for the NBD.
 */
@NullMarked
package org.ltv4j.models.btyd;

import org.jspecify.annotations.NullMarked;

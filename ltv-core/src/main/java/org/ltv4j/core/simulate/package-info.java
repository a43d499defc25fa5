/**
 * Customers made up by a stated random process, so that what a model finds can be compared with the truth: seeded, and the
 * same on every JDK, machine and number of customers.
 *
 * <p>{@link org.ltv4j.core.simulate.PurchaseSimulator} draws histories exactly as a model of the literature assumes them:
 * the tool for testing models. {@link org.ltv4j.core.simulate.CafeSimulator} writes the sales rows of a small cafe, with
 * opening hours, receipts of several lines and a few refunds: the tool for trying out everything from the first file on.
 *
 * <pre>{@code
 * TransactionLog log = CafeSimulator.withDefaults().withCustomers(800).withSeed(42).simulate();
 *
 * SimulatedHistories made = PurchaseSimulator.of(new BgNbdProcess(0.243, 4.414, 0.793, 2.426), TimeScale.WEEK)
 *     .withSpend(new GammaGammaProcess(6.25, 3.74, 15.44))
 *     .withCustomers(10_000)
 *     .withSeed(42)
 *     .simulate();
 * CustomerSummaries histories = made.calibration();
 * }</pre>
 *
 * <p>Customer {@code i} draws from a generator derived from (seed, purpose, i): adding customers changes none of the others.
 */
@NullMarked
package org.ltv4j.core.simulate;

import org.jspecify.annotations.NullMarked;

/**
 * When customers need a product again: the interval of a product over all its customers, and of each customer and product, with the
 * next date and how sure it is.
 *
 * <pre>{@code
 * ReplenishmentModel model = Replenishment.fit(log, Replenishment.Options.defaults());
 * ProductRhythm milk = model.rhythm("milk");                    // median 6.3 days, 2 bottles last 1.6 times as long as 1
 * for (NextPurchase next : model.next("C0017")) {               // at the till
 *     System.out.println(next.product() + " due on " + next.due() + ", " + next.earliest(0.8) + " to " + next.latest(0.8));
 * }
 * List<NextPurchase> reminders = model.due(DueOptions.withinDays(7));   // the most likely ones first
 * Models.save(model.productRhythms(), file);                            // no customer is in it
 * }</pre>
 *
 * <p>How far to trust it: over all pairs of a customer and a product, purchases foretold and made agree (within 3 % on two public data sets),
 * and intervals hold as many as they say. Pairs with five and more purchases come back more often than foretold, by 12 % on a grocer's
 * and 22 % on a wholesaler's data: the model lets them give up too soon after a silence. {@link ReplenishmentCheck} measures it on one's
 * own data, by the least number of purchases.
 *
 * <p>The model, for one product: the logarithm of the days from a purchase of quantity {@code q} to the next one is normal,
 * <pre>{@code
 * log gap = mu + beta log(q / usual q) + u + e,   u ~ N(0, tau^2) of the customer,   e ~ N(0, sigma^2) of the gap
 * }</pre>
 * and after each purchase the customer gives the product up with a probability of the product, one after the first purchase and
 * another after the second, which falls with each later one, as customers differ in it. The silence since the last purchase is a gap that is not over, or none at all; what is known of a customer
 * weighs as much as there is of it, and who bought once has the rhythm of the product. Log-normal rates of buying: Lawrence (1980),
 * Journal of Marketing Research 17(2); random effects of customers on purchase times: Allenby, Leone and Jen (1999), JASA 94(446);
 * giving up after a purchase: Fader, Hardie and Lee (2005), Marketing Science 24(2); partial pooling: Gelman and others (2013),
 * Bayesian Data Analysis, chapter 5.
 */
@NullMarked
package org.ltv4j.segmentation.rhythm;

import org.jspecify.annotations.NullMarked;

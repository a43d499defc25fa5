/**
 * How much customers spend per purchase: the Gamma-Gamma model of Fader, Hardie and Lee (2005), Journal of Marketing
 * Research 42(4), in the notation of Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value", note 025.
 *
 * <p>The model takes the amounts of a customer's purchases as gamma with the customer's own mean, those means as varying over
 * customers, and both as independent of how often a customer buys. What is expected of a customer is then a weighted mean of
 * the customer's own mean and the population's: the more purchases were seen, the more the own one counts.
 *
 * <pre>{@code
 * GammaGammaModel spend = GammaGamma.fit(split.calibration());
 * double next = spend.expectedSpend(split.calibration().summary(0));
 * spend.fit().get().findings().forEach(System.out::println);
 * }</pre>
 *
 * <p>By default it learns from repeat purchases, as in the literature; with {@link
 * org.ltv4j.core.model.SpendBasis#ALL_PURCHASES} the first purchases count too, which ranks customers better, since there is
 * then evidence for one-time buyers.
 */
@NullMarked
package org.ltv4j.models.spend;

import org.jspecify.annotations.NullMarked;

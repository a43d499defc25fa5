package org.ltv4j.core.model;

/**
 * A simpler model that was fitted to the same data.
 *
 * @param model its name in words, for example {@code NBD (nobody leaves)}
 * @param parameters how many parameters it has
 * @param logLikelihood its best log-likelihood
 * @param shortfall log-likelihood units by which the full model is better, at least 0
 */
public record ModelComparison(String model, int parameters, double logLikelihood, double shortfall) {}

package org.ltv4j.models.spend;

/**
 * How amounts vary, within a customer and between customers. The gamma-gamma is the usual case; where one of its two sources
 * of variation vanishes, or both, it becomes one of the others. An edge of the fit is therefore the same model with another
 * mixture, and every formula here is finite.
 *
 * <table>
 * <caption>The limits of the gamma-gamma (p, q, gamma)</caption>
 * <tr><th>mixture</th><th>within a customer</th><th>between customers</th><th>limit</th></tr>
 * <tr><td>{@link GammaGammaMixture}</td><td>gamma</td><td>inverse gamma</td><td>none</td></tr>
 * <tr><td>{@link AlikeMixture}</td><td>gamma</td><td>all have one mean</td><td>q, gamma to infinity</td></tr>
 * <tr><td>{@link SteadyMixture}</td><td>always the same amount</td><td>inverse gamma</td><td>p to infinity, gamma to 0</td></tr>
 * <tr><td>{@link OneAmountMixture}</td><td>always the same amount</td><td>all have one mean</td><td>both</td></tr>
 * </table>
 *
 * <p>Arguments are checked by {@link GammaGammaModel}, not again here.
 */
public sealed interface SpendMixture permits GammaGammaMixture, AlikeMixture, SteadyMixture, OneAmountMixture {
    /**
     * Mean amount over the population.
     *
     * @return a positive finite amount
     */
    double populationMean();

    /**
     * Expected amount of a future purchase.
     *
     * @param x purchases seen, at least 1
     * @param m their mean amount, at least 0
     * @return a positive finite amount
     */
    double expectedSpend(int x, double m);

    /**
     * Probability that the next {@code n} purchases add up to at most {@code total}.
     *
     * @param total an amount, at least 0
     * @param n future purchases, at least 1
     * @param x purchases seen, at least 0
     * @param m their mean amount, at least 0; ignored where {@code x} is 0
     * @return in [0, 1]
     */
    double probabilityTotalAtMost(double total, int n, int x, double m);

    /**
     * Logarithm of the density of a mean amount.
     *
     * @param x purchases, at least 1
     * @param m their mean amount, above 0
     * @return log-density; of a probability, not a density, for {@link OneAmountMixture}
     */
    double logDensity(int x, double m);

    /**
     * Checks a parameter on construction.
     *
     * @param name what it is called
     * @param value finite and above 0
     * @throws IllegalArgumentException if it is not
     */
    static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("need a finite " + name + " > 0, got " + value);
        }
    }
}

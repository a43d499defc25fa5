package org.ltv4j.models.btyd;

import java.util.Objects;
import java.util.Optional;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.TransactionForecast;
import org.ltv4j.core.model.TransactionModel;

/**
 * A BG/NBD model, or one of its limits: while alive a customer buys at random at a rate of its own, and after each repeat
 * purchase leaves for good with a probability of its own. Immutable and thread-safe.
 *
 * <p>P(alive) is 1 for every customer without a repeat purchase, see {@link BgNbd#ONE_TIME_BUYERS_NOTE}.
 *
 * <p>Formulas: Fader, Hardie and Lee (2005), Marketing Science 24(2), written for two mixtures so that a limit is the same code with
 * another mixture. Every positive finite double is accepted as a parameter; results keep some 1e-12 relative
 * accuracy (1e-10 in extreme corners; probabilities of counts lose digits where r is above 1e8) and are never NaN while parameters lie between 1e-20 and 1e20.
 */
public final class BgNbdModel implements TransactionModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "bg-nbd";

    private final PurchaseRate rate;
    private final DropOut dropOut;
    private final TimeScale scale;
    private final Optional<FitReport> fit;
    private final RateLaw rateLaw;
    private final DropOutLaw dropOutLaw;

    BgNbdModel(PurchaseRate rate, DropOut dropOut, TimeScale scale, Optional<FitReport> fit) {
        this.rate = Objects.requireNonNull(rate, "rate");
        this.dropOut = Objects.requireNonNull(dropOut, "dropOut");
        this.scale = Objects.requireNonNull(scale, "scale");
        this.fit = fit;
        rateLaw = RateLaw.of(rate);
        dropOutLaw = DropOutLaw.of(dropOut);
    }

    /**
     * A model from published numbers.
     *
     * @param parameters the four parameters
     * @param scale the unit in which alpha was estimated
     * @return the model, without a report
     */
    public static BgNbdModel of(BgNbd.Parameters parameters, TimeScale scale) {
        return of(
                new PurchaseRate.Gamma(parameters.r(), parameters.alpha()),
                new DropOut.Beta(parameters.a(), parameters.b()),
                scale);
    }

    /**
     * A model from two mixtures, limits included.
     *
     * @param rate how purchase rates differ
     * @param dropOut how drop-out probabilities differ
     * @param scale the unit of the rates
     * @return the model, without a report
     */
    public static BgNbdModel of(PurchaseRate rate, DropOut dropOut, TimeScale scale) {
        return new BgNbdModel(rate, dropOut, scale, Optional.empty());
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * The four parameters.
     *
     * @return empty where the model is a limit, which has fewer: see {@link #purchaseRate()} and {@link #dropOut()}
     */
    public Optional<BgNbd.Parameters> parameters() {
        if (rate instanceof PurchaseRate.Gamma gamma && dropOut instanceof DropOut.Beta beta) {
            return Optional.of(new BgNbd.Parameters(gamma.r(), gamma.alpha(), beta.a(), beta.b()));
        }
        return Optional.empty();
    }

    /**
     * How purchase rates differ.
     *
     * @return the mixture of rates, per unit of {@link #scale()}
     */
    public PurchaseRate purchaseRate() {
        return rate;
    }

    /**
     * How drop-out probabilities differ.
     *
     * @return the mixture of probabilities
     */
    public DropOut dropOut() {
        return dropOut;
    }

    @Override
    public TimeScale scale() {
        return scale;
    }

    @Override
    public Optional<FitReport> fit() {
        return fit;
    }

    /**
     * Prepares predictions for one horizon.
     *
     * <p>Cost per call, none of which allocates: P(alive) one logarithm and one exponential; expected transactions one series of
     * 20 to 5,000 terms, the more the longer the horizon is against {@code alpha + T}, or a quadrature where it is more than 100 times as long;
     * discounted ones some 12 to 50 such series.
     */
    @Override
    public TransactionForecast forecast(Horizon horizon, double discountRate) {
        Check.discountRate(discountRate);
        return new MixtureForecast(rateLaw, dropOutLaw, horizon.in(scale), discountRate);
    }

    /**
     * Log-likelihood of one history.
     * <pre>{@code
     * ln( B(a, b+x)/B(a, b)     * Gamma(r+x) alpha^r / (Gamma(r) (alpha+T)^(r+x))
     *   + B(a+1, b+x-1)/B(a, b) * Gamma(r+x) alpha^r / (Gamma(r) (alpha+t_x)^(r+x)) )    the second term for x > 0
     * }</pre>
     */
    @Override
    public double logLikelihood(CustomerSummary customer) {
        return MixtureForecast.logLikelihood(
                rateLaw, dropOutLaw, customer.frequency(), customer.recency(), customer.age());
    }

    /**
     * Probability that a customer has not left for good at the end of its history; 1 without repeat purchases.
     * <pre>{@code
     * P(alive | x, t_x, T) = 1 / (1 + a/(b+x-1) * ((alpha+T)/(alpha+t_x))^(r+x))    for x > 0
     * }</pre>
     */
    @Override
    public double probabilityAlive(CustomerSummary customer) {
        return MixtureForecast.alive(rateLaw, dropOutLaw, customer.frequency(), customer.recency(), customer.age());
    }

    /**
     * Discounted expected purchases of a customer over all time to come (DERT): {@code E[sum of exp(-rate u)]} over purchases
     * at {@code T + u}.
     *
     * <p>Cost: some hundreds of expectations at rising horizons, about a millisecond.
     *
     * @param customer a history in {@link #scale()}
     * @param discountRate continuous discount rate per unit of {@link #scale()}, finite and above 0; an annual rate d is
     *     {@code ln(1 + d)} divided by the units in a year
     * @return discounted purchases, at least 0
     */
    public double discountedExpectedTransactions(CustomerSummary customer, double discountRate) {
        Check.positive("discount rate", discountRate);
        return probabilityAlive(customer)
                * new MixtureForecast(rateLaw, dropOutLaw, 0, discountRate)
                        .discountedForeverIfAlive(customer.frequency(), customer.age());
    }

    /** Equal mixtures, scale and report. */
    @Override
    public boolean equals(Object other) {
        return other instanceof BgNbdModel that
                && rate.equals(that.rate)
                && dropOut.equals(that.dropOut)
                && scale == that.scale
                && fit.equals(that.fit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rate, dropOut, scale, fit);
    }

    /** The mixtures and the scale, for example {@code BG/NBD[Gamma[r=0.243, alpha=4.414], Beta[a=0.793, b=2.426], WEEK]}. */
    @Override
    public String toString() {
        return "BG/NBD[" + rate + ", " + dropOut + ", " + scale + "]";
    }
}

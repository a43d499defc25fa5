package org.ltv4j.models.spend;

import java.util.List;
import java.util.Optional;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.model.ConvergenceException;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.model.SpendBasis;

/**
 * Fits the Gamma-Gamma model of spend by maximum likelihood.
 *
 * <p>It reads, of each customer, how many purchases there were and their mean amount. Customers without such purchases, and
 * those whose mean is not above 0, are left out of the fit; both are counted in its provenance. The result does not depend
 * on the order of the customers, and {@link #fit(CustomerSummaries)} is a pure function.
 *
 * <p>A maximum at an edge is a result: where customers do not differ from each other, or a customer's purchases do not, the
 * model at that limit is returned, and its report says so (see {@link SpendMixture}). Where the tail of spend is so heavy
 * that the estimate gives the population no finite mean, or one above the mean of every single customer, the population's
 * mean is held at the observed one and the other parameters are fitted under that condition; the report says this too.
 */
public final class GammaGamma {
    /** A limit that is worse by less than this is taken: the simpler model says the same. */
    private static final double NEGLIGIBLE = 1e-6;
    /** Means that differ by less than this, relatively, differ by rounding only. */
    private static final double ROUNDING = 1e-9;

    private GammaGamma() {}

    /**
     * What may be chosen about a fit.
     *
     * @param basis which purchases the model learns from
     */
    public record Options(SpendBasis basis) {
        /**
         * As in the literature: repeat purchases.
         *
         * @return the defaults
         */
        public static Options defaults() {
            return new Options(SpendBasis.REPEAT_PURCHASES);
        }

        /**
         * With another basis. {@link SpendBasis#ALL_PURCHASES} lets one-time buyers count and ranks customers by their future
         * spend better.
         *
         * @param basis which purchases the model learns from
         * @return changed options
         */
        public Options withBasis(SpendBasis basis) {
            return new Options(basis);
        }
    }

    /**
     * Fits with the default options.
     *
     * @param data histories with amounts, up to the end of the calibration
     * @return the fitted model
     * @throws InsufficientDataException if the histories have no amounts, or no customer has a repeat purchase with an amount
     *     above 0
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static GammaGammaModel fit(CustomerSummaries data) {
        return fit(data, Options.defaults());
    }

    /**
     * Fits with options.
     *
     * @param data histories with amounts, up to the end of the calibration
     * @param options which purchases to learn from
     * @return the fitted model
     * @throws InsufficientDataException if the histories have no amounts, or no customer has a purchase of that basis with an
     *     amount above 0
     * @throws ConvergenceException if the optimiser failed; it carries the best point
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static GammaGammaModel fit(CustomerSummaries data, Options options) {
        if (!data.hasAmounts()) {
            throw new InsufficientDataException(
                    "Gamma-Gamma cannot be fitted: the histories have no amounts. Without them"
                            + " customers are scored in purchases, with Scorer.of(purchases)");
        }
        SpendData spend = SpendData.of(data, options.basis());
        requireSpend(data, options.basis(), spend);
        SpendReport report = new SpendReport(data, options, spend);
        if (spend.largest() <= spend.smallest() * (1 + ROUNDING)) {
            double amount = spend.rows() == 1 ? spend.smallest() : spend.sum((x, m) -> m) / spend.customers();
            return model(new OneAmountMixture(amount), options, report.oneAmount(amount));
        }
        SpendFits fits = new SpendFits(spend);
        SpendFits.Fit alike = fits.alike();
        SpendFits.Fit steady = fits.steady();
        SpendFits.Fit free = simplest(List.of(alike, steady, fits.usual(alike, steady)));
        boolean held = !(free.populationMean() <= spend.largest());
        SpendFits.Fit fit = held ? withObservedMean(fits, spend) : free;
        FitReport made = report.of(fits, fit, free, alike, steady);
        if (!fit.converged()) {
            throw new ConvergenceException(
                    "Gamma-Gamma: the search for the largest likelihood did not end; the best point is p=" + fit.p()
                            + ", q=" + fit.q() + ", gamma=" + fit.gamma(),
                    made);
        }
        return model(mixture(fit), options, made);
    }

    private static SpendFits.Fit withObservedMean(SpendFits fits, SpendData spend) {
        double mean = spend.sum((x, m) -> m) / spend.customers();
        return simplest(List.of(fits.steadyWithMean(mean), fits.usualWithMean(mean)));
    }

    /** The likeliest, but an earlier (simpler) one where the difference is negligible. */
    private static SpendFits.Fit simplest(List<SpendFits.Fit> candidates) {
        double best = candidates.stream()
                .mapToDouble(SpendFits.Fit::logLikelihood)
                .max()
                .orElseThrow();
        return candidates.stream()
                .filter(fit -> fit.logLikelihood() >= best - NEGLIGIBLE)
                .findFirst()
                .orElseThrow();
    }

    private static SpendMixture mixture(SpendFits.Fit fit) {
        if (Double.isInfinite(fit.q())) {
            return new AlikeMixture(fit.p(), fit.mu());
        }
        return Double.isInfinite(fit.p())
                ? new SteadyMixture(fit.q(), fit.q() * fit.mu())
                : new GammaGammaMixture(fit.p(), fit.q(), fit.gamma());
    }

    private static GammaGammaModel model(SpendMixture mixture, Options options, FitReport report) {
        return new GammaGammaModel(mixture, options.basis(), Optional.of(report));
    }

    private static void requireSpend(CustomerSummaries data, SpendBasis basis, SpendData spend) {
        boolean firsts = false;
        for (int i = 0; i < data.size() && !firsts; i++) {
            firsts = data.firstSpend(i) > 0;
        }
        if (basis == SpendBasis.ALL_PURCHASES && !firsts && spend.customers() > 0) {
            throw new InsufficientDataException(
                    "Gamma-Gamma on all purchases needs the amount of first purchases, and none" + " of " + data.size()
                            + " customers has one above 0: fit on REPEAT_PURCHASES");
        }
        if (spend.customers() > 0) {
            return;
        }
        String message = "Gamma-Gamma cannot be fitted: of " + data.size() + " customers " + spend.withoutPurchases()
                + " have no " + (basis == SpendBasis.ALL_PURCHASES ? "" : "repeat ") + "purchase and "
                + spend.notPositive()
                + " spent 0 or less on average. ";
        throw new InsufficientDataException(message
                + (firsts && basis == SpendBasis.REPEAT_PURCHASES
                        ? "There are first purchases with amounts: fit on them with SpendBasis.ALL_PURCHASES"
                        : "Is this the column of amounts, and are refunds booked as purchases?"));
    }
}

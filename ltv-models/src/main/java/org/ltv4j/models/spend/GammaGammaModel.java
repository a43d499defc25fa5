package org.ltv4j.models.spend;

import java.util.Optional;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.model.SpendModel;

/**
 * The Gamma-Gamma model of spend: made by {@link GammaGamma#fit} or from published numbers.
 *
 * <pre>{@code
 * GammaGammaModel spend = GammaGammaModel.of(6.25, 3.74, 15.44);
 * spend.expectedSpend(2, 22.345);       // 24.65: two repeat purchases of 22.345 on average
 * spend.populationMean();               // 35.22: nothing known
 * }</pre>
 *
 * @param mixture how amounts vary: {@link GammaGammaMixture}, or one of its limits after a fit at an edge
 * @param basis which purchases count as evidence
 * @param fit how it was fitted; empty for a model made from numbers
 */
public record GammaGammaModel(SpendMixture mixture, SpendBasis basis, Optional<FitReport> fit) implements SpendModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "gamma-gamma";

    /**
     * A model from published numbers, on repeat purchases.
     *
     * @param p shape of a customer's purchases, above 0
     * @param q shape of the rates over customers, above 1
     * @param gamma rate of the rates over customers, in units of the currency, above 0
     * @return the model
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public static GammaGammaModel of(double p, double q, double gamma) {
        return of(new GammaGammaMixture(p, q, gamma), SpendBasis.REPEAT_PURCHASES);
    }

    /**
     * A model from numbers.
     *
     * @param mixture how amounts vary
     * @param basis which purchases count as evidence
     * @return the model
     */
    public static GammaGammaModel of(SpendMixture mixture, SpendBasis basis) {
        return new GammaGammaModel(mixture, basis, Optional.empty());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public double expectedSpend(int purchases, double meanSpend) {
        check(purchases, meanSpend);
        return purchases > 0 ? mixture.expectedSpend(purchases, Math.max(0, meanSpend)) : mixture.populationMean();
    }

    @Override
    public double probabilityTotalAtMost(double total, int n, int purchases, double meanSpend) {
        if (!(total >= 0) || n < 1) {
            throw new IllegalArgumentException(
                    "need total >= 0 and n >= 1 future purchases, got total=" + total + ", n=" + n);
        }
        check(purchases, meanSpend);
        return mixture.probabilityTotalAtMost(total, n, purchases, Math.max(0, meanSpend));
    }

    /**
     * Log-likelihood of a customer's mean spend, given the number of purchases.
     *
     * @param purchases how many purchases were seen, at least 0
     * @param meanSpend their mean amount
     * @return logarithm of the density of {@code meanSpend}; 0 without purchases, or where their mean is not positive, which
     *     the model knows no density for
     */
    public double logLikelihood(int purchases, double meanSpend) {
        check(purchases, meanSpend);
        return purchases > 0 && meanSpend > 0 ? mixture.logDensity(purchases, meanSpend) : 0;
    }

    private static void check(int purchases, double meanSpend) {
        if (purchases < 0 || (purchases > 0 && !Double.isFinite(meanSpend))) {
            throw new IllegalArgumentException("need purchases >= 0 and a finite mean spend, got purchases=" + purchases
                    + ", meanSpend=" + meanSpend);
        }
    }
}

package org.ltv4j.core.testing;

import java.util.Optional;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.model.SpendModel;
import org.ltv4j.core.model.TransactionForecast;
import org.ltv4j.core.model.TransactionModel;

/** Models simple enough to be written down from a textbook, for tests of what is built on the contracts. */
public final class SampleModels {
    private SampleModels() {}

    /** Negative binomial purchases of customers who never leave: the rate is gamma with shape r + x and rate alpha + T. */
    public record Nbd(double r, double alpha, TimeScale scale) implements TransactionModel {
        @Override
        public String kind() {
            return "nbd";
        }

        @Override
        public Optional<FitReport> fit() {
            return Optional.empty();
        }

        @Override
        public TransactionForecast forecast(Horizon horizon, double discountRate) {
            double t = horizon.in(scale);
            double discounted = discountRate == 0 ? t : -Math.expm1(-discountRate * t) / discountRate;
            return new NbdForecast(r, alpha, t, discounted);
        }

        @Override
        public double logLikelihood(CustomerSummary c) {
            return Gamma.logGamma(r + c.frequency())
                    - Gamma.logGamma(r)
                    + r * Math.log(alpha)
                    - (r + c.frequency()) * Math.log(alpha + c.age());
        }
    }

    private record NbdForecast(double r, double alpha, double t, double discounted) implements TransactionForecast {
        @Override
        public double probabilityAlive(int x, double tx, double age) {
            return 1;
        }

        @Override
        public double expectedIfAlive(int x, double age) {
            return (r + x) / (alpha + age) * t;
        }

        @Override
        public double discountedIfAlive(int x, double age) {
            return (r + x) / (alpha + age) * discounted;
        }

        @Override
        public double probabilityIfAlive(int n, int x, double age) {
            if (t == 0) {
                return n == 0 ? 1 : 0;
            }
            double shape = r + x;
            double success = t / (alpha + age + t);
            double choices = n == 0 ? 0 : -Math.log(n) - Beta.logBeta(shape, n);
            return Math.exp(choices + shape * Math.log1p(-success) + n * Math.log(success));
        }
    }

    /** Gamma amounts whose rate is gamma over customers: Fader and Hardie (2013), note 025. */
    public record GammaGamma(double p, double q, double gamma, SpendBasis basis) implements SpendModel {
        @Override
        public String kind() {
            return "gamma-gamma";
        }

        @Override
        public Optional<FitReport> fit() {
            return Optional.empty();
        }

        @Override
        public double expectedSpend(int purchases, double meanSpend) {
            return p * (gamma + seen(purchases, meanSpend)) / (p * purchases + q - 1);
        }

        @Override
        public double probabilityTotalAtMost(double total, int n, int purchases, double meanSpend) {
            double scale = gamma + seen(purchases, meanSpend);
            return Beta.regularizedBeta(total / (total + scale), p * n, p * purchases + q);
        }

        private static double seen(int purchases, double meanSpend) {
            return purchases == 0 ? 0 : purchases * Math.max(0, meanSpend);
        }
    }
}

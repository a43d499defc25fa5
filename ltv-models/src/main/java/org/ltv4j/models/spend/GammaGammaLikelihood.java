package org.ltv4j.models.spend;

import java.util.concurrent.CancellationException;
import org.ltv4j.core.internal.math.CompensatedSum;
import org.ltv4j.core.internal.math.SmoothFunction;
import org.ltv4j.core.internal.math.SpecialFunctions;
import org.ltv4j.core.internal.math.StirlingTerms;

/**
 * The log-likelihood of the gamma-gamma with its gradient, by the logarithms of {@code p}, {@code q} and {@code mu = p gamma /
 * q}. In {@code mu} the limits of large {@code p} and of large {@code q} are finite, and {@code mu} is what data tell best.
 *
 * <p>With {@code s = p x + q}, {@code d = q mu + p x m}, {@code L1 = ln(s m / d)} and {@code L2 = ln(s mu / d)} a customer's
 * share is {@code p x L1 + q L2 - ln m} and a term that depends on {@code x} alone. No special function is called per row.
 */
final class GammaGammaLikelihood implements SmoothFunction {
    /** Beyond this a logarithm of a parameter is of no use to anybody. */
    private static final double MAX_LOG = 60;

    private final SpendData data;
    private final double sumLogM;
    private int evaluations;

    GammaGammaLikelihood(SpendData data) {
        this.data = data;
        this.sumLogM = data.sum((x, m) -> Math.log(m));
    }

    /** How often the likelihood was computed. */
    int evaluations() {
        return evaluations;
    }

    /** Minus the log-likelihood per customer at (ln p, ln q, ln mu). */
    @Override
    public double at(double[] point, double[] gradient) {
        for (double log : point) {
            if (!(Math.abs(log) < MAX_LOG)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double value = logLikelihood(Math.exp(point[0]), Math.exp(point[1]), Math.exp(point[2]), gradient);
        int n = data.customers();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= -n;
        }
        return -value / n;
    }

    /** The log-likelihood, and its derivatives by ln p, ln q and ln mu. */
    double logLikelihood(double p, double q, double mu, double[] gradient) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the fit of spend was interrupted");
        }
        evaluations++;
        CompensatedSum value = new CompensatedSum();
        CompensatedSum byP = new CompensatedSum();
        CompensatedSum byQ = new CompensatedSum();
        CompensatedSum byMu = new CompensatedSum();
        Group group = new Group();
        double qError = StirlingTerms.stirlingError(q);
        double qDigamma = StirlingTerms.digammaError(q);
        for (int g = 0; g < data.groups(); g++) {
            double a = p * data.x(g);
            double s = a + q;
            group.add(data, g, a, q, mu);
            double constant = 0.5 * Math.log(a / s * q)
                    - StirlingTerms.HALF_LOG_TWO_PI
                    + StirlingTerms.stirlingError(s)
                    - StirlingTerms.stirlingError(a)
                    - qError;
            double sDigamma = StirlingTerms.digammaError(s);
            value.add(group.customers * constant);
            value.add(a * group.logs1 + q * group.logs2);
            byP.add(a * (group.logs1 + group.customers * (sDigamma - StirlingTerms.digammaError(a)) - group.distances));
            byQ.add(q * (group.logs2 + group.customers * (sDigamma - qDigamma)) + a * group.distances);
            byMu.add(a * group.distances);
        }
        gradient[0] = byP.value();
        gradient[1] = byQ.value();
        gradient[2] = byMu.value();
        return value.value() - sumLogM;
    }

    /** Sums over the customers of one group: all that depends on m. */
    private static final class Group {
        private double customers;
        private double logs1;
        private double logs2;
        private double distances;

        void add(SpendData data, int g, double a, double q, double mu) {
            CompensatedSum sum1 = new CompensatedSum();
            CompensatedSum sum2 = new CompensatedSum();
            CompensatedSum sum3 = new CompensatedSum();
            double n = 0;
            double s = a + q;
            for (int i = data.start(g); i < data.start(g + 1); i++) {
                double m = data.m(i);
                int count = data.count(i);
                double d = q * mu + a * m;
                double d1 = q * (m - mu) / d;
                double d2 = a * (mu - m) / d;
                n += count;
                sum1.add(count * (d1 > -0.5 ? Math.log1p(d1) : Math.log(s * m / d)));
                sum2.add(count * (d2 > -0.5 ? Math.log1p(d2) : Math.log(s * mu / d)));
                sum3.add(count * d1);
            }
            customers = n;
            logs1 = sum1.value();
            logs2 = sum2.value();
            distances = sum3.value();
        }
    }

    /**
     * Minus the second derivatives of the log-likelihood by ln p, ln q and ln gamma at a maximum: the observed information on
     * the log scale. From the derivatives of note 025's likelihood.
     */
    double[][] information(double p, double q, double gamma) {
        double qTrigamma = SpecialFunctions.trigamma(q);
        double pp = 0;
        double pq = 0;
        double qq = 0;
        double pg = 0;
        double qg = 0;
        double gg = 0;
        for (int g = 0; g < data.groups(); g++) {
            double x = data.x(g);
            double s = p * x + q;
            double sTrigamma = SpecialFunctions.trigamma(s);
            double n = 0;
            CompensatedSum inverse = new CompensatedSum();
            CompensatedSum squares = new CompensatedSum();
            for (int i = data.start(g); i < data.start(g + 1); i++) {
                double share = gamma / (gamma + x * data.m(i));
                n += data.count(i);
                inverse.add(data.count(i) * share);
                squares.add(data.count(i) * share * share);
            }
            pp += n * x * x * (SpecialFunctions.trigamma(p * x) - sTrigamma);
            pq -= n * x * sTrigamma;
            qq += n * (qTrigamma - sTrigamma);
            pg += x * inverse.value();
            qg += inverse.value() - n;
            gg += n * q - s * squares.value();
        }
        return new double[][] {
            {pp * p * p, pq * p * q, pg * p},
            {pq * p * q, qq * q * q, qg * q},
            {pg * p, qg * q, gg}
        };
    }
}

package org.ltv4j.segmentation.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.internal.math.Normal;

class GapLikelihoodTest {
    private static final double[] MEAN = {0.1, 0.4, -0.6, -1, 0.2, -2, 1};
    private static final double[] SD = {1, 0.5, 0.5, 0.6, 1.5, 1.4, 1.2};
    private static final double[] POINT = {0.15, 0.55, -0.7, -1.1, -0.4, -2.5, 1.6};

    private final TransactionLog log = log();
    private final PurchasePairs pairs = PurchasePairs.of(log);
    private final int asOf = Math.toIntExact(log.lastDay().toEpochDay());
    private final GapSums sums = new GapSums(pairs, 1, asOf, true);
    private final GapLikelihood likelihood = new GapLikelihood(sums, 0, pairs.size, MEAN, SD);

    private static TransactionLog log() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        new SimulatedRhythm(12, 0.6, 0.5, 0.4, 0.3, 0.1).addTo(builder, "milk", "k", 40, 200, 5);
        return builder.build();
    }

    @Test
    void theGradientIsThatOfTheValue() {
        double[] gradient = new double[GapLikelihood.PARAMETERS];
        likelihood.at(POINT.clone(), gradient);
        for (int k = 0; k < gradient.length; k++) {
            double h = 1e-5;
            double[] up = POINT.clone();
            double[] down = POINT.clone();
            up[k] += h;
            down[k] -= h;
            double[] unused = new double[gradient.length];
            double slope = (likelihood.at(up, unused) - likelihood.at(down, unused)) / (2 * h);
            assertThat(gradient[k]).as("parameter " + k).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
        }
    }

    /** The customer's effect integrated out number by number, from purchases rather than from sums. */
    @Test
    void theValueIsTheIntegralOverCustomers() {
        double sigma = Math.sqrt(GapLikelihood.within(POINT));
        double tau = Math.exp(POINT[3]);
        double sum = 0;
        for (int i = 0; i < pairs.size; i++) {
            double integral = 0;
            double step = tau / 200;
            for (double u = -9 * tau; u <= 9 * tau; u += step) {
                integral += step * density(u / tau) / tau * given(i, u, sigma);
            }
            sum += Math.log(integral);
        }
        for (int k = 0; k < POINT.length; k++) {
            sum -= Math.pow((POINT[k] - MEAN[k]) / SD[k], 2) / 2;
        }
        assertThat(likelihood.at(POINT.clone(), new double[7])).isCloseTo(-sum, within(1e-8));
    }

    private double given(int i, double u, double sigma) {
        double product = 1;
        int last = pairs.starts[i + 1] - 1;
        for (int k = pairs.starts[i]; k < last; k++) {
            double z = (Math.log(pairs.day[k + 1] - pairs.day[k]) - expected(k) - u) / sigma;
            product *= density(z) / sigma * (1 - stop(k - pairs.starts[i]));
        }
        double stop = stop(last - pairs.starts[i]);
        double z = (Math.log(asOf - pairs.day[last] + 0.5) - expected(last) - u) / sigma;
        return product * (stop + (1 - stop) * Normal.cumulative(-z));
    }

    private static double stop(int earlier) {
        double kappa = Math.exp(POINT[6]);
        return earlier == 0
                ? GapLikelihood.logistic(POINT[4])
                : GapLikelihood.logistic(POINT[5]) * kappa / (kappa + earlier - 1);
    }

    private double expected(int k) {
        return sums.meanY[0] + POINT[0] + POINT[1] * (pairs.logQuantity[k] - sums.meanZ[0]);
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}

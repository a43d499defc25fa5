package org.ltv4j.models.spend;

import org.ltv4j.core.internal.math.StirlingTerms;

/** The maximum likelihood estimate of the shape of gamma variables of known mean. */
final class GammaShape {
    private static final int MAX_STEPS = 200;

    private GammaShape() {}

    /**
     * Solves {@code sum of w x (ln(k x) - psi(k x)) = deviance} for {@code k}: the derivative of the log-likelihood of {@code
     * w} means of {@code x} gamma variables with shape {@code k} each. The left side falls from infinity to 0, about as
     * {@code 1/k}, so the logarithm of {@code k} moves by the logarithm of the ratio of both sides.
     *
     * @param x how many variables each mean is of
     * @param weights how many means there are
     * @param deviance {@code sum of w x (m/mu - 1 - ln(m/mu))}, above 0
     */
    static double estimate(double[] x, double[] weights, double deviance) {
        double shape = 1;
        for (int step = 0; step < MAX_STEPS; step++) {
            double left = 0;
            for (int i = 0; i < x.length; i++) {
                left -= weights[i] * x[i] * StirlingTerms.digammaError(shape * x[i]);
            }
            double factor = left / deviance;
            shape *= factor;
            if (Math.abs(factor - 1) < 1e-15) {
                break;
            }
        }
        return shape;
    }
}

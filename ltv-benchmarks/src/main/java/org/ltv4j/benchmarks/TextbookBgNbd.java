package org.ltv4j.benchmarks;

import static org.apache.commons.math3.special.Gamma.logGamma;

import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.ltv4j.core.data.CustomerSummaries;

/**
 * BG/NBD as one writes it down from the paper on commons-math3: the rival, and the anchor of all runs, so it must never
 * be made faster. Fader, Hardie and Lee (2005), Marketing Science 24(2).
 */
final class TextbookBgNbd {
    private TextbookBgNbd() {}

    static double logLikelihood(double r, double alpha, double a, double b, CustomerSummaries data) {
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            int x = data.frequency(i);
            double alive = -(r + x) * Math.log(alpha + data.age(i));
            double left = x == 0
                    ? Double.NEGATIVE_INFINITY
                    : Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + data.recency(i));
            double most = Math.max(alive, left);
            sum += logGamma(r + x)
                    - logGamma(r)
                    + r * Math.log(alpha)
                    + logGamma(a + b)
                    + logGamma(b + x)
                    - logGamma(b)
                    - logGamma(a + b + x)
                    + most
                    + Math.log(Math.exp(alive - most) + Math.exp(left - most));
        }
        return sum;
    }

    /** Nelder and Mead's simplex on log parameters, from 1: what a short program would do. */
    static double[] fit(CustomerSummaries data) {
        double[] best = new SimplexOptimizer(1e-10, 1e-10)
                .optimize(
                        new MaxEval(10_000),
                        GoalType.MAXIMIZE,
                        new InitialGuess(new double[4]),
                        new NelderMeadSimplex(4, 0.5),
                        new ObjectiveFunction(p ->
                                logLikelihood(Math.exp(p[0]), Math.exp(p[1]), Math.exp(p[2]), Math.exp(p[3]), data)))
                .getPoint();
        return new double[] {Math.exp(best[0]), Math.exp(best[1]), Math.exp(best[2]), Math.exp(best[3])};
    }

    static double probabilityAlive(double r, double alpha, double a, double b, int x, double tx, double age) {
        if (x == 0) {
            return 1;
        }
        return 1 / (1 + a / (b + x - 1) * Math.pow((alpha + age) / (alpha + tx), r + x));
    }

    /** Equation (10), with the hypergeometric series summed as it stands. */
    static double expectedTransactions(
            double r, double alpha, double a, double b, double t, int x, double tx, double age) {
        double z = t / (alpha + age + t);
        double term = 1;
        double hypergeometric = 1;
        for (int j = 0; term > 1e-16 * hypergeometric; j++) {
            term *= (r + x + j) * (b + x + j) / (a + b + x - 1 + j) / (j + 1) * z;
            hypergeometric += term;
        }
        double ratio = Math.pow((alpha + age) / (alpha + age + t), r + x);
        return (a + b + x - 1) / (a - 1) * (1 - ratio * hypergeometric) * probabilityAlive(r, alpha, a, b, x, tx, age);
    }
}

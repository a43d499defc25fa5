package org.ltv4j.models.spend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ltv4j.core.internal.math.Bfgs;
import org.ltv4j.core.internal.math.SmoothFunction;
import org.ltv4j.core.internal.math.SpecialFunctions;
import org.ltv4j.core.internal.math.StirlingTerms;
import org.ltv4j.core.internal.math.SymmetricMatrix;

/**
 * Fits the gamma-gamma and each of its limits to the same data. Amounts are in units of their own mean while it searches;
 * what it returns is in the unit of the data.
 */
final class SpendFits {
    /** Where a likelihood is largest, with {@code mu = p gamma / q}. A limit has an infinite {@code p} or {@code q}. */
    record Fit(double p, double q, double mu, double logLikelihood, double gradientNorm, boolean converged) {
        /** {@code p gamma / (q - 1)}; infinite where {@code q <= 1}. */
        double populationMean() {
            if (Double.isInfinite(q)) {
                return mu;
            }
            return q > 1 ? mu * (q / (q - 1)) : Double.POSITIVE_INFINITY;
        }

        double gamma() {
            return q / p * mu;
        }
    }

    private static final Bfgs.Settings SETTINGS = new Bfgs.Settings(1e-6, 200, 2);
    private static final double POLISHED = 1e-13;
    private static final int POLISHING_STEPS = 4;
    private static final double DIFFERENCE = 1e-4;
    /** Least ln(q - 1) of a fit that holds the mean of the population. */
    private static final double LEAST_LOG_EXCESS = -25;

    private final SpendData data;
    private final double unit;
    private final GammaGammaLikelihood likelihood;
    private final double logUnits;

    SpendFits(SpendData original) {
        double total = original.sum((x, m) -> x * m);
        double purchases = original.sum((x, m) -> x);
        this.unit = total / purchases;
        this.data = original.inUnitsOf(unit);
        this.likelihood = new GammaGammaLikelihood(data);
        this.logUnits = original.customers() * Math.log(unit);
    }

    int evaluations() {
        return likelihood.evaluations();
    }

    /** Customers all alike: q without bound. */
    Fit alike() {
        double deviance = data.sum((x, m) -> x * (m - 1 - Math.log(m)));
        double p = shape(deviance, true);
        double value = data.sum(new AlikeMixture(p, 1)::logDensity);
        return inUnit(p, Double.POSITIVE_INFINITY, 1, value, 0, true);
    }

    /** Every customer always the same: p without bound. */
    Fit steady() {
        double mu = data.customers() / data.sum((x, m) -> 1 / m);
        double deviance = data.sum((x, m) -> mu / m - 1 - Math.log(mu / m));
        double q = shape(deviance, false);
        return inUnit(Double.POSITIVE_INFINITY, q, mu, steadyLogLikelihood(q, mu), 0, true);
    }

    private double steadyLogLikelihood(double q, double mu) {
        return data.sum((x, m) -> StirlingTerms.logGammaTerms(q, mu / m * q) - Math.log(m));
    }

    private double shape(double deviance, boolean ofPurchases) {
        double[] x = new double[data.groups()];
        double[] weights = new double[data.groups()];
        for (int g = 0; g < x.length; g++) {
            x[g] = ofPurchases ? data.x(g) : 1;
            for (int i = data.start(g); i < data.start(g + 1); i++) {
                weights[g] += data.count(i);
            }
        }
        return GammaShape.estimate(x, weights, deviance);
    }

    /** The gamma-gamma itself, from several starts: a usual shop, and a point near each limit. */
    Fit usual(Fit alike, Fit steady) {
        double steadyMu = Math.log(steady.mu() / unit);
        return best(
                likelihood,
                List.of(
                        new double[] {Math.log(5), Math.log(3), 0},
                        new double[] {Math.log(2 * alike.p()), Math.log(30), 0},
                        new double[] {Math.log(30), Math.log(2 * steady.q()), steadyMu},
                        new double[] {0, 0, steadyMu}),
                point -> point);
    }

    /** The gamma-gamma whose population has a given mean, which keeps q above 1. */
    Fit usualWithMean(double mean) {
        double logMean = Math.log(mean / unit);
        double[] inner = new double[3];
        SmoothFunction held = (point, gradient) -> {
            if (!(point[1] > LEAST_LOG_EXCESS)) {
                return Double.POSITIVE_INFINITY;
            }
            double value = likelihood.at(heldPoint(point, logMean), inner);
            double excess = Math.exp(point[1]);
            gradient[0] = inner[0];
            gradient[1] = (inner[1] * excess + inner[2]) / (1 + excess);
            return value;
        };
        return best(
                held,
                List.of(new double[] {0, 0}, new double[] {Math.log(5), -2}, new double[] {Math.log(30), -5}),
                point -> heldPoint(point, logMean));
    }

    /** (ln p, ln(q - 1)) to (ln p, ln q, ln mu) where mu q/(q - 1) is the mean. */
    private static double[] heldPoint(double[] point, double logMean) {
        double logQ = Math.log1p(Math.exp(point[1]));
        return new double[] {point[0], logQ, logMean + point[1] - logQ};
    }

    /** Every customer always the same, and a given mean of the population. */
    Fit steadyWithMean(double mean) {
        double logMean = Math.log(mean / unit);
        double inverse = data.sum((x, m) -> 1 / m);
        double logs = data.sum((x, m) -> Math.log(m));
        int n = data.customers();
        // the shape enters through q and mu = mean (q - 1)/q: scale = mean (q - 1)
        SmoothFunction held = (point, gradient) -> {
            if (!(point[0] > LEAST_LOG_EXCESS && point[0] < -LEAST_LOG_EXCESS)) {
                return Double.POSITIVE_INFINITY;
            }
            double excess = Math.exp(point[0]);
            double q = 1 + excess;
            double scale = Math.exp(logMean) * excess;
            double byQ = n * (Math.log(scale) - SpecialFunctions.digamma(q)) - logs;
            gradient[0] = -(byQ * excess + n * q - scale * inverse) / n;
            return -steadyLogLikelihood(q, scale / q) / n;
        };
        Minimum best = minimum(held, List.of(new double[] {0}, new double[] {-3}, new double[] {-8}));
        double q = 1 + Math.exp(best.point[0]);
        double mu = Math.exp(logMean + best.point[0]) / q;
        return inUnit(Double.POSITIVE_INFINITY, q, mu, -best.value * n, best.gradientNorm() * n, best.converged);
    }

    private interface Chart {
        double[] toLogs(double[] point);
    }

    private Fit best(SmoothFunction function, List<double[]> starts, Chart chart) {
        Minimum best = minimum(function, starts);
        double[] at = chart.toLogs(best.point);
        int n = data.customers();
        return inUnit(
                Math.exp(at[0]),
                Math.exp(at[1]),
                Math.exp(at[2]),
                -best.value * n,
                best.gradientNorm() * n,
                best.converged);
    }

    /** The best of several searches, brought by Newton steps to the last digits that the sums carry. */
    private static Minimum minimum(SmoothFunction function, List<double[]> starts) {
        List<Bfgs.Result> results = new ArrayList<>();
        for (double[] start : starts) {
            if (Double.isFinite(function.at(start, new double[start.length]))) {
                results.add(Bfgs.minimize(function, start, SETTINGS));
            }
        }
        Bfgs.Result best = results.stream()
                .min(Comparator.comparingDouble(Bfgs.Result::value))
                .orElseThrow(() -> new IllegalStateException("the likelihood of spend is finite at no start"));
        return polished(function, new Minimum(best.point(), best.value(), best.gradient(), best.converged()));
    }

    private static Minimum polished(SmoothFunction function, Minimum start) {
        Minimum best = start;
        for (int step = 0; step < POLISHING_STEPS && best.gradientNorm() > POLISHED; step++) {
            Optional<double[]> move =
                    SymmetricMatrix.solve(SymmetricMatrix.hessian(function, best.point, DIFFERENCE), best.gradient);
            if (move.isEmpty()) {
                return best;
            }
            double[] point = best.point.clone();
            for (int i = 0; i < point.length; i++) {
                point[i] -= move.get()[i];
            }
            double[] gradient = new double[point.length];
            Minimum next = new Minimum(point, function.at(point, gradient), gradient, true);
            if (!(next.gradientNorm() < best.gradientNorm())) {
                return best;
            }
            best = next;
        }
        return best;
    }

    /** A smallest value: of minus the log-likelihood per customer. */
    private static final class Minimum {
        private final double[] point;
        private final double value;
        private final double[] gradient;
        private final boolean converged;

        Minimum(double[] point, double value, double[] gradient, boolean converged) {
            this.point = point;
            this.value = value;
            this.gradient = gradient;
            this.converged = converged;
        }

        /** Not a number where the value is none. */
        double gradientNorm() {
            double largest = Double.isFinite(value) ? 0 : Double.NaN;
            for (double g : gradient) {
                largest = Math.max(largest, Math.abs(g));
            }
            return largest;
        }
    }

    private Fit inUnit(double p, double q, double mu, double value, double gradientNorm, boolean converged) {
        double logLikelihood = value - logUnits;
        return new Fit(p, q, mu * unit, logLikelihood, gradientNorm / Math.max(1, Math.abs(logLikelihood)), converged);
    }

    /**
     * The covariance of the logarithms of the free parameters, in the order of the mixture's parameters; empty where the
     * likelihood is too flat for one.
     */
    Optional<double[][]> logCovariance(Fit fit) {
        if (Double.isInfinite(fit.q())) {
            double byP = data.sum((x, m) -> alikeInformation(fit.p() * x));
            double byMean = data.sum((x, m) -> fit.p() * x);
            return SymmetricMatrix.inverse(new double[][] {{byP, 0}, {0, byMean}});
        }
        double q = fit.q();
        if (Double.isInfinite(fit.p())) {
            double n = data.customers();
            return SymmetricMatrix.inverse(new double[][] {
                {n * q * q * SpecialFunctions.trigamma(q), -n * q}, {-n * q, n * q}
            });
        }
        return SymmetricMatrix.inverse(likelihood.information(fit.p(), q, fit.gamma() / unit));
    }

    /** {@code k^2 (psi'(k) - 1/k)}, whose two terms cancel for a large shape: the series there. */
    private static double alikeInformation(double k) {
        return k > 1e3 ? 0.5 + 1 / (6 * k) : k * k * SpecialFunctions.trigamma(k) - k;
    }
}

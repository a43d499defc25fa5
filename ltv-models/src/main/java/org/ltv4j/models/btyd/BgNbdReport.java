package org.ltv4j.models.btyd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.ModelComparison;
import org.ltv4j.core.model.ParameterEstimate;
import org.ltv4j.core.model.Provenance;

/** Says what a fit found: estimates with their errors, the distance to simpler models, and in words what the data do not tell. */
final class BgNbdReport {
    private static final double NORMAL_975 = 1.959963984540054;

    /** Half the 95 % point of chi-squared with one degree of freedom: less than this is no evidence. */
    private static final double EVIDENCE = 1.92;

    private BgNbdReport() {}

    static FitReport of(
            HistoryTable data, BgNbdFit.Outcome outcome, Optional<double[][]> covariance, Provenance provenance) {
        BgNbdFit.Candidate best = outcome.best();
        Shape shape = best.shape();
        Optional<double[][]> natural = covariance.map(of -> inLogs(shape.jacobian(best.point()), of));
        double[] values = values(shape, best.point(), data.unit);
        List<ParameterEstimate> parameters = new ArrayList<>();
        List<String> names = shape.names();
        for (int i = 0; i < values.length; i++) {
            int k = i;
            parameters.add(estimate(names.get(i), values[i], natural.map(of -> Math.sqrt(of[k][k]))));
        }
        List<ModelComparison> comparisons = comparisons(outcome);
        boolean limit = !shape.equals(Shape.FULL);
        return new FitReport(
                best.logLikelihood(),
                (int) data.customers(),
                data.distinctHistories(),
                parameters,
                natural.map(of -> naturalScale(of, names, values)),
                limit ? Optional.of(shape.words()) : Optional.empty(),
                comparisons,
                findings(outcome, natural.isPresent()),
                outcome.evaluations(),
                best.gradientNorm() * data.customers() / Math.max(1, Math.abs(best.logLikelihood())),
                provenance);
    }

    /** The parameters' values, in the order of their names. */
    private static double[] values(Shape shape, double[] point, double unit) {
        List<Double> values = new ArrayList<>();
        if (shape.rate(point, unit) instanceof PurchaseRate.Gamma gamma) {
            values.addAll(List.of(gamma.r(), gamma.alpha()));
        } else {
            values.add(shape.rate(point, unit).mean());
        }
        DropOut dropOut = shape.dropOut(point);
        if (dropOut instanceof DropOut.Beta beta) {
            values.addAll(List.of(beta.a(), beta.b()));
        } else if (shape.dropOutParameters() == 1) {
            values.add(dropOut.mean());
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** J C J', the covariance of the logarithms (logits) from that of the coordinates. */
    private static double[][] inLogs(double[][] jacobian, double[][] covariance) {
        int n = covariance.length;
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        result[i][j] += jacobian[i][k] * covariance[k][l] * jacobian[j][l];
                    }
                }
            }
        }
        return result;
    }

    private static boolean isShare(String name) {
        return name.equals("q");
    }

    /** The derivative of a parameter by its logarithm, or of a share by its logit. */
    private static double slope(String name, double value) {
        return isShare(name) ? value * (1 - value) : value;
    }

    private static List<List<Double>> naturalScale(double[][] covariance, List<String> names, double[] values) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Double[] row = new Double[values.length];
            for (int j = 0; j < values.length; j++) {
                row[j] = covariance[i][j] * slope(names.get(i), values[i]) * slope(names.get(j), values[j]);
            }
            rows.add(Arrays.asList(row));
        }
        return rows;
    }

    private static ParameterEstimate estimate(String name, double value, Optional<Double> logError) {
        if (logError.isEmpty() || !Double.isFinite(logError.get())) {
            return new ParameterEstimate(name, value, OptionalDouble.empty(), Optional.empty());
        }
        double error = logError.get();
        double half = NORMAL_975 * error;
        Interval interval = isShare(name)
                ? new Interval(share(value, -half), share(value, half))
                : new Interval(value * Math.exp(-half), Math.min(Double.MAX_VALUE, value * Math.exp(half)));
        return new ParameterEstimate(name, value, OptionalDouble.of(error * slope(name, value)), Optional.of(interval));
    }

    private static double share(double value, double shift) {
        return Shape.share(Math.log(value / (1 - value)) + shift);
    }

    private static List<ModelComparison> comparisons(BgNbdFit.Outcome outcome) {
        double best = outcome.candidates().stream()
                .mapToDouble(BgNbdFit.Candidate::logLikelihood)
                .max()
                .orElse(outcome.best().logLikelihood());
        return outcome.candidates().stream()
                .filter(candidate -> !candidate.shape().equals(Shape.FULL))
                .filter(candidate -> candidate != outcome.best())
                .map(candidate -> new ModelComparison(
                        name(candidate.shape()),
                        candidate.shape().parameters(),
                        candidate.logLikelihood(),
                        Math.max(0, best - candidate.logLikelihood())))
                .toList();
    }

    private static String name(Shape shape) {
        if (shape.equals(Shape.NBD)) {
            return "NBD (nobody leaves)";
        }
        return shape.equals(Shape.POISSON) ? "Poisson (all buy at one rate; nobody leaves)" : shape.words();
    }

    private static List<String> findings(BgNbdFit.Outcome outcome, boolean hasErrors) {
        List<String> findings = new ArrayList<>();
        Shape shape = outcome.best().shape();
        double best = outcome.best().logLikelihood();
        if (!shape.gamma()) {
            findings.add(
                    "Differences between customers' purchase rates are not identified: one rate for all is as likely as the"
                            + " full model. r and alpha have no values and no standard errors; expected transactions stay trustworthy.");
        }
        if (shape.dropOut() != Shape.Kind.BETA) {
            findings.add(dropOutFinding(shape));
        }
        BgNbdFit.@Nullable Candidate nbd = find(outcome, Shape.NBD);
        if (shape.dropOut() != Shape.Kind.NONE && nbd != null && best - nbd.logLikelihood() < EVIDENCE) {
            findings.add(String.format(
                    Locale.ROOT,
                    "Drop-out is hardly identified: the NBD, in which nobody leaves, is only %.2f log-likelihood units worse."
                            + " P(alive) is weakly supported; expected transactions stay trustworthy.",
                    best - nbd.logLikelihood()));
        }
        if (!hasErrors) {
            findings.add("The information matrix is singular at the estimates: standard errors do not exist.");
        }
        return findings;
    }

    private static BgNbdFit.@Nullable Candidate find(BgNbdFit.Outcome outcome, Shape shape) {
        return outcome.candidates().stream()
                .filter(candidate -> candidate.shape().equals(shape))
                .findFirst()
                .orElse(null);
    }

    private static String dropOutFinding(Shape shape) {
        switch (shape.dropOut()) {
            case NONE:
                return "Drop-out is not identified: a model in which nobody leaves is as likely as the full one. P(alive) is 1 for"
                        + " all; expected transactions stay trustworthy; a and b have no values and no standard errors.";
            case FIXED:
                return "Differences between customers' drop-out probabilities are not identified: one probability for all is as"
                        + " likely as the full model. a and b have no values and no standard errors, only a / (a + b) = q has;"
                        + " P(alive) and expected transactions stay trustworthy.";
            case NEVER_OR_AT_ONCE:
                return "The data say that a share q of the customers leaves right after the first repeat purchase and the others"
                        + " never leave. P(alive) is 1 for whoever made two or more repeat purchases; over long horizons expected"
                        + " transactions are too high if those leave some day. a and b have no values and no standard errors,"
                        + " only a / (a + b) = q has.";
            default:
                return "Nobody made more than one repeat purchase, and the data say that everybody leaves right after it. P(alive) is 0"
                        + " for whoever bought again; whether later purchases would follow, a longer observation must tell. a"
                        + " and b have no values and no standard errors.";
        }
    }
}

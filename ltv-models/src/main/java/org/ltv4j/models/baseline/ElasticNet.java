package org.ltv4j.models.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.Provenance;
import org.ltv4j.core.outcome.TrainingSet;

/**
 * Linear and logistic regression with an elastic-net penalty.
 *
 * <pre>{@code
 * ElasticNetModel model = ElasticNet.fit(trainingSet);
 * ElasticNetModel lasso = ElasticNet.fit(trainingSet, ElasticNetOptions.lasso().withLambda(0.1));
 * model.coefficient("total_spend").value();
 * }</pre>
 *
 * <p>Spend and purchases are learnt by least squares, churn by the likelihood of a logistic regression:
 *
 * <pre>{@code
 * spend, purchases: 1/2 * mean of (y - level - x'b)^2   + lambda * (mix * sum |b_j| + (1 - mix) / 2 * sum b_j^2)
 * churn:            mean of ln(1 + e^u) - y u, u = level + x'b, + the same penalty
 * }</pre>
 *
 * <p>Means are weighted; x are the prepared features, each less its mean and divided by its standard deviation (weighted, of the
 * population), so that one penalty suits all; the level is not penalised. This is glmnet's objective with its standardisation: Friedman,
 * Hastie and Tibshirani (2010), Journal of Statistical Software 33(1). The same in scikit-learn, on such columns: {@code ElasticNet(alpha
 * = lambda, l1_ratio = mix)} and {@code LogisticRegression(C = 1 / (rows * lambda), l1_ratio = mix)}.
 *
 * <p>Unless told otherwise, gaps are filled with medians, with a flag {@code <name>_missing} for each feature that has any in training;
 * categories become a flag per level, rare ones beyond 50 together; a feature without any value counts for nothing. Medians and levels are
 * those of the rows of a weight above 0, each counted once.
 *
 * <p>A fit is a pure function of data and options, on one thread. Cost of each of the penalties of a path and each fold: for least squares
 * little after {@code rows * columns^2} once; logistic regression takes several such passes each: 20 seconds for 70,000 rows, 43
 * columns, 5 folds and 30 penalties. Columns are at most 2,000.
 */
public final class ElasticNet {
    /** How exactly, as a share of the largest slope, the conditions of an optimum must hold not to be worth a finding. */
    private static final double EXACT = 1e-7;

    private ElasticNet() {}

    /**
     * Fits with {@link ElasticNetOptions#defaults()}.
     *
     * @param data features with what happened afterwards
     * @return the model with its report
     * @throws InvalidDataException if there are fewer than ten customers, or features cannot be learnt from
     */
    public static ElasticNetModel fit(TrainingSet data) {
        return fit(data, ElasticNetOptions.defaults());
    }

    /**
     * Fits a model. Outcomes that are all the same give a model that foretells them to the last digit, with a finding.
     *
     * @param data features with what happened afterwards; rows of weight 0 are as if they were not there
     * @param options how to fit
     * @return the model with its report
     * @throws InvalidDataException if there are fewer customers than folds, outcomes below 0 are to be learnt as logarithms, a feature
     *     is too large to be squared, or the preparation leaves gaps, categories or more than 2,000 columns
     */
    public static ElasticNetModel fit(TrainingSet data, ElasticNetOptions options) {
        TrainingSet used = withWeight(data);
        LinearFit fit = new LinearFit(used, options);
        List<String> findings = new ArrayList<>();
        Preparation.finding(used).filter(f -> options.preparation().isEmpty()).ifPresent(findings::add);
        List<PathPoint> path = List.of();
        double lambda;
        boolean constant = areSame(used.outcomes());
        if (constant || fit.problem().largestSlope() == 0) {
            lambda = options.lambda() instanceof LambdaChoice.Given given ? given.value() : 0;
            findings.add(
                    constant
                            ? "all outcomes are the same: the model foretells that for everybody, whatever the features"
                            : "no feature goes with the outcomes: the model foretells their mean for everybody");
        } else if (options.lambda() instanceof LambdaChoice.CrossValidated choice) {
            path = LambdaSearch.path(used, options, choice, fit);
            lambda = LambdaSearch.chosen(path, choice.rule());
        } else {
            lambda = ((LambdaChoice.Given) options.lambda()).value();
        }
        Point point = solve(fit, lambda, path);
        double missed = fit.violation(lambda, point);
        if (missed > EXACT) {
            findings.add("the coefficients are not exact, the conditions of an optimum are missed by " + missed
                    + " of the largest slope: features are nearly collinear, a larger lambda or mix below 1 helps");
        }
        ElasticNetReport report = new ElasticNetReport(
                used.rows(),
                LambdaSearch.customers(used),
                lambda,
                path,
                findings,
                Provenance.of(dataOf(used), optionsOf(options)));
        return model(used, options, fit, point, report);
    }

    private static TrainingSet withWeight(TrainingSet data) {
        int[] rows = IntStream.range(0, data.rows())
                .filter(row -> data.weight(row) > 0)
                .toArray();
        if (rows.length == 0) {
            throw new InvalidDataException("all " + data.rows() + " rows weigh 0: nothing can be learnt");
        }
        return rows.length == data.rows() ? data : data.rows(rows);
    }

    /** Down the path, as each answer is a good start for the next. */
    private static Point solve(LinearFit fit, double lambda, List<PathPoint> path) {
        Point point = fit.problem().empty();
        for (PathPoint before : path) {
            if (before.lambda() > lambda) {
                point = fit.nearly(before.lambda(), point);
            }
        }
        return fit.solve(lambda, point);
    }

    private static ElasticNetModel model(
            TrainingSet data, ElasticNetOptions options, LinearFit fit, Point point, ElasticNetReport report) {
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < point.b().length; j++) {
            double scale = fit.design().scale(j);
            coefficients.add(new Coefficient(
                    fit.pipeline().output().feature(j).name(),
                    scale > 0 ? point.b()[j] / scale : 0,
                    fit.design().centre(j),
                    scale));
        }
        return new ElasticNetModel(
                data.outcome(),
                fit.pipeline(),
                response(data, options, fit, point),
                point.level(),
                coefficients,
                Optional.of(report));
    }

    private static Response response(TrainingSet data, ElasticNetOptions options, LinearFit fit, Point point) {
        if (areSame(data.outcomes())) {
            return new Response.Constant(data.outcome(0) + 0.0); // not -0
        }
        if (data.outcome().isProbability()) {
            return new Response.Logistic();
        }
        return options.target() == ElasticNetTarget.AS_IS
                ? new Response.Linear()
                : Response.Exponential.of(data, fit.predictors(point));
    }

    private static boolean areSame(double[] outcomes) {
        return Arrays.stream(outcomes).allMatch(outcome -> outcome == outcomes[0]);
    }

    private static Map<String, String> dataOf(TrainingSet data) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("rows", Integer.toString(data.rows()));
        facts.put("outcome", data.outcome().toString());
        facts.put("dates", data.dates().toString());
        facts.put("features", data.schema().fingerprint());
        return facts;
    }

    private static Map<String, String> optionsOf(ElasticNetOptions options) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("mix", Double.toString(options.mix()));
        facts.put("lambda", options.lambda().toString());
        facts.put("target", options.target().name());
        facts.put("preparation", options.preparation().map(Object::toString).orElse("usual"));
        return facts;
    }
}

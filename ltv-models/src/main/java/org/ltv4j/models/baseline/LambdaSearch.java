package org.ltv4j.models.baseline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.outcome.CustomerFolds;
import org.ltv4j.core.outcome.TrainingSet;

/** Cross-validates a path of penalties over folds of customers. */
final class LambdaSearch {
    private static final double RATIO = 1e-4;
    private static final double RATIO_OF_FEW_ROWS = 1e-2;

    private final TrainingSet data;
    private final ElasticNetOptions options;
    private final LambdaChoice.CrossValidated choice;
    private final double[] lambdas;

    /** Mean losses of each fold, and the folds' weights. */
    private final List<double[]> losses = new ArrayList<>();

    private final List<Double> weights = new ArrayList<>();

    private LambdaSearch(
            TrainingSet data, ElasticNetOptions options, LambdaChoice.CrossValidated choice, double[] lambdas) {
        this.data = data;
        this.options = options;
        this.choice = choice;
        this.lambdas = lambdas;
    }

    /** The penalties that are tried, from the strongest. */
    static double[] lambdas(LinearFit all, int count) {
        double ratio = all.design().rows() > all.design().columns() ? RATIO : RATIO_OF_FEW_ROWS;
        double largest = all.largestLambda();
        double[] lambdas = new double[count];
        for (int i = 0; i < count; i++) {
            lambdas[i] = largest * StrictMath.pow(ratio, (double) i / (count - 1));
        }
        return lambdas;
    }

    /**
     * The losses of all penalties.
     *
     * @throws InvalidDataException if there are fewer customers than folds
     */
    static List<PathPoint> path(
            TrainingSet data, ElasticNetOptions options, LambdaChoice.CrossValidated choice, LinearFit all) {
        int customers = customers(data);
        if (customers < choice.folds()) {
            throw new InvalidDataException(customers + " customers cannot be dealt into " + choice.folds()
                    + " folds: use fewer folds, more sales or a lambda that is known");
        }
        LambdaSearch search = new LambdaSearch(data, options, choice, lambdas(all, choice.pathLength()));
        search.validate();
        return search.points(all);
    }

    static int customers(TrainingSet data) {
        BitSet seen = new BitSet();
        for (int row = 0; row < data.rows(); row++) {
            seen.set(data.customer(row));
        }
        return seen.cardinality();
    }

    private void validate() {
        CustomerFolds folds = CustomerFolds.of(data, choice.folds(), choice.seed());
        for (int fold = 0; fold < folds.size(); fold++) {
            int[] inside = folds.rowsIn(data, fold);
            int[] outside = folds.rowsOutside(data, fold);
            if (inside.length > 0 && outside.length > 0) {
                validate(data.rows(outside), data.rows(inside));
            }
        }
        if (losses.size() < 2) {
            throw new InvalidDataException("the rows are of so few customers that only " + losses.size()
                    + " folds have any: use a lambda that is known");
        }
    }

    private void validate(TrainingSet learnt, TrainingSet held) {
        LinearFit fit = new LinearFit(learnt, options);
        double[] actual = LinearFit.targets(held, options.target());
        FeatureMatrix prepared = Preparation.checked(fit.pipeline().apply(held.features()));
        double weight = 0;
        for (int row = 0; row < held.rows(); row++) {
            weight += held.weight(row);
        }
        double[] means = new double[lambdas.length];
        Point point = fit.problem().empty();
        for (int i = 0; i < lambdas.length; i++) {
            point = fit.nearly(lambdas[i], point);
            means[i] = fit.loss(point, held, prepared, actual) / weight;
        }
        losses.add(means);
        weights.add(weight);
    }

    private List<PathPoint> points(LinearFit all) {
        double total = weights.stream().mapToDouble(w -> w).sum();
        List<PathPoint> points = new ArrayList<>();
        Point point = all.problem().empty();
        for (int i = 0; i < lambdas.length; i++) {
            double mean = 0;
            for (int fold = 0; fold < losses.size(); fold++) {
                mean += weights.get(fold) / total * losses.get(fold)[i];
            }
            double squares = 0;
            for (int fold = 0; fold < losses.size(); fold++) {
                double off = losses.get(fold)[i] - mean;
                squares += weights.get(fold) / total * off * off;
            }
            point = all.nearly(lambdas[i], point);
            points.add(new PathPoint(lambdas[i], mean, Math.sqrt(squares / (losses.size() - 1)), point.nonzero()));
        }
        return points;
    }

    /** The penalty that a rule takes of a path. */
    static double chosen(List<PathPoint> path, LambdaRule rule) {
        PathPoint best = path.get(0);
        for (PathPoint point : path) {
            best = point.loss() < best.loss() ? point : best;
        }
        if (rule == LambdaRule.LEAST_LOSS) {
            return best.lambda();
        }
        double enough = best.loss() + best.standardError();
        return path.stream()
                .filter(point -> point.loss() <= enough)
                .mapToDouble(PathPoint::lambda)
                .max()
                .orElseThrow();
    }
}

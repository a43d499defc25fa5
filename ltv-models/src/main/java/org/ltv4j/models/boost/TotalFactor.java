package org.ltv4j.models.boost;

import java.util.Arrays;
import org.ltv4j.models.trees.TreeEnsemble;

/**
 * The factor that makes totals right where an objective leaves them wrong. Going back from means of {@code ln(1 + y)}, the exponential of a mean
 * is below the mean of exponentials; Tweedie and gamma deviance balance sums of {@code y / mean^p} with {@code p} above 0, in which large
 * amounts count less than in a total.
 *
 * <pre>{@code
 * factor = sum of (1 + y) / sum of exp(prediction of ln(1 + y))     learning the logarithm
 * factor = sum of y       / sum of predictions of y                 Tweedie, gamma
 * }</pre>
 *
 * Taken over rows that the trees have not seen, it makes the total of their predictions right. Duan (1983), Smearing estimate,
 * Journal of the American Statistical Association 78(383), weighs all rows alike instead, which a few outliers among the
 * small ones upset.
 *
 * <p>Where a few customers decide the total, trees of the others know nothing of them: the factor would be large, and would multiply what the
 * trees have learnt by heart of those few. Its standard error, by customers, tells.
 */
final class TotalFactor {
    /** A total that is as uncertain as this, as a share of it, tells nothing of new customers. */
    private static final double MOST_ERROR = 1 / 3.0;

    /** Folds of customers, each foretold by trees of the others. */
    static final int FOLDS = 3;

    private final ObjectiveKind kind;
    private final double[] actual;
    private final double[] predicted;

    /** For as many customers. */
    TotalFactor(ObjectiveKind kind, int customers) {
        this.kind = kind;
        this.actual = new double[customers];
        this.predicted = new double[customers];
    }

    /** Adds rows of these customers, best those that the ensemble has not seen. */
    void add(TreeEnsemble ensemble, Rows rows, int[] customers) {
        float[] margins = new float[rows.count()];
        ensemble.marginsOfRows(rows.values(), rows.count(), margins);
        for (int i = 0; i < margins.length; i++) {
            double label = rows.labels()[i];
            double weight = rows.weights()[i];
            actual[customers[i]] += weight * (kind == ObjectiveKind.LOG1P ? Math.exp(label) : label);
            predicted[customers[i]] += weight * Math.exp(margins[i]);
        }
    }

    double factor() {
        return Arrays.stream(actual).sum() / Arrays.stream(predicted).sum();
    }

    /** Whether the total is made by so many customers that it tells of others. */
    boolean isSure() {
        double factor = factor();
        double squares = 0;
        for (int c = 0; c < actual.length; c++) {
            double error = actual[c] - factor * predicted[c];
            squares += error * error;
        }
        return Math.sqrt(squares) <= MOST_ERROR * Arrays.stream(actual).sum();
    }
}

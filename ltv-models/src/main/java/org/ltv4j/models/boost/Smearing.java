package org.ltv4j.models.boost;

import org.ltv4j.models.trees.TreeEnsemble;

/**
 * The factor that makes up for the bias of learning {@code ln(1 + y)}: the exponential of a mean is below the mean of exponentials.
 *
 * <pre>{@code
 * factor = sum of (1 + y) / sum of exp(prediction of ln(1 + y))
 * }</pre>
 *
 * Taken over rows that the model has not seen, it makes the total of their predictions right. Duan (1983), Smearing estimate,
 * Journal of the American Statistical Association 78(383), weighs all rows alike instead, which a few outliers among the
 * small ones upset.
 */
final class Smearing {
    /** Folds of customers that are foretold by a model of the others, where no part is held back. */
    static final int FOLDS = 3;

    private double actual;
    private double predicted;

    /** Adds rows that the ensemble has not seen; labels are logarithms. */
    void add(TreeEnsemble ensemble, Rows rows) {
        float[] margins = ensemble.predictRows(rows.values(), rows.count());
        for (int i = 0; i < margins.length; i++) {
            actual += rows.weights()[i] * Math.exp(rows.labels()[i]);
            predicted += rows.weights()[i] * Math.exp(margins[i]);
        }
    }

    double factor() {
        return actual / predicted;
    }
}

package org.ltv4j.models.baseline;

import java.util.Arrays;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;

/**
 * Columns of features, each with its weighted mean taken off and divided by its weighted standard deviation, so that one penalty
 * suits all; a column that does not vary is all 0. Weights sum to 1: a row of weight 2 is the same as two rows.
 */
final class Design {
    /** Most columns: the matrix of their products is held in memory. */
    static final int MOST_COLUMNS = 2_000;

    /** Less than this share of the largest value is rounding, not spread. */
    private static final double NO_SPREAD = 1e-14;

    /** Less than this cannot be divided by without overflow. */
    private static final double LEAST_SD = 1e-150;

    private final double[][] columns;
    private final double[] weights;
    private final double[] centres;
    private final double[] scales;

    private Design(double[][] columns, double[] weights) {
        this.columns = columns;
        this.weights = weights;
        this.centres = new double[columns.length];
        this.scales = new double[columns.length];
    }

    /**
     * Of prepared features.
     *
     * @param prepared numbers without gaps
     * @param rowWeights at least 0, not all 0
     * @throws InvalidDataException if there are gaps, categories, too many columns or too large values
     */
    static Design of(FeatureMatrix prepared, double[] rowWeights) {
        if (prepared.columns() > MOST_COLUMNS) {
            throw new InvalidDataException("the preparation gives " + prepared.columns()
                    + " columns, an elastic net takes " + MOST_COLUMNS
                    + " at most: let OneHot keep fewer levels (withMaxLevels) or leave features out");
        }
        double[][] columns = new double[prepared.columns()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = prepared.column(prepared.schema().feature(j).name());
        }
        Design design = new Design(columns, shares(rowWeights));
        for (int j = 0; j < columns.length; j++) {
            design.standardise(j, prepared.schema().feature(j).name());
        }
        return design;
    }

    /** Divided by their largest first, so that no sum overflows. */
    static double[] shares(double[] rowWeights) {
        double largest = QuadraticElasticNet.largest(rowWeights);
        double[] shares = new double[rowWeights.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = rowWeights[i] / largest;
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private void standardise(int j, String name) {
        double[] column = columns[j];
        double mean = 0;
        for (int i = 0; i < column.length; i++) {
            mean += weights[i] * column[i];
        }
        double correction = 0;
        for (int i = 0; i < column.length; i++) {
            correction += weights[i] * (column[i] - mean);
        }
        double centre = mean + correction;
        double squares = 0;
        for (int i = 0; i < column.length; i++) {
            double off = column[i] - centre;
            squares += weights[i] * off * off;
        }
        double sd = Math.sqrt(squares);
        if (!Double.isFinite(sd)) {
            throw new InvalidDataException("feature " + name
                    + " has values that are too large to be squared: state it in a larger unit or take Log1p of it");
        }
        centres[j] = centre;
        scales[j] = sd > Math.max(LEAST_SD, NO_SPREAD * QuadraticElasticNet.largest(column)) ? sd : 0;
        for (int i = 0; i < column.length; i++) {
            column[i] = scales[j] > 0 ? (column[i] - centre) / sd : 0;
        }
    }

    int columns() {
        return columns.length;
    }

    int rows() {
        return weights.length;
    }

    double weight(int row) {
        return weights[row];
    }

    double centre(int column) {
        return centres[column];
    }

    /** The standard deviation; 0 for a column that does not vary. */
    double scale(int column) {
        return scales[column];
    }

    /** Sums of {@code v_i x_ij x_ik}. */
    double[][] gram(double[] v) {
        int p = columns.length;
        double[][] gram = new double[p][p];
        double[] weighted = new double[v.length];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < v.length; i++) {
                weighted[i] = v[i] * columns[j][i];
            }
            for (int k = 0; k <= j; k++) {
                gram[j][k] = dot(weighted, columns[k]);
                gram[k][j] = gram[j][k];
            }
        }
        return gram;
    }

    double[][] gram() {
        return gram(weights);
    }

    /** Sums of {@code v_i x_ij}. */
    double[] products(double[] v) {
        double[] products = new double[columns.length];
        for (int j = 0; j < products.length; j++) {
            products[j] = dot(v, columns[j]);
        }
        return products;
    }

    /** {@code level + sum of b_j x_ij} of each row. */
    double[] predictors(double level, double[] b) {
        double[] predictors = new double[weights.length];
        Arrays.fill(predictors, level);
        for (int j = 0; j < b.length; j++) {
            if (b[j] != 0) {
                for (int i = 0; i < predictors.length; i++) {
                    predictors[i] += b[j] * columns[j][i];
                }
            }
        }
        return predictors;
    }

    /** Four sums at a time, always the same four. */
    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}

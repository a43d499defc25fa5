package org.ltv4j.core.internal.math;

import java.util.Optional;

/** Small symmetric matrices: Hessians by differences of a gradient, Cholesky solutions and inverses. */
public final class SymmetricMatrix {
    /** A pivot below this share of its diagonal element counts as zero: the matrix is singular in its last digits. */
    private static final double SINGULAR = 1e-10;

    private SymmetricMatrix() {}

    /**
     * The matrix of second derivatives, by central differences of an analytic gradient, made symmetric. With a step of
     * some 3e-4 in a log parameter about seven digits are right.
     *
     * @param function gives the gradient
     * @param point where
     * @param step distance to both sides, above 0
     * @return the Hessian
     */
    public static double[][] hessian(SmoothFunction function, double[] point, double step) {
        int n = point.length;
        double[][] hessian = new double[n][n];
        double[] up = new double[n];
        double[] down = new double[n];
        double[] at = point.clone();
        for (int i = 0; i < n; i++) {
            at[i] = point[i] + step;
            function.at(at, up);
            at[i] = point[i] - step;
            function.at(at, down);
            at[i] = point[i];
            for (int j = 0; j < n; j++) {
                hessian[i][j] = (up[j] - down[j]) / (2 * step);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (hessian[i][j] + hessian[j][i]);
                hessian[i][j] = mean;
                hessian[j][i] = mean;
            }
        }
        return hessian;
    }

    /**
     * The inverse of a positive definite matrix.
     *
     * @param matrix symmetric
     * @return the inverse, or empty if the matrix is singular or not positive definite
     */
    public static Optional<double[][]> inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] factor = new double[n][n];
        if (!cholesky(matrix, factor)) {
            return Optional.empty();
        }
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = backSolve(factor, unit);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                inverse[i][j] = inverse[j][i];
            }
        }
        return Optional.of(inverse);
    }

    /**
     * Solves {@code matrix x = right}.
     *
     * @param matrix symmetric
     * @param right right-hand side
     * @return the solution, or empty if the matrix is singular or not positive definite
     */
    public static Optional<double[]> solve(double[][] matrix, double[] right) {
        double[][] factor = new double[matrix.length][matrix.length];
        return cholesky(matrix, factor) ? Optional.of(backSolve(factor, right)) : Optional.empty();
    }

    private static boolean cholesky(double[][] matrix, double[][] factor) {
        int n = matrix.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i != j) {
                    factor[i][j] = sum / factor[j][j];
                } else if (sum > SINGULAR * matrix[i][i] && Double.isFinite(sum)) {
                    factor[i][i] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[] backSolve(double[][] factor, double[] right) {
        int n = factor.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}

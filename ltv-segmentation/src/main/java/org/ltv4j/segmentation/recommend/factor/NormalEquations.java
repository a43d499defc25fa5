package org.ltv4j.segmentation.recommend.factor;

/**
 * The least squares of one row: {@code (a G + sum w y y' + c I) x = sum w y}, in arrays of the caller. The matrix is kept by rows, of which
 * only the part up to the diagonal is read or written.
 */
final class NormalEquations {
    private NormalEquations() {}

    /** The matrix without any item: {@code weight * gramian + ridge * identity}. */
    static void start(double[] matrix, double[] gramian, double weight, double ridge, int d) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i * d + j] = weight * gramian[i * d + j];
            }
            matrix[i * d + i] += ridge;
        }
    }

    /** Adds {@code weight * y y'} to the matrix. */
    static void addOuter(double[] matrix, double weight, double[] factors, int from, int d) {
        for (int i = 0; i < d; i++) {
            double scaled = weight * factors[from + i];
            int row = i * d;
            for (int j = 0; j <= i; j++) {
                matrix[row + j] += scaled * factors[from + j];
            }
        }
    }

    /** Adds {@code weight * y} to a vector that begins at a place. */
    static void addTo(double[] vector, int at, double weight, double[] factors, int from, int d) {
        for (int i = 0; i < d; i++) {
            vector[at + i] += weight * factors[from + i];
        }
    }

    /** Turns the matrix into its lower Cholesky factor. */
    static void decompose(double[] matrix, int d) {
        for (int i = 0; i < d; i++) {
            int row = i * d;
            for (int j = 0; j < i; j++) {
                matrix[row + j] = (matrix[row + j] - dot(matrix, row, matrix, j * d, j)) / matrix[j * d + j];
            }
            double pivot = matrix[row + i] - dot(matrix, row, matrix, row, i);
            if (!(pivot > 0 && pivot <= Double.MAX_VALUE)) {
                throw new IllegalStateException(
                        "the least squares of a row cannot be solved (pivot " + pivot + "): raise the regularisation");
            }
            matrix[row + i] = Math.sqrt(pivot);
        }
    }

    /** Solves with the Cholesky factor; the vector that begins at a place becomes the solution. */
    static void solve(double[] factor, double[] vector, int at, int d) {
        for (int i = 0; i < d; i++) {
            vector[at + i] = (vector[at + i] - dot(factor, i * d, vector, at, i)) / factor[i * d + i];
        }
        for (int i = d - 1; i >= 0; i--) {
            double value = vector[at + i] / factor[i * d + i];
            vector[at + i] = value;
            for (int j = 0; j < i; j++) {
                vector[at + j] -= value * factor[i * d + j];
            }
        }
    }

    /** Four sums side by side, always joined in the same order. */
    static double dot(double[] a, int fromA, double[] b, int fromB, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[fromA + i] * b[fromB + i];
            s1 += a[fromA + i + 1] * b[fromB + i + 1];
            s2 += a[fromA + i + 2] * b[fromB + i + 2];
            s3 += a[fromA + i + 3] * b[fromB + i + 3];
        }
        for (; i < length; i++) {
            s0 += a[fromA + i] * b[fromB + i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}

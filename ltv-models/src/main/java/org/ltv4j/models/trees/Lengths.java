package org.ltv4j.models.trees;

/** Checks that arrays of callers have the lengths that a model needs. */
final class Lengths {
    private Lengths() {}

    static void check(long length, long need, String what) {
        if (length != need) {
            throw new IllegalArgumentException("need " + need + " " + what + ", got " + length);
        }
    }

    static void checkCount(int count) {
        if (!(count >= 0)) {
            throw new IllegalArgumentException("need a count of rows of at least 0, got " + count);
        }
    }

    static void checkColumns(float[][] columns, int count, int features) {
        checkCount(count);
        check(columns.length, features, "columns");
        for (float[] column : columns) {
            check(column.length, count, "values in a column");
        }
    }

    static void checkColumns(double[][] columns, int count, int features) {
        checkCount(count);
        check(columns.length, features, "columns");
        for (double[] column : columns) {
            check(column.length, count, "values in a column");
        }
    }
}

package org.ltv4j.models.trees;

/** Where a batch gets its values from, whatever way they are laid out. */
interface RowSource {
    /** Values of one feature of the rows {@code from} to {@code from + count - 1}, into the first places of {@code into}. */
    void read(int feature, int from, int count, float[] into);

    /** A row after the other. */
    record ByRow(float[] rows, int features) implements RowSource {
        @Override
        public void read(int feature, int from, int count, float[] into) {
            for (int j = 0, at = from * features + feature; j < count; j++, at += features) {
                into[j] = rows[at];
            }
        }
    }

    /** A column after the other. */
    record ByColumn(float[][] columns) implements RowSource {
        @Override
        public void read(int feature, int from, int count, float[] into) {
            System.arraycopy(columns[feature], from, into, 0, count);
        }
    }

    /** A column after the other, rounded to float as training does. */
    record ByDoubleColumn(double[][] columns) implements RowSource {
        @Override
        public void read(int feature, int from, int count, float[] into) {
            double[] column = columns[feature];
            for (int j = 0; j < count; j++) {
                into[j] = (float) column[from + j];
            }
        }
    }

    /** The values of one row, into {@code row}. */
    default void row(int index, float[] row, float[] one) {
        for (int f = 0; f < row.length; f++) {
            read(f, index, 1, one);
            row[f] = one[0];
        }
    }
}

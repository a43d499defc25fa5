package org.ltv4j.core.table;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureType;

/**
 * Feature matrices as CSV: the column {@code customer}, then a column per feature. Categories stand by the name of their level, counts and
 * flags as whole numbers, other numbers so that they read back as the same double; a missing value is an empty cell.
 */
public final class FeatureCsv {
    static final String CUSTOMER = "customer";

    private FeatureCsv() {}

    /**
     * Writes a file, whole or not at all.
     *
     * @param features the matrix; it names customers
     * @param file the file to make or to replace; its folder must exist
     * @throws IOException if the file cannot be written
     * @throws InvalidDataException if a feature is called {@code customer}
     */
    public static void write(FeatureMatrix features, Path file) throws IOException {
        CsvWriter.write(file, header(features), out -> rows(features, out));
    }

    /**
     * Writes to any writer, which is neither flushed nor closed.
     *
     * @param features the matrix; it names customers
     * @param out takes the text
     * @throws IOException if a write fails
     * @throws InvalidDataException if a feature is called {@code customer}
     */
    public static void writeTo(FeatureMatrix features, Writer out) throws IOException {
        CsvWriter.writeTo(out, header(features), rows -> rows(features, rows));
    }

    static List<String> header(FeatureMatrix features) {
        if (features.schema().has(CUSTOMER)) {
            throw new InvalidDataException(
                    "a feature called " + CUSTOMER + " would hide the column of the customers: rename it");
        }
        List<String> header = new ArrayList<>();
        header.add(CUSTOMER);
        header.addAll(features.schema().names());
        return header;
    }

    private static void rows(FeatureMatrix features, CsvWriter out) throws IOException {
        for (int row = 0; row < features.rows(); row++) {
            out.text(features.customers().id(row));
            for (int column = 0; column < features.columns(); column++) {
                cell(features, row, column, out);
            }
            out.endRow();
        }
    }

    private static void cell(FeatureMatrix features, int row, int column, CsvWriter out) throws IOException {
        double value = features.value(row, column);
        if (Double.isNaN(value)) {
            out.empty();
            return;
        }
        FeatureType type = features.schema().feature(column).type();
        switch (type) {
            case CATEGORY ->
                out.text(features.levels(features.schema().feature(column).name())
                        .get((int) value));
            case NUMBER -> out.number(value);
            default -> out.number((long) value);
        }
    }
}

package org.ltv4j.core.table;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.privacy.DisclosurePolicy;

/**
 * Feature matrices as CSV: the column {@code customer}, then a column per feature. Categories stand by the name of their level, counts and
 * flags as whole numbers, other numbers so that they read back as the same double; a missing value is an empty cell.
 */
public final class FeatureCsv {
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
        write(DisclosedFeatures.whole(features), file);
    }

    /**
     * Writes a file as a reader may see it, whole or not at all. Features that the policy masks or hides are left out; the customer
     * is shown, masked, a pseudonym or left out.
     *
     * @param features the matrix
     * @param policy what the reader may see
     * @param file the file to make or to replace; its folder must exist
     * @throws IOException if the file cannot be written
     * @throws InvalidDataException if a feature is called {@code customer}, or the reader may see none
     */
    public static void write(FeatureMatrix features, DisclosurePolicy policy, Path file) throws IOException {
        write(DisclosedFeatures.of(features, policy), file);
    }

    private static void write(DisclosedFeatures shown, Path file) throws IOException {
        CsvWriter.write(file, header(shown), out -> rows(shown, out));
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
        writeTo(DisclosedFeatures.whole(features), out);
    }

    /**
     * Writes to any writer, which is neither flushed nor closed, as a reader may see it: see {@link #write(FeatureMatrix,
     * DisclosurePolicy, Path)}.
     *
     * @param features the matrix
     * @param policy what the reader may see
     * @param out takes the text
     * @throws IOException if a write fails
     * @throws InvalidDataException if a feature is called {@code customer}, or the reader may see none
     */
    public static void writeTo(FeatureMatrix features, DisclosurePolicy policy, Writer out) throws IOException {
        writeTo(DisclosedFeatures.of(features, policy), out);
    }

    private static void writeTo(DisclosedFeatures shown, Writer out) throws IOException {
        CsvWriter.writeTo(out, header(shown), rows -> rows(shown, rows));
    }

    private static List<String> header(DisclosedFeatures shown) {
        List<String> header = new ArrayList<>();
        if (shown.customers() != null) {
            header.add(DisclosedFeatures.CUSTOMER);
        }
        header.addAll(shown.features().schema().names());
        return header;
    }

    private static void rows(DisclosedFeatures shown, CsvWriter out) throws IOException {
        FeatureMatrix features = shown.features();
        List<String> customers = shown.customers();
        for (int row = 0; row < features.rows(); row++) {
            if (customers != null) {
                out.text(customers.get(row));
            }
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

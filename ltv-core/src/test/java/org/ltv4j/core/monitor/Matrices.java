package org.ltv4j.core.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.Predictions;

/** Small matrices for tests, built feature by feature. */
final class Matrices {
    static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    static final LocalDate JULY = LocalDate.of(2026, 7, 31);
    static final Outcome SPEND = Outcome.spend(Horizon.of(90, TimeScale.DAY));

    private final LocalDate asOf;
    private final List<Feature> features = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final Map<String, List<String>> levels = new LinkedHashMap<>();

    private Matrices(LocalDate asOf) {
        this.asOf = asOf;
    }

    static Matrices asOf(LocalDate date) {
        return new Matrices(date);
    }

    Matrices number(String name, double... values) {
        return number(name, Sensitivity.PLAIN, values);
    }

    Matrices number(String name, Sensitivity sensitivity, double... values) {
        features.add(Feature.of(name, FeatureType.NUMBER, "", "a number", "given", "test")
                .withSensitivity(sensitivity));
        columns.add(values);
        return this;
    }

    Matrices category(String name, Sensitivity sensitivity, List<String> names) {
        List<String> distinct =
                names.stream().filter(n -> !n.isEmpty()).distinct().sorted().toList();
        features.add(Feature.of(name, FeatureType.CATEGORY, "", "a name", "given", "test")
                .withSensitivity(sensitivity));
        levels.put(name, distinct);
        columns.add(names.stream()
                .mapToDouble(n -> n.isEmpty() ? Double.NaN : distinct.indexOf(n))
                .toArray());
        return this;
    }

    FeatureMatrix build() {
        return FeatureMatrix.of(
                IdTable.numbered(columns.get(0).length),
                asOf,
                new FeatureSchema(features),
                columns.toArray(double[][]::new),
                levels);
    }

    /** A matrix of one number. */
    static FeatureMatrix of(LocalDate asOf, double... values) {
        return asOf(asOf).number("x", values).build();
    }

    /** Scores for a matrix. */
    static Predictions scores(FeatureMatrix matrix, double... values) {
        return Predictions.of(matrix.customers(), matrix.asOf(), SPEND, values);
    }

    /** The same score for everybody. */
    static Predictions flat(FeatureMatrix matrix) {
        double[] values = new double[matrix.rows()];
        Arrays.fill(values, 7);
        return scores(matrix, values);
    }

    /** The whole numbers of a range, both ends included. */
    static double[] range(int from, int to) {
        return IntStream.rangeClosed(from, to).asDoubleStream().toArray();
    }

    /** One value so many times. */
    static double[] times(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }

    /** Arrays one after another. */
    static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }
}

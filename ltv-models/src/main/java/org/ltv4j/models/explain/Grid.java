package org.ltv4j.models.explain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.internal.math.Samplers;

/**
 * Values of a feature at which a model is asked.
 *
 * @param feature which
 * @param place its column
 * @param values rising, values that occur
 * @param levels names of the values of a category; else empty
 */
record Grid(Feature feature, int place, double[] values, List<String> levels) {
    /** Evenly spaced ranks of the values that occur, the least and the greatest among them. */
    static Grid of(FeatureMatrix features, String name, int points) {
        int place = features.schema().index(name);
        Feature feature = features.schema().feature(place);
        double[] sorted = Arrays.stream(features.column(name))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new InvalidDataException("feature " + name + " has no value in these rows: nothing depends on it");
        }
        boolean category = feature.type() == FeatureType.CATEGORY;
        double[] values = category
                ? Arrays.stream(sorted).distinct().toArray()
                : IntStream.range(0, points)
                        .mapToDouble(k -> sorted[(int) Math.round((double) k * (sorted.length - 1) / (points - 1))])
                        .distinct()
                        .toArray();
        List<String> levels = category
                ? Arrays.stream(values)
                        .mapToObj(value -> features.levels(name).get((int) value))
                        .toList()
                : List.of();
        return new Grid(feature, place, values, levels);
    }

    /** Rows drawn without replacement, in their order; all if there are no more. */
    static FeatureMatrix sample(FeatureMatrix features, int rows, long seed) {
        int n = features.rows();
        if (n <= rows) {
            return features;
        }
        RandomGenerator random = Samplers.generator(seed, Samplers.Purpose.SAMPLE, 0);
        int[] chosen = new int[rows];
        int taken = 0;
        for (int row = 0; taken < rows; row++) {
            if (Samplers.index(random, n - row) < rows - taken) { // Knuth's algorithm S
                chosen[taken++] = row;
            }
        }
        return features.rows(chosen);
    }

    /** The same rows, all with one value of this feature. */
    FeatureMatrix fixed(FeatureMatrix features, double value) {
        double[][] columns = new double[features.columns()][];
        Map<String, List<String>> names = new HashMap<>();
        for (int column = 0; column < columns.length; column++) {
            Feature other = features.schema().feature(column);
            columns[column] = features.column(other.name());
            if (other.type() == FeatureType.CATEGORY) {
                names.put(other.name(), features.levels(other.name()));
            }
        }
        Arrays.fill(columns[place], value);
        return FeatureMatrix.of(features.customers(), features.asOf(), features.schema(), columns, names);
    }
}

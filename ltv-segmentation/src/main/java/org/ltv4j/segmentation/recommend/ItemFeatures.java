package org.ltv4j.segmentation.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.core.data.ProductClasses;

/** Items as unit vectors over the classes of a catalog, by item and by class, in flat arrays. */
final class ItemFeatures {
    private final List<String> names;
    private final int[] itemStarts;
    private final int[] features;
    private final double[] values;
    private final int[] featureStarts;
    private final int[] members;
    private final double[] memberValues;

    private ItemFeatures(List<String> names, List<int[]> columns, List<double[]> weights, int items) {
        this.names = names;
        this.itemStarts = new int[items + 1];
        int[] flat = new int[columns.size() * items];
        double[] flatValues = new double[flat.length];
        int at = 0;
        for (int item = 0; item < items; item++) {
            double squares = 0;
            for (int c = 0; c < columns.size(); c++) {
                int feature = columns.get(c)[item];
                double value = feature < 0 ? 0 : weights.get(c)[item];
                if (value > 0) {
                    flat[at] = feature;
                    flatValues[at++] = value;
                    squares += value * value;
                }
            }
            itemStarts[item + 1] = at;
            for (int i = itemStarts[item]; i < at; i++) {
                flatValues[i] /= Math.sqrt(squares);
            }
        }
        this.features = Arrays.copyOf(flat, at);
        this.values = Arrays.copyOf(flatValues, at);
        this.featureStarts = new int[names.size() + 1];
        this.members = new int[at];
        this.memberValues = new double[at];
        invert(items);
    }

    /** Takes over what {@link #counts}, {@link #classes} and {@link #values} say; refuses what no catalog gives. */
    private ItemFeatures(List<String> names, int[] counts, int[] features, double[] values) {
        this.names = names;
        this.itemStarts = new int[counts.length + 1];
        long total = Arrays.stream(counts).asLongStream().sum();
        if (total != features.length || total != values.length) {
            throw new IllegalArgumentException(
                    "need the " + total + " classes of the items, got " + features.length + " with " + values.length);
        }
        for (int item = 0; item < counts.length; item++) {
            itemStarts[item + 1] = itemStarts[item] + counts[item];
            double squares = 0;
            for (int i = itemStarts[item]; i < itemStarts[item + 1]; i++) {
                boolean rising = i == itemStarts[item] || features[i] > features[i - 1];
                if (!rising || features[i] < 0 || features[i] >= names.size() || !(values[i] > 0 && values[i] <= 1)) {
                    throw new IllegalArgumentException("the classes of item number " + item
                            + " must rise by number, each with a value above 0, at most 1");
                }
                squares += values[i] * values[i];
            }
            if (counts[item] > 0 && !(Math.abs(squares - 1) <= 1e-9)) {
                throw new IllegalArgumentException(
                        "the values of item number " + item + " must have the length 1, got squares of " + squares);
            }
        }
        this.features = features;
        this.values = values;
        this.featureStarts = new int[names.size() + 1];
        this.members = new int[features.length];
        this.memberValues = new double[features.length];
        invert(counts.length);
    }

    static ItemFeatures of(List<String> names, int[] counts, int[] features, double[] values) {
        return new ItemFeatures(List.copyOf(names), counts, features, values);
    }

    private void invert(int items) {
        for (int feature : features) {
            featureStarts[feature + 1]++;
        }
        for (int f = 0; f < names.size(); f++) {
            featureStarts[f + 1] += featureStarts[f];
        }
        int[] next = Arrays.copyOf(featureStarts, names.size());
        for (int item = 0; item < items; item++) {
            for (int i = itemStarts[item]; i < itemStarts[item + 1]; i++) {
                int place = next[features[i]]++;
                members[place] = item;
                memberValues[place] = values[i];
            }
        }
    }

    static ItemFeatures of(ProductCatalog catalog, IdTable items, ContentRecommender.Weights weights) {
        List<String> names = new ArrayList<>();
        List<int[]> columns = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int level = 0; level < catalog.levels(); level++) {
            add(catalog.categories(level), items, weights.category(), names, columns, values);
        }
        add(catalog.priceBands(), items, weights.priceBand(), names, columns, values);
        for (String attribute : catalog.attributes()) {
            add(catalog.attribute(attribute), items, weights.attribute(), names, columns, values);
        }
        return new ItemFeatures(names, columns, values, items.size());
    }

    /** A class that holds all items tells nothing and weighs 0. */
    private static void add(
            ProductClasses classes,
            IdTable items,
            double weight,
            List<String> names,
            List<int[]> columns,
            List<double[]> values) {
        int[] classOf = classes.of(items);
        int[] sizes = new int[classes.names().size()];
        for (int c : classOf) {
            sizes[c]++;
        }
        int[] column = new int[classOf.length];
        double[] value = new double[classOf.length];
        for (int item = 0; item < classOf.length; item++) {
            int c = classOf[item];
            column[item] = c == ProductClasses.UNKNOWN ? -1 : names.size() + c;
            value[item] = weight * StrictMath.log(items.size() / (double) sizes[c]);
        }
        classes.names().forEach(name -> names.add(classes.name() + " " + name));
        columns.add(column);
        values.add(value);
    }

    List<String> names() {
        return names;
    }

    int items() {
        return itemStarts.length - 1;
    }

    /** How many classes each item has. */
    int[] counts() {
        int[] counts = new int[items()];
        Arrays.setAll(counts, item -> itemStarts[item + 1] - itemStarts[item]);
        return counts;
    }

    /** The classes of all items, item by item, rising. */
    int[] classes() {
        return features.clone();
    }

    double[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemFeatures that
                && names.equals(that.names)
                && Arrays.equals(itemStarts, that.itemStarts)
                && Arrays.equals(features, that.features)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(values);
    }

    int size() {
        return names.size();
    }

    void addTo(double[] profile, int item, double weight) {
        for (int i = itemStarts[item]; i < itemStarts[item + 1]; i++) {
            profile[features[i]] += weight * values[i];
        }
    }

    void score(double[] profile, ItemScores scores) {
        for (int f = 0; f < names.size(); f++) {
            if (profile[f] > 0) {
                for (int i = featureStarts[f]; i < featureStarts[f + 1]; i++) {
                    scores.add(members[i], profile[f] * memberValues[i]);
                }
            }
        }
    }

    double cosine(int a, int b) {
        double sum = 0;
        for (int i = itemStarts[a]; i < itemStarts[a + 1]; i++) {
            for (int j = itemStarts[b]; j < itemStarts[b + 1]; j++) {
                sum += features[i] == features[j] ? values[i] * values[j] : 0;
            }
        }
        return sum;
    }

    /** Names of the classes of both. */
    List<String> shared(int a, int b) {
        List<String> shared = new ArrayList<>();
        for (int i = itemStarts[a]; i < itemStarts[a + 1]; i++) {
            for (int j = itemStarts[b]; j < itemStarts[b + 1]; j++) {
                if (features[i] == features[j]) {
                    shared.add(names.get(features[i]));
                }
            }
        }
        return shared;
    }
}

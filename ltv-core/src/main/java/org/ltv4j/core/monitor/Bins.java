package org.ltv4j.core.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ltv4j.core.internal.math.Quantiles;

/** How the values of a column are put into bins. The bin of missing values comes after those that are numbered here. */
sealed interface Bins {
    /** So many rows a bin should have: fewer tell little of a population and much of a person. */
    int LEAST_ROWS = 5;

    /** How many bins there are, besides that of missing values. */
    int size();

    /** The bin of a value that is not missing. */
    int bin(double value, List<String> levels);

    /** What a bin holds. */
    String label(int bin);

    /** Rows by bin, missing values last. */
    default long[] count(double[] values, List<String> levels) {
        long[] counts = new long[size() + 1];
        for (double value : values) {
            counts[Double.isNaN(value) ? size() : bin(value, levels)]++;
        }
        return counts;
    }

    /** Bins with about equally many of these numbers. */
    static Bins ofNumbers(double[] values, int most) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int n = sorted.length;
        if (n > 0 && sorted[0] == sorted[n - 1]) {
            return new Constant(sorted[0]);
        }
        int count = Math.max(1, Math.min(most, n / LEAST_ROWS));
        List<Double> edges = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            double edge = Quantiles.of(sorted, 0, n, (double) i / count);
            if (edge == sorted[n - 1]) {
                edge = belowLargest(sorted); // most values are the largest one, which then has a bin of its own
            }
            if (edges.isEmpty() || edge > edges.get(edges.size() - 1)) {
                edges.add(edge);
            }
        }
        return new Intervals(edges);
    }

    private static double belowLargest(double[] sorted) {
        int place = sorted.length - 1;
        while (sorted[place] == sorted[sorted.length - 1]) {
            place--;
        }
        return sorted[place];
    }

    /** A bin for each of the most frequent levels. */
    static Bins ofLevels(double[] values, List<String> levels) {
        Map<String, Integer> counts = new TreeMap<>();
        for (double value : values) {
            if (!Double.isNaN(value)) {
                counts.merge(levels.get((int) value), 1, Integer::sum);
            }
        }
        return new Levels(counts.entrySet().stream()
                .filter(level -> level.getValue() >= LEAST_ROWS)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Levels.MOST)
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Between edges that rise; a value on an edge belongs to the bin below it. Without edges all values share a bin. */
    record Intervals(List<Double> edges) implements Bins {
        public Intervals {
            edges = List.copyOf(edges);
            for (int i = 0; i < edges.size(); i++) {
                if (!Double.isFinite(edges.get(i)) || i > 0 && !(edges.get(i) > edges.get(i - 1))) {
                    throw new IllegalArgumentException("edges of bins are finite and rise, got " + edges);
                }
            }
        }

        @Override
        public int size() {
            return edges.size() + 1;
        }

        @Override
        public int bin(double value, List<String> levels) {
            int low = 0;
            int high = edges.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (edges.get(middle) < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        public String label(int bin) {
            if (edges.isEmpty()) {
                return "any value";
            }
            if (bin == 0) {
                return "up to " + text(edges.get(0));
            }
            return bin == edges.size()
                    ? "above " + text(edges.get(bin - 1))
                    : "above " + text(edges.get(bin - 1)) + " to " + text(edges.get(bin));
        }
    }

    /** Of a column with a single value: that, what is below it and what is above it. */
    record Constant(double value) implements Bins {
        @Override
        public int size() {
            return 3;
        }

        @Override
        public int bin(double other, List<String> levels) {
            return other < value ? 0 : other > value ? 2 : 1;
        }

        @Override
        public String label(int bin) {
            return (bin == 0 ? "below " : bin == 2 ? "above " : "") + text(value);
        }
    }

    /** Names, and a last bin for all others: rare ones, whose names are not kept, and those that came later. */
    record Levels(List<String> names) implements Bins {
        static final int MOST = 20;

        public Levels {
            names = List.copyOf(names);
            if (names.stream().distinct().count() != names.size()) {
                throw new IllegalArgumentException("a level has two bins");
            }
        }

        @Override
        public int size() {
            return names.size() + 1;
        }

        @Override
        public int bin(double value, List<String> levels) {
            int place = names.indexOf(levels.get((int) value));
            return place < 0 ? names.size() : place;
        }

        @Override
        public String label(int bin) {
            return bin < names.size() ? names.get(bin) : "other levels, rare then or new";
        }

        @Override
        public long[] count(double[] values, List<String> levels) {
            int[] binOfLevel = IntStream.range(0, levels.size())
                    .map(level -> bin(level, levels))
                    .toArray();
            long[] counts = new long[size() + 1];
            for (double value : values) {
                counts[Double.isNaN(value) ? size() : binOfLevel[(int) value]]++;
            }
            return counts;
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}

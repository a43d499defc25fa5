package org.ltv4j.core.profile;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bins that do not hang on the data: 1, 2, 5, 10 and so on from a millionth to 1e15 and back, and calendar months. */
final class HistogramGrid {
    private static final int SMALLEST = -6;
    private static final int LARGEST = 15;
    private static final double[] EDGES = edges();

    private HistogramGrid() {}

    private static double[] edges() {
        double[] edges = new double[1 + 3 * (LARGEST - SMALLEST) + 1];
        int n = 1; // the first edge is 0
        for (int exponent = SMALLEST; exponent <= LARGEST; exponent++) {
            for (int digit : exponent == LARGEST ? new int[] {1} : new int[] {1, 2, 5}) {
                edges[n++] = Double.parseDouble(digit + "e" + exponent);
            }
        }
        return edges;
    }

    /** The bin of a number: 0 for 0, k for the k-th bin above it, -k for the one below. */
    private static int bin(double value) {
        if (value == 0) {
            return 0;
        }
        int at = Arrays.binarySearch(EDGES, Math.abs(value));
        int bin = Math.min(at >= 0 ? at + 1 : -at - 1, EDGES.length);
        return value > 0 ? bin : -bin;
    }

    /** The histogram of numbers, from the first bin with any to the last one; between the signs empty bins are left out. */
    static List<HistogramBin> ofNumbers(double[] values) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (double value : values) {
            counts.merge(bin(value), 1L, Long::sum);
        }
        List<HistogramBin> bins = new ArrayList<>();
        addSide(bins, counts.headMap(0));
        if (counts.containsKey(0)) {
            bins.add(new HistogramBin("0", 0, 0, counts.getOrDefault(0, 0L)));
        }
        addSide(bins, counts.tailMap(1));
        return bins;
    }

    private static void addSide(List<HistogramBin> bins, Map<Integer, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        TreeMap<Integer, Long> side = new TreeMap<>(counts);
        for (int bin = side.firstKey(); bin <= side.lastKey(); bin++) {
            double near = EDGES[Math.abs(bin) - 1];
            double far = Math.abs(bin) == EDGES.length ? Double.POSITIVE_INFINITY : EDGES[Math.abs(bin)];
            double from = bin > 0 ? near : -far;
            double to = bin > 0 ? far : -near + 0.0;
            bins.add(new HistogramBin(text(from) + " to " + text(to), from, to, side.getOrDefault(bin, 0L)));
        }
    }

    private static String text(double edge) {
        return Double.isInfinite(edge)
                ? edge > 0 ? "more" : "less"
                : new BigDecimal(Double.toString(edge)).stripTrailingZeros().toPlainString();
    }

    /** The histogram of days by calendar month, from the first month with any to the last one. */
    static List<HistogramBin> ofMonths(Map<YearMonth, Long> counts) {
        List<HistogramBin> bins = new ArrayList<>();
        if (!counts.isEmpty()) {
            TreeMap<YearMonth, Long> months = new TreeMap<>(counts);
            for (YearMonth month = months.firstKey(); !month.isAfter(months.lastKey()); month = month.plusMonths(1)) {
                bins.add(new HistogramBin(
                        month.toString(),
                        month.atDay(1).toEpochDay(),
                        month.plusMonths(1).atDay(1).toEpochDay(),
                        months.getOrDefault(month, 0L)));
            }
        }
        return bins;
    }
}

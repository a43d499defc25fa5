package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.internal.math.Quantiles;

/** Edges between bins, rising; a value on an edge belongs to the bin below it. */
final class Edges {
    private Edges() {}

    static int checkBins(int bins) {
        if (bins < 2 || bins > Bin.MAX_BINS) {
            throw new IllegalArgumentException("need 2 to " + Bin.MAX_BINS + " bins, got " + bins);
        }
        return bins;
    }

    static void check(String what, double[] edges) {
        if (edges.length >= Bin.MAX_BINS) {
            throw new InvalidDataException(what + ": need fewer than " + Bin.MAX_BINS + " edges, got " + edges.length);
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || i > 0 && !(edges[i] > edges[i - 1])) {
                throw new InvalidDataException(what + ": edges must be finite and rise, edge " + (i + 1) + " is "
                        + edges[i] + (i > 0 ? " after " + edges[i - 1] : ""));
            }
        }
    }

    /** The edges between bins of about equal numbers of values; none where all values are equal or missing. */
    static List<Double> quantiles(double[] values, int bins) {
        double[] probabilities = new double[bins];
        for (int i = 1; i <= bins; i++) {
            probabilities[i - 1] = (double) i / bins;
        }
        double[] cuts = Quantiles.ofUnsorted(values, probabilities);
        double max = cuts[bins - 1];
        List<Double> edges = new ArrayList<>();
        for (int i = 0; i < bins - 1; i++) {
            boolean above = edges.isEmpty() || cuts[i] > edges.get(edges.size() - 1);
            if (above && cuts[i] < max) {
                edges.add(cuts[i]);
            }
        }
        return edges;
    }

    /** How many edges lie below a value, NaN if it is missing. */
    static double bin(double[] edges, double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static double[] array(List<Double> edges) {
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

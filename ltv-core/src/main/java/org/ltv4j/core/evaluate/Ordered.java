package org.ltv4j.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.ltv4j.core.internal.math.RankedRows;

/** Customers by falling prediction, each counted once. */
final class Ordered {
    private final double[] predicted;
    private final RankedRows order;
    private final double[] actual;
    private final double[] means;
    private final int[] once;
    private final int[] whose;

    Ordered(double[] predicted, double[] actual) {
        int n = predicted.length;
        this.predicted = predicted;
        whose = new int[n];
        Arrays.setAll(whose, i -> i);
        once = new int[n];
        Arrays.fill(once, 1);
        order = new RankedRows(predicted, whose);
        this.actual = order.inOrder(actual);
        means = order.meansInOrder(actual);
    }

    /** Where the group of equal predictions around a place ends. */
    int groupEnd(int place) {
        return order.groupEnd(place);
    }

    /** The customer at a place, 0 for the highest prediction. */
    int customer(int place) {
        return order.row(place);
    }

    double gini() {
        return order.gini(actual, once);
    }

    double total(int places) {
        return order.top(actual, once, places);
    }

    /** Of actual values of 0 and 1. */
    OptionalDouble auc() {
        double auc = order.auc(actual, once);
        return Double.isNaN(auc) ? OptionalDouble.empty() : OptionalDouble.of(auc);
    }

    OptionalDouble correlation(Ordered other) {
        double[] ranks = new double[predicted.length];
        double[] others = new double[predicted.length];
        order.ranks(once, ranks);
        other.order.ranks(once, others);
        double correlation = RankedRows.rankCorrelation(ranks, others, whose, once);
        return Double.isNaN(correlation) ? OptionalDouble.empty() : OptionalDouble.of(correlation);
    }

    /** Groups of as equal size as can be, by rising prediction. */
    List<CalibrationBin> calibration(int most) {
        int n = predicted.length;
        int groups = Math.min(most, n);
        List<CalibrationBin> bins = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            int from = (int) ((long) n * g / groups);
            int to = (int) ((long) n * (g + 1) / groups);
            double sumPredicted = 0;
            double sumActual = 0;
            for (int k = from; k < to; k++) {
                sumPredicted += predicted[order.row(n - 1 - k)];
                sumActual += means[n - 1 - k];
            }
            bins.add(new CalibrationBin(to - from, sumPredicted / (to - from), sumActual / (to - from)));
        }
        return bins;
    }
}

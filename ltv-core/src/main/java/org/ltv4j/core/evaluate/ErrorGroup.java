package org.ltv4j.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.internal.math.Quantiles;

/**
 * Customers with similar predictions, and how wrong those were: the rows of a table or plot of errors by tenth and of residuals. A
 * residual is {@code actual - predicted}, above 0 for somebody who did more than predicted.
 *
 * @param customers how many, at least 1
 * @param meanPredicted mean of their predictions
 * @param meanActual mean of what they did
 * @param meanAbsoluteError mean of {@code |predicted - actual|}
 * @param rootMeanSquaredError square root of the mean of {@code (predicted - actual)^2}
 * @param residuals quantiles of the residuals at {@link #PROBABILITIES}
 */
public record ErrorGroup(
        int customers,
        double meanPredicted,
        double meanActual,
        double meanAbsoluteError,
        double rootMeanSquaredError,
        List<Double> residuals) {
    /** Of which probabilities there are quantiles: 5, 25, 50, 75 and 95 %. */
    public static final List<Double> PROBABILITIES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /**
     * Copies the list.
     *
     * @param customers how many, at least 1
     * @param meanPredicted mean of their predictions
     * @param meanActual mean of what they did
     * @param meanAbsoluteError mean of {@code |predicted - actual|}
     * @param rootMeanSquaredError square root of the mean of {@code (predicted - actual)^2}
     * @param residuals quantiles of the residuals at {@link #PROBABILITIES}
     */
    public ErrorGroup {
        residuals = List.copyOf(residuals);
    }

    /**
     * Error of the group's total per customer.
     *
     * @return {@code meanPredicted - meanActual}
     */
    public double bias() {
        return meanPredicted - meanActual;
    }

    /**
     * Tenths of the customers by rising prediction.
     *
     * @param predicted a finite number per customer
     * @param actual what they did, in the same order
     * @return at most ten groups; customers with equal predictions are in one group, so that some may be larger and others missing
     * @throws IllegalArgumentException if there is no customer, lengths differ or a number is not finite
     */
    public static List<ErrorGroup> deciles(double[] predicted, double[] actual) {
        return of(predicted, actual, 10);
    }

    /**
     * Groups of about equal size by rising prediction.
     *
     * @param predicted a finite number per customer
     * @param actual what they did, in the same order
     * @param most groups, at least 1
     * @return at most so many; customers with equal predictions are in one group, so that some may be larger and others missing
     * @throws IllegalArgumentException if there is no customer, lengths differ or a number is not finite
     */
    public static List<ErrorGroup> of(double[] predicted, double[] actual, int most) {
        Checks.pairs(predicted, actual);
        if (most < 1) {
            throw new IllegalArgumentException("need at least one group, got " + most);
        }
        Ordered order = new Ordered(predicted, actual);
        int n = predicted.length;
        List<ErrorGroup> groups = new ArrayList<>();
        int from = 0;
        for (int g = 1; g <= most; g++) {
            int wanted = (int) ((long) n * g / most);
            if (wanted > from) {
                int to = order.groupEnd(wanted - 1);
                groups.add(0, group(order, from, to, predicted, actual));
                from = to;
            }
        }
        return List.copyOf(groups);
    }

    /**
     * Where the groups lie among all customers, for the horizontal axis of a plot.
     *
     * @param groups by rising prediction, at least one
     * @return share of the customers below the middle of each group, rising, in (0, 1)
     */
    public static double[] middles(List<ErrorGroup> groups) {
        double all = groups.stream().mapToDouble(ErrorGroup::customers).sum();
        double[] middles = new double[groups.size()];
        double before = 0;
        for (int g = 0; g < middles.length; g++) {
            int customers = groups.get(g).customers();
            middles[g] = (before + customers / 2.0) / all;
            before += customers;
        }
        return middles;
    }

    /**
     * Up to where the groups reach.
     *
     * @param groups by rising prediction, at least one
     * @return share of the customers up to the end of each group, rising, the last one 1
     */
    public static double[] ends(List<ErrorGroup> groups) {
        double all = groups.stream().mapToDouble(ErrorGroup::customers).sum();
        double[] ends = new double[groups.size()];
        double before = 0;
        for (int g = 0; g < ends.length; g++) {
            before += groups.get(g).customers();
            ends[g] = before / all;
        }
        return ends;
    }

    private static ErrorGroup group(Ordered order, int from, int to, double[] predicted, double[] actual) {
        int n = to - from;
        double sumPredicted = 0;
        double sumActual = 0;
        double absolute = 0;
        double squared = 0;
        double[] residuals = new double[n];
        for (int k = 0; k < n; k++) {
            int i = order.customer(from + k);
            residuals[k] = actual[i] - predicted[i];
            sumPredicted += predicted[i];
            sumActual += actual[i];
            absolute += Math.abs(residuals[k]);
            squared += residuals[k] * residuals[k];
        }
        Arrays.sort(residuals);
        return new ErrorGroup(
                n,
                sumPredicted / n,
                sumActual / n,
                absolute / n,
                Math.sqrt(squared / n),
                PROBABILITIES.stream()
                        .map(p -> Quantiles.of(residuals, 0, n, p))
                        .toList());
    }
}

package org.ltv4j.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.score.CustomerScores;

/**
 * How much of the value lies with how few customers: the curve behind "20 % of the customers bring 80 % of the money".
 * Immutable.
 */
public final class Concentration {
    private final double[] cumulative;

    private Concentration(double[] cumulative) {
        this.cumulative = cumulative;
    }

    /**
     * The concentration of any amounts.
     *
     * @param values one finite amount per customer, at least 0
     * @return the curve
     * @throws IllegalArgumentException if there is no customer or an amount is out of its range
     */
    public static Concentration of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("need at least one customer, got none");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (!(sorted[0] >= 0) || !(sorted[n - 1] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "need finite amounts >= 0, got " + (sorted[0] >= 0 ? sorted[n - 1] : sorted[0]));
        }
        double[] cumulative = new double[n + 1];
        for (int k = 0; k < n; k++) {
            cumulative[k + 1] = cumulative[k] + sorted[n - 1 - k];
        }
        return new Concentration(cumulative);
    }

    /**
     * The concentration of expected value.
     *
     * @param scores at least one
     * @return the curve
     */
    public static Concentration of(CustomerScores scores) {
        double[] values = new double[scores.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = scores.value(i);
        }
        return of(values);
    }

    /**
     * A point of the curve.
     *
     * @param customerShare share of the customers, from the most valuable on, in [0, 1]
     * @param valueShare their share of the total, in [0, 1]
     */
    public record Point(double customerShare, double valueShare) {}

    /**
     * The share of the total that the most valuable customers hold.
     *
     * @param customerShare share of the customers, in [0, 1]; part of a customer counts in proportion
     * @return in [0, 1]; {@code customerShare} itself where the total is 0
     */
    public double valueShare(double customerShare) {
        if (!(customerShare >= 0 && customerShare <= 1)) {
            throw new IllegalArgumentException("need a share of customers in [0, 1], got " + customerShare);
        }
        int n = cumulative.length - 1;
        if (cumulative[n] == 0) {
            return customerShare;
        }
        double at = customerShare * n;
        int k = Math.min((int) at, n - 1);
        double held = cumulative[k] + (at - k) * (cumulative[k + 1] - cumulative[k]);
        return Math.min(1, held / cumulative[n]);
    }

    /**
     * The least share of customers who hold a share of the total.
     *
     * @param valueShare share of the total, in [0, 1]
     * @return share of the customers, in [0, 1]
     */
    public double customerShare(double valueShare) {
        if (!(valueShare >= 0 && valueShare <= 1)) {
            throw new IllegalArgumentException("need a share of value in [0, 1], got " + valueShare);
        }
        int n = cumulative.length - 1;
        if (cumulative[n] == 0) {
            return valueShare;
        }
        double wanted = valueShare * cumulative[n];
        int k = 0;
        while (k < n && cumulative[k] < wanted) {
            k++;
        }
        if (k == 0) {
            return 0;
        }
        double step = cumulative[k] - cumulative[k - 1];
        return (k - 1 + (wanted - cumulative[k - 1]) / step) / n;
    }

    /**
     * The Gini coefficient: twice the area between the curve and the diagonal.
     *
     * @return 0 where all customers are worth the same, towards 1 where one holds everything
     */
    public double gini() {
        int n = cumulative.length - 1;
        if (cumulative[n] == 0) {
            return 0;
        }
        double area = 0;
        for (int k = 1; k <= n; k++) {
            area += (cumulative[k - 1] + cumulative[k]) / 2;
        }
        return Math.max(0, 2 * area / (n * cumulative[n]) - 1);
    }

    /**
     * The curve for a plot.
     *
     * @param steps in how many equal steps of customers, at least 1
     * @return {@code steps + 1} points from (0, 0) to (1, 1)
     */
    public List<Point> points(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("need steps >= 1, got " + steps);
        }
        List<Point> points = new ArrayList<>(steps + 1);
        for (int k = 0; k <= steps; k++) {
            double share = (double) k / steps;
            points.add(new Point(share, valueShare(share)));
        }
        return points;
    }
}

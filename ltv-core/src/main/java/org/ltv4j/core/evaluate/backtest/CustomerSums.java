package org.ltv4j.core.evaluate.backtest;

import java.util.Arrays;
import org.ltv4j.core.evaluate.ProbabilityEvaluation;

/** What each customer adds to the metrics that are made of sums. Immutable. */
final class CustomerSums {
    /** Rows. */
    static final int ROWS = 0;
    /** Absolute errors. */
    static final int ABSOLUTE = 1;
    /** Squared errors. */
    static final int SQUARED = 2;
    /** Predictions. */
    static final int PREDICTED = 3;
    /** Actual values. */
    static final int ACTUAL = 4;
    /** Logarithmic losses; of amounts 0. */
    static final int LOG = 5;
    /** Rows that are high-value; 0 without a classification, as the next three. */
    static final int HIGH = 6;
    /** Rows predicted to be high-value. */
    static final int SAID_HIGH = 7;
    /** Rows that are both. */
    static final int BOTH = 8;
    /** Rows that are neither. */
    static final int NEITHER = 9;

    private static final int SUMS = 10;

    private final int[] unit;
    private final int units;
    private final double[][] sums;

    CustomerSums(JudgedPredictions rows) {
        int[] customers = Arrays.stream(rows.customers()).sorted().distinct().toArray();
        double[] high = rows.actualHigh();
        double[] said = rows.predictedHigh();
        units = customers.length;
        unit = new int[rows.size()];
        sums = new double[SUMS][units];
        for (int i = 0; i < unit.length; i++) {
            // by rising number, so that the order of rows does not decide who is drawn
            int u = Arrays.binarySearch(customers, rows.customer(i));
            unit[i] = u;
            addErrors(rows.predicted(i), rows.actual(i), rows.areProbabilities(), u);
            if (high != null && said != null) {
                sums[HIGH][u] += high[i];
                sums[SAID_HIGH][u] += said[i];
                sums[BOTH][u] += high[i] * said[i];
                sums[NEITHER][u] += (1 - high[i]) * (1 - said[i]);
            }
        }
    }

    private void addErrors(double predicted, double actual, boolean probability, int u) {
        double error = predicted - actual;
        sums[ROWS][u]++;
        sums[ABSOLUTE][u] += Math.abs(error);
        sums[SQUARED][u] += error * error;
        sums[PREDICTED][u] += predicted;
        sums[ACTUAL][u] += actual;
        sums[LOG][u] += probability ? ProbabilityEvaluation.logLoss(predicted, actual) : 0;
    }

    /** How many customers there are. */
    int units() {
        return units;
    }

    /** The customer of each row, from 0, by rising number of the customers; not copied. */
    int[] unitOfRow() {
        return unit;
    }

    /** All sums when each customer counts so often. */
    double[] totals(int[] counts) {
        double[] totals = new double[SUMS];
        for (int s = 0; s < SUMS; s++) {
            double[] column = sums[s];
            double total = 0;
            for (int u = 0; u < units; u++) {
                total += counts[u] * column[u];
            }
            totals[s] = total;
        }
        return totals;
    }

    /** The losses of each customer whose mean over all rows is a metric or its square. */
    double[] losses(Metric metric) {
        return switch (metric) {
            case MAE -> sums[ABSOLUTE].clone();
            case RMSE, BRIER -> sums[SQUARED].clone();
            case LOG_LOSS -> sums[LOG].clone();
            case HIGH_VALUE_ACCURACY -> {
                double[] wrong = new double[units];
                Arrays.setAll(wrong, u -> sums[ROWS][u] - sums[BOTH][u] - sums[NEITHER][u]);
                yield wrong;
            }
            default -> throw new IllegalArgumentException(metric + " is no mean over customers");
        };
    }
}

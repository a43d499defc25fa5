package org.ltv4j.core.evaluate.backtest;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.evaluate.ProbabilityEvaluation;
import org.ltv4j.core.internal.math.RankedRows;

/**
 * All metrics of some rows when each customer counts as often as a resample drew it. Orders and sums per customer are found once.
 * Thread-safe; NaN stands for a metric that does not exist.
 */
final class RowMeasures {
    private static final int ROWS = 0;
    private static final int ABSOLUTE = 1;
    private static final int SQUARED = 2;
    private static final int PREDICTED = 3;
    private static final int ACTUAL = 4;
    private static final int LOG = 5;
    private static final int HIGH = 6; // then predicted high, both, neither
    private static final int SUMS = 10;

    private final List<Metric> metrics;
    private final int[] unit;
    private final int units;
    private final double[][] sums;
    private final RankedRows byPrediction;
    private final RankedRows byActual;
    private final double[] predictedOrder;
    private final double[] actualOrder;
    private final double[] highOrder;

    RowMeasures(JudgedPredictions rows) {
        metrics = List.copyOf(rows.metrics());
        double[] high = rows.actualHigh();
        double[] said = rows.predictedHigh();
        int[] customers = Arrays.stream(rows.customers()).sorted().distinct().toArray();
        units = customers.length;
        unit = new int[rows.size()];
        sums = new double[SUMS][units];
        for (int i = 0; i < unit.length; i++) {
            // by rising number, so that the order of rows does not decide who is drawn
            unit[i] = Arrays.binarySearch(customers, rows.customer(i));
            add(rows, i);
            if (high != null && said != null) {
                sums[HIGH][unit[i]] += high[i];
                sums[HIGH + 1][unit[i]] += said[i];
                sums[HIGH + 2][unit[i]] += high[i] * said[i];
                sums[HIGH + 3][unit[i]] += (1 - high[i]) * (1 - said[i]);
            }
        }
        byPrediction = new RankedRows(rows.predicted(), unit);
        byActual = new RankedRows(rows.actual(), unit);
        predictedOrder = byPrediction.inOrder(rows.actual());
        actualOrder = byActual.inOrder(rows.actual());
        highOrder = high == null ? new double[0] : byPrediction.inOrder(high);
    }

    private void add(JudgedPredictions rows, int i) {
        double error = rows.predicted(i) - rows.actual(i);
        int u = unit[i];
        sums[ROWS][u]++;
        sums[ABSOLUTE][u] += Math.abs(error);
        sums[SQUARED][u] += error * error;
        sums[PREDICTED][u] += rows.predicted(i);
        sums[ACTUAL][u] += rows.actual(i);
        if (rows.areProbabilities()) {
            sums[LOG][u] += ProbabilityEvaluation.logLoss(rows.predicted(i), rows.actual(i));
        }
    }

    /** Customers. */
    int units() {
        return units;
    }

    int rows() {
        return unit.length;
    }

    List<Metric> metrics() {
        return metrics;
    }

    /** Where a metric stands in the results. */
    int column(Metric metric) {
        int column = metrics.indexOf(metric);
        if (column < 0) {
            throw new IllegalArgumentException("these predictions are not judged by " + metric + " but by " + metrics);
        }
        return column;
    }

    double[] everybodyOnce() {
        int[] counts = new int[units];
        Arrays.fill(counts, 1);
        return of(counts, new double[rows()], new double[rows()]);
    }

    /**
     * All metrics.
     *
     * @param counts how often each customer counts
     * @param ranks a place per row to work in
     * @param otherRanks another
     * @return a value per metric
     */
    double[] of(int[] counts, double[] ranks, double[] otherRanks) {
        double[] totals = new double[SUMS];
        for (int s = 0; s < SUMS; s++) {
            double[] column = sums[s];
            double total = 0;
            for (int u = 0; u < units; u++) {
                total += counts[u] * column[u];
            }
            totals[s] = total;
        }
        double[] values = new double[metrics.size()];
        Arrays.fill(values, Double.NaN);
        if (totals[ROWS] > 0) {
            for (int m = 0; m < values.length; m++) {
                values[m] = value(metrics.get(m), totals, counts, ranks, otherRanks);
            }
        }
        return values;
    }

    private double value(Metric metric, double[] totals, int[] counts, double[] ranks, double[] otherRanks) {
        double n = totals[ROWS];
        double both = totals[HIGH + 2];
        return switch (metric) {
            case MAE -> totals[ABSOLUTE] / n;
            case RMSE -> Math.sqrt(totals[SQUARED] / n);
            case BRIER -> totals[SQUARED] / n;
            case LOG_LOSS -> totals[LOG] / n;
            case BIAS_PERCENT -> totals[ACTUAL] > 0 ? 100 * (totals[PREDICTED] / totals[ACTUAL] - 1) : Double.NaN;
            case SPEARMAN -> spearman(counts, ranks, otherRanks);
            case NORMALISED_GINI -> totals[ACTUAL] > 0 ? gini(counts, n) : Double.NaN;
            case TOP_DECILE_CAPTURE ->
                totals[ACTUAL] > 0
                        ? byPrediction.top(predictedOrder, counts, Math.max(1, (long) n / 10)) / totals[ACTUAL]
                        : Double.NaN;
            case HIGH_VALUE_PRECISION -> both / totals[HIGH + 1]; // 0 / 0 is NaN: absent
            case HIGH_VALUE_RECALL -> both / totals[HIGH];
            case HIGH_VALUE_F1 -> 2 * both / (totals[HIGH] + totals[HIGH + 1]);
            case HIGH_VALUE_ACCURACY -> (both + totals[HIGH + 3]) / n;
            case HIGH_VALUE_AUC -> byPrediction.auc(highOrder, counts);
            case AUC -> byPrediction.auc(predictedOrder, counts);
        };
    }

    private double spearman(int[] counts, double[] ranks, double[] otherRanks) {
        byPrediction.ranks(counts, ranks);
        byActual.ranks(counts, otherRanks);
        return RankedRows.rankCorrelation(ranks, otherRanks, unit, counts);
    }

    private double gini(int[] counts, double n) {
        double best = byActual.gini(actualOrder, counts);
        // with equal actual values every order has the Gini of chance, 1 / n
        return best - 1 / n > 1e-12 ? byPrediction.gini(predictedOrder, counts) / best : Double.NaN;
    }

    /** The sum of the losses of each customer whose mean is the metric, or its square. */
    double[] losses(Metric metric) {
        return switch (metric) {
            case MAE -> sums[ABSOLUTE].clone();
            case RMSE, BRIER -> sums[SQUARED].clone();
            case LOG_LOSS -> sums[LOG].clone();
            case HIGH_VALUE_ACCURACY -> {
                double[] wrong = new double[units];
                Arrays.setAll(wrong, u -> sums[ROWS][u] - sums[HIGH + 2][u] - sums[HIGH + 3][u]);
                yield wrong;
            }
            default -> throw new IllegalArgumentException(metric + " is no mean over customers");
        };
    }
}

package org.ltv4j.core.evaluate.backtest;

import static org.ltv4j.core.evaluate.backtest.CustomerSums.ABSOLUTE;
import static org.ltv4j.core.evaluate.backtest.CustomerSums.ACTUAL;
import static org.ltv4j.core.evaluate.backtest.CustomerSums.BOTH;
import static org.ltv4j.core.evaluate.backtest.CustomerSums.HIGH;
import static org.ltv4j.core.evaluate.backtest.CustomerSums.LOG;
import static org.ltv4j.core.evaluate.backtest.CustomerSums.NEITHER;
import static org.ltv4j.core.evaluate.backtest.CustomerSums.PREDICTED;
import static org.ltv4j.core.evaluate.backtest.CustomerSums.ROWS;
import static org.ltv4j.core.evaluate.backtest.CustomerSums.SAID_HIGH;
import static org.ltv4j.core.evaluate.backtest.CustomerSums.SQUARED;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.internal.math.RankedRows;

/**
 * All metrics of some rows when each customer counts as often as a resample drew it. Orders and sums per customer are found once.
 * Thread-safe; NaN stands for a metric that does not exist.
 */
final class RowMeasures {
    private final List<Metric> metrics;
    private final CustomerSums sums;
    private final RankedRows byPrediction;
    private final RankedRows byActual;
    private final double[] predictedOrder;
    private final double[] actualOrder;
    private final double[] highOrder;

    RowMeasures(JudgedPredictions rows) {
        metrics = List.copyOf(rows.metrics());
        sums = new CustomerSums(rows);
        int[] unit = sums.unitOfRow();
        double[] high = rows.actualHigh();
        byPrediction = new RankedRows(rows.predicted(), unit);
        byActual = new RankedRows(rows.actual(), unit);
        predictedOrder = byPrediction.inOrder(rows.actual());
        actualOrder = byActual.inOrder(rows.actual());
        highOrder = high == null ? new double[0] : byPrediction.inOrder(high);
    }

    /** Customers. */
    int units() {
        return sums.units();
    }

    int rows() {
        return sums.unitOfRow().length;
    }

    List<Metric> metrics() {
        return metrics;
    }

    /** Where a metric stands in the results. */
    int column(Metric metric) {
        return column(metrics, metric);
    }

    static int column(List<Metric> metrics, Metric metric) {
        int column = metrics.indexOf(metric);
        if (column < 0) {
            throw new IllegalArgumentException("these predictions are not judged by " + metric + " but by " + metrics);
        }
        return column;
    }

    double[] everybodyOnce() {
        int[] counts = new int[units()];
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
        double[] totals = sums.totals(counts);
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
        double both = totals[BOTH];
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
            case HIGH_VALUE_PRECISION -> both / totals[SAID_HIGH]; // 0 / 0 is NaN: absent
            case HIGH_VALUE_RECALL -> both / totals[HIGH];
            case HIGH_VALUE_F1 -> 2 * both / (totals[HIGH] + totals[SAID_HIGH]);
            case HIGH_VALUE_ACCURACY -> (both + totals[NEITHER]) / n;
            case HIGH_VALUE_AUC -> byPrediction.auc(highOrder, counts);
            case AUC -> byPrediction.auc(predictedOrder, counts);
        };
    }

    private double spearman(int[] counts, double[] ranks, double[] otherRanks) {
        byPrediction.ranks(counts, ranks);
        byActual.ranks(counts, otherRanks);
        return RankedRows.rankCorrelation(ranks, otherRanks, sums.unitOfRow(), counts);
    }

    private double gini(int[] counts, double n) {
        double best = byActual.gini(actualOrder, counts);
        // with equal actual values every order has the Gini of chance, 1 / n
        return best - 1 / n > 1e-12 ? byPrediction.gini(predictedOrder, counts) / best : Double.NaN;
    }
}

package org.ltv4j.core.evaluate.backtest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Predictions with their metrics on every resample of the customers. Immutable. */
public final class Resampled {
    private final Bootstrap how;
    private final JudgedPredictions rows;
    private final List<Metric> metrics;
    private final int customers;
    private final double[] values;
    private final double[][] replicates;
    private final double[][] jackknife;

    /** Takes the arrays over. */
    Resampled(
            Bootstrap how, JudgedPredictions rows, RowMeasures measures, double[][] replicates, double[][] jackknife) {
        this.how = how;
        this.rows = rows;
        this.metrics = measures.metrics();
        this.customers = measures.units();
        this.values = measures.everybodyOnce();
        this.replicates = replicates;
        this.jackknife = jackknife;
    }

    /**
     * The predictions.
     *
     * @return what was resampled
     */
    public JudgedPredictions rows() {
        return rows;
    }

    /**
     * How many customers the rows are of.
     *
     * @return at least 1
     */
    public int customers() {
        return customers;
    }

    /**
     * A metric with its interval.
     *
     * @param metric one of {@link JudgedPredictions#metrics()}
     * @return the estimate; empty where the metric does not exist
     * @throws IllegalArgumentException if it is not one of them
     */
    public Optional<Estimate> estimate(Metric metric) {
        int column = column(metric);
        double value = values[column];
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        Replicates said = new Replicates(
                how,
                value,
                customers(),
                Replicates.column(replicates.length, i -> replicates[i][column]),
                Replicates.column(jackknife.length, i -> jackknife[i][column]));
        return Optional.of(new Estimate(metric, value, said.standardError(), said.interval()));
    }

    private int column(Metric metric) {
        return RowMeasures.column(metrics, metric);
    }

    /**
     * Every metric that exists.
     *
     * @return metrics in their order, each with its interval
     */
    public Map<Metric, Estimate> estimates() {
        Map<Metric, Estimate> all = new EnumMap<>(Metric.class);
        metrics.forEach(metric -> estimate(metric).ifPresent(found -> all.put(metric, found)));
        return Collections.unmodifiableMap(all);
    }

    /**
     * Compares these predictions with others of the same rows, resample by resample: what both get wrong together drops out.
     *
     * @param name what these are called
     * @param other predictions of the same rows, resampled in the same way
     * @param otherName what those are called
     * @param metric by what
     * @return the difference with its interval and tests; empty where the metric does not exist for one of them
     * @throws IllegalArgumentException if the rows, the resamples or the metrics differ
     */
    public Optional<PairedComparison> compare(String name, Resampled other, String otherName, Metric metric) {
        if (!how.equals(other.how) || !rows.sameRows(other.rows)) {
            throw new IllegalArgumentException(
                    "only predictions of the same customers and outcomes, resampled with the "
                            + "same options and seed, can be compared in pairs");
        }
        int a = column(metric);
        int b = other.column(metric);
        if (Double.isNaN(values[a]) || Double.isNaN(other.values[b])) {
            return Optional.empty();
        }
        double difference = metric.compared(values[a]) - metric.compared(other.values[b]);
        Replicates said = new Replicates(
                how,
                difference,
                customers(),
                Replicates.column(
                        replicates.length,
                        i -> metric.compared(replicates[i][a]) - metric.compared(other.replicates[i][b])),
                Replicates.column(
                        jackknife.length,
                        i -> metric.compared(jackknife[i][a]) - metric.compared(other.jackknife[i][b])));
        return Optional.of(new PairedComparison(
                name,
                otherName,
                metric,
                values[a],
                other.values[b],
                difference,
                said.standardError(),
                said.interval(),
                said.pValue(),
                said.pValue(),
                SignFlips.pValue(metric, rows, other.rows, how.replicates(), how.seed())));
    }

    @Override
    public String toString() {
        return estimates().values().toString();
    }
}

package org.ltv4j.core.evaluate.backtest;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.evaluate.ErrorGroup;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.evaluate.HighValue;
import org.ltv4j.core.evaluate.ProbabilityEvaluation;

/**
 * Predictions beside what happened, with whose each row is. A customer may have several rows, one per date. Immutable.
 */
public final class JudgedPredictions {
    private final boolean probabilities;
    private final double[] predicted;
    private final double[] actual;
    private final int[] customer;
    private final double @Nullable [] actualHigh;
    private final double @Nullable [] predictedHigh;

    private JudgedPredictions(
            boolean probabilities,
            double[] predicted,
            double[] actual,
            int[] customer,
            double @Nullable [] actualHigh,
            double @Nullable [] predictedHigh) {
        this.probabilities = probabilities;
        this.predicted = predicted;
        this.actual = actual;
        this.customer = customer;
        this.actualHigh = actualHigh;
        this.predictedHigh = predictedHigh;
    }

    /**
     * Amounts or counts, a customer per row.
     *
     * @param predicted a finite number per row; copied
     * @param actual a finite number per row, in the same order; copied
     * @return the pairs
     * @throws IllegalArgumentException if there is no row, lengths differ or a number is not finite
     */
    public static JudgedPredictions ofAmounts(double[] predicted, double[] actual) {
        return of(false, predicted, actual);
    }

    /**
     * Probabilities of an event, a customer per row.
     *
     * @param predicted a probability per row; copied
     * @param actual 0 or 1 per row, in the same order; copied
     * @return the pairs
     * @throws IllegalArgumentException if there is no row, lengths differ or a number is out of its range
     */
    public static JudgedPredictions ofProbabilities(double[] predicted, double[] actual) {
        return of(true, predicted, actual);
    }

    private static JudgedPredictions of(boolean probabilities, double[] predicted, double[] actual) {
        if (predicted.length != actual.length || predicted.length == 0) {
            throw new IllegalArgumentException("need as many predictions as actual values, and at least one, got "
                    + predicted.length + " and " + actual.length);
        }
        int[] customer = new int[predicted.length];
        for (int i = 0; i < predicted.length; i++) {
            double p = predicted[i];
            boolean fits = probabilities
                    ? p >= 0 && p <= 1 && (actual[i] == 0 || actual[i] == 1)
                    : Double.isFinite(p) && Double.isFinite(actual[i]);
            if (!fits) {
                throw new IllegalArgumentException("row " + (i + 1) + ": need "
                        + (probabilities ? "a probability in [0, 1] and an outcome of 0 or 1" : "finite numbers")
                        + ", got predicted=" + p + ", actual=" + actual[i]);
            }
            customer[i] = i;
        }
        return new JudgedPredictions(probabilities, predicted.clone(), actual.clone(), customer, null, null);
    }

    /**
     * The same rows, of these customers.
     *
     * @param customers a number per row; rows with equal numbers are of one customer and are resampled together; copied
     * @return the pairs
     * @throws IllegalArgumentException if the lengths differ
     */
    public JudgedPredictions withCustomers(int[] customers) {
        if (customers.length != size()) {
            throw new IllegalArgumentException(customers.length + " customers for " + size() + " rows");
        }
        return new JudgedPredictions(probabilities, predicted, actual, customers.clone(), actualHigh, predictedHigh);
    }

    /**
     * The same rows, judged by high-value classification besides. The thresholds are those of these rows and stay what they are when
     * rows are stacked or resampled.
     *
     * @param rule who is high-value, for predictions and what happened alike
     * @return the pairs
     */
    public JudgedPredictions withHighValue(HighValue rule) {
        return new JudgedPredictions(
                probabilities, predicted, actual, customer, above(rule, actual), above(rule, predicted));
    }

    private static double[] above(HighValue rule, double[] values) {
        double threshold = rule.threshold(values);
        return Arrays.stream(values).map(value -> value > threshold ? 1 : 0).toArray();
    }

    /**
     * Rows of several dates under one another. Equal customer numbers mean one customer.
     *
     * @param parts at least one; all of amounts or all of probabilities
     * @return all rows; judged by high-value classification if all parts are
     * @throws IllegalArgumentException if there is no part or they are of both kinds
     */
    public static JudgedPredictions stacked(List<JudgedPredictions> parts) {
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.probabilities != parts.get(0).probabilities)) {
            throw new IllegalArgumentException(
                    "need parts, all of amounts or all of probabilities, got " + (parts.isEmpty() ? "none" : "both"));
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        boolean high = parts.stream().allMatch(part -> part.actualHigh != null);
        return new JudgedPredictions(
                parts.get(0).probabilities,
                joined(parts, part -> part.predicted),
                joined(parts, part -> part.actual),
                parts.stream()
                        .flatMapToInt(part -> Arrays.stream(part.customer))
                        .toArray(),
                high ? joined(parts, part -> given(part.actualHigh)) : null,
                high ? joined(parts, part -> given(part.predictedHigh)) : null);
    }

    private static double[] given(double @Nullable [] column) {
        return Objects.requireNonNull(column, "all parts have it");
    }

    private static double[] joined(List<JudgedPredictions> parts, Function<JudgedPredictions, double[]> column) {
        return parts.stream()
                .flatMapToDouble(part -> Arrays.stream(column.apply(part)))
                .toArray();
    }

    /**
     * How many rows there are.
     *
     * @return at least 1
     */
    public int size() {
        return predicted.length;
    }

    /**
     * Whether the predictions are probabilities of an event.
     *
     * @return true if so, false for amounts and counts
     */
    public boolean areProbabilities() {
        return probabilities;
    }

    /**
     * The predictions.
     *
     * @return a copy, one per row
     */
    public double[] predicted() {
        return predicted.clone();
    }

    /**
     * What happened.
     *
     * @return a copy, one per row
     */
    public double[] actual() {
        return actual.clone();
    }

    /**
     * Whose the rows are.
     *
     * @return a copy, a number per row
     */
    public int[] customers() {
        return customer.clone();
    }

    /**
     * The metrics that these rows may be judged by; whether each exists depends on the values.
     *
     * @return in the order of {@link Metric}
     */
    public Set<Metric> metrics() {
        EnumSet<Metric> metrics = EnumSet.of(Metric.BIAS_PERCENT);
        if (probabilities) {
            metrics.addAll(EnumSet.of(Metric.AUC, Metric.BRIER, Metric.LOG_LOSS));
        } else {
            metrics.addAll(EnumSet.range(Metric.MAE, Metric.TOP_DECILE_CAPTURE));
            if (actualHigh != null) {
                metrics.addAll(EnumSet.range(Metric.HIGH_VALUE_PRECISION, Metric.HIGH_VALUE_AUC));
            }
        }
        return metrics;
    }

    /**
     * One metric. To have several, a {@link Bootstrap} or an {@link #evaluation()} is quicker.
     *
     * @param metric one of {@link #metrics()}
     * @return its value; empty where it does not exist
     * @throws IllegalArgumentException if it is not one of them
     */
    public OptionalDouble value(Metric metric) {
        RowMeasures measures = new RowMeasures(this);
        double value = measures.everybodyOnce()[measures.column(metric)];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Errors, ranking, calibration and lift; of probabilities as well.
     *
     * @return all measures of amounts
     */
    public Evaluation evaluation() {
        return Evaluation.of(predicted, actual);
    }

    /**
     * Discrimination and calibration of probabilities.
     *
     * @return all measures of probabilities
     * @throws IllegalStateException if these are amounts
     */
    public ProbabilityEvaluation probabilityEvaluation() {
        if (!probabilities) {
            throw new IllegalStateException("amounts have no measures of probabilities: use evaluation()");
        }
        return ProbabilityEvaluation.of(predicted, actual);
    }

    /**
     * Errors and residuals by tenth of the predictions.
     *
     * @return at most ten groups, by rising prediction
     */
    public List<ErrorGroup> errorsByDecile() {
        return ErrorGroup.deciles(predicted, actual);
    }

    double predicted(int row) {
        return predicted[row];
    }

    double actual(int row) {
        return actual[row];
    }

    int customer(int row) {
        return customer[row];
    }

    double @Nullable [] actualHigh() {
        return actualHigh;
    }

    double @Nullable [] predictedHigh() {
        return predictedHigh;
    }

    /** Whether other predictions are of the same rows: same customers, same actual values, in the same order. */
    boolean sameRows(JudgedPredictions other) {
        return probabilities == other.probabilities
                && Arrays.equals(customer, other.customer)
                && Arrays.equals(actual, other.actual);
    }

    @Override
    public String toString() {
        return "JudgedPredictions[" + size() + " rows of " + (probabilities ? "probabilities" : "amounts") + "]";
    }
}

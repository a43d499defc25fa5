package org.ltv4j.core.monitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.internal.math.RankedRows;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.Predictions;

/**
 * Whether what a model once foretold came true: the total of what happened over the total foretold, of all customers and of tenths of
 * them by prediction.
 *
 * @param asOf the date of the predictions
 * @param outcome what was foretold
 * @param overall all customers
 * @param tenths customers by rising prediction, equal predictions together, so that there may be fewer than ten. Their intervals hold
 *     together: each has a tenth of the error rate
 * @param options what counts as a shift
 */
public record CalibrationDrift(
        LocalDate asOf,
        Outcome outcome,
        CalibrationRatio overall,
        List<CalibrationRatio> tenths,
        CalibrationOptions options) {
    private static final int GROUPS = 10;

    /**
     * Copies the list.
     *
     * @param asOf the date of the predictions
     * @param outcome what was foretold
     * @param overall all customers
     * @param tenths customers by rising prediction
     * @param options what counts as a shift
     */
    public CalibrationDrift {
        tenths = List.copyOf(tenths);
    }

    /**
     * Compares predictions of the past with the sales that followed.
     *
     * @param then predictions of a model that did not know what followed
     * @param now sales that are known until the end of the horizon at least
     * @return the ratios, by the usual thresholds
     * @throws InvalidDataException if the horizon is not over yet, or a customer is not in the sales
     */
    public static CalibrationDrift of(Predictions then, KnownSales now) {
        return of(then, then.outcome().of(now, then.customers(), then.asOf()), CalibrationOptions.defaults());
    }

    /**
     * Compares predictions with what happened. Costs a sort.
     *
     * @param then predictions of a model that did not know what followed
     * @param actual a finite number per customer, in the same order
     * @param options what counts as a shift
     * @return the ratios
     * @throws InvalidDataException if there is no customer, the lengths differ or a number is not finite
     */
    public static CalibrationDrift of(Predictions then, double[] actual, CalibrationOptions options) {
        double[] predicted = then.values();
        check(predicted, actual);
        int[] all = IntStream.range(0, predicted.length).toArray();
        double largest = largest(actual, all);
        if (largest == 0) { // nobody did anything: the most that anybody was expected to do must serve
            largest = largest(predicted, all);
        }
        boolean events = then.outcome().isProbability();
        RankedRows order = new RankedRows(predicted, all);
        double together = 1 - (1 - options.confidence()) / GROUPS;
        List<CalibrationRatio> tenths = new ArrayList<>();
        double ofGroupAbove = 0;
        int from = 0;
        for (int g = 1; g <= GROUPS; g++) {
            int wanted = (int) ((long) all.length * g / GROUPS);
            if (wanted > from) {
                int to = order.groupEnd(wanted - 1);
                int[] rows = IntStream.range(from, to).map(order::row).toArray();
                double ofGroup = largest(actual, rows);
                double near = Math.max(ofGroup, ofGroupAbove); // its own largest may by chance be small
                tenths.add(
                        0, CalibrationRatio.of(predicted, actual, rows, near > 0 ? near : largest, events, together));
                ofGroupAbove = ofGroup;
                from = to;
            }
        }
        CalibrationRatio overall = CalibrationRatio.of(predicted, actual, all, largest, events, options.confidence());
        return new CalibrationDrift(then.asOf(), then.outcome(), overall, tenths, options);
    }

    private static double largest(double[] values, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> Math.abs(values[row]))
                .max()
                .orElse(0);
    }

    private static void check(double[] predicted, double[] actual) {
        if (predicted.length == 0 || predicted.length != actual.length) {
            throw new InvalidDataException("need as many outcomes as predictions, and at least one, got "
                    + actual.length + " and " + predicted.length);
        }
        for (int i = 0; i < actual.length; i++) {
            if (!Double.isFinite(actual[i])) {
                throw new InvalidDataException("row " + (i + 1) + ": need a finite outcome, got " + actual[i]);
            }
        }
    }

    /**
     * How far off the total was.
     *
     * @return none where the interval holds 1. A model that foretells exactly 0 for all is right if nothing happens, and strongly wrong if
     *     anything does
     */
    public DriftLevel level() {
        if (overall.expected() == 0 && overall.actual() >= 0 && overall.customers() >= options.leastRows()) {
            return overall.actual() > 0 ? DriftLevel.STRONG : DriftLevel.NONE;
        }
        return overall.level(options);
    }

    /**
     * How far one tenth is from what was foretold of it.
     *
     * @param tenth from 0, the lowest predictions
     * @return none where its interval holds 1
     */
    public DriftLevel level(int tenth) {
        return tenths.get(tenth).level(options);
    }

    /** A line for all customers and one per tenth. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                "Actual over expected " + outcome + " as of " + asOf + ": " + overall + ": " + level() + "\n");
        for (int i = 0; i < tenths.size(); i++) {
            text.append("group ")
                    .append(i + 1)
                    .append(": ")
                    .append(tenths.get(i))
                    .append(": ");
            text.append(level(i)).append('\n');
        }
        return text.toString();
    }
}

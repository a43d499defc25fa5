package org.ltv4j.core.evaluate.backtest;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.model.Interval;

/**
 * Two models judged on the same customers and dates by one metric.
 *
 * @param first one model
 * @param second the other
 * @param metric by what
 * @param firstValue the metric of the first
 * @param secondValue the metric of the second
 * @param difference {@code firstValue - secondValue}; of {@link Metric#BIAS_PERCENT} the difference of their distances from 0
 * @param standardError of the difference; empty where there is no interval
 * @param interval of the difference, from resamples that both models share
 * @param pValue of the difference by those resamples, two-sided: 1 less the confidence at which the interval just reaches 0
 * @param adjustedP the same after Holm's correction, where several models were compared; {@code pValue} itself where not
 * @param permutationP two-sided, from exchanging the losses of the two models customer by customer; of squared errors where the metric
 *     is {@link Metric#RMSE}; empty for metrics that are no mean over customers
 */
public record PairedComparison(
        String first,
        String second,
        Metric metric,
        double firstValue,
        double secondValue,
        double difference,
        OptionalDouble standardError,
        Optional<Interval> interval,
        OptionalDouble pValue,
        OptionalDouble adjustedP,
        OptionalDouble permutationP) {
    /**
     * Which model did better.
     *
     * @return its name; empty if both did equally well
     */
    public Optional<String> better() {
        return metric.better(firstValue, secondValue)
                ? Optional.of(first)
                : metric.better(secondValue, firstValue) ? Optional.of(second) : Optional.empty();
    }

    PairedComparison withAdjustedP(double p) {
        return new PairedComparison(
                first,
                second,
                metric,
                firstValue,
                secondValue,
                difference,
                standardError,
                interval,
                pValue,
                OptionalDouble.of(p),
                permutationP);
    }

    /** Such as {@code RMSE: xgb 1.706, bg-nbd 1.733, difference -0.0270 [-0.0512, -0.0041], p = 0.021, permutation p = 0.018}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(metric.label() + ": " + first + " " + Numbers.text(metric, firstValue)
                + ", " + second + " " + Numbers.text(metric, secondValue) + ", difference "
                + Numbers.text(metric, difference));
        interval.ifPresent(ends -> line.append(" [")
                .append(Numbers.text(metric, ends.lower()))
                .append(", ")
                .append(Numbers.text(metric, ends.upper()))
                .append(']'));
        adjustedP.ifPresent(p -> line.append(", ")
                .append(adjustedP.equals(pValue) ? "" : "adjusted ")
                .append(Numbers.p(p)));
        permutationP.ifPresent(p -> line.append(", permutation ").append(Numbers.p(p)));
        return line.toString();
    }
}

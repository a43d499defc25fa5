package org.ltv4j.core.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.ltv4j.core.internal.math.Ranking;

/**
 * Which customers are called high-value: those above a threshold, which is a number, a multiple of the mean or what only a share of
 * the customers exceed.
 *
 * @param rule how the threshold is found
 * @param number the amount, the multiple or the share, by rule
 */
public record HighValue(Rule rule, double number) {
    /** Above 150 % of the mean. */
    public static final HighValue DEFAULT = ofMean(1.5);

    /** How a threshold is found. */
    public enum Rule {
        /** The number itself, in the unit of what is predicted. */
        ABOVE,
        /** The number times the mean of all customers; nobody is high-value where refunds leave a mean of 0 or less. */
        OF_MEAN,
        /** The value that at most this share of the customers exceed. */
        TOP_SHARE
    }

    /**
     * Checks the number.
     *
     * @param rule how the threshold is found
     * @param number the amount, the multiple or the share, by rule
     */
    public HighValue {
        boolean fits = switch (rule) {
            case ABOVE -> Double.isFinite(number);
            case OF_MEAN -> number > 0 && Double.isFinite(number);
            case TOP_SHARE -> number > 0 && number < 1;
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    switch (rule) {
                        case ABOVE -> "a threshold is finite, got " + number;
                        case OF_MEAN -> "a multiple of the mean is finite and above 0, got " + number;
                        case TOP_SHARE -> "a share of the customers lies in (0, 1), got " + number;
                    });
        }
    }

    /**
     * Customers above an amount.
     *
     * @param threshold finite, in the unit of what is predicted
     * @return the definition
     */
    public static HighValue above(double threshold) {
        return new HighValue(Rule.ABOVE, threshold);
    }

    /**
     * Customers above a multiple of the mean.
     *
     * @param multiple above 0, such as 1.5 for 150 %
     * @return the definition
     */
    public static HighValue ofMean(double multiple) {
        return new HighValue(Rule.OF_MEAN, multiple);
    }

    /**
     * The best customers.
     *
     * @param share of the customers, in (0, 1), such as 0.2; fewer where equal values stand on the border
     * @return the definition
     */
    public static HighValue topShare(double share) {
        return new HighValue(Rule.TOP_SHARE, share);
    }

    /**
     * The threshold among these values.
     *
     * @param values a finite number per customer, at least one
     * @return customers with more than this are high-value
     */
    public double threshold(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("need at least one customer, got none");
        }
        return switch (rule) {
            case ABOVE -> number;
            case OF_MEAN -> {
                double mean = Arrays.stream(values).average().orElseThrow();
                yield mean > 0 ? number * mean : Arrays.stream(values).max().orElseThrow();
            }
            case TOP_SHARE -> {
                double[] sorted = values.clone();
                Arrays.sort(sorted);
                yield sorted[Math.max(0, sorted.length - 1 - Math.max(1, (int) (number * sorted.length)))];
            }
        };
    }

    /**
     * The threshold of predictions that would have told high-value customers best: the one with the highest F1. To judge with it, find
     * it on other data than those it is then judged by, such as an earlier cut.
     *
     * @param predicted a finite number per customer
     * @param actual what they did
     * @return the lowest threshold with the highest F1; the one of this rule among the predictions where no customer is high-value
     * @throws IllegalArgumentException if there is no customer, lengths differ or a number is not finite
     */
    public double calibrated(double[] predicted, double[] actual) {
        Checks.pairs(predicted, actual);
        double needed = threshold(actual);
        int high = (int) Arrays.stream(actual).filter(value -> value > needed).count();
        if (high == 0) {
            return threshold(predicted);
        }
        int[] order = Ranking.descending(predicted);
        double best = -1;
        double threshold = 0;
        int found = 0;
        for (int k = 0; k < order.length; k++) {
            found += actual[order[k]] > needed ? 1 : 0;
            boolean last = k + 1 == order.length;
            if (last || predicted[order[k + 1]] < predicted[order[k]]) {
                double f1 = 2.0 * found / (k + 1 + high);
                if (f1 >= best) {
                    best = f1;
                    threshold = last ? Math.nextDown(predicted[order[k]]) : predicted[order[k + 1]];
                }
            }
        }
        return threshold;
    }

    /** Such as {@code above 150 % of the mean}. */
    @Override
    public String toString() {
        return switch (rule) {
            case ABOVE -> "above " + number;
            case OF_MEAN -> "above " + percent() + " of the mean";
            case TOP_SHARE -> "the best " + percent();
        };
    }

    private String percent() {
        BigDecimal rounded = BigDecimal.valueOf(100 * number).round(new MathContext(4));
        return rounded.stripTrailingZeros().toPlainString() + " %";
    }
}

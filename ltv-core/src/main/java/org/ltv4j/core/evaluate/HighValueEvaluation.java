package org.ltv4j.core.evaluate;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How well predictions tell high-value customers from the others. A measure that does not exist, such as the recall where nobody is
 * high-value, is absent.
 *
 * @param truePositives high-value customers who were predicted to be
 * @param falsePositives others who were predicted to be
 * @param falseNegatives high-value customers who were missed
 * @param trueNegatives others who were predicted to be others
 * @param actualThreshold who did more than this is high-value
 * @param predictedThreshold who is predicted more than this is predicted to be
 * @param auc how often a high-value customer has a higher prediction than another, ties counting half: needs no threshold of
 *     predictions; empty if all or none are high-value
 */
public record HighValueEvaluation(
        int truePositives,
        int falsePositives,
        int falseNegatives,
        int trueNegatives,
        double actualThreshold,
        double predictedThreshold,
        OptionalDouble auc) {

    /**
     * The same rule for predictions and what happened: each column has its own mean, or its own best share.
     *
     * @param predicted a finite number per customer
     * @param actual what they did, in the same order
     * @param rule who is high-value
     * @return counts and AUC
     * @throws IllegalArgumentException if there is no customer, lengths differ or a number is not finite
     */
    public static HighValueEvaluation of(double[] predicted, double[] actual, HighValue rule) {
        Checks.pairs(predicted, actual);
        return of(predicted, rule.threshold(predicted), actual, rule.threshold(actual));
    }

    /**
     * Any two thresholds, for example of {@link HighValue#calibrated}.
     *
     * @param predicted a finite number per customer
     * @param predictedThreshold finite; who is predicted more is predicted to be high-value
     * @param actual what they did, in the same order
     * @param actualThreshold finite; who did more is high-value
     * @return counts and AUC
     * @throws IllegalArgumentException if there is no customer, lengths differ or a number is not finite
     */
    public static HighValueEvaluation of(
            double[] predicted, double predictedThreshold, double[] actual, double actualThreshold) {
        Checks.pairs(predicted, actual);
        if (!Double.isFinite(predictedThreshold) || !Double.isFinite(actualThreshold)) {
            throw new IllegalArgumentException(
                    "thresholds are finite, got " + predictedThreshold + " and " + actualThreshold);
        }
        double[] high = new double[actual.length];
        int[] counts = new int[4];
        for (int i = 0; i < actual.length; i++) {
            high[i] = actual[i] > actualThreshold ? 1 : 0;
            counts[(predicted[i] > predictedThreshold ? 2 : 0) + (int) high[i]]++;
        }
        return new HighValueEvaluation(
                counts[3],
                counts[2],
                counts[1],
                counts[0],
                actualThreshold,
                predictedThreshold,
                new Ordered(predicted, high).auc());
    }

    /**
     * How many customers were judged.
     *
     * @return the sum of the four counts
     */
    public int customers() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    /**
     * The share of high-value customers among those predicted to be.
     *
     * @return in [0, 1]; empty if nobody was predicted to be
     */
    public OptionalDouble precision() {
        return share(truePositives, truePositives + falsePositives);
    }

    /**
     * The share of the high-value customers that were predicted to be.
     *
     * @return in [0, 1]; empty if nobody is high-value
     */
    public OptionalDouble recall() {
        return share(truePositives, truePositives + falseNegatives);
    }

    /**
     * The share of customers put on the right side. Where few are high-value, predicting nobody to be has a high accuracy too.
     *
     * @return in [0, 1]
     */
    public double accuracy() {
        return (double) (truePositives + trueNegatives) / customers();
    }

    /**
     * The harmonic mean of precision and recall.
     *
     * @return in [0, 1]; 0 if none was found; empty if nobody is high-value and nobody was predicted to be
     */
    public OptionalDouble f1() {
        return share(2L * truePositives, 2L * truePositives + falsePositives + falseNegatives);
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    /** Such as {@code precision 0.512, recall 0.478, F1 0.494, accuracy 0.881, AUC 0.842}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        add(line, "precision", precision());
        add(line, "recall", recall());
        add(line, "F1", f1());
        add(line, "accuracy", OptionalDouble.of(accuracy()));
        add(line, "AUC", auc);
        return line.toString();
    }

    private static void add(StringBuilder line, String name, OptionalDouble value) {
        value.ifPresent(number -> line.append(line.length() == 0 ? "" : ", ")
                .append(String.format(Locale.ROOT, "%s %.3f", name, number)));
    }
}

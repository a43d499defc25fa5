package org.ltv4j.core.evaluate;

/** What every measure asks of its input. */
final class Checks {
    private Checks() {}

    /** As many predictions as actual values, at least one, all finite. */
    static void pairs(double[] predicted, double[] actual) {
        if (predicted.length != actual.length || predicted.length == 0) {
            throw new IllegalArgumentException("need as many predictions as actual values, and at least one, got "
                    + predicted.length + " and " + actual.length);
        }
        for (int i = 0; i < predicted.length; i++) {
            if (!Double.isFinite(predicted[i]) || !Double.isFinite(actual[i])) {
                throw new IllegalArgumentException("row " + (i + 1) + ": need finite numbers, got predicted="
                        + predicted[i] + ", actual=" + actual[i]);
            }
        }
    }

    /** Besides, predictions in [0, 1] and actual values that are 0 or 1. */
    static void probabilities(double[] predicted, double[] actual) {
        pairs(predicted, actual);
        for (int i = 0; i < predicted.length; i++) {
            if (predicted[i] < 0 || predicted[i] > 1 || actual[i] != 0 && actual[i] != 1) {
                throw new IllegalArgumentException(
                        "row " + (i + 1) + ": need a probability in [0, 1] and an outcome of 0 or 1, got predicted="
                                + predicted[i] + ", actual=" + actual[i]);
            }
        }
    }
}

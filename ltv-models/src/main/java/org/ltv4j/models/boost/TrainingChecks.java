package org.ltv4j.models.boost;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;

/** Refuses what cannot be learnt, and turns outcomes into the labels that are. */
final class TrainingChecks {
    private final TrainingSet data;
    private final XgbOptions options;
    private final List<String> findings = new ArrayList<>();

    TrainingChecks(TrainingSet data, XgbOptions options) {
        this.data = data;
        this.options = options;
    }

    /** What a user must know of the data. */
    List<String> findings() {
        return findings;
    }

    /** Checks everything; a label per row. */
    double[] labels() {
        checkOutcome(data.outcome(), options.objective());
        checkConstraints();
        checkFeatures();
        double[] labels = new double[data.rows()];
        ObjectiveKind kind = options.objective().kind();
        int bad = 0;
        int first = -1;
        int clamped = 0;
        for (int row = 0; row < labels.length; row++) {
            double outcome = data.outcome(row);
            if (outcome < 0 && options.clampsNegative()) {
                outcome = 0;
                clamped++;
            }
            if (!kind.targets().include(outcome) || Math.abs(outcome) > Float.MAX_VALUE) {
                first = bad++ == 0 ? row : first;
            }
            labels[row] = kind.label(outcome);
        }
        if (bad > 0) {
            throw new InvalidDataException(bad + " of " + labels.length + " outcomes cannot be learnt with "
                    + options.objective() + ", which needs them "
                    + kind.targets().words() + " and within float; row "
                    + (first + 1) + " has " + data.outcome(first) + ". " + advice(kind));
        }
        if (clamped > 0) {
            findings.add(clamped + " of " + labels.length + " outcomes were below 0 and counted as 0");
        }
        return labels;
    }

    private static String advice(ObjectiveKind kind) {
        return switch (kind.targets()) {
            case NOT_NEGATIVE ->
                "Refunds make spend negative: count it as 0 with XgbOptions.clampNegative(), learn it as it is with"
                        + " XgbOptions.squaredError(), or fit Hurdle";
            case POSITIVE ->
                "Zeros are learnt with XgbOptions.tweedie(), or apart from the rest with Hurdle, which fits this objective"
                        + " to those who spend";
            default -> "State amounts in a larger unit";
        };
    }

    static void checkOutcome(Outcome outcome, Objective objective) {
        ObjectiveKind kind = objective.kind();
        boolean fits = outcome.isProbability()
                ? kind == ObjectiveKind.LOGISTIC || kind == ObjectiveKind.SQUARED_ERROR
                : kind != ObjectiveKind.LOGISTIC;
        if (!fits) {
            throw new InvalidDataException("the outcome " + outcome + " cannot be learnt with " + objective + ": use "
                    + (outcome.isProbability()
                            ? "XgbOptions.logistic()"
                            : "one of tweedie, poisson, gamma, log1p, squaredError, quantiles, absoluteError; logistic is"
                                    + " for churn"));
        }
    }

    private void checkConstraints() {
        Constraints constraints = options.constraints();
        constraints.interacting().forEach(group -> group.forEach(data.schema()::index));
        for (String name : constraints.monotone()) {
            if (data.schema().feature(data.schema().index(name)).type() == FeatureType.CATEGORY) {
                throw new InvalidDataException(
                        "feature " + name + " is a category, whose levels have no order: it cannot be monotone");
            }
        }
    }

    private void checkFeatures() {
        List<String> empty = new ArrayList<>();
        for (int column = 0; column < data.schema().size(); column++) {
            String name = data.schema().feature(column).name();
            boolean present = false;
            for (int row = 0; row < data.rows(); row++) {
                double value = data.value(row, column);
                present |= !Double.isNaN(value);
                if (Math.abs(value) > Float.MAX_VALUE) {
                    throw new InvalidDataException("row " + (row + 1) + ", feature " + name + ": " + value
                            + " is beyond float, in which trees compare: state it in a larger unit");
                }
            }
            if (!present) {
                empty.add(name);
            }
        }
        if (!empty.isEmpty()) {
            findings.add("no row has a value of " + String.join(", ", empty) + ": nothing is learnt from "
                    + (empty.size() == 1 ? "it" : "them"));
        }
    }

    /** The outcome that all rows of any weight have in common, as it is learnt; empty if they differ. */
    OptionalDouble constantOutcome(double[] labels) {
        int first = -1;
        for (int row = 0; row < labels.length; row++) {
            if (data.weight(row) > 0) {
                first = first < 0 ? row : first;
                if (labels[row] != labels[first]) {
                    return OptionalDouble.empty();
                }
            }
        }
        if (first < 0) {
            throw new InvalidDataException("all " + labels.length + " rows weigh 0: nothing can be learnt");
        }
        findings.add("all outcomes are the same: the model foretells that for everybody, whatever the features");
        double outcome = data.outcome(first) + 0.0; // not -0
        return OptionalDouble.of(outcome < 0 && options.clampsNegative() ? 0 : outcome);
    }
}

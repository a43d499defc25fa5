package org.ltv4j.core.evaluate.backtest;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How one model did after one date.
 *
 * @param cut the last day it knew
 * @param judged its predictions beside what happened; empty if it failed
 * @param metrics those that exist, with their intervals; empty if it failed
 * @param fitSeconds how long it took to fit, or to fail; others may have worked beside it
 * @param predictSeconds how long it took to predict; 0 if it failed before
 * @param failure why there are no predictions; empty if there are
 */
public record CutResult(
        LocalDate cut,
        Optional<JudgedPredictions> judged,
        Map<Metric, Estimate> metrics,
        double fitSeconds,
        double predictSeconds,
        Optional<Throwable> failure) {
    /**
     * Copies the map.
     *
     * @param cut the last day it knew
     * @param judged its predictions beside what happened; empty if it failed
     * @param metrics those that exist, with their intervals; empty if it failed
     * @param fitSeconds how long it took to fit, or to fail; others may have worked beside it
     * @param predictSeconds how long it took to predict; 0 if it failed before
     * @param failure why there are no predictions; empty if there are
     */
    public CutResult {
        metrics = ordered(metrics);
    }

    /** In the order of {@link Metric}. */
    static Map<Metric, Estimate> ordered(Map<Metric, Estimate> metrics) {
        Map<Metric, Estimate> copy = new EnumMap<>(Metric.class);
        copy.putAll(metrics);
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Why it failed, in words.
     *
     * @return the message of the failure, or its kind where it has none; empty if it did not fail
     */
    public Optional<String> problem() {
        return failure.map(cause -> cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage()));
    }
}

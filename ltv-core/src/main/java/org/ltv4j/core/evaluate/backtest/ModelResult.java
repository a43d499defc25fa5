package org.ltv4j.core.evaluate.backtest;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one model did after all dates.
 *
 * @param name what the model is called
 * @param cuts a result per date, the oldest first
 * @param judged its predictions of all dates on which it did not fail, under one another; empty if it always failed
 * @param metrics of those rows, with intervals from customers resampled with all their dates; empty if it always failed
 */
public record ModelResult(
        String name, List<CutResult> cuts, Optional<JudgedPredictions> judged, Map<Metric, Estimate> metrics) {
    /**
     * Copies the list and the map.
     *
     * @param name what the model is called
     * @param cuts a result per date, the oldest first
     * @param judged its predictions of all dates on which it did not fail, under one another; empty if it always failed
     * @param metrics of those rows, with intervals from customers resampled with all their dates; empty if it always failed
     */
    public ModelResult {
        cuts = List.copyOf(cuts);
        metrics = CutResult.ordered(metrics);
    }

    /**
     * On how many dates it predicted.
     *
     * @return from 0 to the number of dates
     */
    public int predictedCuts() {
        return (int) cuts.stream().filter(cut -> cut.judged().isPresent()).count();
    }

    /**
     * How long all fits took.
     *
     * @return seconds
     */
    public double fitSeconds() {
        return cuts.stream().mapToDouble(CutResult::fitSeconds).sum();
    }

    /**
     * How long all predictions took.
     *
     * @return seconds
     */
    public double predictSeconds() {
        return cuts.stream().mapToDouble(CutResult::predictSeconds).sum();
    }
}

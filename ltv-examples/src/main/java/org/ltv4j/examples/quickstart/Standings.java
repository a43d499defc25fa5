package org.ltv4j.examples.quickstart;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.Estimate;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.evaluate.backtest.ModelResult;
import org.ltv4j.core.evaluate.backtest.PairedComparison;
import org.ltv4j.examples.report.SideBySide.Standing;

/** How each model of a comparison stands beside the best one, metric by metric; each paired test is made once. */
final class Standings {
    /** Below it a difference is more than chance. */
    static final double SIGNIFICANCE = 0.05;

    private final BacktestTable table;
    private final Map<Metric, Map<String, PairedComparison>> behind = new EnumMap<>(Metric.class);

    Standings(BacktestTable table) {
        this.table = table;
    }

    BacktestTable table() {
        return table;
    }

    Optional<ModelResult> best(Metric metric) {
        return table.best(metric);
    }

    /** The other models beside the best, in the order of the models. */
    private Map<String, PairedComparison> behind(Metric metric) {
        return behind.computeIfAbsent(metric, key -> {
            Map<String, PairedComparison> byName = new LinkedHashMap<>();
            table.againstBest(key).forEach(one -> byName.put(one.first(), one));
            return byName;
        });
    }

    /** The chance of a difference as large between equal models, adjusted for how many are compared; empty where it is not known. */
    OptionalDouble p(Metric metric, String model) {
        PairedComparison one = behind(metric).get(model);
        return one == null ? OptionalDouble.empty() : one.adjustedP();
    }

    /** A metric that the model is known to have. */
    static double value(Metric metric, ModelResult result) {
        Estimate estimate = result.metrics().get(metric);
        if (estimate == null) {
            throw new IllegalStateException(result.name() + " has no " + metric);
        }
        return estimate.value();
    }

    Standing standing(Metric metric, ModelResult result) {
        Estimate own = result.metrics().get(metric);
        Optional<ModelResult> best = best(metric);
        if (own == null || best.isEmpty()) {
            return Standing.OTHER;
        }
        if (!metric.better(value(metric, best.get()), own.value())
                && result.predictedCuts() == best.get().predictedCuts()) {
            return Standing.BEST;
        }
        OptionalDouble p = p(metric, result.name());
        return p.isPresent() && p.getAsDouble() >= SIGNIFICANCE ? Standing.WITHIN_CHANCE : Standing.OTHER;
    }

    /** Models in the order of a metric, the best first; those without it last. */
    List<ModelResult> ranked(Metric metric) {
        return table.results().stream().sorted((a, b) -> order(metric, a, b)).toList();
    }

    private static int order(Metric metric, ModelResult a, ModelResult b) {
        Estimate first = a.metrics().get(metric);
        Estimate second = b.metrics().get(metric);
        if (a.predictedCuts() != b.predictedCuts()) {
            return Integer.compare(b.predictedCuts(), a.predictedCuts());
        }
        if (first == null || second == null) {
            return Boolean.compare(first == null, second == null);
        }
        return metric.better(first.value(), second.value()) ? -1 : metric.better(second.value(), first.value()) ? 1 : 0;
    }
}

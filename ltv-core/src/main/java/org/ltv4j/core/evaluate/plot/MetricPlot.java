package org.ltv4j.core.evaluate.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ltv4j.core.chart.ChartStyle;
import org.ltv4j.core.chart.IntervalChart;
import org.ltv4j.core.chart.Labels;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.Estimate;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.evaluate.backtest.ModelResult;

/** One metric of all models, with intervals. */
final class MetricPlot {
    private MetricPlot() {}

    private record Named(ModelResult result, Estimate estimate) {
        double value() {
            return estimate.value();
        }
    }

    static Optional<Plot> of(Words words, BacktestTable table, Metric metric) {
        List<Named> all = table.results().stream()
                .flatMap(result -> Optional.ofNullable(result.metrics().get(metric))
                        .filter(MetricPlot::isShowable)
                        .map(estimate -> new Named(result, estimate))
                        .stream())
                .sorted(order(metric))
                .toList();
        Optional<ModelResult> best = table.best(metric);
        if (all.isEmpty() || best.isEmpty()) {
            return Optional.empty();
        }
        IntervalChart chart = IntervalChart.of(words.text(
                metric.label() + " of each model",
                metric.label() + " of each model with its interval, the best first",
                metric.label() + " of " + words.total() + words.ahead(),
                ""));
        for (Named one : all) {
            boolean comparable = one.result.predictedCuts() == best.get().predictedCuts();
            String style = !comparable
                    ? ChartStyle.REFERENCE
                    : one.result.name().equals(best.get().name()) ? ChartStyle.FIRST : ChartStyle.SECOND;
            chart = chart.row(
                    one.result.name(),
                    style,
                    one.value(),
                    one.estimate.interval().map(ends -> ends.lower()).orElse(one.value()),
                    one.estimate.interval().map(ends -> ends.upper()).orElse(one.value()));
        }
        return Optional.of(new Plot(chart, Labels.PLAIN));
    }

    /** Predictions beyond all bounds have metrics that no axis can show. */
    private static boolean isShowable(Estimate estimate) {
        return isShowable(estimate.value())
                && estimate.interval()
                        .map(ends -> isShowable(ends.lower()) && isShowable(ends.upper()))
                        .orElse(true);
    }

    private static boolean isShowable(double value) {
        return Math.abs(value) <= Curves.LARGEST;
    }

    private static Comparator<Named> order(Metric metric) {
        return (a, b) -> metric.better(a.value(), b.value()) ? -1 : metric.better(b.value(), a.value()) ? 1 : 0;
    }
}

package org.ltv4j.core.table;

import java.util.Map;
import java.util.Optional;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.CutResult;
import org.ltv4j.core.evaluate.backtest.Estimate;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.evaluate.backtest.ModelResult;
import org.ltv4j.core.model.Interval;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Backtests as Tablesaw tables. */
final class BacktestTables {
    private static final String ALL = "all";

    private final StringColumn model = StringColumn.create("model");
    private final StringColumn date = StringColumn.create("date");
    private final StringColumn metric = StringColumn.create("metric");
    private final DoubleColumn value = DoubleColumn.create("value");
    private final DoubleColumn standardError = DoubleColumn.create("standard_error");
    private final DoubleColumn lower = DoubleColumn.create("lower");
    private final DoubleColumn upper = DoubleColumn.create("upper");
    private final DoubleColumn fitSeconds = DoubleColumn.create("fit_seconds");
    private final DoubleColumn predictSeconds = DoubleColumn.create("predict_seconds");
    private final StringColumn problem = StringColumn.create("problem");

    private BacktestTables() {}

    static Table of(BacktestTable backtest) {
        BacktestTables table = new BacktestTables();
        for (ModelResult result : backtest.results()) {
            table.add(
                    result.name(),
                    ALL,
                    result.metrics(),
                    result.fitSeconds(),
                    result.predictSeconds(),
                    Optional.empty());
            for (CutResult cut : result.cuts()) {
                table.add(
                        result.name(),
                        cut.cut().toString(),
                        cut.metrics(),
                        cut.fitSeconds(),
                        cut.predictSeconds(),
                        cut.problem());
            }
        }
        return Table.create(
                "backtest",
                table.model,
                table.date,
                table.metric,
                table.value,
                table.standardError,
                table.lower,
                table.upper,
                table.fitSeconds,
                table.predictSeconds,
                table.problem);
    }

    private void add(
            String name,
            String when,
            Map<Metric, Estimate> metrics,
            double fit,
            double predict,
            Optional<String> failure) {
        metrics.values().forEach(estimate -> {
            start(name, when, fit, predict);
            metric.append(estimate.metric().name());
            value.append(estimate.value());
            standardError.append(estimate.standardError().orElse(Double.NaN));
            lower.append(estimate.interval().map(Interval::lower).orElse(Double.NaN));
            upper.append(estimate.interval().map(Interval::upper).orElse(Double.NaN));
            problem.appendMissing();
        });
        failure.ifPresent(message -> {
            start(name, when, fit, predict);
            metric.appendMissing();
            value.appendMissing();
            standardError.appendMissing();
            lower.appendMissing();
            upper.appendMissing();
            problem.append(message);
        });
    }

    private void start(String name, String when, double fit, double predict) {
        model.append(name);
        date.append(when);
        fitSeconds.append(fit);
        predictSeconds.append(predict);
    }
}

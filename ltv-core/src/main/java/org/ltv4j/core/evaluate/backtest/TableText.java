package org.ltv4j.core.evaluate.backtest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A backtest as aligned text. */
final class TableText {
    private final BacktestTable table;
    private final List<Metric> metrics;

    TableText(BacktestTable table, List<Metric> metrics) {
        this.table = table;
        this.metrics = metrics;
    }

    String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(header());
        table.results().forEach(result -> lines.add(line(result)));
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], line.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder(title());
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                String gap = " ".repeat(widths[c] - line.get(c).length());
                row.append(c == 0 ? "" : "  ").append(leftBound(c) ? line.get(c) + gap : gap + line.get(c));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.append(failures()).toString();
    }

    private boolean leftBound(int column) {
        return column == 0 || column > 1 && column < 2 + metrics.size();
    }

    private String title() {
        List<?> cuts = table.cuts();
        String dates = cuts.size() == 1
                ? "after " + cuts.get(0)
                : "after " + cuts.size() + " dates from " + cuts.get(0) + " to " + cuts.get(cuts.size() - 1);
        return String.format(
                Locale.ROOT,
                "%s %s; %s %% intervals of %,d resamples of customers; * is best\n",
                table.outcome(),
                dates,
                BigDecimal.valueOf(100 * table.bootstrap().confidence())
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString(),
                table.bootstrap().replicates());
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("model", "dates"));
        metrics.forEach(metric -> header.add(metric.label()));
        header.addAll(List.of("fit s", "predict s"));
        return header;
    }

    private List<String> line(ModelResult result) {
        List<String> line = new ArrayList<>();
        line.add(result.name());
        line.add(result.predictedCuts() + "/" + table.cuts().size());
        for (Metric metric : metrics) {
            Optional<Estimate> estimate = Optional.ofNullable(result.metrics().get(metric));
            boolean best =
                    estimate.filter(value -> asGoodAsTheBest(result, value)).isPresent();
            line.add(estimate.map(value -> value + (best ? " *" : "")).orElse("-"));
        }
        line.add(String.format(Locale.ROOT, "%.2f", result.fitSeconds()));
        line.add(String.format(Locale.ROOT, "%.2f", result.predictSeconds()));
        return line;
    }

    private boolean asGoodAsTheBest(ModelResult result, Estimate estimate) {
        Metric metric = estimate.metric();
        return table.results().size() > 1
                && table.best(metric)
                        .filter(best -> best.predictedCuts() == result.predictedCuts())
                        .map(best -> best.metrics().get(metric))
                        .filter(best -> !metric.better(best.value(), estimate.value()))
                        .isPresent();
    }

    private String failures() {
        StringBuilder text = new StringBuilder();
        for (ModelResult result : table.results()) {
            for (CutResult cut : result.cuts()) {
                cut.problem()
                        .ifPresent(problem -> text.append(result.name())
                                .append(" failed on ")
                                .append(cut.cut())
                                .append(": ")
                                .append(problem)
                                .append('\n'));
            }
        }
        return text.toString();
    }
}

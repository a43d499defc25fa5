package org.ltv4j.examples.quickstart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.CutResult;
import org.ltv4j.core.evaluate.backtest.Estimate;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.evaluate.backtest.ModelResult;
import org.ltv4j.examples.report.Phrase;
import org.ltv4j.examples.report.ReportData.Best;
import org.ltv4j.examples.report.SideBySide;
import org.ltv4j.examples.report.SideBySide.Cell;
import org.ltv4j.examples.report.SideBySide.Column;
import org.ltv4j.examples.report.SideBySide.Contest;
import org.ltv4j.examples.report.SideBySide.Failure;
import org.ltv4j.examples.report.SideBySide.Row;
import org.ltv4j.examples.report.SideBySide.Setting;

/** The comparison of models as the report shows it. */
final class ComparisonView {
    private static final double PERCENT = 100;

    private static final List<Shown> AMOUNTS = List.of(
            new Shown(Metric.RMSE, "metric.rmse", false),
            new Shown(Metric.MAE, "metric.mae", false),
            new Shown(Metric.BIAS_PERCENT, "metric.bias", true),
            new Shown(Metric.NORMALISED_GINI, "metric.gini", true),
            new Shown(Metric.TOP_DECILE_CAPTURE, "metric.top", true),
            new Shown(Metric.HIGH_VALUE_AUC, "metric.high-value-auc", true));

    private static final List<Shown> PROBABILITIES = List.of(
            new Shown(Metric.BRIER, "metric.brier", false),
            new Shown(Metric.LOG_LOSS, "metric.log-loss", false),
            new Shown(Metric.AUC, "metric.auc", true),
            new Shown(Metric.BIAS_PERCENT, "metric.bias", true));

    /** A metric of the table: its words, and whether it is shown as a share. */
    private record Shown(Metric metric, String key, boolean percent) {
        Best best() {
            return switch (metric.goal()) {
                case LOWEST -> Best.LOWEST;
                case HIGHEST -> Best.HIGHEST;
                case NEAREST_TO_ZERO -> Best.NEAREST_TO_ZERO;
            };
        }

        double value(double number) {
            return metric == Metric.BIAS_PERCENT ? number / PERCENT : number;
        }
    }

    private ComparisonView() {}

    static SideBySide of(Comparison comparison) {
        Optional<Phrase> absent = comparison.absent().map(why -> Phrase.of("compare.short", why.days(), why.needed()));
        return new SideBySide(
                absent,
                comparison.refundsByDate(),
                comparison.tables().stream().map(ComparisonView::contest).toList());
    }

    private static Contest contest(BacktestTable table) {
        Standings standings = new Standings(table);
        ComparisonCurves curves = ComparisonCurves.of(standings);
        boolean probability = table.outcome().isProbability();
        List<Shown> metrics = probability ? PROBABILITIES : AMOUNTS;
        return new Contest(
                table.outcome().kind().name().toLowerCase(Locale.ROOT),
                new Setting(
                        table.outcome().horizon(),
                        table.cuts(),
                        table.bootstrap().replicates(),
                        table.bootstrap().confidence()),
                metrics.stream()
                        .map(shown -> new Column(Phrase.of(shown.key), shown.best(), shown.percent))
                        .toList(),
                standings.ranked(Verdict.headline(probability)).stream()
                        .map(result -> row(standings, metrics, result))
                        .toList(),
                failures(table),
                Verdict.of(standings),
                probability ? List.of() : curves.lift(),
                curves.calibration(),
                probability ? List.of() : curves.errors(),
                probability ? Optional.empty() : curves.residuals());
    }

    private static Row row(Standings standings, List<Shown> metrics, ModelResult result) {
        List<Optional<Cell>> cells = new ArrayList<>();
        for (Shown shown : metrics) {
            cells.add(Optional.ofNullable(result.metrics().get(shown.metric))
                    .map(estimate -> cell(standings, shown, result, estimate)));
        }
        return new Row(ModelNames.phrase(result.name()), result.predictedCuts(), cells);
    }

    private static Cell cell(Standings standings, Shown shown, ModelResult result, Estimate estimate) {
        List<Double> interval = estimate.interval()
                .map(ends -> List.of(shown.value(ends.lower()), shown.value(ends.upper())))
                .orElse(List.of());
        return new Cell(shown.value(estimate.value()), interval, standings.standing(shown.metric, result));
    }

    /** Models that fail for one reason, such as a library that is missing, are named together; so are the dates. */
    private static List<Failure> failures(BacktestTable table) {
        Map<String, Map<Phrase, List<LocalDate>>> byReason = new LinkedHashMap<>();
        for (ModelResult result : table.results()) {
            for (CutResult cut : result.cuts()) {
                cut.problem()
                        .ifPresent(reason -> byReason.computeIfAbsent(reason, key -> new LinkedHashMap<>())
                                .computeIfAbsent(ModelNames.phrase(result.name()), key -> new ArrayList<>())
                                .add(cut.cut()));
            }
        }
        List<Failure> failures = new ArrayList<>();
        byReason.forEach((reason, models) -> {
            Map<List<LocalDate>, Phrase> byDates = new LinkedHashMap<>();
            models.forEach((model, dates) ->
                    byDates.merge(dates, model, (names, next) -> Phrase.of("compare.list", names, next)));
            Phrase words = LibraryWords.phrase(reason.replaceFirst("^NativeLibraryException: ", ""));
            byDates.forEach((dates, names) -> failures.add(new Failure(names, dates, words)));
        });
        return failures;
    }
}

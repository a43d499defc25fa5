package org.ltv4j.examples.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ltv4j.core.chart.BarChart;
import org.ltv4j.core.chart.Labels;
import org.ltv4j.core.chart.LineChart;
import org.ltv4j.examples.report.Page.Column;
import org.ltv4j.examples.report.ReportData.Check;
import org.ltv4j.examples.report.ReportData.Group;
import org.ltv4j.examples.report.ReportData.Metric;
import org.ltv4j.examples.report.ReportData.Result;
import org.ltv4j.examples.report.ReportData.Tracking;

/** How well the model predicts: week by week, by group, and in numbers beside simple rules. */
final class CheckSection {
    private static final int MOST_ROWS = 30;

    private CheckSection() {}

    static void write(Page page, Result result) {
        page.openSection("check", page.text("check.title"));
        result.check().ifPresentOrElse(check -> intro(page, check), () -> page.paragraph(page.text("check.none")));
        result.tracking().ifPresent(tracking -> tracking(page, tracking));
        result.check().ifPresent(check -> {
            groups(page, check);
            metrics(page, check);
        });
        page.closeSection();
    }

    private static void intro(Page page, Check check) {
        page.paragraph(page.text(
                check.stated() ? "check.stated" : "check.automatic", check.calibrationEnd(), check.holdoutEnd()));
    }

    private static void tracking(Page page, Tracking tracking) {
        page.html.element("h3", page.text("chart.tracking.title"));
        page.paragraph(page.text("tracking.text"));
        Labels labels = new Labels(page.formats::compact, page.formats::compact);
        page.chart(
                "tracking",
                340,
                (words, size, numbers) -> {
                    double[] weeks = ValueSection.array(tracking.weeks());
                    LineChart chart = LineChart.of(words)
                            .wholeNumbers()
                            .line(page.text("actual"), "actual", weeks, ValueSection.array(tracking.actual()))
                            .line(
                                    page.text("expected"),
                                    "model dashed",
                                    weeks,
                                    ValueSection.array(tracking.expected()));
                    if (tracking.cut().isPresent()) {
                        chart = chart.mark(
                                tracking.cut().getAsDouble(), page.text("calibration"), page.text("holdout"));
                    }
                    return chart.svg(size, numbers);
                },
                labels);
        page.foldedTable(
                page.text("chart.tracking.title"),
                List.of(
                        Column.<Integer>number(
                                page.text("tracking.week"),
                                i -> page.formats.count(
                                        Math.round(tracking.weeks().get(i)))),
                        Column.number(
                                page.text("actual"),
                                i -> page.formats.count(
                                        Math.round(tracking.actual().get(i)))),
                        Column.number(
                                page.text("expected"),
                                i -> page.formats.count(
                                        Math.round(tracking.expected().get(i))))),
                someOf(tracking.weeks().size()));
    }

    /** Numbers of rows in even steps, the last one among them. */
    private static List<Integer> someOf(int size) {
        int step = (size + MOST_ROWS - 1) / MOST_ROWS;
        List<Integer> rows = new ArrayList<>();
        for (int i = size - 1; i >= 0; i -= step) {
            rows.add(0, i);
        }
        return rows;
    }

    private static void groups(Page page, Check check) {
        if (check.groups().isEmpty()) {
            return;
        }
        Formats formats = page.formats;
        page.html.element("h3", page.text("chart.groups.title"));
        page.paragraph(page.text("groups.text"));
        page.chart(
                "groups",
                320,
                (words, size, labels) -> BarChart.of(
                                words, check.groups().stream().map(Group::label).toList())
                        .bars(page.text("actual"), "actual", values(check, true))
                        .bars(page.text("expected"), "model", values(check, false))
                        .svg(size, labels),
                new Labels(formats::compact, formats::compact));
        page.foldedTable(
                page.text("chart.groups.title"),
                List.of(
                        Column.<Group>number(page.text("chart.groups.x"), Group::label),
                        Column.number(page.text("groups.customers"), g -> formats.count(g.customers())),
                        Column.number(page.text("actual"), g -> formats.decimal(g.actual(), 2)),
                        Column.number(page.text("expected"), g -> formats.decimal(g.predicted(), 2))),
                check.groups());
    }

    private static double[] values(Check check, boolean actual) {
        return check.groups().stream()
                .mapToDouble(g -> actual ? g.actual() : g.predicted())
                .toArray();
    }

    private static void metrics(Page page, Check check) {
        page.html.element("h3", page.text("metrics.title"));
        page.paragraph(page.text("metrics.text"));
        metrics(page, check, page.text("metrics.purchases"), check.purchases());
        if (!check.spend().isEmpty()) {
            metrics(page, check, page.text("metrics.spend"), check.spend());
        }
        page.note(page.text("metrics.note"));
    }

    private static void metrics(Page page, Check check, String caption, List<Metric> metrics) {
        List<Column<Metric>> columns = new ArrayList<>();
        columns.add(Column.text(page.text("metrics.metric"), m -> page.texts.say(m.name())));
        for (int i = 0; i < check.columns().size(); i++) {
            int column = i;
            columns.add(Column.number(page.texts.say(check.columns().get(i)), m -> cell(page.formats, m, column)));
        }
        page.table(caption, columns, metrics);
    }

    private static String cell(Formats formats, Metric metric, int column) {
        OptionalDouble value = metric.values().get(column);
        if (value.isEmpty()) {
            return "–";
        }
        double number = value.getAsDouble();
        String text = metric.best() == ReportData.Best.NEAREST_TO_ZERO
                ? formats.change(number)
                : metric.percent() ? formats.percent(number, 1) : formats.significant(number);
        return isBest(metric, number) ? "★ " + text : text;
    }

    private static boolean isBest(Metric metric, double value) {
        double badness = badness(metric, value);
        return metric.values().stream()
                .filter(OptionalDouble::isPresent)
                .allMatch(other -> badness(metric, other.getAsDouble()) >= badness);
    }

    private static double badness(Metric metric, double value) {
        return switch (metric.best()) {
            case LOWEST -> value;
            case HIGHEST -> -value;
            case NEAREST_TO_ZERO -> Math.abs(value);
        };
    }
}

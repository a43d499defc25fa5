package org.ltv4j.examples.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ltv4j.core.chart.BarChart;
import org.ltv4j.core.chart.BoxChart;
import org.ltv4j.core.chart.ChartSize;
import org.ltv4j.core.chart.ChartStyle;
import org.ltv4j.core.chart.ChartText;
import org.ltv4j.core.chart.Labels;
import org.ltv4j.core.chart.LineChart;
import org.ltv4j.core.evaluate.ErrorGroup;
import org.ltv4j.examples.report.Page.Column;
import org.ltv4j.examples.report.SideBySide.Calibration;
import org.ltv4j.examples.report.SideBySide.Contest;
import org.ltv4j.examples.report.SideBySide.Curve;
import org.ltv4j.examples.report.SideBySide.Residuals;
import org.ltv4j.examples.report.SideBySide.Spread;

/** The plots of models side by side: lift, calibration, errors by tenth and residuals. */
final class SideBySideCharts {
    private static final List<Double> QUANTILES = ErrorGroup.PROBABILITIES;

    private SideBySideCharts() {}

    static void write(Page page, Contest contest) {
        if (!contest.lift().isEmpty()) {
            lift(page, contest.lift());
        }
        contest.calibration().ifPresent(calibration -> calibration(page, contest, calibration));
        if (!contest.errors().isEmpty()) {
            errors(page, contest);
        }
        contest.residuals().ifPresent(residuals -> residuals(page, contest, residuals));
    }

    private static void heading(Page page, String key, Object... gaps) {
        page.html.element("h4", page.text("chart." + key + ".title"));
        page.paragraph(page.text(key + ".text", gaps));
    }

    private static void lift(Page page, List<Curve> curves) {
        Formats formats = page.formats;
        heading(page, "compare-lift");
        Function<Double, String> percent = share -> formats.percent(share, 0);
        page.chart(
                "compare-lift",
                340,
                (words, size, labels) -> lines(page, words, curves)
                        .line(page.text("compare.chance"), "reference", new double[] {0, 1}, new double[] {0, 1})
                        .svg(size, labels),
                new Labels(percent::apply, percent::apply));
        folded(page, "compare-lift", curves, share -> formats.percent(share, 0), share -> formats.percent(share, 1));
    }

    private static void errors(Page page, Contest contest) {
        Formats formats = page.formats;
        List<Curve> curves = contest.errors();
        boolean money = contest.outcome().equals("spend");
        heading(page, "compare-errors");
        page.chart(
                "compare-errors",
                320,
                (words, size, labels) -> lines(page, words, curves).svg(size, labels),
                new Labels(
                        share -> formats.percent(share, 0),
                        error -> money ? formats.shortMoney(error) : formats.compact(error)));
        page.foldedTable(
                page.text("chart.compare-errors.title"),
                List.of(
                        Column.<Point>text(page.text("compare.model"), point -> page.texts.say(point.curve.name())),
                        Column.number(
                                page.text("chart.compare-errors.x"),
                                point -> formats.percent(point.curve.x().get(point.at), 0)),
                        Column.number(
                                page.text("chart.compare-errors.y"),
                                point -> formats.significant(point.curve.y().get(point.at)))),
                curves.stream()
                        .flatMap(curve -> rows(curve).stream().map(at -> new Point(curve, at)))
                        .toList());
    }

    private static void residuals(Page page, Contest contest, Residuals residuals) {
        Formats formats = page.formats;
        boolean money = contest.outcome().equals("spend");
        heading(page, "compare-residuals", residuals.model());
        BoxChart.Names names =
                new BoxChart.Names(page.text("compare.median"), page.text("compare.half"), page.text("compare.most"));
        page.chart(
                "compare-residuals",
                340,
                (words, size, labels) -> boxes(words, names, residuals).svg(size, labels),
                new Labels(
                        share -> formats.percent(share, 0),
                        value -> money ? formats.shortMoney(value) : formats.compact(value)));
        List<Column<Spread>> columns = new ArrayList<>();
        columns.add(Column.number(page.text("chart.compare-residuals.x"), group -> formats.percent(group.upTo(), 0)));
        IntStream.range(0, QUANTILES.size())
                .forEach(i -> columns.add(Column.number(
                        formats.percent(QUANTILES.get(i), 0),
                        group -> formats.significant(group.quantiles().get(i)))));
        page.foldedTable(page.text("chart.compare-residuals.title"), columns, residuals.groups());
    }

    private static BoxChart boxes(ChartText words, BoxChart.Names names, Residuals residuals) {
        BoxChart chart = BoxChart.of(words, names, ChartStyle.FIRST);
        for (Spread group : residuals.groups()) {
            chart = chart.box(
                    String.valueOf(Math.round(100 * group.upTo())),
                    group.quantiles().stream().mapToDouble(Double::doubleValue).toArray());
        }
        return chart;
    }

    /** A point of a line: each model parts the customers in its own way, so that lines share no rows. */
    private record Point(Curve curve, int at) {}

    private static LineChart lines(Page page, ChartText words, List<Curve> curves) {
        LineChart chart = LineChart.of(words);
        for (Curve curve : curves) {
            chart = chart.line(
                    page.texts.say(curve.name()),
                    curve.style(),
                    ValueSection.array(curve.x()),
                    ValueSection.array(curve.y()));
        }
        return chart;
    }

    private static void folded(
            Page page, String key, List<Curve> curves, Function<Double, String> x, Function<Double, String> y) {
        List<Column<Integer>> columns = new ArrayList<>();
        columns.add(Column.number(
                page.text("chart." + key + ".x"), i -> x.apply(curves.get(0).x().get(i))));
        for (Curve curve : curves) {
            columns.add(Column.number(
                    page.texts.say(curve.name()), i -> y.apply(curve.y().get(i))));
        }
        page.foldedTable(page.text("chart." + key + ".title"), columns, rows(curves.get(0)));
    }

    private static List<Integer> rows(Curve curve) {
        return IntStream.range(0, curve.x().size()).boxed().toList();
    }

    private static void calibration(Page page, Contest contest, Calibration calibration) {
        boolean churn = contest.outcome().equals("churn");
        String key = churn ? "compare-churn" : "compare-calibration";
        Formats formats = page.formats;
        boolean money = contest.outcome().equals("spend");
        Function<Double, String> number = churn
                ? share -> formats.percent(share, 0)
                : value -> money ? formats.shortMoney(value) : formats.compact(value);
        List<String> tenths = IntStream.rangeClosed(1, calibration.predicted().size())
                .mapToObj(formats::count)
                .toList();
        heading(page, key, calibration.model());
        page.chart(
                key,
                320,
                (words, size, labels) -> bars(page, words, size, labels, tenths, calibration),
                new Labels(number::apply, number::apply));
        page.foldedTable(
                page.text("chart." + key + ".title"),
                List.of(
                        Column.<Integer>number(page.text("chart." + key + ".x"), tenths::get),
                        Column.number(
                                page.text("actual"),
                                i -> cell(formats, churn, calibration.actual().get(i))),
                        Column.number(
                                page.text("expected"),
                                i -> cell(
                                        formats, churn, calibration.predicted().get(i)))),
                IntStream.range(0, tenths.size()).boxed().toList());
    }

    private static String cell(Formats formats, boolean share, double value) {
        return share ? formats.percent(value, 1) : formats.significant(value);
    }

    private static String bars(
            Page page, ChartText words, ChartSize size, Labels labels, List<String> tenths, Calibration calibration) {
        return BarChart.of(words, tenths)
                .bars(page.text("actual"), "actual", ValueSection.array(calibration.actual()))
                .bars(page.text("expected"), "model", ValueSection.array(calibration.predicted()))
                .svg(size, labels);
    }
}

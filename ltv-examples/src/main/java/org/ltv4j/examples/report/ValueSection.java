package org.ltv4j.examples.report;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.chart.Labels;
import org.ltv4j.core.chart.LineChart;
import org.ltv4j.examples.report.Page.Column;
import org.ltv4j.examples.report.ReportData.Concentration;
import org.ltv4j.examples.report.ReportData.Result;

/** How the expected value is spread over customers. */
final class ValueSection {
    private ValueSection() {}

    static void write(Page page, Result result) {
        Formats formats = page.formats;
        Concentration curve = result.concentration();
        page.openSection("value", page.text("value.title"));
        page.paragraph(page.text(
                "value.text", formats.percent(result.totals().topShare(), 1), formats.percent(shareAt(curve, 0.5), 1)));
        Labels percent = new Labels(v -> formats.percent(v, 0), v -> formats.percent(v, 0));
        page.chart(
                "concentration",
                340,
                (words, size, labels) -> LineChart.of(words)
                        .line(
                                page.text("chart.concentration.curve"),
                                "model",
                                array(curve.customers()),
                                array(curve.value()))
                        .line(page.text("chart.concentration.equal"), "reference", new double[] {0, 1}, new double[] {
                            0, 1
                        })
                        .svg(size, labels),
                percent);
        List<Double> tenths = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            tenths.add(i / 10.0);
        }
        page.foldedTable(
                page.text("chart.concentration.title"),
                List.of(
                        Column.number(page.text("chart.concentration.x"), s -> formats.percent(s, 0)),
                        Column.number(page.text("chart.concentration.y"), s -> formats.percent(shareAt(curve, s), 1))),
                tenths);
        page.closeSection();
    }

    private static double shareAt(Concentration curve, double customers) {
        List<Double> x = curve.customers();
        for (int i = 1; i < x.size(); i++) {
            if (x.get(i) >= customers) {
                double width = x.get(i) - x.get(i - 1);
                double part = width > 0 ? (customers - x.get(i - 1)) / width : 1;
                return curve.value().get(i - 1)
                        + part * (curve.value().get(i) - curve.value().get(i - 1));
            }
        }
        return 1;
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

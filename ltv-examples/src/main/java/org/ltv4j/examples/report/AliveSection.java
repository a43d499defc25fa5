package org.ltv4j.examples.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ltv4j.core.chart.HeatMap;
import org.ltv4j.core.chart.Labels;
import org.ltv4j.examples.report.Page.Column;
import org.ltv4j.examples.report.ReportData.AliveMatrix;
import org.ltv4j.examples.report.ReportData.Result;

/** Who is probably still a customer, by number of purchases and by time since the last one. */
final class AliveSection {
    private AliveSection() {}

    static void write(Page page, Result result) {
        AliveMatrix matrix = result.alive();
        Formats formats = page.formats;
        page.openSection("alive", page.text("alive.title"));
        page.paragraph(page.text("alive.text"));
        double[][] values = matrix.values().stream().map(ValueSection::array).toArray(double[][]::new);
        page.chart(
                "alive",
                120 + 24 * matrix.rows().size(),
                110 + 22 * matrix.rows().size(),
                (words, size, labels) -> HeatMap.of(words, matrix.columns(), matrix.rows(), values)
                        .svg(size, labels),
                new Labels(String::valueOf, v -> formats.decimal(v * 100, 0)));
        if (values(matrix).allMatch(p -> p == 1)) {
            page.note(page.text("alive.flat"));
        } else if (matrix.oneTimeBuyersAlwaysAlive()) {
            page.note(page.text("alive.once"));
        }
        List<Column<Integer>> columns = new ArrayList<>();
        columns.add(Column.number(page.text("chart.alive.y"), r -> matrix.rows().get(r)));
        for (int c = 0; c < matrix.columns().size(); c++) {
            int column = c;
            columns.add(Column.number(matrix.columns().get(c), r -> cell(formats, values[r][column])));
        }
        page.foldedTable(
                page.text("alive.caption"),
                columns,
                IntStream.range(0, matrix.rows().size()).boxed().toList());
        page.closeSection();
    }

    private static DoubleStream values(AliveMatrix matrix) {
        return matrix.values().stream().flatMap(List::stream).mapToDouble(Double::doubleValue);
    }

    private static String cell(Formats formats, double value) {
        return Double.isNaN(value) ? "" : formats.percent(value, 1);
    }
}

package org.ltv4j.examples.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.ToLongFunction;
import org.ltv4j.core.chart.BarChart;
import org.ltv4j.core.chart.Labels;
import org.ltv4j.examples.report.Page.Column;
import org.ltv4j.examples.report.ReportData.Bin;
import org.ltv4j.examples.report.ReportData.ColumnFacts;
import org.ltv4j.examples.report.ReportData.ColumnLine;

/** The columns before and after cleaning. */
final class ProfileSection {
    private static final int MEAN = 3;

    private ProfileSection() {}

    static void write(Page page, List<ColumnLine> columns) {
        if (columns.isEmpty()) {
            return;
        }
        page.html.element("h3", page.text("profile.title"));
        page.paragraph(page.text("profile.text"));
        page.table(
                page.text("profile.caption"),
                List.of(
                        Column.<ColumnLine>text(page.text("profile.column"), c -> page.texts.say(c.column())),
                        count(page, "profile.missing", ColumnFacts::missing),
                        count(page, "profile.distinct", ColumnFacts::distinct),
                        number(page, "profile.low", 0),
                        number(page, "profile.q05", 1),
                        number(page, "profile.median", 2),
                        number(page, "profile.mean", MEAN),
                        number(page, "profile.q95", 4),
                        number(page, "profile.high", 5)),
                columns);
        columns.stream()
                .filter(column -> isAmount(column) && column.bins().size() > 1)
                .forEach(column -> chart(page, column));
        columns.forEach(column -> histogram(page, column));
    }

    private static boolean isAmount(ColumnLine column) {
        return column.column().key().equals("column.name.amount");
    }

    private static void chart(Page page, ColumnLine column) {
        List<AmountBars.Bar> bars = AmountBars.of(column.bins(), page.formats::compact);
        page.chart(
                "amounts",
                320,
                (words, size, labels) -> BarChart.of(
                                words, bars.stream().map(AmountBars.Bar::label).toList())
                        .bars(
                                page.text("profile.before"),
                                "actual",
                                bars.stream()
                                        .mapToDouble(AmountBars.Bar::before)
                                        .toArray())
                        .bars(
                                page.text("profile.after"),
                                "model",
                                bars.stream().mapToDouble(AmountBars.Bar::after).toArray())
                        .svg(size, labels),
                new Labels(page.formats::compact, page.formats::compact));
    }

    private static void histogram(Page page, ColumnLine column) {
        if (column.bins().isEmpty()) {
            return;
        }
        String name = page.texts.say(column.column());
        page.html.open("details").element("summary", page.text("profile.histogram", name));
        page.table(
                page.text("profile.histogram", name),
                List.of(
                        Column.<Bin>text(page.text("profile.bin"), bin -> bin(page, bin)),
                        Column.number(page.text("profile.before"), bin -> page.formats.count(bin.before())),
                        Column.number(page.text("profile.after"), bin -> page.formats.count(bin.after()))),
                column.bins());
        page.html.close().line();
    }

    private static String bin(Page page, Bin bin) {
        if (bin.month()) {
            return YearMonth.from(LocalDate.ofEpochDay((long) bin.from())).toString();
        }
        if (bin.from() == bin.to()) {
            return page.formats.significant(bin.from());
        }
        if (Double.isInfinite(bin.to())) {
            return page.text("profile.from", page.formats.significant(bin.from()));
        }
        return Double.isInfinite(bin.from())
                ? page.text("profile.to", page.formats.significant(bin.to()))
                : page.text("range", page.formats.significant(bin.from()), page.formats.significant(bin.to()));
    }

    private static Column<ColumnLine> count(Page page, String key, ToLongFunction<ColumnFacts> of) {
        return Column.number(
                page.text(key),
                c -> change(
                        page,
                        page.formats.count(of.applyAsLong(c.before())),
                        page.formats.count(of.applyAsLong(c.after()))));
    }

    private static Column<ColumnLine> number(Page page, String key, int place) {
        return Column.number(
                page.text(key), c -> change(page, number(page, c.before(), place), number(page, c.after(), place)));
    }

    private static String number(Page page, ColumnFacts facts, int place) {
        return facts.numbers().isEmpty()
                ? ""
                : page.formats.significant(facts.numbers().get(place));
    }

    private static String change(Page page, String before, String after) {
        return before.equals(after) ? after : page.text("profile.change", before, after);
    }
}

package org.ltv4j.examples.report;

import java.util.List;
import java.util.stream.Collectors;
import org.ltv4j.core.chart.Labels;
import org.ltv4j.core.model.Interval;
import org.ltv4j.examples.report.Page.Column;
import org.ltv4j.segmentation.rule.AssociationRule;
import org.ltv4j.segmentation.rule.RulePlots;

/** Which products go together. */
final class TogetherSection {
    private static final int HEIGHT = 340;
    private static final int NARROW_HEIGHT = 360;

    private TogetherSection() {}

    static void write(Page page, Together together) {
        page.openSection("together", page.text("together.title"));
        String basket = together.byReceipt() ? "together.text" : "together.text.day";
        page.paragraph(page.text(basket, together.receipts(), together.several(), together.products()));
        if (together.best().size() == 0) {
            page.note(page.text("together.none", together.least()));
        } else {
            rules(page, together);
        }
        page.closeSection();
    }

    private static void rules(Page page, Together together) {
        AssociationRule first = together.best().rule(0);
        page.note(page.text(
                "together.first",
                page.formats.percent(first.confidence(), 0),
                has(page, first),
                buys(first),
                page.formats.decimal(first.lift(), 1)));
        page.chart(
                "together",
                HEIGHT,
                NARROW_HEIGHT,
                (words, size, labels) -> RulePlots.graph(together.best(), words).svg(size, labels),
                Labels.PLAIN);
        page.table(page.text("together.caption"), columns(page), together.best().asList());
        page.paragraph(
                page.text("together.note", together.found(), together.best().size(), together.least()));
    }

    private static List<Column<AssociationRule>> columns(Page page) {
        Formats formats = page.formats;
        return List.of(
                Column.text(page.text("together.has"), rule -> has(page, rule)),
                Column.text(page.text("together.buys"), TogetherSection::buys),
                Column.<AssociationRule>number(
                                page.text("together.share"), rule -> formats.percent(rule.confidence(), 1))
                        .withNote(rule -> interval(page, rule.counts().confidenceInterval(0.95))),
                Column.number(page.text("together.lift"), rule -> formats.decimal(rule.lift(), 2)),
                Column.number(
                        page.text("together.both"),
                        rule -> formats.count(rule.counts().n11())),
                Column.number(
                        page.text("together.extra"),
                        rule -> formats.count(Math.round(
                                rule.counts().leverage() * rule.counts().n()))));
    }

    private static String interval(Page page, Interval interval) {
        Formats formats = page.formats;
        return page.text(
                "range",
                formats.percent(interval.lower(), 1).replace("%", ""),
                formats.percent(interval.upper(), 1).replace("%", ""));
    }

    private static String has(Page page, AssociationRule rule) {
        return rule.antecedent().stream()
                .map(TopSection::shorten)
                .collect(Collectors.joining(page.text("together.and")));
    }

    private static String buys(AssociationRule rule) {
        return TopSection.shorten(rule.consequent().get(0));
    }
}

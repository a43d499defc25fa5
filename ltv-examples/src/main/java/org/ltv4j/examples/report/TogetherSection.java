package org.ltv4j.examples.report;

import java.util.List;
import java.util.stream.Collectors;
import org.ltv4j.examples.report.Page.Column;
import org.ltv4j.examples.report.Together.Rule;

/** Which products go together. */
final class TogetherSection {
    private TogetherSection() {}

    static void write(Page page, Together together) {
        page.openSection("together", page.text("together.title"));
        String basket = together.byReceipt() ? "together.text" : "together.text.day";
        page.paragraph(page.text(basket, together.receipts(), together.several(), together.products()));
        if (together.rules().isEmpty()) {
            page.note(page.text("together.none", together.least()));
        } else {
            Rule first = together.rules().get(0);
            page.note(page.text(
                    "together.first",
                    page.formats.percent(first.share(), 0),
                    has(page, first),
                    TopSection.shorten(first.buys()),
                    page.formats.decimal(first.lift(), 1)));
            page.table(page.text("together.caption"), columns(page), together.rules());
            page.paragraph(page.text(
                    "together.note", together.found(), together.rules().size(), together.least()));
        }
        page.closeSection();
    }

    private static List<Column<Rule>> columns(Page page) {
        Formats formats = page.formats;
        return List.of(
                Column.text(page.text("together.has"), rule -> has(page, rule)),
                Column.text(page.text("together.buys"), rule -> TopSection.shorten(rule.buys())),
                Column.<Rule>number(page.text("together.share"), rule -> formats.percent(rule.share(), 1))
                        .withNote(rule -> page.text(
                                "range",
                                formats.percent(rule.lower(), 1).replace("%", ""),
                                formats.percent(rule.upper(), 1).replace("%", ""))),
                Column.number(page.text("together.lift"), rule -> formats.decimal(rule.lift(), 2)),
                Column.number(page.text("together.both"), rule -> formats.count(rule.both())),
                Column.number(page.text("together.extra"), rule -> formats.count(Math.round(rule.extra()))));
    }

    private static String has(Page page, Rule rule) {
        return rule.has().stream().map(TopSection::shorten).collect(Collectors.joining(page.text("together.and")));
    }
}

package org.ltv4j.examples.report;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.examples.report.Page.Column;
import org.ltv4j.examples.report.ReportData.Result;
import org.ltv4j.examples.report.ReportData.TopCustomer;

/** The best customers. */
final class TopSection {
    private static final int LONGEST_ID = 32;

    private TopSection() {}

    static void write(Page page, Result result) {
        if (result.top().isEmpty()) {
            return;
        }
        Formats formats = page.formats;
        String level = formats.percent(result.setting().level(), 0);
        page.openSection("top", page.text("top.title", result.top().size()));
        page.paragraph(page.text("top.text", HeadSection.horizon(page, result), level));
        List<Column<TopCustomer>> columns = new ArrayList<>(List.of(
                Column.<TopCustomer>text(page.text("top.customer"), c -> shorten(c.id())),
                Column.number(page.text("top.rank"), c -> formats.count(c.rank())),
                Column.number(page.text("top.value"), c -> formats.amount(c.value())),
                Column.number(
                        page.text("top.interval", level),
                        c -> page.text("range", formats.bare(c.lower()), formats.bare(c.upper()))),
                Column.number(page.text("top.purchases"), c -> formats.decimal(c.expectedTransactions(), 1))));
        if (result.setting().inMoney()) {
            columns.add(Column.number(page.text("top.spend"), c -> formats.amount(c.expectedSpend())));
        }
        columns.add(Column.number(page.text("top.alive"), c -> alive(formats, c.probabilityAlive())));
        columns.add(Column.number(page.text("top.frequency"), c -> formats.count(c.frequency())));
        columns.add(Column.number(page.text("top.since"), c -> formats.decimal(c.weeksSinceLast(), 1)));
        page.table(page.text("top.caption"), columns, result.top());
        page.note(page.text("top.note"));
        page.closeSection();
    }

    /** Never shows 100 % for what is not certain. */
    private static String alive(Formats formats, double probability) {
        boolean rounded = probability < 1 && probability >= 0.9995;
        return rounded ? ">" + formats.percent(0.999, 1) : formats.percent(probability, 1);
    }

    static String shorten(String id) {
        int length = id.codePointCount(0, id.length());
        return length <= LONGEST_ID ? id : id.substring(0, id.offsetByCodePoints(0, LONGEST_ID - 1)) + "…";
    }
}

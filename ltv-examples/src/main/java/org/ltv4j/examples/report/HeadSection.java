package org.ltv4j.examples.report;

import org.ltv4j.examples.report.ReportData.Check;
import org.ltv4j.examples.report.ReportData.Period;
import org.ltv4j.examples.report.ReportData.Result;
import org.ltv4j.examples.report.ReportData.Setting;
import org.ltv4j.examples.report.ReportData.Totals;

/** Title, what was read, and the headline numbers. */
final class HeadSection {
    private HeadSection() {}

    static void write(Page page, ReportData data) {
        page.html.open("header");
        page.html.element("h1", page.text("report.title"));
        page.html.element("p", lead(page, data), "class", "lead");
        if (data.source().sample()) {
            page.note(page.text("report.sample"));
        }
        data.result().ifPresent(result -> cards(page, result));
        page.html.close().line();
    }

    private static String lead(Page page, ReportData data) {
        ReportData.Source source = data.source();
        String read = source.period()
                .map(period -> read(page, source, period))
                .orElseGet(() -> page.text("report.lead.nothing", source.name(), source.rowsRead()));
        return data.result()
                .map(result ->
                        read + page.text("report.lead.scored", result.setting().asOf(), horizon(page, result)))
                .orElse(read);
    }

    private static String read(Page page, ReportData.Source source, Period period) {
        return page.text(
                "report.lead", source.name(), source.rowsUsed(), source.customers(), period.first(), period.last());
    }

    private static void cards(Page page, Result result) {
        Totals totals = result.totals();
        Formats formats = page.formats;
        page.html.open("dl", "class", "cards");
        card(
                page,
                page.text("card.customers"),
                formats.count(totals.customers()),
                page.text("card.customers.note", share(page, totals.repeatCustomers(), totals.customers())));
        card(
                page,
                page.text("card.value", horizon(page, result)),
                formats.shortMoney(totals.value()),
                basis(page, result.setting()));
        card(
                page,
                page.text("card.top"),
                formats.percent(totals.topShare(), 0),
                page.text("card.top.note", totals.topCustomers()));
        result.check()
                .ifPresentOrElse(
                        check -> checkCard(page, check),
                        () -> card(
                                page,
                                page.text("card.purchases"),
                                formats.count(Math.round(totals.purchases())),
                                page.text(
                                        "card.purchases.note",
                                        formats.decimal(totals.purchases() / totals.customers(), 2))));
        page.html.close();
    }

    private static void checkCard(Page page, Check check) {
        String error = check.actual() > 0 ? page.formats.change(check.predicted() / check.actual() - 1) : "–";
        card(
                page,
                page.text("card.check"),
                error,
                page.text("card.check.note", Math.round(check.predicted()), Math.round(check.actual())));
    }

    private static void card(Page page, String name, String value, String note) {
        page.html.open("div").element("dt", name).open("dd");
        page.html.element("span", value, "class", "figure").element("span", note, "class", "small");
        page.html.close().close().line();
    }

    private static String share(Page page, long part, long all) {
        return page.formats.percent(all == 0 ? 0 : (double) part / all, 0);
    }

    /** What a value is: revenue or margin, discounted or not. */
    static String basis(Page page, Setting setting) {
        String what = what(page, setting);
        String discount = setting.discount() == 0
                ? page.text("basis.undiscounted")
                : page.text("basis.discounted", page.formats.percent(setting.discount(), 0));
        return page.text("basis", what, discount);
    }

    private static String what(Page page, Setting setting) {
        String margin = page.formats.percent(setting.margin(), 0);
        if (!setting.inMoney()) {
            return setting.margin() == 1 ? page.text("basis.purchases") : page.text("basis.purchases.margin", margin);
        }
        return setting.margin() == 1 ? page.text("basis.revenue") : page.text("basis.margin", margin);
    }

    static String horizon(Page page, Result result) {
        return horizon(page, result.setting().horizon());
    }

    static String horizon(Page page, org.ltv4j.core.data.Horizon horizon) {
        double length = horizon.length();
        boolean whole = length == Math.rint(length);
        String key = "unit." + horizon.scale().symbol() + (length == 1 ? ".one" : "");
        return page.text(key, page.formats.decimal(length, whole ? 0 : 1));
    }
}

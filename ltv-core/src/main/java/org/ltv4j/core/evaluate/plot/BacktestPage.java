package org.ltv4j.core.evaluate.plot;

import java.util.List;
import java.util.Optional;
import org.ltv4j.core.chart.ChartSize;
import org.ltv4j.core.chart.ChartStyle;
import org.ltv4j.core.chart.Markup;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.CutResult;
import org.ltv4j.core.evaluate.backtest.Estimate;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.evaluate.backtest.ModelResult;

/** A backtest as one page: the table, what failed, and the plots twice, of which the screen shows the one that fits. */
final class BacktestPage {
    private static final String CSS = """
            :root { color-scheme: light dark; }
            body { max-width: 760px; margin: 0 auto; padding: 12px 16px 40px; font: 16px/1.5 system-ui, sans-serif; }
            h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin: 2rem 0 .2rem; }
            .scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; }
            th, td { padding: 5px 10px; text-align: right; white-space: nowrap; border-bottom: 1px solid #8886; font-weight: 400; }
            th:first-child { text-align: left; padding-left: 0; } .narrow { display: none; }
            @media (max-width: 600px) { .wide { display: none; } .narrow { display: block; } }
            """;

    private final Markup html = new Markup();

    private BacktestPage() {}

    static String of(BacktestTable table, BacktestPlots plots) {
        BacktestPage page = new BacktestPage();
        String title = "Backtest: " + table.outcome();
        Markup html = page.html;
        html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").open("head");
        html.leaf("meta", "charset", "utf-8");
        html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.element("title", title);
        html.open("style").raw("\n" + CSS + ChartStyle.css()).close().close().line();
        html.open("body").element("h1", title).line();
        page.table(table);
        List<Plot> wide = plots.all();
        List<Plot> narrow = plots.forNarrowScreens().all();
        for (int i = 0; i < wide.size(); i++) {
            page.plot(wide.get(i), narrow.get(i));
        }
        html.close().close();
        return "<!DOCTYPE html>\n" + html + "\n";
    }

    private void plot(Plot wide, Plot narrow) {
        html.element("h2", wide.chart().text().title()).line();
        html.open("div", "class", "wide").raw(wide.svg(ChartSize.WIDE)).close().line();
        html.open("div", "class", "narrow")
                .raw(narrow.svg(ChartSize.NARROW))
                .close()
                .line();
    }

    private void table(BacktestTable table) {
        html.element(
                "p",
                "Judged after "
                        + String.join(
                                ", ",
                                table.cuts().stream().map(Object::toString).toList()) + "; intervals of "
                        + table.bootstrap().replicates() + " resamples of customers");
        List<Metric> metrics = table.metrics();
        html.open("div", "class", "scroll", "tabindex", "0")
                .open("table")
                .open("thead")
                .open("tr");
        html.element("th", "model", "scope", "col").element("th", "dates", "scope", "col");
        metrics.forEach(metric -> html.element("th", metric.label(), "scope", "col"));
        html.close().close().open("tbody").line();
        for (ModelResult result : table.results()) {
            html.open("tr").element("th", result.name(), "scope", "row");
            html.element("td", result.predictedCuts() + "/" + table.cuts().size());
            for (Metric metric : metrics) {
                html.element(
                        "td",
                        Optional.ofNullable(result.metrics().get(metric))
                                .map(Estimate::toString)
                                .orElse("–"));
            }
            html.close().line();
        }
        html.close().close().close().line();
        for (ModelResult result : table.results()) {
            for (CutResult cut : result.cuts()) {
                cut.problem()
                        .ifPresent(
                                problem -> html.element("p", result.name() + " failed on " + cut.cut() + ": " + problem)
                                        .line());
            }
        }
    }
}

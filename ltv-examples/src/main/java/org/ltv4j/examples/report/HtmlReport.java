package org.ltv4j.examples.report;

import org.ltv4j.core.chart.ChartStyle;
import org.ltv4j.core.chart.Markup;

/**
 * Writes the report as one HTML file in both languages. It loads nothing, runs no script and is also well-formed XML; the
 * same data give the same bytes.
 */
public final class HtmlReport {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private HtmlReport() {}

    /**
     * The whole page.
     *
     * @param data what to show
     * @return HTML
     */
    public static String of(ReportData data) {
        Markup html = new Markup();
        html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").line();
        html.open("head").line();
        html.leaf("meta", "charset", "utf-8").line();
        html.leaf("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .line();
        html.leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.leaf("meta", "name", "color-scheme", "content", "light dark").line();
        html.leaf("meta", "name", "referrer", "content", "no-referrer").line();
        html.leaf("meta", "name", "robots", "content", "noindex").line();
        html.element("title", title(Language.EN) + " · " + title(Language.ZH)).line();
        html.open("style")
                .raw("\n" + Texts.resource("report.css") + ChartStyle.css())
                .close()
                .line();
        html.close().line();
        html.open("body").line();
        for (Language language : Language.values()) {
            choice(html, language);
        }
        html.open("nav", "class", "languages", "aria-label", "Language / 语言");
        for (Language language : Language.values()) {
            html.element("label", language.nativeName(), "for", "lang-" + language.code(), "lang", language.tag());
        }
        html.close().line();
        html.open("main").line();
        for (Language language : Language.values()) {
            html.raw(page(data, language)).line();
        }
        html.close().line().close().line().close().line();
        return "<!DOCTYPE html>\n" + html;
    }

    private static String title(Language language) {
        return new Texts(language, new Formats(language, "")).get("report.title");
    }

    private static void choice(Markup html, Language language) {
        String id = "lang-" + language.code();
        if (language == Language.EN) {
            html.leaf("input", "type", "radio", "name", "lang", "id", id, "class", "switch", "checked", "checked");
        } else {
            html.leaf("input", "type", "radio", "name", "lang", "id", id, "class", "switch");
        }
        html.line();
    }

    private static String page(ReportData data, Language language) {
        Page page = new Page(language, data.source().currency());
        page.html
                .open("article", "lang", language.tag(), "class", language.code())
                .line();
        HeadSection.write(page, data);
        data.failure().ifPresent(reason -> FailureSection.write(page, reason));
        data.result().ifPresent(result -> {
            ValueSection.write(page, result);
            TopSection.write(page, result);
            CheckSection.write(page, result);
            data.sideBySide().ifPresent(compared -> SideBySideSection.write(page, compared));
            AliveSection.write(page, result);
            ModelSection.write(page, result);
        });
        data.together().ifPresent(together -> TogetherSection.write(page, together));
        DataSection.write(page, data);
        data.result()
                .ifPresent(result -> GuideSection.write(
                        page,
                        result,
                        data.sideBySide().filter(s -> !s.outcomes().isEmpty()).isPresent()));
        page.html.element("footer", page.text("report.footer", data.version())).line();
        return page.html.close().toString();
    }
}

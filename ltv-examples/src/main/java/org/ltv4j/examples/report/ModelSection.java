package org.ltv4j.examples.report;

import java.util.List;
import java.util.OptionalDouble;
import org.ltv4j.examples.report.Page.Column;
import org.ltv4j.examples.report.ReportData.Parameter;
import org.ltv4j.examples.report.ReportData.Result;

/** The parameters with their intervals, and what the data do not tell. */
final class ModelSection {
    private static final String ABSENT = "–";

    private ModelSection() {}

    static void write(Page page, Result result) {
        Formats formats = page.formats;
        page.openSection("model", page.text("model.title"));
        page.paragraph(page.text(
                result.setting().inMoney() ? "model.text" : "model.text.purchases",
                page.text("unit.name." + result.setting().unit()),
                formats.decimal(result.setting().logLikelihood(), 1)));
        page.table(
                page.text("model.caption"),
                List.of(
                        Column.<Parameter>text(page.text("model.parameter"), Parameter::name),
                        Column.number(page.text("model.estimate"), p -> formats.significant(p.value())),
                        Column.number(page.text("model.interval"), p -> interval(page, p)),
                        Column.number(page.text("model.error"), p -> number(formats, p.standardError())),
                        Column.text(page.text("model.meaning"), p -> meaning(page, p))),
                result.parameters());
        if (result.parameters().stream().anyMatch(p -> p.standardError().isEmpty())) {
            page.note(page.text("model.absent"));
        }
        page.html.element("h3", page.text("findings.title"));
        if (result.findings().isEmpty()) {
            page.paragraph(page.text("findings.none"));
        } else {
            page.html.open("ul", "class", "findings");
            result.findings().forEach(page::listItem);
            page.html.close().line();
        }
        page.closeSection();
    }

    private static String meaning(Page page, Parameter parameter) {
        String key = "parameter." + parameter.model() + "." + parameter.name();
        return page.texts.has(key) ? page.text(key) : parameter.model();
    }

    private static String number(Formats formats, OptionalDouble value) {
        return value.isPresent() ? formats.significant(value.getAsDouble()) : ABSENT;
    }

    private static String interval(Page page, Parameter parameter) {
        return parameter.lower().isPresent() && parameter.upper().isPresent()
                ? page.text("range", number(page.formats, parameter.lower()), number(page.formats, parameter.upper()))
                : ABSENT;
    }
}

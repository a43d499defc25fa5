package org.ltv4j.examples.report;

import java.util.List;
import org.ltv4j.examples.report.ReportData.Result;

/** How to read the report: the words of the field, each explained once. */
final class GuideSection {
    private static final List<String> TERMS = List.of(
            "purchase", "value", "interval", "alive", "expected", "spend", "history", "holdout", "error", "gini");

    private static final List<String> COMPARED = List.of("brier", "auc");

    private GuideSection() {}

    static void write(Page page, Result result, boolean compared) {
        page.openSection("guide", page.text("guide.title"));
        Object[] gaps = {
            HeadSection.horizon(page, result),
            page.formats.percent(result.setting().level(), 0),
            HeadSection.basis(page, result.setting())
        };
        page.html.open("dl", "class", "guide");
        boolean inMoney = result.setting().inMoney();
        for (String term : TERMS) {
            if (!inMoney && term.equals("spend")) {
                continue;
            }
            page.html.element("dt", page.text("guide." + term, gaps));
            String text = !inMoney && term.equals("value") ? ".text.purchases" : ".text";
            page.html.element("dd", page.text("guide." + term + text, gaps)).line();
        }
        if (compared) {
            COMPARED.forEach(term -> page.html
                    .element("dt", page.text("guide." + term))
                    .element("dd", page.text("guide." + term + ".text"))
                    .line());
        }
        page.html.close();
        page.paragraph(page.text("guide.sources"));
        page.closeSection();
    }
}

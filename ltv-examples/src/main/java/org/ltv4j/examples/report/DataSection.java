package org.ltv4j.examples.report;

import java.util.List;
import org.ltv4j.examples.report.Page.Column;
import org.ltv4j.examples.report.ReportData.CleaningLine;

/** How the file was read and what was done with its rows. */
final class DataSection {
    private DataSection() {}

    static void write(Page page, ReportData data) {
        page.openSection("data", page.text("data.title"));
        page.paragraph(
                page.text("data.text", data.source().rowsRead(), data.source().rowsUsed()));
        if (!data.reading().isEmpty()) {
            page.html.open("ul");
            data.reading().forEach(page::listItem);
            page.html.close().line();
        }
        if (!data.cleaning().isEmpty()) {
            page.table(
                    page.text("data.caption"),
                    List.of(
                            Column.<CleaningLine>text(page.text("data.rule"), line -> page.texts.say(line.rule())),
                            Column.number(page.text("data.rows"), line -> page.formats.count(line.rows()))),
                    data.cleaning());
        }
        ProfileSection.write(page, data.profile());
        page.closeSection();
    }
}

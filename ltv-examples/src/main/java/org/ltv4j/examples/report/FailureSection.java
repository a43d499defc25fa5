package org.ltv4j.examples.report;

/** Why nothing could be learnt, and what to do. */
final class FailureSection {
    private FailureSection() {}

    static void write(Page page, Phrase reason) {
        page.openSection("failure", page.text("failure.title"));
        page.paragraph(page.text("failure.text"));
        page.html.open("ul", "class", "findings");
        page.listItem(reason);
        page.html.close();
        page.paragraph(page.text("failure.advice"));
        page.closeSection();
    }
}

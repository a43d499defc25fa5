package org.ltv4j.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.testing.Xml;
import org.ltv4j.examples.report.SideBySide.Calibration;
import org.ltv4j.examples.report.SideBySide.Cell;
import org.ltv4j.examples.report.SideBySide.Column;
import org.ltv4j.examples.report.SideBySide.Contest;
import org.ltv4j.examples.report.SideBySide.Curve;
import org.ltv4j.examples.report.SideBySide.Failure;
import org.ltv4j.examples.report.SideBySide.Residuals;
import org.ltv4j.examples.report.SideBySide.Row;
import org.ltv4j.examples.report.SideBySide.Setting;
import org.ltv4j.examples.report.SideBySide.Spread;
import org.ltv4j.examples.report.SideBySide.Standing;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SideBySideSectionTest {
    private static final LocalDate FIRST = LocalDate.of(1998, 1, 31);
    private static final LocalDate LAST = LocalDate.of(1998, 3, 31);
    private static final Phrase FUSED = Phrase.of("compare.model.fused");
    private static final Phrase TREE = Phrase.of("compare.model.tree");

    private static Contest contest(String outcome) {
        boolean churn = outcome.equals("churn");
        Curve curve = new Curve(FUSED, "model", List.of(0.0, 0.5, 1.0), List.of(0.0, 0.8, 1.0));
        return new Contest(
                outcome,
                new Setting(Horizon.parse("90d"), List.of(FIRST, LAST), 1000, 0.95),
                List.of(
                        new Column(Phrase.of("metric.rmse"), ReportData.Best.LOWEST, false),
                        new Column(Phrase.of("metric.bias"), ReportData.Best.NEAREST_TO_ZERO, true)),
                List.of(
                        new Row(
                                FUSED,
                                2,
                                List.of(
                                        Optional.of(new Cell(12.25, List.of(10.5, 14.75), Standing.BEST)),
                                        Optional.of(new Cell(-0.125, List.of(-0.25, 0.125), Standing.WITHIN_CHANCE)))),
                        new Row(
                                TREE,
                                1,
                                List.of(Optional.of(new Cell(99.5, List.of(), Standing.OTHER)), Optional.empty()))),
                List.of(new Failure(TREE, List.of(FIRST), Phrase.verbatim("too <few> leaves"))),
                List.of(Phrase.of("compare.best." + outcome, FUSED, 12.25), Phrase.of("compare.only")),
                churn ? List.of() : List.of(curve),
                Optional.of(new Calibration(FUSED, List.of(0.25, 0.5), List.of(0.125, 0.75))),
                churn ? List.of() : List.of(curve),
                churn
                        ? Optional.empty()
                        : Optional.of(new Residuals(
                                FUSED,
                                List.of(
                                        new Spread(0.6, List.of(-3.0, -2.0, -1.0, 0.0, 7.5)),
                                        new Spread(1, List.of(-40.0, -20.0, -5.0, 20.0, 110.0))))));
    }

    private static Document page(SideBySide compared) throws Exception {
        ReportData full = ReportFixture.full();
        String html = HtmlReport.of(new ReportData(
                full.source(),
                full.reading(),
                full.cleaning(),
                full.profile(),
                full.failure(),
                full.result(),
                Optional.of(compared),
                full.together(),
                full.version()));
        return Xml.parse(html.substring(html.indexOf('\n') + 1));
    }

    private static Document page(String... outcomes) throws Exception {
        return page(new SideBySide(
                Optional.empty(),
                true,
                List.of(outcomes).stream().map(SideBySideSectionTest::contest).toList()));
    }

    private static Element section(Document page, String language) {
        NodeList sections = page.getElementsByTagName("section");
        for (int i = 0; i < sections.getLength(); i++) {
            Element section = (Element) sections.item(i);
            if (section.getAttribute("id").equals(language + "-compare")) {
                return section;
            }
        }
        throw new AssertionError("no section in " + language);
    }

    @Test
    void showsValuesIntervalsMarksAndFailures() throws Exception {
        String text = section(page("spend", "churn"), "en").getTextContent();
        assertThat(text)
                .contains("2 past dates", "31\u00A0January\u00A01998", "31\u00A0March\u00A01998", "90 days")
                .contains("Spend in the next 90 days", "Who stays away for the next 90 days")
                .contains("★ 12.25", "10.5 – 14.75", "≈ −12.5%", "−25.0 – +12.5", "99.5", "–")
                .contains("decision tree, on 1 of the dates: too <few> leaves")
                .contains("Share of the real total", "$");
    }

    @Test
    void residualsStandAsBoxesAndAsNumbers() throws Exception {
        Element section = section(page("spend"), "en");
        NodeList boxes = section.getElementsByTagName("rect");
        long halves = IntStream.range(0, boxes.getLength())
                .filter(i -> ((Element) boxes.item(i)).getAttribute("class").equals("fill model half"))
                .count();
        assertThat(halves).isEqualTo(2 * (1 + 2)); // the key and two groups, wide and narrow
        assertThat(section.getTextContent()).contains("Real minus predicted", "60%", "7.5", "−40");
        assertThat(section(page("churn"), "en").getTextContent()).doesNotContain("Real minus predicted");
    }

    @Test
    void bothLanguagesHaveTheSameParts() throws Exception {
        Document page = page("purchases", "churn");
        for (String part : List.of("svg", "table", "h3", "h4", "p", "dt", "dd", "li", "tr", "td", "details")) {
            assertThat(section(page, "zh").getElementsByTagName(part).getLength())
                    .as(part)
                    .isEqualTo(section(page, "en").getElementsByTagName(part).getLength())
                    .isPositive();
        }
        assertThat(section(page, "zh").getTextContent()).contains("购买次数", "融合模型", "不再光顾", "决策树在 1 个日期失败");
    }

    @Test
    void everyIdIsUnique() throws Exception {
        NodeList all = page("spend", "churn").getElementsByTagName("*");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
        }
        assertThat(ids).contains("en-chart-compare-lift-wide-t", "zh-chart-compare-churn-narrow-t");
    }

    @Test
    void saysWhyNothingCouldBeCompared() throws Exception {
        Document page = page(new SideBySide(Optional.of(Phrase.of("compare.short", 40L, 90L)), false, List.of()));
        assertThat(section(page, "en").getTextContent()).contains("reach over 40 days: too short");
        assertThat(section(page, "zh").getTextContent()).contains("40 天，太短");
        assertThat(section(page, "en").getElementsByTagName("table").getLength())
                .isZero();
        assertThat(page.getDocumentElement().getTextContent()).doesNotContain("Brier");
    }
}

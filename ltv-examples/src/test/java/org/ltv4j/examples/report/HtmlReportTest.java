package org.ltv4j.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.testing.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlReportTest {
    private static Document parsed(String html) throws Exception {
        return Xml.parse(html.substring(html.indexOf('\n') + 1));
    }

    @Test
    void isWellFormedAndHasBothLanguages() throws Exception {
        Document page = parsed(HtmlReport.of(ReportFixture.full()));
        NodeList articles = page.getElementsByTagName("article");
        assertThat(articles.getLength()).isEqualTo(2);
        assertThat(((Element) articles.item(0)).getAttribute("lang")).isEqualTo("en");
        assertThat(((Element) articles.item(1)).getAttribute("lang")).isEqualTo("zh-Hans");
        assertThat(articles.item(0).getTextContent()).contains("Customer value report", "30\u00A0September\u00A01997");
        assertThat(articles.item(1).getTextContent()).contains("客户价值报告", "1997年9月30日");
    }

    @Test
    void bothLanguagesHaveTheSameParts() throws Exception {
        Document page = parsed(HtmlReport.of(ReportFixture.full()));
        Element english = (Element) page.getElementsByTagName("article").item(0);
        Element chinese = (Element) page.getElementsByTagName("article").item(1);
        for (String part : new String[] {"section", "svg", "table", "h2", "h3", "p", "dt", "dd", "li", "tr", "td"}) {
            assertThat(chinese.getElementsByTagName(part).getLength())
                    .as(part)
                    .isEqualTo(english.getElementsByTagName(part).getLength());
        }
        assertThat(english.getElementsByTagName("svg").getLength()).isEqualTo(12);
    }

    @Test
    void everyIdIsUniqueAndEveryReferenceHasItsTarget() throws Exception {
        Document page = parsed(HtmlReport.of(ReportFixture.full()));
        Set<String> ids = new HashSet<>();
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
        }
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            for (String target :
                    (element.getAttribute("aria-labelledby") + " " + element.getAttribute("for")).split(" ")) {
                assertThat(target.isEmpty() || ids.contains(target)).as(target).isTrue();
            }
        }
    }

    @Test
    void loadsNothingAndRunsNothing() throws Exception {
        String html = HtmlReport.of(ReportFixture.full());
        Document page = parsed(html);
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.getTagName())
                    .isNotIn("script", "link", "img", "iframe", "object", "embed", "form", "base", "a", "image", "use");
            for (int k = 0; k < element.getAttributes().getLength(); k++) {
                String name = element.getAttributes().item(k).getNodeName();
                assertThat(name)
                        .isNotIn("src", "href", "xlink:href", "action", "style")
                        .doesNotStartWith("on");
            }
        }
        assertThat(html).doesNotContain("url(", "@import", "@font-face");
        assertThat(html.replace("http://www.w3.org/1999/xhtml", "").replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("://");
        assertThat(html).contains("default-src &#39;none&#39;");
    }

    @Test
    void idsOfTheFileAreOnlyText() throws Exception {
        String id = "</td><script>alert('1')</script>";
        String html = HtmlReport.of(ReportFixture.full(id));
        assertThat(html).doesNotContain("<script");
        assertThat(parsed(html).getDocumentElement().getTextContent()).contains("</td><script>alert('1')");
    }

    @Test
    void aLongIdIsShortenedBetweenCharacters() throws Exception {
        String html = HtmlReport.of(ReportFixture.full("😀".repeat(5000)));
        assertThat(parsed(html).getDocumentElement().getTextContent()).contains("😀".repeat(31) + "…");
        assertThat(html).doesNotContain("😀".repeat(32));
    }

    @Test
    void withoutAResultItSaysWhy() throws Exception {
        Document page = parsed(HtmlReport.of(ReportFixture.failed()));
        String text = page.getDocumentElement().getTextContent();
        assertThat(text).contains("Nothing could be learnt", "none of 1 customers bought twice", "不足以得出结论");
        assertThat(page.getElementsByTagName("svg").getLength()).isZero();
    }

    @Test
    void theSameDataGiveTheSameBytes() {
        assertThat(HtmlReport.of(ReportFixture.full())).isEqualTo(HtmlReport.of(ReportFixture.full()));
    }

    @Test
    void fitsAPhoneAndTellsAbsentNumbers() throws Exception {
        String html = HtmlReport.of(ReportFixture.full());
        assertThat(html).contains("width=device-width", "max-width: 600px");
        assertThat(parsed(html).getDocumentElement().getTextContent())
                .contains("A dash means that the number does not exist")
                .doesNotContain("NaN", "Infinity", "{0}", "{1}");
    }
}

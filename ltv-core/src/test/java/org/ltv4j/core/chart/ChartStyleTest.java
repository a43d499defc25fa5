package org.ltv4j.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.testing.Xml;
import org.w3c.dom.Document;

class ChartStyleTest {
    private static String chart(String title) {
        return BarChart.of(ChartText.of("c", title, "What is seen", "", ""), List.of("a"))
                .bars("one", ChartStyle.FIRST, new double[] {1})
                .svg(ChartSize.NARROW, Labels.PLAIN);
    }

    @Test
    void aFileOfItsOwnIsWellFormedAndCarriesItsStyleOnce() throws Exception {
        Document svg = Xml.parse(ChartStyle.standalone(chart("1 < 2 > 0")));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("style").getLength()).isEqualTo(1);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("1 < 2 > 0");
    }

    @Test
    void everyRuleConcernsChartsOnly() {
        List<String> selectors = new ArrayList<>();
        Pattern.compile("(?m)^ *([^{};@]+)\\{")
                .matcher(ChartStyle.css())
                .results()
                .forEach(rule -> selectors.addAll(List.of(rule.group(1).trim().split("\\s*,\\s*"))));
        assertThat(selectors).hasSizeGreaterThan(15).allMatch(selector -> selector.startsWith("svg.chart"));
    }

    @Test
    void everyNamedStyleHasAColourForLinesAndForBars() {
        for (String style : List.of(
                ChartStyle.FIRST,
                ChartStyle.SECOND,
                ChartStyle.THIRD,
                ChartStyle.FOURTH,
                ChartStyle.FIFTH,
                ChartStyle.REFERENCE)) {
            assertThat(ChartStyle.css()).contains("svg.chart .line." + style + " {", "svg.chart .fill." + style);
        }
        assertThat(ChartStyle.css()).contains("svg.chart .line.dashed {");
        assertThat(ChartStyle.dashed(ChartStyle.FIRST)).isEqualTo("model dashed");
    }

    @Test
    void refusesWhatIsNoChart() {
        for (String text : List.of("", "<svg ", "<p>chart</p>", "svg", "<svg a='b'>")) {
            assertThatThrownBy(() -> ChartStyle.standalone(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("SVG element");
        }
    }

    @Test
    void refusesAnIdThatCouldNotStandInAPage() {
        for (String id : List.of("", "1a", "a b", "a\"", "-a")) {
            assertThatThrownBy(() -> ChartText.of(id, "t", "d", "", "")).hasMessageContaining("id of a chart");
        }
    }
}

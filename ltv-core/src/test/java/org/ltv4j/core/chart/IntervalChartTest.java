package org.ltv4j.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ltv4j.core.testing.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class IntervalChartTest {
    private static final IntervalChart EMPTY = IntervalChart.of(ChartText.of("c", "Title", "What is seen", "euro", ""));

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void aDotStandsWhereItsValueLiesWithinTheInterval() throws Exception {
        Document svg = Xml.parse(EMPTY.row("<a>", ChartStyle.FIRST, 12, 10, 20)
                .row("b", ChartStyle.SECOND, 15, 15, 15)
                .svg(ChartSize.WIDE, Labels.PLAIN));
        NodeList lines = svg.getElementsByTagName("line");
        Element interval = null;
        for (int i = 0; i < lines.getLength(); i++) {
            Element line = (Element) lines.item(i);
            interval = line.getAttribute("class").equals("line model") ? line : interval;
        }
        assertThat(interval).isNotNull();
        double left = number(interval, "x1");
        double right = number(interval, "x2");
        double dot = number((Element) svg.getElementsByTagName("circle").item(0), "cx");
        assertThat((dot - left) / (right - left)).isCloseTo(0.2, within(0.001)); // a tenth of a pixel
        assertThat(left).isPositive();
        assertThat(right).isLessThan(720);
        assertThat(svg.getDocumentElement().getTextContent()).contains("<a>", "euro");
    }

    @Test
    void theHeightFollowsFromTheRows() throws Exception {
        IntervalChart chart = EMPTY;
        for (int i = 0; i < 20; i++) {
            chart = chart.row("row " + i, ChartStyle.FIRST, -i, -i - 1, 0);
        }
        Element root = Xml.parse(chart.svg(ChartSize.NARROW, Labels.PLAIN)).getDocumentElement();
        int height = Integer.parseInt(root.getAttribute("viewBox").split(" ")[3]);
        NodeList dots = root.getElementsByTagName("circle");
        assertThat(number((Element) dots.item(19), "cy")).isLessThan(height - 40.0);
    }

    @Test
    void aSingleValueIsDrawnToo() throws Exception {
        Document svg = Xml.parse(EMPTY.row("a", ChartStyle.FIRST, 0, 0, 0).svg(ChartSize.NARROW, Labels.PLAIN));
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoInterval() {
        assertThatThrownBy(() -> EMPTY.svg(ChartSize.WIDE, Labels.PLAIN)).hasMessageContaining("no row");
        assertThatThrownBy(() -> EMPTY.row("a", "model", Double.NaN, 1, 2)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> EMPTY.row("a", "model", 1, 2, 1)).hasMessageContaining("2.0 to 1.0");
        assertThatThrownBy(() -> EMPTY.row("a", "model", 1, 0, Double.POSITIVE_INFINITY))
                .hasMessageContaining("finite");
    }
}

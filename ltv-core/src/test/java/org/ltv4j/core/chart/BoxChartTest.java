package org.ltv4j.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ltv4j.core.testing.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class BoxChartTest {
    private static BoxChart empty() {
        return BoxChart.of(
                ChartText.of("c", "Title", "What is seen", "tenth", "euro"),
                new BoxChart.Names("median", "half", "most"),
                ChartStyle.FIRST);
    }

    private static double number(NodeList elements, int place, String attribute) {
        return Double.parseDouble(((Element) elements.item(place)).getAttribute(attribute));
    }

    @Test
    void boxesReachFromQuantileToQuantile() throws Exception {
        // the axis runs from -4 to 4, so that its height is 8 euro
        Document svg = Xml.parse(empty().box("1", -4, -1, 0, 1, 4).svg(ChartSize.WIDE, Labels.PLAIN));
        NodeList boxes = svg.getElementsByTagName("rect"); // two keys of the legend, then most and half
        double most = number(boxes, 2, "height");
        double half = number(boxes, 3, "height");
        assertThat(most / half).isCloseTo(4, within(0.01)); // heights are rounded to a tenth
        assertThat(number(boxes, 2, "y") + most / 2).isCloseTo(number(boxes, 3, "y") + half / 2, within(0.11));
    }

    @Test
    void theAxisHoldsZeroWhereverTheBoxesAre() throws Exception {
        String above = Xml.parse(empty().box("1", 3, 4, 5, 6, 7).svg(ChartSize.WIDE, Labels.PLAIN))
                .getDocumentElement()
                .getTextContent();
        String below = Xml.parse(empty().box("1", -7, -6, -5, -4, -3).svg(ChartSize.WIDE, Labels.PLAIN))
                .getDocumentElement()
                .getTextContent();
        assertThat(above).contains("01234567").doesNotContain("-");
        assertThat(below).contains("-7-6-5-4-3-2-10");
    }

    @Test
    void aGroupWithoutSpreadIsDrawnAsALine() throws Exception {
        Document svg = Xml.parse(empty().box("1", 0, 0, 0, 0, 0).svg(ChartSize.NARROW, Labels.PLAIN));
        assertThat(number(svg.getElementsByTagName("rect"), 2, "height")).isZero();
    }

    @Test
    void refusesWhatIsNoBox() {
        assertThatThrownBy(() -> empty().svg(ChartSize.WIDE, Labels.PLAIN)).hasMessageContaining("no box");
        assertThatThrownBy(() -> empty().box("1", 1, 2)).hasMessageContaining("got 2 numbers");
        assertThatThrownBy(() -> empty().box("1", 1, 2, 1, 4, 5)).hasMessageContaining("got 1.0 after 2.0");
        assertThatThrownBy(() -> empty().box("1", 1, 2, Double.NaN, 4, 5)).hasMessageContaining("NaN");
    }
}

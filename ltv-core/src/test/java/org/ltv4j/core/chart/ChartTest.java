package org.ltv4j.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.testing.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartTest {
    private static final ChartText WORDS = ChartText.of("c", "A <title>", "What is seen", "weeks", "euro");

    private static String lines() {
        return LineChart.of(WORDS)
                .line("actual", "actual", new double[] {0, 5, 10}, new double[] {0, 40, 80})
                .line("model", "model", new double[] {0, 10}, new double[] {0, 90})
                .mark(6, "before", "after")
                .svg(ChartSize.WIDE, Labels.PLAIN);
    }

    @Test
    void aLineChartIsWellFormedAndNamesItself() throws Exception {
        Document svg = Xml.parse(lines());
        Element root = svg.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("c-t c-d");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A <title>");
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    }

    @Test
    void theSameNumbersGiveTheSameBytes() {
        assertThat(lines()).isEqualTo(lines());
    }

    @Test
    void aLineStaysInsideTheDrawing() throws Exception {
        Document svg = Xml.parse(lines());
        Element line = (Element) svg.getElementsByTagName("polyline").item(0);
        for (String point : line.getAttribute("points").split(" ")) {
            String[] xy = point.split(",");
            assertThat(Double.parseDouble(xy[0])).isBetween(0.0, 720.0);
            assertThat(Double.parseDouble(xy[1])).isBetween(0.0, 360.0);
        }
    }

    @Test
    void aHigherValueIsDrawnHigher() throws Exception {
        Document svg = Xml.parse(lines());
        String[] points = ((Element) svg.getElementsByTagName("polyline").item(0))
                .getAttribute("points")
                .split(" ");
        double first = Double.parseDouble(points[0].split(",")[1]);
        double last = Double.parseDouble(points[2].split(",")[1]);
        assertThat(last).isLessThan(first);
    }

    @Test
    void linesBelowZeroStayInsideAndDotsStandOnThem() throws Exception {
        Document svg = Xml.parse(LineChart.of(WORDS)
                .line("a", ChartStyle.FIRST, new double[] {0, 1, 2}, new double[] {-40, 10, -5})
                .withDots()
                .svg(ChartSize.NARROW, Labels.PLAIN));
        var dots = svg.getElementsByTagName("circle");
        assertThat(dots.getLength()).isEqualTo(3);
        String[] points = ((Element) svg.getElementsByTagName("polyline").item(0))
                .getAttribute("points")
                .split(" ");
        for (int i = 0; i < 3; i++) {
            Element dot = (Element) dots.item(i);
            assertThat(dot.getAttribute("cx") + "," + dot.getAttribute("cy")).isEqualTo(points[i]);
            assertThat(Double.parseDouble(dot.getAttribute("cy"))).isBetween(0.0, 300.0);
        }
    }

    @Test
    void barsHaveTheHeightOfTheirValues() throws Exception {
        Document svg = Xml.parse(BarChart.of(WORDS, List.of("0", "1"))
                .bars("actual", "actual", new double[] {1, 2})
                .svg(ChartSize.WIDE, Labels.PLAIN));
        var rectangles = svg.getElementsByTagName("rect");
        double one = Double.parseDouble(((Element) rectangles.item(1)).getAttribute("height"));
        double two = Double.parseDouble(((Element) rectangles.item(2)).getAttribute("height"));
        assertThat(two / one).isBetween(1.98, 2.02);
    }

    @Test
    void aHeatMapShowsItsNumbersAndLeavesOutWhatIsNot() throws Exception {
        Document svg = Xml.parse(HeatMap.of(WORDS, List.of("0", "1"), List.of("0", "1"), new double[][] {
                    {1, Double.NaN}, {0.25, 0}
                })
                .svg(ChartSize.WIDE, Labels.PLAIN));
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(4);
        assertThat(svg.getDocumentElement().getTextContent()).contains("0.25");
        assertThat(((Element) svg.getElementsByTagName("rect").item(1)).getAttribute("class"))
                .isEqualTo("none");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        LineChart lines = LineChart.of(WORDS);
        assertThatThrownBy(() -> lines.line("a", "a", new double[] {0, 1}, new double[] {0, Double.NaN}))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> lines.line("a", "a", new double[] {0}, new double[] {0}))
                .hasMessageContaining("2");
        assertThatThrownBy(() -> lines.svg(ChartSize.WIDE, Labels.PLAIN)).hasMessageContaining("no line");
        BarChart bars = BarChart.of(WORDS, List.of("a"));
        assertThatThrownBy(() -> bars.bars("a", "a", new double[] {-1})).hasMessageContaining(">= 0");
        assertThatThrownBy(() -> bars.bars("a", "a", new double[] {1, 2})).hasMessageContaining("1 bars");
        assertThatThrownBy(() -> bars.svg(ChartSize.WIDE, Labels.PLAIN)).hasMessageContaining("no bars");
        assertThatThrownBy(() -> BarChart.of(WORDS, List.of())).hasMessageContaining("category");
        assertThatThrownBy(() -> HeatMap.of(WORDS, List.of("a"), List.of("a"), new double[][] {{2}}))
                .hasMessageContaining("[0, 1]");
        assertThatThrownBy(() -> new ChartSize(10, 10)).hasMessageContaining("200");
    }
}

package org.ltv4j.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.chart.NetworkChart.Arrow;
import org.ltv4j.core.chart.NetworkChart.Node;

class NetworkChartTest {
    private static final ChartText TEXT = ChartText.of("net", "Net", "What leads to what", "", "");

    private static Node node(String name) {
        return new Node(name, 0.5, ChartStyle.FIRST);
    }

    /** Two groups of four, all joined within, and one bridge. */
    private static NetworkChart groups() {
        List<Node> nodes = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            nodes.add(node("<n & " + i + ">"));
            for (int j = i / 4 * 4; j < i; j++) {
                arrows.add(new Arrow(i, j, 1));
            }
        }
        arrows.add(new Arrow(0, 7, 0.2));
        return NetworkChart.of(TEXT, nodes, arrows);
    }

    private static double[][] circles(String svg) {
        List<double[]> at = new ArrayList<>();
        Matcher circle =
                Pattern.compile("<circle cx=\"([-0-9.]+)\" cy=\"([-0-9.]+)\"").matcher(svg);
        while (circle.find()) {
            at.add(new double[] {Double.parseDouble(circle.group(1)), Double.parseDouble(circle.group(2))});
        }
        return at.toArray(new double[0][]);
    }

    @Test
    void theSameNodesGiveTheSamePictureWhichIsWellFormed() throws Exception {
        String svg = groups().standalone(ChartSize.WIDE, Labels.PLAIN);
        assertThat(groups().standalone(ChartSize.WIDE, Labels.PLAIN)).isEqualTo(svg);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(svg).contains("&lt;n &amp; 0&gt;").contains("What leads to what");
    }

    @Test
    void joinedNodesLieNearEachOtherAndAllWithinThePicture() {
        double[][] at = circles(groups().svg(ChartSize.WIDE, Labels.PLAIN));
        assertThat(at).hasDimensions(8, 2);
        double within = 0;
        double between = 0;
        for (int i = 0; i < 8; i++) {
            assertThat(at[i][0]).isBetween(0.0, 720.0);
            assertThat(at[i][1]).isBetween(0.0, 360.0);
            for (int j = 0; j < i; j++) {
                double distance = Math.hypot(at[i][0] - at[j][0], at[i][1] - at[j][1]);
                assertThat(distance).isGreaterThan(10);
                if (i / 4 == j / 4) {
                    within += distance / 12;
                } else {
                    between += distance / 16;
                }
            }
        }
        assertThat(between).isGreaterThan(1.5 * within);
    }

    @Test
    void oneNodeAndAJointAreDrawn() {
        String one = NetworkChart.of(TEXT, List.of(node("alone")), List.of()).svg(ChartSize.NARROW, Labels.PLAIN);
        assertThat(circles(one)).hasDimensions(1, 2);
        NetworkChart joint =
                NetworkChart.of(TEXT, List.of(node("a"), node("")), List.of(new Arrow(0, 1, 0), new Arrow(1, 0, 0)));
        assertThat(joint.text()).isEqualTo(TEXT);
        String svg = joint.svg(ChartSize.NARROW, Labels.PLAIN);
        assertThat(svg.split("class=\"head\"", -1))
                .as("a joint has no arrow head")
                .hasSize(2);
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NetworkChart.of(TEXT, List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkChart.of(TEXT, List.of(node("a")), List.of(new Arrow(0, 1, 1))))
                .withMessage("an arrow leads from 0 to 1, but there are 1 nodes");
        assertThatIllegalArgumentException().isThrownBy(() -> new Arrow(1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Arrow(0, 1, Double.NaN))
                .withMessage("need a strength of an arrow from 0 to 1, got NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new Node("a", 1.1, ChartStyle.FIRST));
    }
}

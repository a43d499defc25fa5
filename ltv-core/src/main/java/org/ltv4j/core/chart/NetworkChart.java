package org.ltv4j.core.chart;

import java.util.List;

/**
 * Nodes and arrows between them, such as items and the rules that lead from one to another. Nodes that are joined come to lie near each
 * other: a layout by forces (Fruchterman and Reingold 1991), which starts from a spiral and draws no random numbers, so that the same
 * nodes and arrows give the same picture. Immutable. Cost: quadratic in the nodes; readable up to some fifty of them.
 */
public final class NetworkChart implements Chart {
    private static final int MOST = 2000;
    private static final double HEAD = 6;
    private static final double BEND = 0.12;

    private final ChartText text;
    private final List<Node> nodes;
    private final List<Arrow> arrows;

    private NetworkChart(ChartText text, List<Node> nodes, List<Arrow> arrows) {
        this.text = text;
        this.nodes = nodes;
        this.arrows = arrows;
    }

    /**
     * A node.
     *
     * @param name what stands beside it; empty for a joint that only holds arrows together
     * @param size from 0 to 1, which its area shows
     * @param style one of {@link ChartStyle}
     */
    public record Node(String name, double size, String style) {
        /**
         * Checks the size.
         *
         * @param name what stands beside it; empty for a joint
         * @param size from 0 to 1
         * @param style one of {@link ChartStyle}
         * @throws IllegalArgumentException if the size is outside its range
         */
        public Node {
            requireShare("size of a node", size);
        }

        private double radius() {
            return name.isEmpty() ? 3 : 4 + 8 * Math.sqrt(size);
        }
    }

    /**
     * An arrow.
     *
     * @param from number of the node where it begins
     * @param to number of another node
     * @param strength from 0 to 1, which its width shows
     */
    public record Arrow(int from, int to, double strength) {
        /**
         * Checks the strength.
         *
         * @param from number of the node where it begins
         * @param to number of another node
         * @param strength from 0 to 1
         * @throws IllegalArgumentException if the strength is outside its range or both ends are the same
         */
        public Arrow {
            requireShare("strength of an arrow", strength);
            if (from == to) {
                throw new IllegalArgumentException("an arrow needs two nodes, got " + from + " twice");
            }
        }
    }

    private static void requireShare(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("need a " + what + " from 0 to 1, got " + value);
        }
    }

    /**
     * A chart of nodes and arrows.
     *
     * @param text its words; axes have no names here
     * @param nodes at least one, at most 2,000
     * @param arrows between them
     * @return the chart
     * @throws IllegalArgumentException if there are none or too many, or an arrow leads from or to nowhere
     */
    public static NetworkChart of(ChartText text, List<Node> nodes, List<Arrow> arrows) {
        if (nodes.isEmpty() || nodes.size() > MOST) {
            throw new IllegalArgumentException("need 1 to " + MOST + " nodes, got " + nodes.size());
        }
        for (Arrow arrow : arrows) {
            if (Math.min(arrow.from(), arrow.to()) < 0 || Math.max(arrow.from(), arrow.to()) >= nodes.size()) {
                throw new IllegalArgumentException("an arrow leads from " + arrow.from() + " to " + arrow.to()
                        + ", but there are " + nodes.size() + " nodes");
            }
        }
        return new NetworkChart(text, List.copyOf(nodes), List.copyOf(arrows));
    }

    @Override
    public ChartText text() {
        return text;
    }

    @Override
    public String svg(ChartSize size, Labels labels) {
        Frame frame = new Frame(text, size, "network");
        double[][] at = new ForceLayout(nodes.size(), arrows, size.width(), size.height()).positions();
        for (Arrow arrow : arrows) {
            draw(frame, arrow, at[arrow.from()], at[arrow.to()]);
        }
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            frame.svg.leaf(
                    "circle",
                    "cx",
                    Frame.num(at[i][0]),
                    "cy",
                    Frame.num(at[i][1]),
                    "r",
                    Frame.num(node.radius()),
                    "class",
                    "fill " + node.style());
        }
        NodeNames names = new NodeNames(size);
        for (int i = 0; i < nodes.size(); i++) {
            names.block(at[i], nodes.get(i).radius());
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (!nodes.get(i).name().isEmpty()) {
                names.draw(frame.svg, nodes.get(i).name(), at[i], nodes.get(i).radius());
            }
        }
        return frame.finish();
    }

    /** A slightly bent line, so that arrows both ways stay apart, and a head at its end. */
    private void draw(Frame frame, Arrow arrow, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = Math.max(1e-3, Math.sqrt(dx * dx + dy * dy));
        double bendX = (from[0] + to[0]) / 2 - dy * BEND;
        double bendY = (from[1] + to[1]) / 2 + dx * BEND;
        double inX = to[0] - bendX;
        double inY = to[1] - bendY;
        double in = Math.max(1e-3, Math.sqrt(inX * inX + inY * inY));
        double ux = inX / in;
        double uy = inY / in;
        boolean joint = nodes.get(arrow.to()).name().isEmpty();
        double stop = Math.min(length / 2, nodes.get(arrow.to()).radius() + (joint ? 0 : HEAD + 1));
        double endX = to[0] - ux * stop;
        double endY = to[1] - uy * stop;
        frame.svg.leaf(
                "path",
                "d",
                "M" + Frame.num(from[0]) + " " + Frame.num(from[1]) + "Q" + Frame.num(bendX) + " " + Frame.num(bendY)
                        + " " + Frame.num(endX) + " " + Frame.num(endY),
                "class",
                "link",
                "stroke-width",
                Frame.num(1 + 3 * arrow.strength()));
        if (!joint) {
            frame.svg.leaf(
                    "path",
                    "d",
                    "M" + point(endX + ux * HEAD, endY + uy * HEAD) + "L"
                            + point(endX - uy * HEAD * 0.6, endY + ux * HEAD * 0.6) + "L"
                            + point(endX + uy * HEAD * 0.6, endY - ux * HEAD * 0.6) + "Z",
                    "class",
                    "head");
        }
    }

    private static String point(double x, double y) {
        return Frame.num(x) + " " + Frame.num(y);
    }
}

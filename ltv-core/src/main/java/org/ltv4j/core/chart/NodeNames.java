package org.ltv4j.core.chart;

import java.util.ArrayList;
import java.util.List;

/** Puts the name of each node to the side of it where it covers least. */
final class NodeNames {
    private static final int HALF = 7;
    private static final double OUTSIDE = 1e6;

    private final ChartSize size;
    private final List<Box> taken = new ArrayList<>();

    NodeNames(ChartSize size) {
        this.size = size;
    }

    private record Box(double left, double top, double right, double bottom) {
        double shared(Box other) {
            double w = Math.min(right, other.right) - Math.max(left, other.left);
            double h = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            return w > 0 && h > 0 ? w * h : 0;
        }
    }

    /** Keeps names off a node. */
    void block(double[] at, double radius) {
        taken.add(new Box(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius));
    }

    /** Draws a name: right of its node, left of it, below, above, or at a corner; never over the edge of the picture. */
    void draw(Markup svg, String name, double[] at, double radius) {
        double width = Frame.textWidth(name);
        double gap = radius + 3;
        double[][] middles = {
            {at[0] + gap + width / 2, at[1]},
            {at[0] - gap - width / 2, at[1]},
            {at[0], at[1] + gap + HALF},
            {at[0], at[1] - gap - HALF},
            {at[0] + gap * 0.7 + width / 2, at[1] + gap * 0.7 + 4},
            {at[0] - gap * 0.7 - width / 2, at[1] + gap * 0.7 + 4},
            {at[0] + gap * 0.7 + width / 2, at[1] - gap * 0.7 - 4},
            {at[0] - gap * 0.7 - width / 2, at[1] - gap * 0.7 - 4},
        };
        double least = Double.POSITIVE_INFINITY;
        double[] best = middles[0];
        for (double[] middle : middles) {
            middle[0] = Math.max(width / 2 + 1, Math.min(size.width() - width / 2 - 1, middle[0]));
            double cost = cost(box(middle, width));
            if (cost < least) {
                least = cost;
                best = middle;
            }
        }
        taken.add(box(best, width));
        svg.element("text", name, "x", Frame.num(best[0]), "y", Frame.num(best[1] + 4), "class", "node middle");
    }

    private double cost(Box box) {
        double cost = box.top < 0 || box.bottom > size.height() ? OUTSIDE : 0;
        for (Box other : taken) {
            cost += box.shared(other);
        }
        return cost;
    }

    private static Box box(double[] middle, double width) {
        return new Box(middle[0] - width / 2, middle[1] - HALF, middle[0] + width / 2, middle[1] + HALF);
    }
}

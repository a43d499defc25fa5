package org.ltv4j.core.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How groups spread: for each the median as a line, the middle half as a dark box and the middle nine tenths as a light one. The
 * vertical axis holds 0. Immutable.
 */
public final class BoxChart implements Chart {
    private static final double WIDE = 0.7;

    private final ChartText text;
    private final Names names;
    private final String style;
    private final List<Box> boxes;

    /**
     * What the legend says.
     *
     * @param median name of the line, such as {@code median}
     * @param half name of the dark box, such as {@code half of the customers}
     * @param most name of the light box, such as {@code 90 % of the customers}
     */
    public record Names(String median, String half, String most) {}

    private record Box(String category, double[] quantiles) {}

    private BoxChart(ChartText text, Names names, String style, List<Box> boxes) {
        this.text = text;
        this.names = names;
        this.style = style;
        this.boxes = List.copyOf(boxes);
    }

    /**
     * A chart without any group yet.
     *
     * @param text its words
     * @param names what the legend says
     * @param style one of {@link ChartStyle}, or a CSS class of the page
     * @return the chart
     */
    public static BoxChart of(ChartText text, Names names, String style) {
        return new BoxChart(text, names, style, List.of());
    }

    /**
     * This chart with one more group to the right.
     *
     * @param category its name along the horizontal axis
     * @param quantiles of its values at 5, 25, 50, 75 and 95 %: five finite numbers that do not fall; copied
     * @return the chart
     * @throws IllegalArgumentException if they are not five, fall or are not finite
     */
    public BoxChart box(String category, double... quantiles) {
        if (quantiles.length != 5) {
            throw new IllegalArgumentException(
                    "a box needs the quantiles at 5, 25, 50, 75 and 95 %, got " + quantiles.length + " numbers");
        }
        for (int i = 0; i < 5; i++) {
            if (!Double.isFinite(quantiles[i]) || i > 0 && quantiles[i] < quantiles[i - 1]) {
                throw new IllegalArgumentException("quantiles of a box: need finite numbers that do not fall, got "
                        + quantiles[i] + (i > 0 ? " after " + quantiles[i - 1] : ""));
            }
        }
        List<Box> more = new ArrayList<>(boxes);
        more.add(new Box(category, quantiles.clone()));
        return new BoxChart(text, names, style, more);
    }

    @Override
    public ChartText text() {
        return text;
    }

    @Override
    public String svg(ChartSize size, Labels labels) {
        if (boxes.isEmpty()) {
            throw new IllegalStateException("the chart " + text.id() + " has no box: add groups with box(..)");
        }
        Frame frame = new Frame(text, size, "boxes");
        frame.legend(
                List.of(
                        new Frame.Key(names.median(), "median"),
                        new Frame.Key(names.half(), style + " half"),
                        new Frame.Key(names.most(), style + " most")),
                false);
        Axis axis = Axis.around(
                boxes.stream().mapToDouble(box -> box.quantiles[0]).min().orElseThrow(),
                boxes.stream().mapToDouble(box -> box.quantiles[4]).max().orElseThrow(),
                size.height() / 50,
                false);
        frame.verticalAxis(axis, labels);
        double step = (double) (frame.right - frame.left) / boxes.size();
        for (int b = 0; b < boxes.size(); b++) {
            draw(frame, axis, boxes.get(b), frame.left + (b + (1 - WIDE) / 2) * step, WIDE * step);
        }
        frame.categories(boxes.stream().map(Box::category).toList());
        frame.horizontalName();
        return frame.finish();
    }

    private void draw(Frame frame, Axis axis, Box box, double x, double width) {
        span(frame, axis, box.quantiles[0], box.quantiles[4], x, width, "most");
        span(frame, axis, box.quantiles[1], box.quantiles[3], x, width, "half");
        String y = Frame.num(frame.y(axis, box.quantiles[2]));
        frame.svg.leaf("line", "x1", Frame.num(x), "x2", Frame.num(x + width), "y1", y, "y2", y, "class", "median");
    }

    private void span(Frame frame, Axis axis, double low, double high, double x, double width, String part) {
        double top = frame.y(axis, high);
        frame.svg.leaf(
                "rect",
                "x",
                Frame.num(x),
                "y",
                Frame.num(top),
                "width",
                Frame.num(width),
                "height",
                Frame.num(frame.y(axis, low) - top),
                "class",
                "fill " + style + " " + part);
    }
}

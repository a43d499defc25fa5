package org.ltv4j.core.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines over a common horizontal axis, with a mark that may divide it in two. The vertical axis holds 0. Immutable. */
public final class LineChart implements Chart {
    private final ChartText text;
    private final List<Line> lines;
    private final List<Mark> marks;
    private final boolean whole;
    private final boolean dots;

    private record Line(String name, String style, double[] x, double[] y) {}

    private record Mark(double x, String before, String after) {}

    private LineChart(ChartText text, List<Line> lines, List<Mark> marks, boolean whole, boolean dots) {
        this.text = text;
        this.lines = List.copyOf(lines);
        this.marks = List.copyOf(marks);
        this.whole = whole;
        this.dots = dots;
    }

    /**
     * A chart without any line yet.
     *
     * @param text its words
     * @return the chart
     */
    public static LineChart of(ChartText text) {
        return new LineChart(text, List.of(), List.of(), false, false);
    }

    /**
     * This chart with one more line.
     *
     * @param name its name in the legend
     * @param style one of {@link ChartStyle}, or a CSS class of the page
     * @param x rising finite values, at least two
     * @param y finite values, as many
     * @return the chart
     * @throws IllegalArgumentException if the lengths differ, there are fewer than two points or a value is not finite
     */
    public LineChart line(String name, String style, double[] x, double[] y) {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException(
                    "a line needs as many x as y and at least 2, got " + x.length + " and " + y.length);
        }
        List<Line> more = new ArrayList<>(lines);
        more.add(new Line(name, style, finite(x), finite(y)));
        return new LineChart(text, more, marks, whole, dots);
    }

    /**
     * This chart with a mark across it.
     *
     * @param x where
     * @param before what lies to the left of it, a word
     * @param after what lies to the right of it, a word
     * @return the chart
     */
    public LineChart mark(double x, String before, String after) {
        return new LineChart(text, lines, List.of(new Mark(x, before, after)), whole, dots);
    }

    /**
     * This chart with whole numbers on both axes, as for counts.
     *
     * @return the chart
     */
    public LineChart wholeNumbers() {
        return new LineChart(text, lines, marks, true, dots);
    }

    /**
     * This chart with a dot at each point of the lines that have more than two, as for groups of customers.
     *
     * @return the chart
     */
    public LineChart withDots() {
        return new LineChart(text, lines, marks, whole, true);
    }

    @Override
    public ChartText text() {
        return text;
    }

    @Override
    public String svg(ChartSize size, Labels labels) {
        if (lines.isEmpty()) {
            throw new IllegalStateException("the chart " + text.id() + " has no line");
        }
        Frame frame = new Frame(text, size, "lines");
        frame.legend(lines.stream().map(l -> new Frame.Key(l.name, l.style)).toList(), true);
        Axis vertical = Axis.around(smallest(), largest(), size.height() / 60, whole);
        frame.verticalAxis(vertical, labels);
        Axis horizontal = Axis.exactly(first(), last(), Math.max(3, size.width() / 90), whole);
        for (Mark mark : marks) {
            drawMark(frame, horizontal, mark);
        }
        frame.horizontalAxis(horizontal, labels);
        for (Line line : lines) {
            frame.svg.leaf(
                    "polyline", "points", points(frame, horizontal, vertical, line), "class", "line " + line.style);
            if (dots && line.x.length > 2) {
                drawDots(frame, horizontal, vertical, line);
            }
        }
        return frame.finish();
    }

    private static void drawMark(Frame frame, Axis axis, Mark mark) {
        double x = frame.x(axis, mark.x);
        frame.svg.leaf(
                "rect",
                "x",
                Frame.num(x),
                "y",
                Frame.num(frame.top),
                "width",
                Frame.num(frame.right - x),
                "height",
                Frame.num(frame.bottom - frame.top),
                "class",
                "after");
        frame.svg.leaf(
                "line",
                "x1",
                Frame.num(x),
                "x2",
                Frame.num(x),
                "y1",
                Frame.num(frame.top),
                "y2",
                Frame.num(frame.bottom),
                "class",
                "mark");
        String y = Frame.num(frame.top + 14);
        if (Frame.textWidth(mark.before) + 8 < x - frame.left) {
            frame.svg.element("text", mark.before, "x", Frame.num(x - 6), "y", y, "class", "hint end");
        }
        if (Frame.textWidth(mark.after) + 8 < frame.right - x) {
            frame.svg.element("text", mark.after, "x", Frame.num(x + 6), "y", y, "class", "hint");
        }
    }

    private static void drawDots(Frame frame, Axis horizontal, Axis vertical, Line line) {
        for (int i = 0; i < line.x.length; i++) {
            frame.svg.leaf(
                    "circle",
                    "cx",
                    Frame.num(frame.x(horizontal, line.x[i])),
                    "cy",
                    Frame.num(frame.y(vertical, line.y[i])),
                    "r",
                    "3.2",
                    "class",
                    "fill " + line.style);
        }
    }

    private static String points(Frame frame, Axis horizontal, Axis vertical, Line line) {
        StringBuilder points = new StringBuilder(line.x.length * 12);
        for (int i = 0; i < line.x.length; i++) {
            points.append(i == 0 ? "" : " ")
                    .append(Frame.num(frame.x(horizontal, line.x[i])))
                    .append(',')
                    .append(Frame.num(frame.y(vertical, line.y[i])));
        }
        return points.toString();
    }

    private double first() {
        return lines.stream().mapToDouble(l -> l.x[0]).min().orElseThrow();
    }

    private double last() {
        double last = lines.stream().mapToDouble(l -> l.x[l.x.length - 1]).max().orElseThrow();
        return Math.max(last, Math.nextUp(first()));
    }

    private double largest() {
        return lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.y))
                .max()
                .orElse(0);
    }

    private double smallest() {
        return lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.y))
                .min()
                .orElse(0);
    }

    private static double[] finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a line needs finite values, got " + value);
            }
        }
        return values.clone();
    }
}

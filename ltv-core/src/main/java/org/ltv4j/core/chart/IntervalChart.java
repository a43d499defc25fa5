package org.ltv4j.core.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Values with their intervals below one another, each under its name: how sure a comparison is. The horizontal axis ends with the data and
 * need not hold 0. The height follows from the number of rows. Immutable.
 */
public final class IntervalChart implements Chart {
    private static final int ROW = 36;
    private static final double PADDING = 0.04;

    private final ChartText text;
    private final List<Row> rows;

    private record Row(String name, String style, double value, double low, double high) {}

    private IntervalChart(ChartText text, List<Row> rows) {
        this.text = text;
        this.rows = List.copyOf(rows);
    }

    /**
     * A chart without any row yet.
     *
     * @param text its words; the label of the vertical axis is not shown
     * @return the chart
     */
    public static IntervalChart of(ChartText text) {
        return new IntervalChart(text, List.of());
    }

    /**
     * This chart with one more row at the bottom.
     *
     * @param name what it is of
     * @param style one of {@link ChartStyle}, or a CSS class of the page
     * @param value a finite value, shown as a dot; it may lie outside of its interval
     * @param low lower end of the interval, finite
     * @param high upper end, at least {@code low}; the same where there is no interval
     * @return the chart
     * @throws IllegalArgumentException if a number is not finite or the ends are in the wrong order
     */
    public IntervalChart row(String name, String style, double value, double low, double high) {
        if (!Double.isFinite(value) || !(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a row needs a finite value and finite ends, low <= high, got " + value
                    + " and " + low + " to " + high);
        }
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(name, style, value, low, high));
        return new IntervalChart(text, more);
    }

    @Override
    public ChartText text() {
        return text;
    }

    @Override
    public String svg(ChartSize size, Labels labels) {
        if (rows.isEmpty()) {
            throw new IllegalStateException("the chart " + text.id() + " has no row: add values with row(..)");
        }
        int height = 50 + ROW * rows.size();
        Frame frame = new Frame(text, size.withHeight(Math.max(150, height)), "intervals");
        frame.left += 6;
        Axis axis = axis(size);
        for (double tick : axis.ticks()) {
            vertical(frame, frame.x(axis, tick), "grid");
        }
        for (int i = 0; i < rows.size(); i++) {
            draw(frame, axis, rows.get(i), frame.top + i * ROW);
        }
        frame.horizontalAxis(axis, labels);
        return frame.finish();
    }

    private Axis axis(ChartSize size) {
        double low = rows.stream()
                .mapToDouble(row -> Math.min(row.low, row.value))
                .min()
                .orElseThrow();
        double high = rows.stream()
                .mapToDouble(row -> Math.max(row.high, row.value))
                .max()
                .orElseThrow();
        double room = low < high ? PADDING * (high - low) : Math.max(Math.abs(low), 1) * PADDING;
        return Axis.exactly(low - room, high + room, Math.max(3, size.width() / 100), false);
    }

    private static void vertical(Frame frame, double at, String style) {
        String x = Frame.num(at);
        frame.svg.leaf(
                "line", "x1", x, "x2", x, "y1", Frame.num(frame.top), "y2", Frame.num(frame.bottom), "class", style);
    }

    private static void draw(Frame frame, Axis axis, Row row, int top) {
        frame.svg.element("text", row.name, "x", "1", "y", Frame.num(top + Frame.FONT + 1), "class", "key");
        String y = Frame.num(top + 24);
        frame.svg.leaf(
                "line",
                "x1",
                Frame.num(frame.x(axis, row.low)),
                "x2",
                Frame.num(frame.x(axis, row.high)),
                "y1",
                y,
                "y2",
                y,
                "class",
                "line " + row.style);
        frame.svg.leaf(
                "circle", "cx", Frame.num(frame.x(axis, row.value)), "cy", y, "r", "4", "class", "fill " + row.style);
    }
}

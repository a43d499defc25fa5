package org.ltv4j.core.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A matrix of shares from 0 to 1 as cells, the darker the higher; the value stands in each cell where there is room.
 * Colour alone tells nothing that the numbers do not tell. Immutable.
 */
public final class HeatMap implements Chart {
    private static final int ROOM_FOR_TEXT = 30;
    private static final double STRONG = 0.55;
    private static final int LINES = 3;

    private final ChartText text;
    private final List<String> columns;
    private final List<String> rows;
    private final double[][] values;

    private HeatMap(ChartText text, List<String> columns, List<String> rows, double[][] values) {
        this.text = text;
        this.columns = columns;
        this.rows = rows;
        this.values = values;
    }

    /**
     * A heat map.
     *
     * @param text its words
     * @param columns names along the horizontal axis, at least one
     * @param rows names along the vertical axis from top to bottom, at least one
     * @param values shares in [0, 1] by row and column; NaN where there is no such cell
     * @return the chart
     */
    public static HeatMap of(ChartText text, List<String> columns, List<String> rows, double[][] values) {
        if (columns.isEmpty() || rows.isEmpty() || values.length != rows.size()) {
            throw new IllegalArgumentException("need at least one column and row and as many rows of values, got "
                    + columns.size() + " columns, " + rows.size() + " rows, " + values.length + " rows of values");
        }
        List<double[]> copy = new ArrayList<>();
        for (double[] row : values) {
            if (row.length != columns.size()) {
                throw new IllegalArgumentException("need " + columns.size() + " values in a row, got " + row.length);
            }
            for (double value : row) {
                if (value < 0 || value > 1) {
                    throw new IllegalArgumentException("a cell needs a share in [0, 1], got " + value);
                }
            }
            copy.add(row.clone());
        }
        return new HeatMap(text, List.copyOf(columns), List.copyOf(rows), copy.toArray(new double[0][]));
    }

    @Override
    public ChartText text() {
        return text;
    }

    @Override
    public String svg(ChartSize size, Labels labels) {
        Frame frame = new Frame(text, size, "heat");
        if (!text.yLabel().isEmpty()) {
            frame.svg.element(
                    "text", text.yLabel(), "x", "1", "y", Frame.num(frame.top + Frame.FONT), "class", "label");
            frame.top += 26;
        }
        frame.left += rows.stream().mapToInt(Frame::textWidth).max().orElse(0) + 8;
        int lines = frame.isCrowded(columns) ? LINES : 1;
        frame.bottom -= (lines - 1) * (Frame.FONT + 2);
        double width = (double) (frame.right - frame.left) / columns.size();
        double height = (double) (frame.bottom - frame.top) / rows.size();
        for (int r = 0; r < rows.size(); r++) {
            double y = frame.top + r * height;
            frame.svg.element(
                    "text",
                    rows.get(r),
                    "x",
                    Frame.num(frame.left - 8.0),
                    "y",
                    Frame.num(y + height / 2 + 4),
                    "class",
                    "tick end");
            for (int c = 0; c < columns.size(); c++) {
                cell(frame, labels, values[r][c], frame.left + c * width, y, width, height);
            }
        }
        frame.categories(columns, lines);
        frame.horizontalName();
        return frame.finish();
    }

    private static void cell(Frame frame, Labels labels, double value, double x, double y, double w, double h) {
        if (Double.isNaN(value)) {
            frame.svg.leaf(
                    "rect",
                    "x",
                    Frame.num(x + 1),
                    "y",
                    Frame.num(y + 1),
                    "width",
                    Frame.num(w - 2),
                    "height",
                    Frame.num(h - 2),
                    "class",
                    "none");
            return;
        }
        frame.svg.leaf(
                "rect",
                "x",
                Frame.num(x + 1),
                "y",
                Frame.num(y + 1),
                "width",
                Frame.num(w - 2),
                "height",
                Frame.num(h - 2),
                "class",
                "cell",
                "fill-opacity",
                hundredths(0.06 + 0.94 * value));
        if (w >= ROOM_FOR_TEXT && h >= Frame.FONT + 4) {
            frame.svg.element(
                    "text",
                    labels.y().apply(value),
                    "x",
                    Frame.num(x + w / 2),
                    "y",
                    Frame.num(y + h / 2 + 4),
                    "class",
                    value >= STRONG ? "value on-strong" : "value on-weak");
        }
    }

    private static String hundredths(double share) {
        long hundredths = Math.min(100, Math.round(share * 100));
        return hundredths == 100 ? "1" : "0." + (hundredths < 10 ? "0" : "") + hundredths;
    }
}

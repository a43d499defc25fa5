package org.ltv4j.core.chart;

import java.util.List;

/** The part that all charts share: root element, words for screen readers, legend, grid and axes. */
final class Frame {
    static final int FONT = 12;
    private static final int LINE_HEIGHT = 18;
    private static final int KEY = 26;

    final Markup svg = new Markup();
    final ChartText text;
    final ChartSize size;
    int left = 1;
    int right;
    int top = 6;
    int bottom;

    Frame(ChartText text, ChartSize size, String kind) {
        this.text = text;
        this.size = size;
        this.right = size.width() - 10;
        this.bottom = size.height() - (text.xLabel().isEmpty() ? 24 : 42);
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + size.width() + " " + size.height(),
                "class",
                "chart " + kind,
                "role",
                "img",
                "aria-labelledby",
                text.id() + "-t " + text.id() + "-d");
        svg.element("title", text.title(), "id", text.id() + "-t");
        svg.element("desc", text.description(), "id", text.id() + "-d");
    }

    /** A key of the legend: its words and the class of its mark. */
    record Key(String name, String style) {}

    /** Draws the legend at the top, in as many lines as it needs, and moves the plot below it. */
    void legend(List<Key> keys, boolean lines) {
        int x = left;
        int y = top + FONT;
        for (Key key : keys) {
            int width = KEY + textWidth(key.name()) + 16;
            if (x > left && x + width > size.width()) {
                x = left;
                y += LINE_HEIGHT;
            }
            if (lines) {
                svg.leaf(
                        "line",
                        "x1",
                        num(x),
                        "x2",
                        num(x + 20),
                        "y1",
                        num(y - 4),
                        "y2",
                        num(y - 4),
                        "class",
                        "line " + key.style());
            } else if (key.style().equals("median")) {
                svg.leaf(
                        "line",
                        "x1",
                        num(x + 3),
                        "x2",
                        num(x + 17),
                        "y1",
                        num(y - 4),
                        "y2",
                        num(y - 4),
                        "class",
                        "median");
            } else {
                svg.leaf(
                        "rect",
                        "x",
                        num(x + 4),
                        "y",
                        num(y - 10),
                        "width",
                        "12",
                        "height",
                        "12",
                        "rx",
                        "2",
                        "class",
                        "fill " + key.style());
            }
            svg.element("text", key.name(), "x", num(x + KEY), "y", num(y), "class", "key");
            x += width;
        }
        top = y + 8;
    }

    /** Draws the vertical axis with its grid, and moves the plot to the right of its labels. */
    void verticalAxis(Axis axis, Labels labels) {
        if (!text.yLabel().isEmpty()) {
            svg.element("text", text.yLabel(), "x", num(left), "y", num(top + FONT + 2), "class", "label");
            top += LINE_HEIGHT + 8;
        } else {
            top += 8;
        }
        int widest = 0;
        for (double tick : axis.ticks()) {
            widest = Math.max(widest, textWidth(labels.y().apply(tick)));
        }
        left += widest + 8;
        for (double tick : axis.ticks()) {
            double y = y(axis, tick);
            svg.leaf(
                    "line",
                    "x1",
                    num(left),
                    "x2",
                    num(right),
                    "y1",
                    num(y),
                    "y2",
                    num(y),
                    "class",
                    tick == 0 ? "axis" : "grid");
            svg.element("text", labels.y().apply(tick), "x", num(left - 8), "y", num(y + 4), "class", "tick end");
        }
    }

    /** Draws the ticks of the horizontal axis and its name. */
    void horizontalAxis(Axis axis, Labels labels) {
        for (double tick : axis.ticks()) {
            double x = x(axis, tick);
            String label = labels.x().apply(tick);
            double half = textWidth(label) / 2.0;
            svg.leaf("line", "x1", num(x), "x2", num(x), "y1", num(bottom), "y2", num(bottom + 4), "class", "axis");
            double at = Math.min(x, size.width() - half - 1);
            svg.element("text", label, "x", num(at), "y", num(bottom + 18), "class", "tick middle");
        }
        horizontalName();
    }

    /** Draws names along the horizontal axis, each below the middle of its part; leaves out those that would overlap. */
    void categories(List<String> names) {
        categories(names, 1);
    }

    /** The same, on several lines in turn. */
    void categories(List<String> names, int lines) {
        double step = (double) (right - left) / names.size();
        double[] space = new double[lines];
        for (int i = 0; i < names.size(); i++) {
            double half = textWidth(names.get(i)) / 2.0;
            double middle = left + (i + 0.5) * step;
            double x = lines == 1 ? middle : Math.min(middle, size.width() - half - 1);
            if (x - half >= space[i % lines]) {
                double y = bottom + LINE_HEIGHT + (i % lines) * (FONT + 2.0);
                svg.element("text", names.get(i), "x", num(x), "y", num(y), "class", "tick middle");
                space[i % lines] = x + half + 4;
            }
        }
    }

    /** Whether names do not fit next to each other along the horizontal axis. */
    boolean isCrowded(List<String> names) {
        double step = (double) (right - left) / names.size();
        return names.stream().anyMatch(name -> textWidth(name) + 4 > step);
    }

    void horizontalName() {
        if (!text.xLabel().isEmpty()) {
            svg.element(
                    "text",
                    text.xLabel(),
                    "x",
                    num((left + right) / 2.0),
                    "y",
                    num(size.height() - 6),
                    "class",
                    "label middle");
        }
    }

    double x(Axis axis, double value) {
        return left + axis.position(value) * (right - left);
    }

    double y(Axis axis, double value) {
        return bottom - axis.position(value) * (bottom - top);
    }

    String finish() {
        return svg.close().toString();
    }

    /** About how wide a text is: full-width letters take one em, a percent sign nearly one, capitals 0.75, others about 0.6. */
    static int textWidth(String text) {
        double em = text.codePoints()
                .mapToDouble(c -> c >= 0x2E80 ? 1 : c == '%' || c == 'm' ? 0.95 : Character.isUpperCase(c) ? 0.75 : 0.6)
                .sum();
        return (int) Math.ceil(em * FONT);
    }

    /** A coordinate with at most one digit after the point. */
    static String num(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }
}

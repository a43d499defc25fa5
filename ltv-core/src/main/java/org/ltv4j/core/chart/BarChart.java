package org.ltv4j.core.chart;

import java.util.ArrayList;
import java.util.List;

/** Groups of bars, one group per category, one bar per series. The vertical axis begins at 0. Immutable. */
public final class BarChart implements Chart {
    private static final double GROUP = 0.74;

    private final ChartText text;
    private final List<String> categories;
    private final List<Series> series;

    private record Series(String name, String style, double[] values) {}

    private BarChart(ChartText text, List<String> categories, List<Series> series) {
        this.text = text;
        this.categories = List.copyOf(categories);
        this.series = List.copyOf(series);
    }

    /**
     * A chart without any bars yet.
     *
     * @param text its words
     * @param categories names along the horizontal axis, at least one
     * @return the chart
     */
    public static BarChart of(ChartText text, List<String> categories) {
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("the chart " + text.id() + " needs at least one category");
        }
        return new BarChart(text, categories, List.of());
    }

    /**
     * This chart with one more bar in each category.
     *
     * @param name its name in the legend
     * @param style one of {@link ChartStyle}, or a CSS class of the page
     * @param values finite heights of at least 0, one per category
     * @return the chart
     */
    public BarChart bars(String name, String style, double[] values) {
        if (values.length != categories.size()) {
            throw new IllegalArgumentException("need " + categories.size() + " bars, got " + values.length);
        }
        for (double value : values) {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("a bar needs a finite height >= 0, got " + value);
            }
        }
        List<Series> more = new ArrayList<>(series);
        more.add(new Series(name, style, values.clone()));
        return new BarChart(text, categories, more);
    }

    @Override
    public ChartText text() {
        return text;
    }

    @Override
    public String svg(ChartSize size, Labels labels) {
        if (series.isEmpty()) {
            throw new IllegalStateException("the chart " + text.id() + " has no bars");
        }
        Frame frame = new Frame(text, size, "bars");
        frame.legend(series.stream().map(s -> new Frame.Key(s.name, s.style)).toList(), false);
        Axis axis = Axis.upTo(largest(), size.height() / 60, false);
        frame.verticalAxis(axis, labels);
        double step = (double) (frame.right - frame.left) / categories.size();
        double width = step * GROUP / series.size();
        for (int c = 0; c < categories.size(); c++) {
            double start = frame.left + c * step + step * (1 - GROUP) / 2;
            for (int s = 0; s < series.size(); s++) {
                bar(frame, axis, series.get(s), c, start + s * width, width);
            }
        }
        frame.categories(categories);
        frame.horizontalName();
        return frame.finish();
    }

    private static void bar(Frame frame, Axis axis, Series series, int category, double x, double width) {
        double y = frame.y(axis, series.values[category]);
        frame.svg.leaf(
                "rect",
                "x",
                Frame.num(x),
                "y",
                Frame.num(y),
                "width",
                Frame.num(Math.max(1, width - 1.5)),
                "height",
                Frame.num(frame.bottom - y),
                "class",
                "fill " + series.style);
    }

    private double largest() {
        double largest = 0;
        for (Series one : series) {
            for (double value : one.values) {
                largest = Math.max(largest, value);
            }
        }
        return largest;
    }
}

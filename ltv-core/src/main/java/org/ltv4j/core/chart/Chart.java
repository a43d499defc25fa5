package org.ltv4j.core.chart;

/** A chart that can be drawn at any size. Immutable: drawing it twice gives the same bytes. */
public interface Chart {
    /**
     * The words of the chart.
     *
     * @return the words, as given
     */
    ChartText text();

    /**
     * Draws the chart for a page that holds {@link ChartStyle#css()}.
     *
     * @param size its size
     * @param labels how numbers are written
     * @return an SVG element
     * @throws IllegalStateException if there is nothing to draw yet
     */
    String svg(ChartSize size, Labels labels);

    /**
     * Draws the chart as a file of its own, such as {@code lift.svg}.
     *
     * @param size its size
     * @param labels how numbers are written
     * @return an SVG document with its style inside, see {@link ChartStyle#standalone}
     * @throws IllegalStateException if there is nothing to draw yet
     */
    default String standalone(ChartSize size, Labels labels) {
        return ChartStyle.standalone(svg(size, labels));
    }
}

package org.ltv4j.core.evaluate.plot;

import org.ltv4j.core.chart.Chart;
import org.ltv4j.core.chart.ChartSize;
import org.ltv4j.core.chart.Labels;

/**
 * A chart with the way its numbers are written: draws itself.
 *
 * @param chart what is drawn
 * @param labels how the numbers on its axes are written
 */
public record Plot(Chart chart, Labels labels) {
    /**
     * What it is called.
     *
     * @return a name that is fit for a file, such as {@code spend-90-lift}
     */
    public String name() {
        return chart.text().id();
    }

    /**
     * Draws it for a page that holds {@link org.ltv4j.core.chart.ChartStyle#css()}.
     *
     * @param size its size
     * @return an SVG element
     */
    public String svg(ChartSize size) {
        return chart.svg(size, labels);
    }

    /**
     * Draws it as a file of its own.
     *
     * @return an SVG document of {@link ChartSize#WIDE}, with its style inside
     */
    public String standalone() {
        return chart.standalone(ChartSize.WIDE, labels);
    }
}

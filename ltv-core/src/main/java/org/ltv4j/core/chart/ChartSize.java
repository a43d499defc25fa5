package org.ltv4j.core.chart;

/**
 * The size of a chart in its own units, one of which is a CSS pixel when the chart is shown at full size.
 *
 * @param width width of the drawing, at least 200
 * @param height height of the drawing, at least 150
 */
public record ChartSize(int width, int height) {
    /** For screens of tablets and desktops. */
    public static final ChartSize WIDE = new ChartSize(720, 360);
    /** For phones: the letters keep their size. */
    public static final ChartSize NARROW = new ChartSize(350, 300);

    /**
     * Checks that there is room to draw.
     *
     * @param width width of the drawing, at least 200
     * @param height height of the drawing, at least 150
     */
    public ChartSize {
        if (width < 200 || height < 150) {
            throw new IllegalArgumentException("a chart needs at least 200 x 150, got " + width + " x " + height);
        }
    }

    /**
     * The same width with another height.
     *
     * @param newHeight height of the drawing
     * @return the size
     */
    public ChartSize withHeight(int newHeight) {
        return new ChartSize(width, newHeight);
    }
}

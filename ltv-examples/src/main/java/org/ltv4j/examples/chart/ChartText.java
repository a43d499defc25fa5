package org.ltv4j.examples.chart;

/**
 * The words of a chart.
 *
 * @param id unique in the page, letters and hyphens; ids of parts are made from it
 * @param title what the chart shows, a few words; read aloud by screen readers
 * @param description what is to be seen in it, a sentence; read aloud by screen readers
 * @param xLabel name and unit of the horizontal axis
 * @param yLabel name and unit of the vertical axis
 */
public record ChartText(String id, String title, String description, String xLabel, String yLabel) {
    /**
     * The words of a chart.
     *
     * @param id unique in the page
     * @param title what the chart shows
     * @param description what is to be seen in it
     * @param xLabel name and unit of the horizontal axis
     * @param yLabel name and unit of the vertical axis
     * @return the words
     */
    public static ChartText of(String id, String title, String description, String xLabel, String yLabel) {
        return new ChartText(id, title, description, xLabel, yLabel);
    }
}

package org.ltv4j.core.chart;

/**
 * The words of a chart.
 *
 * @param id unique in the page, a letter first, then letters, digits and hyphens; ids of parts are made from it
 * @param title what the chart shows, a few words; read aloud by screen readers
 * @param description what is to be seen in it, a sentence; read aloud by screen readers
 * @param xLabel name and unit of the horizontal axis; may be empty
 * @param yLabel name and unit of the vertical axis; may be empty
 */
public record ChartText(String id, String title, String description, String xLabel, String yLabel) {
    /**
     * Checks the id, which must be safe inside the page.
     *
     * @param id unique in the page, a letter first, then letters, digits and hyphens; ids of parts are made from it
     * @param title what the chart shows, a few words; read aloud by screen readers
     * @param description what is to be seen in it, a sentence; read aloud by screen readers
     * @param xLabel name and unit of the horizontal axis; may be empty
     * @param yLabel name and unit of the vertical axis; may be empty
     * @throws IllegalArgumentException if the id is not of that form
     */
    public ChartText {
        if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "id of a chart: need a letter and then letters, digits and hyphens, got \"" + id + "\"");
        }
    }

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

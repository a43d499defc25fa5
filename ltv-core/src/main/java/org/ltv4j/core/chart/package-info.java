/**
 * Charts as SVG text: pure functions from arrays to a string, the same bytes for the same numbers. Nothing but the JDK is needed; no
 * script, font or picture is loaded. Every chart names and describes itself for screen readers.
 *
 * <p>{@link org.ltv4j.core.chart.LineChart} for curves, {@link org.ltv4j.core.chart.BarChart} for groups of bars,
 * {@link org.ltv4j.core.chart.BoxChart} for how groups spread, {@link org.ltv4j.core.chart.IntervalChart} for values with intervals,
 * {@link org.ltv4j.core.chart.HeatMap} for a matrix of shares and {@link org.ltv4j.core.chart.NetworkChart} for nodes and arrows.
 * Colours come from {@link org.ltv4j.core.chart.ChartStyle}, and follow
 * the light or dark style of the reader's screen. {@link org.ltv4j.core.chart.Markup} writes the page around them.
 *
 * <pre>{@code
 * String svg = LineChart.of(ChartText.of("spend", "Spend", "What was spent by week", "week", "euro"))
 *     .line("actual", ChartStyle.SECOND, new double[] {0, 1, 2}, new double[] {0, 10, 15})
 *     .svg(ChartSize.WIDE, Labels.PLAIN);
 * Files.writeString(Path.of("spend.svg"), ChartStyle.standalone(svg));
 * }</pre>
 *
 * <p>A chart knows nothing of customers: it shows the names and numbers that it is given. Names are escaped, whatever they hold.
 */
@NullMarked
package org.ltv4j.core.chart;

import org.jspecify.annotations.NullMarked;

/**
 * Charts as SVG text: pure functions from arrays to a string, the same bytes for the same numbers. No script, no font and
 * no picture is loaded; colours come from CSS classes of the page, so that a chart follows its light or dark style.
 *
 * <pre>{@code
 * String svg = LineChart.of(ChartText.of("spend", "Spend", "What was spent by week", "week", "euro"))
 *     .line("actual", "actual", new double[] {0, 1, 2}, new double[] {0, 10, 15})
 *     .svg(ChartSize.WIDE, Labels.PLAIN);
 * }</pre>
 */
@NullMarked
package org.ltv4j.examples.chart;

import org.jspecify.annotations.NullMarked;

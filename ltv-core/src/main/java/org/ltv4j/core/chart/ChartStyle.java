package org.ltv4j.core.chart;

/**
 * How charts look: one small style sheet, with colours for light and for dark surroundings. A page that shows several charts takes it up
 * once ({@link #css()}); a chart that shall stand as a file of its own carries it inside ({@link #standalone(String)}).
 *
 * <p>Lines and bars are told apart by the style that their series names: {@link #FIRST}, {@link #SECOND}, {@link #THIRD},
 * {@link #FOURTH}, {@link #FIFTH} and {@link #REFERENCE} have a colour here, and {@link #dashed} breaks a line up. Any other CSS class may be named as
 * well, by a page that gives it a colour.
 */
public final class ChartStyle {
    /** Blue: what a model says, or simply the first series. */
    public static final String FIRST = "model";
    /** Orange: what happened, or the second series. */
    public static final String SECOND = "actual";
    /** Green. */
    public static final String THIRD = "second";
    /** Purple. */
    public static final String FOURTH = "third";
    /** Pink. */
    public static final String FIFTH = "fourth";
    /** Grey and dotted: what others are measured against, such as chance. */
    public static final String REFERENCE = "reference";

    private static final String CSS = """
            svg.chart {
              --paper: #ffffff; --ink: #1c2430; --soft: #5b6675; --line: #dde2e8; --on-strong: #ffffff; --on-weak: #1c2430;
              --model: #0b6aa8; --actual: #c2570c; --second: #1a7f4b; --third: #8a4bb3; --fourth: #b5356f;
              display: block; width: 100%; height: auto; overflow: visible; font-size: 12px;
            }
            @media (prefers-color-scheme: dark) {
              svg.chart {
                --paper: #14191f; --ink: #e6eaef; --soft: #9aa6b4; --line: #303842; --on-strong: #0d1217; --on-weak: #e6eaef;
                --model: #5cb3e8; --actual: #f0a45d; --second: #5fc48d; --third: #c79be8; --fourth: #ef8fb8;
              }
            }
            svg.chart text { fill: var(--ink); font-variant-numeric: tabular-nums; }
            svg.chart .tick, svg.chart .label, svg.chart .hint { fill: var(--soft); }
            svg.chart .middle, svg.chart .value { text-anchor: middle; }
            svg.chart .end { text-anchor: end; }
            svg.chart .grid { stroke: var(--line); stroke-width: 1; }
            svg.chart .axis { stroke: var(--soft); stroke-width: 1; }
            svg.chart .line { fill: none; stroke-width: 2.2; stroke-linejoin: round; stroke-linecap: butt; }
            svg.chart .line.model { stroke: var(--model); }
            svg.chart .line.actual { stroke: var(--actual); }
            svg.chart .line.second { stroke: var(--second); }
            svg.chart .line.third { stroke: var(--third); }
            svg.chart .line.fourth { stroke: var(--fourth); }
            svg.chart .line.reference { stroke: var(--soft); stroke-width: 1.4; stroke-dasharray: 2 4; }
            svg.chart .line.dashed { stroke-dasharray: 7 4; }
            svg.chart .fill.model, svg.chart .cell { fill: var(--model); }
            svg.chart .fill.actual { fill: var(--actual); }
            svg.chart .fill.second { fill: var(--second); }
            svg.chart .fill.third { fill: var(--third); }
            svg.chart .fill.fourth { fill: var(--fourth); }
            svg.chart .fill.reference { fill: var(--soft); }
            svg.chart .most { fill-opacity: .22; }
            svg.chart .half { fill-opacity: .5; }
            svg.chart .median { stroke: var(--ink); stroke-width: 2; }
            svg.chart .none { fill: none; stroke: var(--line); stroke-dasharray: 2 3; }
            svg.chart .after { fill: var(--soft); fill-opacity: .08; }
            svg.chart .mark { stroke: var(--soft); stroke-width: 1.2; stroke-dasharray: 3 3; }
            svg.chart .link { fill: none; stroke: var(--soft); stroke-opacity: .55; }
            svg.chart .head { fill: var(--soft); }
            svg.chart .node { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
            svg.chart .on-strong { fill: var(--on-strong); }
            svg.chart .on-weak { fill: var(--on-weak); }
            """;

    private static final String ALONE = """
            svg.chart { background: var(--paper); font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
            """;

    private ChartStyle() {}

    /**
     * The style sheet for a page with charts in it. It touches nothing but charts.
     *
     * @return CSS, the same text always; safe inside a {@code <style>} element
     */
    public static String css() {
        return CSS;
    }

    /**
     * A broken line of a colour.
     *
     * @param style the style of a line
     * @return the same, dashed
     */
    public static String dashed(String style) {
        return style + " dashed";
    }

    /**
     * A chart that can be a file of its own, such as {@code lift.svg}: with the style sheet inside, a ground and its size.
     *
     * @param svg what {@code svg(..)} of a chart returned
     * @return an SVG document, well-formed XML, which loads nothing and runs no script
     * @throws IllegalArgumentException if it is not an SVG element of this package
     */
    public static String standalone(String svg) {
        int end = svg.indexOf('>');
        if (!svg.startsWith("<svg ") || end < 0 || !svg.endsWith("</svg>")) {
            throw new IllegalArgumentException(
                    "need the SVG element that a chart of this package draws; this text is no such element");
        }
        return svg.substring(0, end + 1) + "<style>\n" + CSS + ALONE + "</style>" + svg.substring(end + 1) + "\n";
    }
}

package org.ltv4j.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ltv4j.core.chart.ChartSize;
import org.ltv4j.core.chart.ChartStyle;
import org.ltv4j.core.chart.ChartText;
import org.ltv4j.core.chart.Labels;
import org.ltv4j.core.chart.LineChart;

/** Draws what mining costs as baskets grow and as support falls, from the figures of {@link ItemsetsOfMany}; both axes by powers of ten. */
final class MiningPlot {
    private static final Pattern GROUP = Pattern.compile("ItemsetsOfMany\\[baskets=(\\d+), support=([0-9.E-]+)]");
    private static final List<String> STYLES = List.of(ChartStyle.FIRST, ChartStyle.SECOND, ChartStyle.THIRD);
    private static final Labels POWERS = new Labels(MiningPlot::power, MiningPlot::power);
    private static final Labels SHARES = new Labels(x -> power(-x), MiningPlot::power);

    private MiningPlot() {}

    /** One measured point. */
    private record Point(double baskets, double support, String method, double millis) {}

    /** Writes both charts into a folder. */
    static void write(Run run, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("mining-baskets.svg"), byBaskets(run));
        Files.writeString(folder.resolve("mining-support.svg"), bySupport(run));
    }

    /** Cost over the number of baskets, a line for each support. */
    static String byBaskets(Run run) {
        List<Point> points = points(run);
        LineChart chart = LineChart.of(ChartText.of(
                "mining-baskets",
                "Cost of all frequent itemsets as baskets grow",
                "CPU time in milliseconds over the number of made-up baskets, by minimum support; dashed: a textbook's Eclat",
                "baskets",
                "ms"));
        double[] supports = distinct(points.stream().mapToDouble(Point::support).toArray());
        for (int i = supports.length - 1; i >= 0; i--) {
            double support = supports[i];
            chart = lines(
                    chart,
                    points.stream().filter(p -> p.support == support).toList(),
                    "support " + plain(support),
                    STYLES.get(i % STYLES.size()),
                    Comparator.comparingDouble(Point::baskets),
                    p -> Math.log10(p.baskets));
        }
        return ChartStyle.standalone(chart.withDots().svg(ChartSize.WIDE, POWERS));
    }

    /** Cost over falling support, a line for each number of baskets. */
    static String bySupport(Run run) {
        List<Point> points = points(run);
        LineChart chart = LineChart.of(ChartText.of(
                "mining-support",
                "Cost of all frequent itemsets as support falls",
                "CPU time in milliseconds over the minimum support, by number of made-up baskets; dashed: a textbook's Eclat",
                "minimum support",
                "ms"));
        double[] sizes = distinct(points.stream().mapToDouble(Point::baskets).toArray());
        for (int i = 0; i < sizes.length; i++) {
            double size = sizes[i];
            chart = lines(
                    chart,
                    points.stream().filter(p -> p.baskets == size).toList(),
                    plain(size) + " baskets",
                    STYLES.get(i % STYLES.size()),
                    Comparator.comparingDouble(Point::support).reversed(),
                    p -> -Math.log10(p.support));
        }
        return ChartStyle.standalone(chart.withDots().svg(ChartSize.WIDE, SHARES));
    }

    /** Where a point stands on the horizontal axis. */
    @FunctionalInterface
    private interface Place {
        double of(Point point);
    }

    private static LineChart lines(
            LineChart chart, List<Point> points, String name, String style, Comparator<Point> order, Place place) {
        LineChart more = chart;
        for (String method : List.of("ltv4j", "textbook")) {
            List<Point> line = points.stream()
                    .filter(p -> p.method.equals(method))
                    .sorted(order)
                    .toList();
            if (line.size() >= 2) {
                boolean ours = method.equals("ltv4j");
                more = more.line(
                        ours ? name : name + ", textbook",
                        ours ? style : ChartStyle.dashed(style),
                        line.stream().mapToDouble(place::of).toArray(),
                        line.stream().mapToDouble(p -> Math.log10(p.millis)).toArray());
            }
        }
        return more;
    }

    private static List<Point> points(Run run) {
        return run.figures().stream()
                .map(figure -> {
                    Matcher group = GROUP.matcher(figure.group());
                    return group.matches()
                            ? new Point(
                                    Double.parseDouble(group.group(1)),
                                    Double.parseDouble(group.group(2)),
                                    figure.method(),
                                    figure.cpu() / 1e6)
                            : new Point(0, 0, "", 0);
                })
                .filter(point -> point.baskets > 0)
                .toList();
    }

    private static double[] distinct(double[] values) {
        return Arrays.stream(values).sorted().distinct().toArray();
    }

    /** Powers of ten have a label, places between them none. */
    private static String power(double exponent) {
        boolean whole = Math.abs(exponent - Math.rint(exponent)) < 1e-9;
        return whole ? plain(Math.pow(10, exponent)) : "";
    }

    private static String plain(double value) {
        return new BigDecimal(value)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }
}

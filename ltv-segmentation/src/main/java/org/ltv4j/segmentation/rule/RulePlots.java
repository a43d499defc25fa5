package org.ltv4j.segmentation.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ltv4j.core.chart.ChartStyle;
import org.ltv4j.core.chart.ChartText;
import org.ltv4j.core.chart.HeatMap;
import org.ltv4j.core.chart.NetworkChart;

/**
 * Pictures of some rules. Many rules make no picture: take the best ones first.
 *
 * <pre>{@code
 * RuleSet best = rules.nonRedundant().top(30, Measure.LIFT);
 * String svg = RulePlots.graph(best).standalone(ChartSize.WIDE.withHeight(520), Labels.PLAIN);
 * }</pre>
 */
public final class RulePlots {
    private static final int MOST = 200;
    private static final int NAME = 34;

    private RulePlots() {}

    /**
     * Items as nodes, larger the more rules hold them, and rules as arrows, broader the higher their lift. A rule with several items on the
     * left has a small joint in which they meet.
     *
     * @param rules 1 to 200 of them
     * @return the chart
     * @throws IllegalArgumentException if there are none or more
     */
    public static NetworkChart graph(RuleSet rules) {
        return graph(
                rules,
                ChartText.of(
                        "rules",
                        "What leads to what",
                        rules.size() + " rules about " + rules.items().size()
                                + " items; broader arrows have a higher lift",
                        "",
                        ""));
    }

    /**
     * The same with other words.
     *
     * @param rules 1 to 200 of them
     * @param text words of the chart, in any language
     * @return the chart
     * @throws IllegalArgumentException if there are none or more
     */
    public static NetworkChart graph(RuleSet rules, ChartText text) {
        requireSome(rules);
        double[] strengths = strengths(rules.values(Measure.LIFT));
        List<NetworkChart.Node> nodes = new ArrayList<>(itemNodes(rules));
        List<NetworkChart.Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            int from = -1;
            if (rules.antecedentLength(i) == 1) {
                from = rules.antecedent(i, 0);
            } else {
                from = nodes.size();
                nodes.add(new NetworkChart.Node("", 0, ChartStyle.SECOND));
                for (int k = 0; k < rules.antecedentLength(i); k++) {
                    arrows.add(new NetworkChart.Arrow(rules.antecedent(i, k), from, strengths[i]));
                }
            }
            for (int k = 0; k < rules.consequentLength(i); k++) {
                arrows.add(new NetworkChart.Arrow(from, rules.consequent(i, k), strengths[i]));
            }
        }
        return NetworkChart.of(text, nodes, arrows);
    }

    private static List<NetworkChart.Node> itemNodes(RuleSet rules) {
        int[] times = new int[rules.items().size()];
        RuleColumns columns = rules.columns();
        for (int at = 0; at < columns.starts[columns.size]; at++) {
            times[columns.items[at]]++;
        }
        double most = Arrays.stream(times).max().orElse(1);
        List<NetworkChart.Node> nodes = new ArrayList<>();
        for (int item = 0; item < times.length; item++) {
            nodes.add(new NetworkChart.Node(shortened(rules.items().id(item)), times[item] / most, ChartStyle.FIRST));
        }
        return nodes;
    }

    /** From 0 for the lowest to 1 for the highest; all 1 where they are the same. */
    private static double[] strengths(double[] lifts) {
        double least = Arrays.stream(lifts).filter(Double::isFinite).min().orElse(0);
        double most = Arrays.stream(lifts).filter(Double::isFinite).max().orElse(0);
        return Arrays.stream(lifts)
                .map(lift -> !Double.isFinite(lift) || most == least ? 1 : (lift - least) / (most - least))
                .toArray();
    }

    /**
     * The confidence of each rule as a cell: a row for each antecedent, a column for each consequent, both by falling confidence of their
     * best rule.
     *
     * @param rules 1 to 200 of them
     * @return the chart; {@link org.ltv4j.core.chart.Labels#PERCENT} writes its cells
     * @throws IllegalArgumentException if there are none or more
     */
    public static HeatMap matrix(RuleSet rules) {
        return matrix(
                rules,
                ChartText.of(
                        "rule-matrix",
                        "Confidence of rules",
                        "The share of baskets with the items of a row that hold the item of a column too",
                        "who buys that of the row buys",
                        ""));
    }

    /**
     * The same with other words.
     *
     * @param rules 1 to 200 of them
     * @param text words of the chart, in any language
     * @return the chart
     * @throws IllegalArgumentException if there are none or more
     */
    public static HeatMap matrix(RuleSet rules, ChartText text) {
        requireSome(rules);
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<AssociationRule> ordered = rules.sortedBy(Measure.CONFIDENCE).asList();
        for (AssociationRule rule : ordered) {
            rows.putIfAbsent(joined(rule.antecedent()), rows.size());
            columns.putIfAbsent(joined(rule.consequent()), columns.size());
        }
        double[][] cells = new double[rows.size()][columns.size()];
        for (double[] row : cells) {
            Arrays.fill(row, Double.NaN);
        }
        for (AssociationRule rule : ordered) {
            int row = rows.getOrDefault(joined(rule.antecedent()), 0);
            int column = columns.getOrDefault(joined(rule.consequent()), 0);
            cells[row][column] = rule.confidence();
        }
        return HeatMap.of(
                text,
                columns.keySet().stream().map(RulePlots::shortened).toList(),
                rows.keySet().stream().map(RulePlots::shortened).toList(),
                cells);
    }

    private static String joined(List<String> names) {
        return names.isEmpty() ? "(all)" : String.join(" + ", new TreeSet<>(names));
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= NAME) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, NAME - 1)).strip() + "\u2026";
    }

    private static void requireSome(RuleSet rules) {
        if (rules.size() < 1 || rules.size() > MOST) {
            throw new IllegalArgumentException("a picture needs 1 to " + MOST + " rules, got " + rules.size()
                    + ": take the best ones, for example rules.top(30, Measure.LIFT)");
        }
    }
}

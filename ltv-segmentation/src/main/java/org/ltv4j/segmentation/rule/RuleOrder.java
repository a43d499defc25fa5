package org.ltv4j.segmentation.rule;

import org.ltv4j.core.internal.math.Ranking;

/** The order of rules by a measure: highest first, then the more frequent, then by names; what is not defined comes last. */
final class RuleOrder {
    private RuleOrder() {}

    static int[] best(RuleColumns rules, double[] values) {
        int n = values.length;
        double[] keys = new double[n];
        for (int i = 0; i < n; i++) {
            keys[i] = Double.isNaN(values[i]) ? Double.NEGATIVE_INFINITY : values[i];
        }
        int[] order = Ranking.descending(keys);
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && keys[order[to]] == keys[order[from]]) {
                to++;
            }
            if (to - from > 1) {
                sortEquals(rules, values, order, from, to);
            }
            from = to;
        }
        return order;
    }

    private static void sortEquals(RuleColumns rules, double[] values, int[] order, int from, int to) {
        Integer[] run = new Integer[to - from];
        for (int i = 0; i < run.length; i++) {
            run[i] = order[from + i];
        }
        java.util.Arrays.sort(run, (a, b) -> {
            int defined = Boolean.compare(Double.isNaN(values[a]), Double.isNaN(values[b]));
            if (defined != 0) {
                return defined;
            }
            int frequent = Integer.compare(rules.both[b], rules.both[a]);
            return frequent != 0 ? frequent : rules.compareItems(a, b);
        });
        for (int i = 0; i < run.length; i++) {
            order[from + i] = run[i];
        }
    }
}

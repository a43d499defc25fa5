package org.ltv4j.core.clean;

import java.util.Arrays;
import java.util.BitSet;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.internal.math.CompensatedSum;
import org.ltv4j.core.internal.math.Quantiles;

/**
 * The values of a column that may be learnt from, group by group and sorted, so that nothing made of them hangs on the order of
 * rows. Cost: {@code O(n log n)} time, 8 bytes a value.
 */
final class GroupedValues {
    private final int[] starts;
    private final double[] values;

    private GroupedValues(int[] starts, double[] values) {
        this.starts = starts;
        this.values = values;
    }

    /**
     * Collects the values.
     *
     * @param wanted groups of which values are wanted
     * @param cut last day whose rows count
     */
    static GroupedValues of(TransactionLog log, LogColumn column, Groups groups, BitSet wanted, long cut) {
        int[] starts = new int[groups.count() + 1];
        for (int row = 0; row < log.size(); row++) {
            if (counts(log, row, column, groups, wanted, cut)) {
                starts[groups.of()[row] + 1]++;
            }
        }
        for (int group = 0; group < groups.count(); group++) {
            starts[group + 1] += starts[group];
        }
        double[] values = new double[starts[groups.count()]];
        int[] next = starts.clone();
        for (int row = 0; row < log.size(); row++) {
            if (counts(log, row, column, groups, wanted, cut)) {
                values[next[groups.of()[row]]++] = column.number(log, row);
            }
        }
        for (int group = 0; group < groups.count(); group++) {
            Arrays.sort(values, starts[group], starts[group + 1]);
        }
        return new GroupedValues(starts, values);
    }

    private static boolean counts(
            TransactionLog log, int row, LogColumn column, Groups groups, BitSet wanted, long cut) {
        int group = groups.of()[row];
        return group >= 0
                && wanted.get(group)
                && Known.is(column, column.number(log, row))
                && log.day(row) <= cut
                && !(column == LogColumn.AMOUNT && log.amountFilled(row));
    }

    int size(int group) {
        return starts[group + 1] - starts[group];
    }

    /** The mean, NaN of nothing. */
    double mean(int group) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = starts[group]; i < starts[group + 1]; i++) {
            sum.add(values[i]);
        }
        return sum.value() / size(group);
    }

    /** The commonest value, the smallest of several; NaN of nothing. */
    double mode(int group) {
        double best = Double.NaN;
        int most = 0;
        int from = starts[group];
        while (from < starts[group + 1]) {
            int to = from + 1;
            while (to < starts[group + 1] && values[to] == values[from]) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                best = values[from];
            }
            from = to;
        }
        return best;
    }

    /** A quantile, NaN of nothing. */
    double quantile(int group, double probability) {
        return Quantiles.of(values, starts[group], starts[group + 1], probability);
    }

    /** The values of a group, sorted. */
    double[] sorted(int group) {
        return Arrays.copyOfRange(values, starts[group], starts[group + 1]);
    }
}

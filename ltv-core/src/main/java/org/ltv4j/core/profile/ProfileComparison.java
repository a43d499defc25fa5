package org.ltv4j.core.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ltv4j.core.data.LogColumn;

/**
 * Two profiles of the same data, before and after a change.
 *
 * @param before the profile before
 * @param after the profile after
 * @param columns the columns of both; one that a log does not have counts as missing in all its rows
 */
public record ProfileComparison(LogProfile before, LogProfile after, List<ColumnChange> columns) {
    /**
     * Copies the list.
     *
     * @param before the profile before
     * @param after the profile after
     * @param columns the columns of both; one that a log does not have counts as missing in all its rows
     */
    public ProfileComparison {
        columns = List.copyOf(columns);
    }

    /**
     * One column before and after.
     *
     * @param column which one
     * @param before its profile before
     * @param after its profile after
     */
    public record ColumnChange(LogColumn column, ColumnProfile before, ColumnProfile after) {

        /**
         * Whether anything that the profiles tell changed.
         *
         * @return false if counts, distinct values, summary and histogram are the same
         */
        public boolean changed() {
            return before.rows() != after.rows()
                    || before.missing() != after.missing()
                    || before.distinct() != after.distinct()
                    || !before.numbers().equals(after.numbers())
                    || !before.histogram().equals(after.histogram());
        }

        /**
         * Both histograms, bin by bin.
         *
         * @return the bins of either in rising order, with both counts
         */
        public List<BinChange> histogram() {
            Map<HistogramBin, long[]> bins =
                    new TreeMap<>(Comparator.comparingDouble(HistogramBin::from).thenComparingDouble(HistogramBin::to));
            before.histogram().forEach(bin -> bins.computeIfAbsent(bin, b -> new long[2])[0] = bin.count());
            after.histogram().forEach(bin -> bins.computeIfAbsent(bin, b -> new long[2])[1] = bin.count());
            List<BinChange> changes = new ArrayList<>();
            bins.forEach((bin, counts) ->
                    changes.add(new BinChange(bin.label(), bin.from(), bin.to(), counts[0], counts[1])));
            return changes;
        }
    }

    /**
     * One bin before and after.
     *
     * @param label the bin in words
     * @param from its lower end, see {@link HistogramBin#from()}
     * @param to its upper end
     * @param before values in it before
     * @param after values in it after
     */
    public record BinChange(String label, double from, double to, long before, long after) {}

    static ProfileComparison of(LogProfile before, LogProfile after) {
        List<ColumnChange> columns = new ArrayList<>();
        for (LogColumn column : LogColumn.values()) {
            if (before.column(column).isPresent() || after.column(column).isPresent()) {
                columns.add(new ColumnChange(column, of(before, column), of(after, column)));
            }
        }
        return new ProfileComparison(before, after, columns);
    }

    private static ColumnProfile of(LogProfile profile, LogColumn column) {
        return profile.column(column).orElseGet(() -> ColumnProfile.absent(column, profile.rows()));
    }
}

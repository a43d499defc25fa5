package org.ltv4j.models.interval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.internal.math.RankedRows;

/**
 * How often intervals held, measured on customers whom neither the model nor its calibration has seen, or on a time after both.
 *
 * @param confidence the share that was asked for
 * @param all all customers together
 * @param deciles tenths of them by rising point prediction, equal predictions together
 * @param groups groups that were told apart, in the order of their names; empty without
 */
public record IntervalCoverage(
        double confidence, CoverageGroup all, List<CoverageGroup> deciles, List<CoverageGroup> groups) {
    private static final int TENTHS = 10;

    /**
     * Copies the lists.
     *
     * @param confidence the share that was asked for
     * @param all all customers together
     * @param deciles tenths of them by rising point prediction, equal predictions together
     * @param groups groups that were told apart, in the order of their names; empty without
     */
    public IntervalCoverage {
        deciles = List.copyOf(deciles);
        groups = List.copyOf(groups);
    }

    /**
     * Measures.
     *
     * @param intervals what was foretold
     * @param actual what happened: a finite number per customer, in the same order
     * @return the coverage
     * @throws InvalidDataException if there is no customer, lengths differ or a number is not finite
     */
    public static IntervalCoverage of(Intervals intervals, double[] actual) {
        return of(intervals, actual, List.of());
    }

    /**
     * Measures, also within groups.
     *
     * @param intervals what was foretold
     * @param actual what happened: a finite number per customer, in the same order
     * @param groups a name per customer, such as {@link IntervalModel#groupsOf}; or none
     * @return the coverage
     * @throws InvalidDataException if there is no customer, lengths differ or a number is not finite
     */
    public static IntervalCoverage of(Intervals intervals, double[] actual, List<String> groups) {
        int n = intervals.size();
        if (n == 0 || actual.length != n || !groups.isEmpty() && groups.size() != n) {
            throw new InvalidDataException("need an outcome for each of at least one interval, got " + n
                    + " intervals, " + actual.length + " outcomes and " + groups.size() + " names of groups");
        }
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(actual[i])) {
                throw new InvalidDataException("customer " + (i + 1) + ": " + actual[i] + " is no outcome");
            }
        }
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
            members.computeIfAbsent(groups.get(i), name -> new ArrayList<>()).add(i);
        }
        List<CoverageGroup> told = new ArrayList<>();
        members.forEach((name, rows) -> told.add(
                group(name, intervals, actual, rows.stream().mapToInt(i -> i).toArray())));
        return new IntervalCoverage(
                intervals.confidence(),
                group("all", intervals, actual, IntStream.range(0, n).toArray()),
                deciles(intervals, actual),
                told);
    }

    private static List<CoverageGroup> deciles(Intervals intervals, double[] actual) {
        int n = intervals.size();
        double[] falling =
                IntStream.range(0, n).mapToDouble(i -> -intervals.centre(i)).toArray();
        RankedRows order = new RankedRows(falling, IntStream.range(0, n).toArray());
        List<CoverageGroup> deciles = new ArrayList<>();
        int from = 0;
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            int wanted = (int) ((long) n * tenth / TENTHS);
            if (wanted > from) {
                int to = order.groupEnd(wanted - 1);
                deciles.add(group(
                        "tenth " + tenth,
                        intervals,
                        actual,
                        IntStream.range(from, to).map(order::row).toArray()));
                from = to;
            }
        }
        return deciles;
    }

    private static CoverageGroup group(String name, Intervals intervals, double[] actual, int[] rows) {
        int below = 0;
        int above = 0;
        double centre = 0;
        double width = 0;
        for (int i : rows) {
            below += actual[i] < intervals.lower(i) ? 1 : 0;
            above += actual[i] > intervals.upper(i) ? 1 : 0;
            centre += intervals.centre(i);
            width += intervals.upper(i) - intervals.lower(i);
        }
        int n = rows.length;
        return new CoverageGroup(name, n, n - below - above, below, above, centre / n, width / n);
    }
}

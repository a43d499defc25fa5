package org.ltv4j.examples.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.ltv4j.examples.report.ReportData.Bin;

/** A histogram of amounts in few bars: all below 0 in one, 0, and above it the bins that hold the most, the rest joined to the ends. */
final class AmountBars {
    private static final int MOST_ABOVE_ZERO = 9;

    private AmountBars() {}

    /**
     * A bar.
     *
     * @param label for the axis
     * @param before values before cleaning
     * @param after values after cleaning
     */
    record Bar(String label, long before, long after) {}

    static List<Bar> of(List<Bin> bins, DoubleFunction<String> number) {
        List<Bar> bars = new ArrayList<>();
        List<Bin> below = bins.stream().filter(bin -> bin.from() < 0).toList();
        if (!below.isEmpty()) {
            bars.add(sum("<0", below));
        }
        bins.stream()
                .filter(bin -> bin.from() == 0 && bin.to() == 0)
                .forEach(bin -> bars.add(new Bar("0", bin.before(), bin.after())));
        bars.addAll(above(bins.stream().filter(bin -> bin.to() > 0).toList(), number));
        return bars;
    }

    private static List<Bar> above(List<Bin> bins, DoubleFunction<String> number) {
        int from = 0;
        int to = bins.size();
        while (to - from > MOST_ABOVE_ZERO) { // the emptier end goes
            if (size(bins.subList(0, from + 1)) <= size(bins.subList(to - 1, bins.size()))) {
                from++;
            } else {
                to--;
            }
        }
        List<Bar> bars = new ArrayList<>();
        if (from > 0) {
            bars.add(sum("<" + number.apply(bins.get(from).from()), bins.subList(0, from)));
        }
        for (Bin bin : bins.subList(from, to)) {
            bars.add(new Bar(number.apply(bin.from()), bin.before(), bin.after()));
        }
        if (to < bins.size()) {
            bars.add(sum(number.apply(bins.get(to).from()) + "+", bins.subList(to, bins.size())));
        }
        return bars;
    }

    private static long size(List<Bin> bins) {
        return bins.stream().mapToLong(bin -> bin.before() + bin.after()).sum();
    }

    private static Bar sum(String label, List<Bin> bins) {
        return new Bar(
                label,
                bins.stream().mapToLong(Bin::before).sum(),
                bins.stream().mapToLong(Bin::after).sum());
    }
}

package org.ltv4j.core.clean;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.ltv4j.core.data.BadValue;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;

/** Counts rows for one step and keeps the examples that come first in the source. */
final class Tally {
    private record Example(int line, int row, BadValue value) {}

    private static final Comparator<Example> LAST_FIRST = Comparator.comparingInt(Example::line)
            .thenComparingInt(Example::row)
            .reversed();

    private final TransactionLog log;
    private final LogColumn column;
    private final String problem;
    private final PriorityQueue<Example> first = new PriorityQueue<>(LAST_FIRST);
    private long rows;
    private double amount;
    private double lost;

    Tally(TransactionLog log, String problem) {
        this(log, LogColumn.AMOUNT, problem);
    }

    /** A tally whose examples show the values of a column of numbers, or of another column that they are missing. */
    Tally(TransactionLog log, LogColumn column, String problem) {
        this.log = log;
        this.column = column;
        this.problem = problem;
    }

    /** Counts a row whose amount changes by this much; NaN where its amount was missing and the row goes. */
    void add(int row, double change) {
        rows++;
        if (!Double.isNaN(change)) {
            add(change);
        }
        int line = log.sourceRow(row);
        Example last = first.peek();
        boolean full = first.size() == CleaningStep.MOST_EXAMPLES;
        if (full && last != null && line >= last.line()) {
            return;
        }
        if (full) {
            first.poll();
        }
        first.add(new Example(line, row, new BadValue(line, column.toString(), value(row), problem)));
    }

    private String value(int row) {
        return column.isNumber() && column.isIn(log) ? number(column.number(log, row)) : "";
    }

    long rows() {
        return rows;
    }

    /** Rows that the step took away. */
    CleaningStep dropped(String name, String rule) {
        return new CleaningStep(name, rule, rows, rows, 0, total(), examples());
    }

    /** Rows that stayed with another amount. */
    CleaningStep changed(String name, String rule) {
        return new CleaningStep(name, rule, rows, 0, rows, total(), examples());
    }

    /** Rows that were only counted. */
    CleaningStep met(String name, String rule) {
        return new CleaningStep(name, rule, rows, 0, 0, 0.0, examples());
    }

    /** Adds with the low-order part kept aside (Kahan and Neumaier), so that a million small changes are not lost. */
    private void add(double change) {
        double sum = amount + change;
        lost += Math.abs(amount) >= Math.abs(change) ? amount - sum + change : change - sum + amount;
        amount = sum;
    }

    private double total() {
        return new BigDecimal(amount + lost).round(new MathContext(12)).doubleValue();
    }

    List<BadValue> examples() {
        List<Example> sorted = new ArrayList<>(first);
        sorted.sort(LAST_FIRST.reversed());
        return sorted.stream().map(Example::value).toList();
    }

    /** An amount as people write it: no exponent, no tail of a rounding error; empty where it is missing. */
    static String number(double amount) {
        if (Double.isNaN(amount)) {
            return "";
        }
        return BigDecimal.valueOf(amount)
                .round(new MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }
}

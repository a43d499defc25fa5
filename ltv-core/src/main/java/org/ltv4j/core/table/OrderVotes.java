package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settles in which order three numbers stand, from all values of a column. A value rules out each order under which it is
 * no day of the year: 13/04 cannot have the month first. Years of two digits could stand on either side; where one side takes
 * 20 or more different values and the other at most a third of them, the former are days. What stays open is asked for, and so
 * is a contradiction. With points the day comes before the month, so that a value which cannot have it there is asked for too.
 */
final class OrderVotes {
    private static final int LARGEST_MONTH = 12;
    private static final int LARGEST_DAY = 31;

    /** So many different values make the days of a month, */
    private static final int DAYS = 20;

    /** where the years take at most this part of them. */
    private static final int CLEARLY = 3;

    private final boolean shortYear;
    private final boolean points;
    private final DateForm.Order[] orders;

    /** The first value that rules each order out, with its line; null where none does. */
    private final @Nullable String[] against;

    /** The first value with points that can only have the month first. */
    private @Nullable String monthFirst;

    private final BitSet firsts = new BitSet();
    private final BitSet thirds = new BitSet();

    OrderVotes(DateForm form) {
        this.shortYear = form.shortYear();
        this.points = form.pointsDayFirst();
        this.orders = form.orders();
        this.against = new String[orders.length];
    }

    void count(DateText text, byte[] written, int from, int to, long line) {
        if (orders.length == 1 && !points) {
            return;
        }
        boolean anyPossible = false;
        for (DateForm.Order order : orders) {
            anyPossible |= possible(order, text);
        }
        if (!anyPossible) {
            if (points && monthFirst == null && possible(DateForm.Order.MONTH_DAY_YEAR, text)) {
                monthFirst = Utf8.lenient(written, from, to) + " (line " + line + ")";
            }
            return; // no date in any order: it tells nothing and will be reported
        }
        for (int i = 0; i < orders.length; i++) {
            if (against[i] == null && !possible(orders[i], text)) {
                against[i] = Utf8.lenient(written, from, to) + " (line " + line + ")";
            }
        }
        if (shortYear) {
            firsts.set(text.first);
            thirds.set(text.third);
        }
    }

    private static boolean possible(DateForm.Order order, DateText text) {
        if (order == DateForm.Order.YEAR_MONTH_DAY && text.firstDigits != 2) {
            return false;
        }
        int month = order == DateForm.Order.MONTH_DAY_YEAR ? text.first : text.second;
        int day = switch (order) {
            case MONTH_DAY_YEAR -> text.second;
            case YEAR_MONTH_DAY -> text.third;
            default -> text.first;
        };
        return month >= 1 && month <= LARGEST_MONTH && day >= 1 && day <= LARGEST_DAY;
    }

    /** The orders that no value rules out, and under which the years are not too many. */
    List<DateForm.Order> left() {
        List<DateForm.Order> left = new ArrayList<>();
        if (monthFirst != null) {
            return left;
        }
        for (int i = 0; i < orders.length; i++) {
            if (against[i] == null) {
                left.add(orders[i]);
            }
        }
        if (shortYear && left.size() > 1) {
            left.removeIf(order ->
                    yearsAreDays(yearsOf(order).cardinality(), othersOf(order).cardinality()));
        }
        return left;
    }

    private static boolean yearsAreDays(int years, int others) {
        return years >= DAYS && years >= CLEARLY * others;
    }

    private BitSet yearsOf(DateForm.Order order) {
        return order == DateForm.Order.YEAR_MONTH_DAY ? firsts : thirds;
    }

    private BitSet othersOf(DateForm.Order order) {
        return order == DateForm.Order.YEAR_MONTH_DAY ? thirds : firsts;
    }

    /** True when more values could still decide. */
    boolean open() {
        return left().size() > 1;
    }

    /** True when each order is ruled out by some value. */
    boolean contradicted() {
        return left().isEmpty();
    }

    /** The values that contradict each other, as a question begins. */
    String contradiction() {
        if (monthFirst != null) {
            return "with points the day comes before the month, which " + monthFirst + " contradicts";
        }
        return "the rows contradict each other: " + Arrays.stream(against).collect(Collectors.joining(" and "))
                + " do not have day, month and year in one order";
    }

    /** Why the order is what it is, as a note ends. */
    String evidence() {
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < orders.length; i++) {
            String value = against[i];
            if (value != null) {
                reasons.add("as " + value + " cannot have the " + orders[i].words());
            }
        }
        if (reasons.size() < orders.length - 1) {
            int first = firsts.cardinality();
            int last = thirds.cardinality();
            reasons.add("as the first numbers take " + first + " different values and the last ones " + last
                    + ", so that the years come " + (first > last ? "last" : "first"));
        }
        return String.join(" and ", reasons);
    }
}

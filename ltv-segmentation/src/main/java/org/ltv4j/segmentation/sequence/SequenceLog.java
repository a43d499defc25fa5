package org.ltv4j.segmentation.sequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.ProductClasses;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.WallClock;
import org.ltv4j.segmentation.basket.ItemHierarchy;
import org.ltv4j.segmentation.basket.LeftOutRows;

/**
 * What customers bought, one event after the other: each event is a set of items with its calendar day. Immutable. A sequence is
 * one customer's events in the order of time; the items of an event are distinct and ascending by number.
 *
 * <p>A customer without any event stays and counts among all sequences, so that leaving out items never moves a support;
 * {@link #withoutEmpty()} leaves such customers out. Rows of a log with an amount or a quantity below 0 are returns and no
 * events, rows without product neither; {@link #leftOut()} counts them.
 *
 * <p>The log is observed until a day, the last one of the source unless {@link #observedUntil(LocalDate)} states a later one:
 * what is not there by then did not happen, what comes after is not known.
 *
 * <p>Cost: 4 bytes a customer, 8 an event and 4 an item in an event, plus names.
 */
public final class SequenceLog {
    private static final int LONGEST_PERIOD = 36_500;

    private final IdTable customers;
    private final IdTable items;
    private final int[] starts;
    private final int[] days;
    private final int[] offsets;
    private final int[] flat;
    private final int lastDay;
    private final LeftOutRows leftOut;

    SequenceLog(
            IdTable customers,
            IdTable items,
            int[] starts,
            int[] days,
            int[] offsets,
            int[] flat,
            int lastDay,
            LeftOutRows leftOut) {
        this.customers = customers;
        this.items = items;
        this.starts = starts;
        this.days = days;
        this.offsets = offsets;
        this.flat = flat;
        this.lastDay = lastDay;
        this.leftOut = leftOut;
    }

    /**
     * Each order is an event, on the day of its first row. Two orders of one day are two events, in the order of time. Rows that
     * name no order are left out.
     *
     * @param log sales with products and orders
     * @return a sequence for each customer
     * @throws InvalidDataException if the log states no products or no orders
     */
    public static SequenceLog byOrder(TransactionLog log) {
        return SequenceRows.byOrder(log);
    }

    /**
     * All a customer buys on one calendar day is an event.
     *
     * @param log sales with products
     * @return a sequence for each customer
     * @throws InvalidDataException if the log states no products
     */
    public static SequenceLog byDay(TransactionLog log) {
        return byPeriod(log, LocalDate.EPOCH, 1);
    }

    /**
     * All a customer buys from a Monday to the next Sunday is an event; its day is the Monday.
     *
     * @param log sales with products
     * @return a sequence for each customer
     * @throws InvalidDataException if the log states no products
     */
    public static SequenceLog byWeek(TransactionLog log) {
        return byPeriod(log, LocalDate.of(1969, 12, 29), 7);
    }

    /**
     * All a customer buys within a period is an event; its day is the first one of the period. The first and the last period of the log
     * count though it may hold only a part of them: what follows within a window of days is then a little too rare, unless {@code log} ends
     * with a period.
     *
     * @param log sales with products
     * @param anchor first day of any one period; those before and after it follow without a gap
     * @param days length of a period, from 1 to 36,500
     * @return a sequence for each customer
     * @throws InvalidDataException if the log states no products, or the anchor is not of {@link WallClock}'s years
     */
    public static SequenceLog byPeriod(TransactionLog log, LocalDate anchor, int days) {
        requireLength(days);
        return SequenceRows.byPeriod(log, requireDay(anchor), days);
    }

    /**
     * One event a period of a customer, from that of the first purchase to the last one that the log holds whole; its only item is the
     * state that the number of days with a purchase in it stands for. Transitions of such sequences say how customers move
     * between states. Returns are no purchases; products are not needed.
     *
     * @param log sales
     * @param days length of a period, from 1 to 36,500; the last one ends with the last day of the log
     * @param state names the state of a period with so many days of purchase, 0 or more
     * @return a sequence for each customer
     * @throws InvalidDataException if the log is empty or a state is blank
     */
    public static SequenceLog ofStates(TransactionLog log, int days, IntFunction<String> state) {
        requireLength(days);
        return StateSequences.of(log, days, state);
    }

    private static void requireLength(int days) {
        if (days < 1 || days > LONGEST_PERIOD) {
            throw new IllegalArgumentException("a period lasts 1 to 36,500 days, got " + days);
        }
    }

    /**
     * Sequences without customers and dates: customers are numbered from 1, events stand one day apart, from 1970-01-01. An event
     * without items is left out, and its day stays free.
     *
     * @param sequences events in the order of time, each with its items; one that stands twice in an event counts once
     * @return a sequence for each element
     * @throws InvalidDataException if a name is blank or no Unicode
     */
    public static SequenceLog of(Collection<? extends Collection<? extends Collection<String>>> sequences) {
        SequenceLogBuilder builder = builder();
        int number = 0;
        for (Collection<? extends Collection<String>> sequence : sequences) {
            String customer = Integer.toString(++number);
            builder.customer(customer);
            LocalDate day = LocalDate.EPOCH;
            for (Collection<String> event : sequence) {
                builder.add(customer, day, event);
                day = day.plusDays(1);
            }
        }
        return builder.build();
    }

    /**
     * Collects events in any order.
     *
     * @return an empty builder
     */
    public static SequenceLogBuilder builder() {
        return new SequenceLogBuilder();
    }

    /**
     * The sequences.
     *
     * @return one for each customer, also for those without events
     */
    public int size() {
        return starts.length - 1;
    }

    /**
     * All events.
     *
     * @return events of all customers together
     */
    public int events() {
        return days.length;
    }

    /**
     * The first event of a sequence. Its events are {@code start(s)} to {@code start(s + 1) - 1}, in the order of time.
     *
     * @param sequence from 0 to {@code size()}; the last one gives {@link #events()}
     * @return number of an event
     */
    public int start(int sequence) {
        return starts[sequence];
    }

    /**
     * The day of an event.
     *
     * @param event number of an event
     * @return days since 1970-01-01
     */
    public int day(int event) {
        return days[event];
    }

    /**
     * The items of an event.
     *
     * @param event number of an event
     * @return how many different ones, at least 1
     */
    public int length(int event) {
        return offsets[event + 1] - offsets[event];
    }

    /**
     * An item of an event.
     *
     * @param event number of an event
     * @param k from 0 to {@code length(event) - 1}
     * @return a number in {@link #items()}, rising with {@code k}
     */
    public int item(int event, int k) {
        if (k < 0 || k >= length(event)) {
            throw new IndexOutOfBoundsException("item " + k + " of an event with " + length(event));
        }
        return flat[offsets[event] + k];
    }

    /**
     * The names of an event's items.
     *
     * @param event number of an event
     * @return in the order of their numbers
     */
    public List<String> names(int event) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < length(event); k++) {
            names.add(items.id(item(event, k)));
        }
        return names;
    }

    /**
     * All items of all events.
     *
     * @return occurrences
     */
    public int occurrences() {
        return flat.length;
    }

    /**
     * The items.
     *
     * @return their names; some may stand in no event
     */
    public IdTable items() {
        return items;
    }

    /**
     * The customers.
     *
     * @return their ids, by number of the sequence
     */
    public IdTable customers() {
        return customers;
    }

    /**
     * The last day of which it is known what happened.
     *
     * @return a date
     * @throws InvalidDataException if there is no event and no day was stated
     */
    public LocalDate observedUntil() {
        if (lastDay == Integer.MIN_VALUE) {
            throw new InvalidDataException("no event: state with observedUntil(..) until when there was none");
        }
        return LocalDate.ofEpochDay(lastDay);
    }

    /** The same as a number of days since 1970-01-01; the least number if not known. */
    int lastDay() {
        return lastDay;
    }

    /**
     * Rows of the log that are in no event.
     *
     * @return their numbers by cause; all 0 where there was no log
     */
    public LeftOutRows leftOut() {
        return leftOut;
    }

    /**
     * States until when the customers were observed, where it was longer than the last event.
     *
     * @param day on or after the last event
     * @return the same sequences
     * @throws InvalidDataException if an event is later, or the day is not of {@link WallClock}'s years
     */
    public SequenceLog observedUntil(LocalDate day) {
        int end = Math.toIntExact(requireDay(day).toEpochDay());
        for (int event = 0; event < days.length; event++) {
            if (days[event] > end) {
                throw new InvalidDataException("observed until " + day + ", but an event is of "
                        + LocalDate.ofEpochDay(days[event]) + ": cut the log first, or state a later day");
            }
        }
        return new SequenceLog(customers, items, starts, days, offsets, flat, end, leftOut);
    }

    private static LocalDate requireDay(LocalDate day) {
        if (!WallClock.holds(day)) {
            throw new InvalidDataException("a log has days of the years 1 to 9999, got " + day);
        }
        return day;
    }

    /**
     * Items by their class, for example products by category. Items of which the classes know nothing are left out.
     *
     * @param classes such as {@code catalog.categories()}
     * @return sequences of the same customers whose items are the names of classes
     */
    public SequenceLog at(ProductClasses classes) {
        int[] of = classes.of(items);
        for (int item = 0; item < of.length; item++) {
            of[item] = of[item] == ProductClasses.UNKNOWN ? TransactionLog.NONE : of[item];
        }
        return mapped(IdTable.of(classes.names().toArray(new String[0])), of);
    }

    /**
     * Items by their class at a level of a hierarchy. Items that the hierarchy does not know are left out.
     *
     * @param hierarchy classes of the items
     * @param level from 1, an item's own category, to {@code hierarchy.levels()}
     * @return sequences of the same customers whose items are the names of classes
     */
    public SequenceLog at(ItemHierarchy hierarchy, int level) {
        if (level < 1 || level > hierarchy.levels()) {
            throw new IllegalArgumentException(
                    "the hierarchy has the levels 1 to " + hierarchy.levels() + ", got " + level);
        }
        IdTable.Builder classes = new IdTable.Builder();
        int[] of = new int[items.size()];
        for (int item = 0; item < of.length; item++) {
            String name = hierarchy.ancestor(items.id(item), level);
            of[item] = name.equals(ItemHierarchy.UNKNOWN) ? TransactionLog.NONE : classes.index(name);
        }
        return mapped(classes.build(), of);
    }

    /**
     * Some of the items; events of which none is left are left out, customers stay.
     *
     * @param kept tells by its number whether an item stays
     * @return sequences of the same customers with the same item numbers
     */
    public SequenceLog keep(IntPredicate kept) {
        int[] of = new int[items.size()];
        for (int item = 0; item < of.length; item++) {
            of[item] = kept.test(item) ? item : TransactionLog.NONE;
        }
        return mapped(items, of);
    }

    /** Items under other numbers; those below 0 are left out. */
    SequenceLog mapped(IdTable names, int[] of) {
        EventCells cells = new EventCells(size(), days.length, flat.length);
        for (int sequence = 0; sequence < size(); sequence++) {
            for (int event = starts[sequence]; event < starts[sequence + 1]; event++) {
                for (int k = offsets[event]; k < offsets[event + 1]; k++) {
                    if (of[flat[k]] >= 0) {
                        cells.item(of[flat[k]]);
                    }
                }
                cells.endEvent(days[event]);
            }
            cells.endSequence();
        }
        return cells.log(customers, names, lastDay, leftOut);
    }

    /**
     * Without the customers that have no event.
     *
     * @return fewer or as many sequences
     */
    public SequenceLog withoutEmpty() {
        int[] left = new int[size()];
        int[] ends = new int[size() + 1];
        int n = 0;
        for (int sequence = 0; sequence < size(); sequence++) {
            if (starts[sequence + 1] > starts[sequence]) {
                left[n++] = sequence;
                ends[n] = starts[sequence + 1];
            }
        }
        return n == size()
                ? this
                : new SequenceLog(
                        customers.subset(Arrays.copyOf(left, n)),
                        items,
                        Arrays.copyOf(ends, n + 1),
                        days,
                        offsets,
                        flat,
                        lastDay,
                        leftOut);
    }

    /** The number of an item, or an error that says where to look. */
    int require(String item) {
        OptionalInt number = items.indexOf(item);
        if (number.isEmpty()) {
            throw new IllegalArgumentException("no item \"" + item + "\" among the " + items.size()
                    + " of these sequences: names are compared letter by letter");
        }
        return number.getAsInt();
    }

    /** Numbers of customers, events and items; no data. */
    @Override
    public String toString() {
        return "SequenceLog[" + size() + " customers, " + events() + " events, " + items.size() + " items, "
                + occurrences() + " occurrences]";
    }
}

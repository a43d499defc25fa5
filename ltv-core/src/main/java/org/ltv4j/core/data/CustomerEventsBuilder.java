package org.ltv4j.core.data;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects events for {@link CustomerEvents}, in any order. {@link #add} opens one; the setters after it speak of that event. Not
 * thread-safe.
 */
public final class CustomerEventsBuilder {
    private static final int MOST_KINDS = Byte.MAX_VALUE;
    private static final int MOST_EVENTS = Integer.MAX_VALUE - 8;
    private static final double HIGHEST_NPS = 10;

    private final IdTable.Builder customers = new IdTable.Builder();
    private final IdTable.Builder texts = new IdTable.Builder();
    private final List<EventKind> kinds = new ArrayList<>();
    private int size;
    private int[] customer = new int[256];
    private byte[] kind = new byte[256];
    private long[] second = new long[256];
    private double[] value = new double[256];
    private int[] text = new int[256];
    private int[] sourceRow = new int[256];

    CustomerEventsBuilder() {}

    /**
     * Opens an event.
     *
     * @param customerId the customer, not blank
     * @param what its kind
     * @param time when, on the wall clock
     * @return this builder
     * @throws InvalidDataException if the id is blank or no Unicode, the time is not of {@link WallClock}'s years, or there
     *     would be more than 127 kinds
     */
    public CustomerEventsBuilder add(String customerId, EventKind what, LocalDateTime time) {
        return add(customerId, what, time.toEpochSecond(ZoneOffset.UTC), size + 1);
    }

    /**
     * Opens an event of which only the day is known.
     *
     * @param customerId the customer, not blank
     * @param what its kind
     * @param day when
     * @return this builder
     * @throws InvalidDataException if the id is blank or no Unicode, the time is not of {@link WallClock}'s years, or there
     *     would be more than 127 kinds
     */
    public CustomerEventsBuilder add(String customerId, EventKind what, LocalDate day) {
        return add(customerId, what, day.atStartOfDay());
    }

    /**
     * Opens an event of a source with lines.
     *
     * @param customerId the customer, not blank
     * @param what its kind
     * @param localSecond seconds since 1970-01-01T00:00 of the wall clock
     * @param source line of the file or row of the table, counted from 1; 0 if there is none
     * @return this builder
     * @throws InvalidDataException if the id is blank or no Unicode, the time is not of {@link WallClock}'s years, or there
     *     would be more than 127 kinds
     */
    public CustomerEventsBuilder add(String customerId, EventKind what, long localSecond, int source) {
        if (Blanks.isBlank(customerId)) {
            throw new InvalidDataException("event " + source + " needs a customer id, got a blank one");
        }
        WallClock.require(localSecond, "event", source);
        return open(customers.index(customerId), kindCode(what), localSecond, source);
    }

    private CustomerEventsBuilder open(int who, byte what, long when, int source) {
        if (size == second.length) {
            grow();
        }
        customer[size] = who;
        kind[size] = what;
        second[size] = when;
        value[size] = Double.NaN;
        text[size] = TransactionLog.NONE;
        sourceRow[size] = source;
        size++;
        return this;
    }

    /** Copies an event of others. */
    void copy(CustomerEvents others, int who, int event) {
        open(
                customers.index(others.customers(), who),
                kindCode(others.kinds().get(others.kind(event))),
                others.second(event),
                others.sourceRow(event));
        value[size - 1] = others.value(event);
        others.text(event).ifPresent(this::text);
    }

    private byte kindCode(EventKind what) {
        int code = kinds.indexOf(what);
        if (code < 0) {
            if (kinds.size() == MOST_KINDS) {
                throw new InvalidDataException(
                        "more than " + MOST_KINDS + " kinds of events: is this the column of the kind?");
            }
            code = kinds.size();
            kinds.add(what);
        }
        return (byte) code;
    }

    /**
     * The value of the open event.
     *
     * @param number finite; for {@link EventKind#NPS} a whole number from 0 to 10
     * @return this builder
     * @throws InvalidDataException if it is another number
     */
    public CustomerEventsBuilder value(double number) {
        requireOpen();
        if (!Double.isFinite(number)) {
            throw new InvalidDataException("event " + sourceRow[size - 1] + " needs a finite value, got " + number
                    + ": leave out what is not known");
        }
        boolean nps = kinds.get(kind[size - 1]).equals(EventKind.NPS);
        if (nps && !isNps(number)) {
            throw new InvalidDataException(
                    "event " + sourceRow[size - 1] + ": an NPS score is a whole number from 0 to 10, got " + number);
        }
        value[size - 1] = number;
        return this;
    }

    /**
     * Whether a number is a score of the Net Promoter question.
     *
     * @param number any number
     * @return true for whole numbers from 0 to 10
     */
    public static boolean isNps(double number) {
        return number >= 0 && number <= HIGHEST_NPS && number == Math.rint(number);
    }

    /**
     * What was written in the open event.
     *
     * @param written the text; a blank one is none
     * @return this builder
     * @throws InvalidDataException if it is no Unicode
     */
    public CustomerEventsBuilder text(String written) {
        requireOpen();
        text[size - 1] = written.isBlank() ? TransactionLog.NONE : texts.index(written);
        return this;
    }

    private void requireOpen() {
        if (size == 0) {
            throw new IllegalStateException("open an event by add before its value or text is set");
        }
    }

    /**
     * Events so far.
     *
     * @return how many were opened
     */
    public int size() {
        return size;
    }

    /**
     * The finished events; the builder must not be used afterwards.
     *
     * @return all events
     * @throws InvalidDataException if an event of the Net Promoter question has no score
     */
    public CustomerEvents build() {
        for (int event = 0; event < size; event++) {
            if (Double.isNaN(value[event]) && kinds.get(kind[event]).equals(EventKind.NPS)) {
                throw new InvalidDataException(
                        "event " + sourceRow[event] + " is an answer to the Net Promoter question without a score");
            }
        }
        IdTable ids = customers.build();
        RowOrder order = RowOrder.of(customer, second, size, 0, ids.size());
        int[] rows = order.rows();
        byte[] kindInOrder = new byte[size];
        for (int i = 0; i < size; i++) {
            kindInOrder[i] = kind[rows[i]];
        }
        return new CustomerEvents(
                kinds,
                ids,
                order.starts(),
                kindInOrder,
                LogColumns.picked(second, rows),
                LogColumns.picked(value, rows),
                LogColumns.picked(text, rows),
                LogColumns.picked(sourceRow, rows),
                texts.build());
    }

    private void grow() {
        if (size == MOST_EVENTS) {
            throw new InvalidDataException("more than " + MOST_EVENTS + " events");
        }
        int capacity = (int) Math.min(MOST_EVENTS, size + (size >> 1) + 1024L);
        customer = Arrays.copyOf(customer, capacity);
        kind = Arrays.copyOf(kind, capacity);
        second = Arrays.copyOf(second, capacity);
        value = Arrays.copyOf(value, capacity);
        text = Arrays.copyOf(text, capacity);
        sourceRow = Arrays.copyOf(sourceRow, capacity);
    }
}

package org.ltv4j.core.data;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What customers did besides buying: visits, campaign messages, survey answers, reviews. Immutable primitive columns, grouped by
 * customer and in time order within each, as in {@link TransactionLog}; times are seconds of the same wall clock.
 *
 * <pre>{@code
 * CustomerEvents events = CustomerEvents.builder()
 *     .add("ann", EventKind.VISIT, LocalDateTime.of(2025, 3, 1, 9, 30))
 *     .add("ann", EventKind.NPS, LocalDateTime.of(2025, 3, 2, 18, 0)).value(9)
 *     .add("ann", EventKind.REVIEW, LocalDateTime.of(2025, 3, 2, 18, 1)).text("The espresso is very good")
 *     .build();
 * }</pre>
 *
 * <p>Cost: 28 bytes an event, and the texts.
 */
public final class CustomerEvents {
    private final List<EventKind> kinds;
    private final IdTable customers;
    private final int[] starts;
    private final byte[] kind;
    private final long[] second;
    private final double[] value;
    private final int[] text;
    private final int[] sourceRow;
    private final IdTable texts;

    CustomerEvents(
            List<EventKind> kinds,
            IdTable customers,
            int[] starts,
            byte[] kind,
            long[] second,
            double[] value,
            int[] text,
            int[] sourceRow,
            IdTable texts) {
        this.kinds = List.copyOf(kinds);
        this.customers = customers;
        this.starts = starts;
        this.kind = kind;
        this.second = second;
        this.value = value;
        this.text = text;
        this.sourceRow = sourceRow;
        this.texts = texts;
    }

    /**
     * Collects events.
     *
     * @return an empty builder
     */
    public static CustomerEventsBuilder builder() {
        return new CustomerEventsBuilder();
    }

    /**
     * All events.
     *
     * @return how many there are
     */
    public int size() {
        return second.length;
    }

    /**
     * The customers, each with at least one event.
     *
     * @return ids in the order in which the source first named them
     */
    public IdTable customers() {
        return customers;
    }

    /**
     * The first event of a customer. Its events are {@code start(c)} to {@code start(c + 1) - 1}, in time order.
     *
     * @param customer from 0 to {@code customers().size()}; the last one gives {@link #size()}
     * @return an event number
     */
    public int start(int customer) {
        return starts[customer];
    }

    /**
     * The kinds of events that occur.
     *
     * @return in the order in which the source first named them; at most 127
     */
    public List<EventKind> kinds() {
        return kinds;
    }

    /**
     * The kind of an event.
     *
     * @param event from 0 to {@code size() - 1}
     * @return its place in {@link #kinds()}
     */
    public int kind(int event) {
        return kind[event];
    }

    /**
     * When it happened, on the wall clock.
     *
     * @param event an event number
     * @return seconds since 1970-01-01T00:00 of that clock
     */
    public long second(int event) {
        return second[event];
    }

    /**
     * The calendar day of an event.
     *
     * @param event an event number
     * @return days since 1970-01-01
     */
    public int day(int event) {
        return (int) Math.floorDiv(second[event], TransactionLog.SECONDS_PER_DAY);
    }

    /**
     * The value of an event: a score, stars, minutes.
     *
     * @param event an event number
     * @return a finite number, or NaN where there is none
     */
    public double value(int event) {
        return value[event];
    }

    /**
     * What was written.
     *
     * @param event an event number
     * @return the text, or empty where there is none
     */
    public Optional<String> text(int event) {
        return text[event] == TransactionLog.NONE ? Optional.empty() : Optional.of(texts.id(text[event]));
    }

    /**
     * Where an event stood in the source, for messages.
     *
     * @param event an event number
     * @return line or row counted from 1; 0 where the source did not say
     */
    public int sourceRow(int event) {
        return sourceRow[event];
    }

    /**
     * The numbers here of customers elsewhere: one look-up for each.
     *
     * @param others for example {@link TransactionLog#customers()}
     * @return a new array: for each of them its number in {@link #customers()}, or {@link TransactionLog#NONE}
     */
    public int[] numbersOf(IdTable others) {
        return CustomerAttributes.numbers(others, customers);
    }

    /**
     * How many events are of customers that are not among others: visitors who never bought, or ids of another system.
     *
     * @param others for example {@link TransactionLog#customers()}
     * @return a count of events
     */
    public int countUnknownTo(IdTable others) {
        int[] numbers = CustomerAttributes.numbers(customers, others);
        int count = 0;
        for (int customer = 0; customer < numbers.length; customer++) {
            count += numbers[customer] == TransactionLog.NONE ? starts[customer + 1] - starts[customer] : 0;
        }
        return count;
    }

    /**
     * The events up to and with a day.
     *
     * @param end last day kept
     * @return those events and their customers
     */
    public CustomerEvents until(LocalDate end) {
        BitSet keep = new BitSet(size());
        for (int event = 0; event < size(); event++) {
            keep.set(event, day(event) <= end.toEpochDay());
        }
        return keep(keep);
    }

    /**
     * Some of the events; texts and customers without an event left are gone. Copies what is kept.
     *
     * @param events the events to keep
     * @return those events
     */
    public CustomerEvents keep(BitSet events) {
        CustomerEventsBuilder kept = builder();
        for (int customer = 0; customer < customers.size(); customer++) {
            for (int event = starts[customer]; event < starts[customer + 1]; event++) {
                if (events.get(event)) {
                    kept.copy(this, customer, event);
                }
            }
        }
        return kept.build();
    }

    /**
     * The same without one customer, for whoever asks to be forgotten.
     *
     * @param customerId the customer; one that is not here changes nothing
     * @return events in which nothing of the customer is left
     */
    public CustomerEvents without(String customerId) {
        OptionalInt gone = customers.indexOf(customerId);
        if (gone.isEmpty()) {
            return this;
        }
        BitSet keep = new BitSet(size());
        keep.set(0, size());
        keep.clear(starts[gone.getAsInt()], starts[gone.getAsInt() + 1]);
        return keep(keep);
    }

    /** How many events, customers and kinds, but no data: safe to print. */
    @Override
    public String toString() {
        return "CustomerEvents[" + size() + " events, " + customers.size() + " customers, " + kinds.size() + " kinds]";
    }
}

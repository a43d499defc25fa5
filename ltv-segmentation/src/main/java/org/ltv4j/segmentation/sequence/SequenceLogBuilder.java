package org.ltv4j.segmentation.sequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.WallClock;
import org.ltv4j.segmentation.basket.LeftOutRows;

/**
 * Collects events for a {@link SequenceLog}, in any order; those of one customer and day become one. Not thread-safe.
 *
 * <pre>{@code
 * SequenceLog sequences = SequenceLog.builder()
 *     .add("ann", LocalDate.of(2025, 3, 1), "grinder", "beans")
 *     .add("ann", LocalDate.of(2025, 3, 15), "beans")
 *     .build();
 * }</pre>
 */
public final class SequenceLogBuilder {
    private final IdTable.Builder customers = new IdTable.Builder();
    private final IdTable.Builder items = new IdTable.Builder();
    private final List<NavigableMap<Integer, List<Integer>>> events = new ArrayList<>();

    SequenceLogBuilder() {}

    /**
     * Adds an event.
     *
     * @param customer the customer's id, not blank
     * @param day when
     * @param names its items; none makes no event, but a customer
     * @return this builder
     * @throws InvalidDataException if the id or a name is blank or no Unicode, or the day is not of {@link WallClock}'s years
     */
    public SequenceLogBuilder add(String customer, LocalDate day, String... names) {
        return add(customer, day, List.of(names));
    }

    /**
     * Adds an event.
     *
     * @param customer the customer's id, not blank
     * @param day when
     * @param names its items; none makes no event, but a customer
     * @return this builder
     * @throws InvalidDataException if the id or a name is blank or no Unicode, or the day is not of {@link WallClock}'s years
     */
    public SequenceLogBuilder add(String customer, LocalDate day, Iterable<String> names) {
        requireId(customer);
        if (!WallClock.holds(day)) {
            throw new InvalidDataException("an event needs a day of the years 1 to 9999, got " + day);
        }
        List<Integer> numbers = new ArrayList<>();
        for (String name : names) {
            if (Blanks.isBlank(name)) {
                throw new InvalidDataException("an event of " + day + " needs names of items, got a blank one");
            }
            numbers.add(items.index(name));
        }
        int number = number(customer);
        if (!numbers.isEmpty()) {
            events.get(number)
                    .computeIfAbsent(Math.toIntExact(day.toEpochDay()), any -> new ArrayList<>())
                    .addAll(numbers);
        }
        return this;
    }

    /**
     * Adds a customer without events, if it is not there yet.
     *
     * @param id the customer's id, not blank
     * @return this builder
     * @throws InvalidDataException if the id is blank or no Unicode
     */
    public SequenceLogBuilder customer(String id) {
        number(id);
        return this;
    }

    private int number(String customer) {
        requireId(customer);
        int number = customers.index(customer);
        if (number == events.size()) {
            events.add(new TreeMap<>());
        }
        return number;
    }

    private static void requireId(String customer) {
        if (Blanks.isBlank(customer)) {
            throw new InvalidDataException("an event needs a customer id, got a blank one");
        }
    }

    /**
     * The sequences so far, observed until the last event. The builder may be used on; the log does not change.
     *
     * @return a log
     */
    public SequenceLog build() {
        EventCells cells = new EventCells(events.size(), events.size(), events.size());
        for (NavigableMap<Integer, List<Integer>> sequence : events) {
            sequence.forEach((day, numbers) -> {
                numbers.forEach(cells::item);
                cells.endEvent(day);
            });
            cells.endSequence();
        }
        return cells.log(customers.build(), items.build(), Integer.MIN_VALUE, LeftOutRows.NONE);
    }
}

package org.ltv4j.core.score;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeMap;
import org.ltv4j.core.data.IdTable;

/**
 * Lets each sale of a till through once: a row is known by its order and line, so that a till which sends it again, because no
 * answer came, does not make it count twice in a {@link CustomerState}. Remembers the keys of some days; a sale older than that
 * is refused, since it can no longer be known whether it was met. Not thread-safe.
 *
 * <p>The gate lives in memory: after a restart its days are unknown, and states are best made anew from the saved log, which
 * knows all keys. Cost: one search of a hash table for each day that is remembered, and some 40 bytes and the ids for each row.
 *
 * <pre>{@code
 * if (gate.admit(customer, day, paid, receipt, line) == EventGate.Verdict.NEW) {
 *     state = state.purchase(day, paid);
 * }
 * }</pre>
 */
public final class EventGate {
    private final TreeMap<LocalDate, Day> days = new TreeMap<>();
    private final int length;
    private byte[] key = new byte[64];

    private EventGate(int length) {
        this.length = length;
    }

    /** What is to be done with a row. */
    public enum Verdict {
        /** It was not met before: count it. */
        NEW,
        /** It was met before, with the same customer, day and amount: leave it out. */
        REPEAT,
        /** Its order and line were met before with another customer, day or amount: ask. */
        CONFLICT,
        /** It is of a day that is no longer remembered: append it to the log and make the state anew. */
        TOO_OLD
    }

    /** The rows of one day. */
    private static final class Day {
        final IdTable.Builder keys = new IdTable.Builder();
        final IdTable.Builder customers = new IdTable.Builder();
        int[] customer = new int[64];
        double[] amount = new double[64];
    }

    /**
     * A gate that remembers some days.
     *
     * @param days how many days, the latest one included; at least 1. A few are enough for tills that send again within hours
     * @return an empty gate
     * @throws IllegalArgumentException if the number is below 1
     */
    public static EventGate ofDays(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("need at least 1 day, got " + days);
        }
        return new EventGate(days);
    }

    /**
     * Asks about a row and remembers it if it is new.
     *
     * @param customer the customer
     * @param day day of the sale
     * @param amount what was paid, finite
     * @param order the order or receipt, not blank
     * @param line the line of it, not blank; any constant text where a receipt is one row
     * @return whether it is to be counted
     * @throws IllegalArgumentException if order or line is blank or the amount is not finite
     */
    public Verdict admit(String customer, LocalDate day, double amount, String order, String line) {
        if (order.isBlank() || line.isBlank() || !Double.isFinite(amount)) {
            throw new IllegalArgumentException("need an order, a line and a finite amount, got "
                    + (order.isBlank() ? "no order" : line.isBlank() ? "no line" : "the amount " + amount));
        }
        LocalDate latest = days.isEmpty() ? day : days.lastKey();
        if (day.isBefore(latest.minusDays(length - 1L))) {
            return Verdict.TOO_OLD;
        }
        int size = keyOf(order, line);
        LocalDate newest = day.isAfter(latest) ? day : latest;
        for (var entry : days.tailMap(newest.minusDays(length - 1L)).entrySet()) {
            Day known = entry.getValue();
            int row = known.keys.find(key, 0, size);
            if (row >= 0) {
                boolean same = entry.getKey().equals(day)
                        && known.amount[row] == amount
                        && known.customers.index(customer) == known.customer[row];
                return same ? Verdict.REPEAT : Verdict.CONFLICT;
            }
        }
        remember(customer, day, amount, size);
        return Verdict.NEW;
    }

    private void remember(String customer, LocalDate day, double amount, int size) {
        Day today = days.get(day);
        if (today == null) {
            today = new Day();
            days.put(day, today);
            LocalDate oldest = days.lastKey().minusDays(length - 1L);
            days.headMap(oldest).clear();
        }
        int row = today.keys.index(key, 0, size);
        if (row == today.customer.length) {
            today.customer = Arrays.copyOf(today.customer, 2 * row);
            today.amount = Arrays.copyOf(today.amount, 2 * row);
        }
        today.customer[row] = today.customers.index(customer);
        today.amount[row] = amount;
    }

    /** Puts length of the order, order and line into the buffer, so that no two pairs look the same; gives the size. */
    private int keyOf(String order, String line) {
        byte[] first = order.getBytes(StandardCharsets.UTF_8);
        byte[] second = line.getBytes(StandardCharsets.UTF_8);
        int size = Integer.BYTES + first.length + second.length;
        if (key.length < size) {
            key = new byte[2 * size];
        }
        for (int i = 0; i < Integer.BYTES; i++) {
            key[i] = (byte) (first.length >>> (i * Byte.SIZE));
        }
        System.arraycopy(first, 0, key, Integer.BYTES, first.length);
        System.arraycopy(second, 0, key, Integer.BYTES + first.length, second.length);
        return size;
    }

    /** How many days and rows are remembered, but no data: safe to print. */
    @Override
    public String toString() {
        int rows = days.values().stream().mapToInt(day -> day.keys.size()).sum();
        return "EventGate[" + rows + " rows of " + days.size() + " days]";
    }
}

package org.ltv4j.core.score;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.IdTable;

/**
 * Lets each sale of a till through once: a row is known by its order and line, so that a till which sends it again, because no
 * answer came, does not make it count twice in a {@link CustomerState}. Remembers the keys of some days; a sale older than that
 * is refused, since it can no longer be known whether it was met. Not thread-safe.
 *
 * <p>The gate lives in memory: after a restart its days are unknown, and states are best made anew from the saved log, which
 * knows all keys. Cost of a row: one search of a hash table, and some 40 bytes and the ids.
 *
 * <pre>{@code
 * if (gate.admit(customer, day, paid, receipt, line) == EventGate.Verdict.NEW) {
 *     state = state.purchase(day, paid);
 * }
 * }</pre>
 */
public final class EventGate {
    private final int days;
    private IdTable.Builder keys = new IdTable.Builder();
    private IdTable.Builder customers = new IdTable.Builder();
    private int[] customerOf = new int[64];
    private double[] amountOf = new double[64];
    private long[] dayOf = new long[64];
    private long latest = Long.MIN_VALUE;
    private byte[] key = new byte[64];

    private EventGate(int days) {
        this.days = days;
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
        if (Blanks.isBlank(order) || Blanks.isBlank(line) || !Double.isFinite(amount)) {
            throw new IllegalArgumentException("need an order, a line and a finite amount, got "
                    + (Blanks.isBlank(order) ? "no order" : Blanks.isBlank(line) ? "no line" : "the amount " + amount));
        }
        long today = day.toEpochDay();
        if (keys.size() > 0 && today <= latest - days) {
            return Verdict.TOO_OLD;
        }
        int size = keyOf(order, line);
        int row = keys.find(key, 0, size);
        if (row >= 0 && dayOf[row] > Math.max(latest, today) - days) {
            boolean same =
                    dayOf[row] == today && amountOf[row] == amount && customers.index(customer) == customerOf[row];
            return same ? Verdict.REPEAT : Verdict.CONFLICT;
        }
        if (keys.size() == 0 || today > latest) {
            latest = today;
            forget();
        }
        remember(keys.index(key, 0, size), customer, today, amount);
        return Verdict.NEW;
    }

    private void remember(int row, String customer, long day, double amount) {
        if (row == dayOf.length) {
            customerOf = Arrays.copyOf(customerOf, 2 * row);
            amountOf = Arrays.copyOf(amountOf, 2 * row);
            dayOf = Arrays.copyOf(dayOf, 2 * row);
        }
        customerOf[row] = customers.index(customer);
        amountOf[row] = amount;
        dayOf[row] = day;
    }

    /** Gives the memory of forgotten days back once they are more than half of all, so that it costs little on the whole. */
    private void forget() {
        if (remembered() * 2 >= keys.size()) {
            return;
        }
        IdTable oldKeys = keys.build();
        IdTable oldCustomers = customers.build();
        keys = new IdTable.Builder();
        customers = new IdTable.Builder();
        for (int old = 0; old < oldKeys.size(); old++) {
            if (dayOf[old] > latest - days) {
                int row = keys.index(oldKeys, old); // at most old: rows move down in place
                customerOf[row] = customers.index(oldCustomers, customerOf[old]);
                amountOf[row] = amountOf[old];
                dayOf[row] = dayOf[old];
            }
        }
    }

    private int remembered() {
        int rows = 0;
        for (int row = 0; row < keys.size(); row++) {
            rows += dayOf[row] > latest - days ? 1 : 0;
        }
        return rows;
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

    /** How many rows are remembered, but no data: safe to print. */
    @Override
    public String toString() {
        return "EventGate[" + remembered() + " rows of " + days + " days]";
    }
}

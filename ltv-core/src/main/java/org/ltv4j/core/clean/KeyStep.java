package org.ltv4j.core.clean;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;

/**
 * Leaves out rows that repeat another one of the customer in some columns. Cost: {@code O(n)}.
 *
 * @param keys the columns
 */
record KeyStep(DuplicateKeys keys) implements Rule {

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        for (LogColumn column : keys.columns()) {
            if (log.size() > 0 && !column.isIn(log)) {
                throw new InvalidDataException(
                        "duplicates cannot be told by " + column + ": the log has no such column");
            }
        }
        Tally repeated = new Tally(log, "repeats an earlier row");
        Tally different = new Tally(log, "repeats an earlier row but for its amount");
        BitSet dropped = new BitSet(log.size());
        long window = keys.window().map(Duration::toSeconds).orElse(Long.MAX_VALUE);
        int[] slots = new int[16];
        for (int customer = 0; customer < log.customers().size(); customer++) {
            int from = log.start(customer);
            int to = log.start(customer + 1);
            if (to - from > 1) {
                int used = slotsFor(to - from); // not all: one customer may have had millions of rows
                slots = used > slots.length ? new int[used] : slots;
                Arrays.fill(slots, 0, used, 0);
                for (int row = from; row < to; row++) {
                    int kept = hasKey(log, row) ? keptOrPut(log, row, slots, used - 1, window) : -1;
                    if (kept >= 0) {
                        dropped.set(row);
                        repeated.add(row, -log.amount(row));
                        if (log.amount(kept) != log.amount(row)) {
                            different.add(row, 0);
                        }
                    }
                }
            }
        }
        work.report(repeated.dropped(keys.name(), words()));
        if (different.rows() > 0) {
            work.report(different.met(
                    keys.name() + ", other amount", "of these, rows whose amount is not that of the row that stays"));
        }
        work.drop(dropped);
    }

    /** The row that stays of which this is a duplicate; -1 if there is none, and then this one stays. */
    private int keptOrPut(TransactionLog log, int row, int[] slots, int mask, long window) {
        int slot = hash(log, row) & mask;
        while (slots[slot] != 0) {
            int other = slots[slot] - 1;
            if (same(log, row, other)) {
                if (log.second(row) - log.second(other) <= window) {
                    return other;
                }
                break;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = row + 1;
        return -1;
    }

    /** Slots for the rows of one customer: at least twice as many, a power of two. */
    private static int slotsFor(int rows) {
        return Integer.highestOneBit(Math.max(8, Math.min(rows, 1 << 28))) << 2;
    }

    private boolean hasKey(TransactionLog log, int row) {
        for (LogColumn column : keys.columns()) {
            boolean missing = column.isNumber()
                    ? Double.isNaN(column.number(log, row))
                    : column.isId() && column.code(log, row) == TransactionLog.NONE;
            if (missing) {
                return false;
            }
        }
        return true;
    }

    private boolean same(TransactionLog log, int a, int b) {
        for (LogColumn column : keys.columns()) {
            if (value(log, a, column) != value(log, b, column)) {
                return false;
            }
        }
        return true;
    }

    private int hash(TransactionLog log, int row) {
        long hash = 0;
        for (LogColumn column : keys.columns()) {
            hash = (hash ^ value(log, row, column)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private static long value(TransactionLog log, int row, LogColumn column) {
        return switch (column) {
            case AMOUNT, QUANTITY, UNIT_PRICE, DISCOUNT -> Double.doubleToLongBits(column.number(log, row) + 0.0);
            case TIME -> log.second(row);
            default -> column.code(log, row);
        };
    }

    @Override
    public String text() {
        return keys.name() + ": " + keys.columns()
                + keys.window().map(w -> " within " + w.toSeconds() + " s").orElse("");
    }

    @Override
    public String words() {
        return keys.toString();
    }
}

package org.ltv4j.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a log, of one length; a column that the source does not have is null. Never changed after construction. */
final class LogColumns {
    static final int MAX_CURRENCIES = 127;

    final long[] second;
    final double @Nullable [] amount;
    final int[] sourceRow;
    final int @Nullable [] order;
    final int @Nullable [] line;
    final int @Nullable [] product;
    final int @Nullable [] channel;
    final double @Nullable [] quantity;
    final double @Nullable [] unitPrice;
    final double @Nullable [] discount;
    final byte @Nullable [] currency;
    final @Nullable BitSet filled;
    final List<String> currencies;
    final IdTable orders;
    final IdTable lines;
    final IdTable products;
    final IdTable channels;

    LogColumns(Draft draft) {
        this.second = draft.second;
        this.amount = draft.amount;
        this.sourceRow = draft.sourceRow;
        this.order = draft.order;
        this.line = draft.line;
        this.product = draft.product;
        this.channel = draft.channel;
        this.quantity = draft.quantity;
        this.unitPrice = draft.unitPrice;
        this.discount = draft.discount;
        this.currency = draft.currency;
        this.filled = draft.filled;
        this.currencies = draft.currencies;
        this.orders = draft.orders;
        this.lines = draft.lines;
        this.products = draft.products;
        this.channels = draft.channels;
    }

    /** Columns on their way to a log. */
    static final class Draft {
        long[] second;
        double @Nullable [] amount;
        int[] sourceRow;
        int @Nullable [] order;
        int @Nullable [] line;
        int @Nullable [] product;
        int @Nullable [] channel;
        double @Nullable [] quantity;
        double @Nullable [] unitPrice;
        double @Nullable [] discount;
        byte @Nullable [] currency;

        @Nullable
        BitSet filled;

        List<String> currencies = List.of("");
        IdTable orders = IdTable.EMPTY;
        IdTable lines = IdTable.EMPTY;
        IdTable products = IdTable.EMPTY;
        IdTable channels = IdTable.EMPTY;

        Draft(long[] second, double @Nullable [] amount, int[] sourceRow) {
            this.second = second;
            this.amount = amount;
            this.sourceRow = sourceRow;
        }

        /** The same columns, of which some may then be set. */
        Draft(LogColumns columns) {
            this(columns.second, columns.amount, columns.sourceRow);
            this.order = columns.order;
            this.line = columns.line;
            this.product = columns.product;
            this.channel = columns.channel;
            this.quantity = columns.quantity;
            this.unitPrice = columns.unitPrice;
            this.discount = columns.discount;
            this.currency = columns.currency;
            this.filled = columns.filled;
            this.currencies = columns.currencies;
            this.orders = columns.orders;
            this.lines = columns.lines;
            this.products = columns.products;
            this.channels = columns.channels;
        }

        /**
         * Sets the currencies of the rows, without those of no row.
         *
         * @param numbers of the currency of each row, changed in place; null if all have the first one
         * @param codes all currencies
         */
        void currency(byte @Nullable [] numbers, List<String> codes) {
            long[] rows = new long[codes.size()];
            if (numbers != null) {
                for (byte number : numbers) {
                    rows[number]++;
                }
            }
            List<String> used = new ArrayList<>();
            byte[] renumbered = new byte[codes.size()];
            for (int i = 0; i < rows.length; i++) {
                renumbered[i] = (byte) used.size();
                if (rows[i] > 0) {
                    used.add(codes.get(i));
                }
            }
            currencies = used.isEmpty() ? List.of(codes.get(0)) : List.copyOf(used);
            currency = currencies.size() == 1 ? null : numbers;
            for (int row = 0; currency != null && row < currency.length; row++) {
                currency[row] = renumbered[currency[row]];
            }
        }
    }

    /** The rows in another order, or some of them; a currency that no row has any more is left out. */
    LogColumns permuted(int[] rows) {
        Draft draft = new Draft(this);
        draft.second = picked(second, rows);
        draft.amount = pick(amount, rows);
        draft.sourceRow = picked(sourceRow, rows);
        draft.order = pick(order, rows);
        draft.line = pick(line, rows);
        draft.product = pick(product, rows);
        draft.channel = pick(channel, rows);
        draft.quantity = pick(quantity, rows);
        draft.unitPrice = pick(unitPrice, rows);
        draft.discount = pick(discount, rows);
        draft.currency(pick(currency, rows), currencies);
        draft.filled = pick(filled, rows);
        return new LogColumns(draft);
    }

    static long[] picked(long[] column, int[] rows) {
        long[] out = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = column[rows[i]];
        }
        return out;
    }

    static int[] picked(int[] column, int[] rows) {
        int[] out = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = column[rows[i]];
        }
        return out;
    }

    static double[] picked(double[] column, int[] rows) {
        double[] out = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = column[rows[i]];
        }
        return out;
    }

    static int @Nullable [] pick(int @Nullable [] column, int[] rows) {
        return column == null ? null : picked(column, rows);
    }

    static double @Nullable [] pick(double @Nullable [] column, int[] rows) {
        return column == null ? null : picked(column, rows);
    }

    static byte @Nullable [] pick(byte @Nullable [] column, int[] rows) {
        if (column == null) {
            return null;
        }
        byte[] out = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = column[rows[i]];
        }
        return out;
    }

    static @Nullable BitSet pick(@Nullable BitSet marks, int[] rows) {
        if (marks == null) {
            return null;
        }
        BitSet out = new BitSet(rows.length);
        for (int i = 0; i < rows.length; i++) {
            out.set(i, marks.get(rows[i]));
        }
        return out;
    }

    /** Sets a number of a column that may not be there yet. */
    static int[] set(int @Nullable [] column, int capacity, int row, int value) {
        int[] c = column;
        if (c == null) {
            c = new int[capacity];
            Arrays.fill(c, TransactionLog.NONE);
        }
        c[row] = value;
        return c;
    }

    /** Sets a number of a column that may not be there yet. */
    static double[] set(double @Nullable [] column, int capacity, int row, double value) {
        double[] c = column;
        if (c == null) {
            c = new double[capacity];
            Arrays.fill(c, Double.NaN);
        }
        c[row] = value;
        return c;
    }

    /** A column of ids with more room; new rows name none. */
    static int @Nullable [] grown(int @Nullable [] column, int size, int capacity) {
        if (column == null) {
            return null;
        }
        int[] out = Arrays.copyOf(column, capacity);
        Arrays.fill(out, size, capacity, TransactionLog.NONE);
        return out;
    }

    /** A column of numbers with more room; new rows have none. */
    static double @Nullable [] grown(double @Nullable [] column, int size, int capacity) {
        if (column == null) {
            return null;
        }
        double[] out = Arrays.copyOf(column, capacity);
        Arrays.fill(out, size, capacity, Double.NaN);
        return out;
    }
}

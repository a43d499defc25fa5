package org.ltv4j.core.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a log, of one length; a column that the source does not have is null. Never changed after construction. */
final class LogColumns {
    final long[] second;
    final double[] amount;
    final int[] sourceRow;
    final int @Nullable [] order;
    final int @Nullable [] line;
    final int @Nullable [] product;
    final int @Nullable [] channel;
    final double @Nullable [] quantity;
    final double @Nullable [] unitPrice;
    final double @Nullable [] discount;
    final byte @Nullable [] currency;
    final List<String> currencies;
    final IdTable orders;
    final IdTable lines;
    final IdTable products;
    final IdTable channels;

    LogColumns(
            long[] second,
            double[] amount,
            int[] sourceRow,
            int @Nullable [] order,
            int @Nullable [] line,
            int @Nullable [] product,
            int @Nullable [] channel,
            double @Nullable [] quantity,
            double @Nullable [] unitPrice,
            double @Nullable [] discount,
            byte @Nullable [] currency,
            List<String> currencies,
            IdTable orders,
            IdTable lines,
            IdTable products,
            IdTable channels) {
        this.second = second;
        this.amount = amount;
        this.sourceRow = sourceRow;
        this.order = order;
        this.line = line;
        this.product = product;
        this.channel = channel;
        this.quantity = quantity;
        this.unitPrice = unitPrice;
        this.discount = discount;
        this.currency = currency;
        this.currencies = currencies;
        this.orders = orders;
        this.lines = lines;
        this.products = products;
        this.channels = channels;
    }

    /** The rows in another order, or some of them. */
    LogColumns permuted(int[] rows) {
        return new LogColumns(
                picked(second, rows),
                picked(amount, rows),
                picked(sourceRow, rows),
                pick(order, rows),
                pick(line, rows),
                pick(product, rows),
                pick(channel, rows),
                pick(quantity, rows),
                pick(unitPrice, rows),
                pick(discount, rows),
                pick(currency, rows),
                currencies,
                orders,
                lines,
                products,
                channels);
    }

    LogColumns withAmount(double[] other) {
        return new LogColumns(
                second,
                other,
                sourceRow,
                order,
                line,
                product,
                channel,
                quantity,
                unitPrice,
                discount,
                currency,
                currencies,
                orders,
                lines,
                products,
                channels);
    }

    LogColumns withQuantity(double[] other) {
        return new LogColumns(
                second,
                amount,
                sourceRow,
                order,
                line,
                product,
                channel,
                other,
                unitPrice,
                discount,
                currency,
                currencies,
                orders,
                lines,
                products,
                channels);
    }

    LogColumns withCurrency(String code) {
        return new LogColumns(
                second,
                amount,
                sourceRow,
                order,
                line,
                product,
                channel,
                quantity,
                unitPrice,
                discount,
                null,
                List.of(code),
                orders,
                lines,
                products,
                channels);
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
}

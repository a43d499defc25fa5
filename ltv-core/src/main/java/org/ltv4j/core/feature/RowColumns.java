package org.ltv4j.core.feature;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.TransactionLog;

/**
 * Rows of one customer in growing columns, in the order of {@link RowOrdering}: by time, then by all that they say. So the same
 * rows stand in the same order however they arrived, and sums over them have the same bits. Columns that the log does not have are null.
 */
final class RowColumns {
    int size;
    long[] second;
    double[] amount;
    double @Nullable [] quantity;
    double @Nullable [] unitPrice;
    double @Nullable [] discount;
    int @Nullable [] product;
    int @Nullable [] channel;
    int @Nullable [] order;

    RowColumns(Set<SourceColumn> columns, int capacity) {
        second = new long[capacity];
        amount = new double[capacity];
        quantity = columns.contains(SourceColumn.QUANTITY) ? new double[capacity] : null;
        unitPrice = columns.contains(SourceColumn.UNIT_PRICE) ? new double[capacity] : null;
        discount = columns.contains(SourceColumn.DISCOUNT) ? new double[capacity] : null;
        product = columns.contains(SourceColumn.PRODUCT) ? new int[capacity] : null;
        channel = columns.contains(SourceColumn.CHANNEL) ? new int[capacity] : null;
        order = columns.contains(SourceColumn.ORDER) ? new int[capacity] : null;
    }

    void ensure(int capacity) {
        if (capacity <= second.length) {
            return;
        }
        int larger = Math.max(capacity, second.length + (second.length >> 1) + 1);
        second = Arrays.copyOf(second, larger);
        amount = Arrays.copyOf(amount, larger);
        quantity = longer(quantity, larger);
        unitPrice = longer(unitPrice, larger);
        discount = longer(discount, larger);
        product = longer(product, larger);
        channel = longer(channel, larger);
        order = longer(order, larger);
    }

    private static double @Nullable [] longer(double @Nullable [] column, int length) {
        return column == null ? null : Arrays.copyOf(column, length);
    }

    private static int @Nullable [] longer(int @Nullable [] column, int length) {
        return column == null ? null : Arrays.copyOf(column, length);
    }

    double quantity(int row) {
        return quantity == null ? Double.NaN : quantity[row];
    }

    double unitPrice(int row) {
        return unitPrice == null ? Double.NaN : unitPrice[row];
    }

    double discount(int row) {
        return discount == null ? Double.NaN : discount[row];
    }

    int product(int row) {
        return product == null ? TransactionLog.NONE : product[row];
    }

    int channel(int row) {
        return channel == null ? TransactionLog.NONE : channel[row];
    }

    int order(int row) {
        return order == null ? TransactionLog.NONE : order[row];
    }

    /** Opens a place for a row; what follows moves back by one. */
    void open(int at) {
        ensure(size + 1);
        int after = size - at;
        if (after > 0) {
            System.arraycopy(second, at, second, at + 1, after);
            System.arraycopy(amount, at, amount, at + 1, after);
            shift(quantity, at, after);
            shift(unitPrice, at, after);
            shift(discount, at, after);
            shift(product, at, after);
            shift(channel, at, after);
            shift(order, at, after);
        }
        size++;
    }

    private static void shift(double @Nullable [] column, int at, int count) {
        if (column != null) {
            System.arraycopy(column, at, column, at + 1, count);
        }
    }

    private static void shift(int @Nullable [] column, int at, int count) {
        if (column != null) {
            System.arraycopy(column, at, column, at + 1, count);
        }
    }

    /** Sets all columns of a row; -0.0 becomes 0.0. */
    void set(
            int row,
            long time,
            double paid,
            double pieces,
            double price,
            double reduction,
            int productNumber,
            int channelNumber,
            int orderNumber) {
        second[row] = time;
        amount[row] = paid + 0.0;
        set(quantity, row, pieces);
        set(unitPrice, row, price);
        set(discount, row, reduction);
        set(product, row, productNumber);
        set(channel, row, channelNumber);
        set(order, row, orderNumber);
    }

    private static void set(double @Nullable [] column, int row, double value) {
        if (column != null) {
            column[row] = value + 0.0;
        }
    }

    private static void set(int @Nullable [] column, int row, int value) {
        if (column != null) {
            column[row] = value;
        }
    }

    /** Takes over rows in another order. */
    void gather(RowColumns rows, int[] places) {
        ensure(rows.size);
        size = rows.size;
        for (int i = 0; i < size; i++) {
            second[i] = rows.second[places[i]];
            amount[i] = rows.amount[places[i]];
        }
        gather(rows.quantity, quantity, places, size);
        gather(rows.unitPrice, unitPrice, places, size);
        gather(rows.discount, discount, places, size);
        gather(rows.product, product, places, size);
        gather(rows.channel, channel, places, size);
        gather(rows.order, order, places, size);
    }

    private static void gather(double @Nullable [] from, double @Nullable [] to, int[] places, int count) {
        for (int i = 0; from != null && to != null && i < count; i++) {
            to[i] = from[places[i]];
        }
    }

    private static void gather(int @Nullable [] from, int @Nullable [] to, int[] places, int count) {
        for (int i = 0; from != null && to != null && i < count; i++) {
            to[i] = from[places[i]];
        }
    }

    /** The first row at or after a moment. */
    int firstFrom(long moment) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (second[middle] < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

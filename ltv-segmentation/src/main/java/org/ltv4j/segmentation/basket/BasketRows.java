package org.ltv4j.segmentation.basket;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/** Rows of a log into baskets: one pass finds the basket of each row, one puts the items where they belong. */
final class BasketRows {
    /** What a basket is. */
    enum By {
        ORDER,
        DAY,
        CUSTOMER
    }

    private final TransactionLog log;
    private final By by;
    private final int[] basketOfRow;
    private int baskets;
    private int rows;
    private int[] firstRow = new int[1024];
    private long returns;
    private long withoutProduct;
    private long withoutOrder;

    private BasketRows(TransactionLog log, By by) {
        this.log = log;
        this.by = by;
        this.basketOfRow = new int[log.size()];
    }

    static BasketLog group(TransactionLog log, By by) {
        if (!log.hasProducts()) {
            throw new InvalidDataException("a basket is a set of products, and this log states none: name the column of"
                    + " products where the sales are read");
        }
        if (by == By.ORDER && !log.hasOrders()) {
            throw new InvalidDataException(
                    "this log states no orders: name the column of orders where the sales are read,"
                            + " or make a basket of each customer's day with BasketLog.byCustomerDay");
        }
        BasketRows grouped = new BasketRows(log, by);
        grouped.number();
        return grouped.fill();
    }

    /** Gives each row that counts the number of its basket; baskets are numbered by their first row. */
    private void number() {
        int[] basketOfOrder = new int[by == By.ORDER ? log.orders().size() : 0];
        int[] customerOfOrder = new int[basketOfOrder.length];
        Arrays.fill(customerOfOrder, -1);
        for (int customer = 0; customer < log.customers().size(); customer++) {
            int last = -1;
            for (int row = log.start(customer); row < log.start(customer + 1); row++) {
                if (!counts(row)) {
                    basketOfRow[row] = -1;
                    continue;
                }
                rows++;
                if (by == By.ORDER) {
                    int order = log.order(row);
                    if (customerOfOrder[order] != customer) {
                        customerOfOrder[order] = customer;
                        basketOfOrder[order] = open(row);
                    }
                    last = basketOfOrder[order];
                } else if (last < 0 || (by == By.DAY && log.day(row) != log.day(firstRow[last]))) {
                    last = open(row);
                }
                basketOfRow[row] = last;
            }
        }
    }

    private boolean counts(int row) {
        if (log.amount(row) < 0 || log.quantity(row) < 0) {
            returns++;
            return false;
        }
        if (log.product(row) == TransactionLog.NONE) {
            withoutProduct++;
            return false;
        }
        if (by == By.ORDER && log.order(row) == TransactionLog.NONE) {
            withoutOrder++;
            return false;
        }
        return true;
    }

    private int open(int row) {
        if (baskets == firstRow.length) {
            firstRow = Arrays.copyOf(firstRow, (int) Math.min(Integer.MAX_VALUE - 8, firstRow.length * 2L));
        }
        firstRow[baskets] = row;
        return baskets++;
    }

    private BasketLog fill() {
        int[] starts = new int[baskets + 1];
        for (int basket : basketOfRow) {
            if (basket >= 0) {
                starts[basket + 1]++;
            }
        }
        for (int basket = 0; basket < baskets; basket++) {
            starts[basket + 1] += starts[basket];
        }
        int[] flat = new int[rows];
        int[] next = Arrays.copyOf(starts, baskets);
        for (int row = 0; row < basketOfRow.length; row++) {
            if (basketOfRow[row] >= 0) {
                flat[next[basketOfRow[row]]++] = log.product(row);
            }
        }
        LeftOutRows leftOut = new LeftOutRows(returns, withoutProduct, withoutOrder);
        return new BasketLog(log.products(), starts, distinct(starts, flat), keys(), leftOut);
    }

    private BasketKeys keys() {
        int[] customer = new int[baskets];
        long[] second = new long[baskets];
        int @Nullable [] channel = log.hasChannels() ? new int[baskets] : null;
        int @Nullable [] order = by == By.ORDER ? new int[baskets] : null;
        int owner = 0;
        for (int basket = 0; basket < baskets; basket++) {
            int row = firstRow[basket];
            while (log.start(owner + 1) <= row) {
                owner++;
            }
            customer[basket] = owner;
            second[basket] = log.second(row);
            if (channel != null) {
                channel[basket] = log.channel(row);
            }
            if (order != null) {
                order[basket] = log.order(row);
            }
        }
        return new BasketKeys(
                log.customers(),
                customer,
                second,
                channel == null ? IdTable.EMPTY : log.channels(),
                channel,
                order == null ? IdTable.EMPTY : log.orders(),
                order);
    }

    /**
     * Sorts each basket and leaves out what stands in it twice.
     *
     * @param starts where baskets begin, one more than there are; moved to what is left
     * @param flat their items, sorted in place
     * @return the items that are left
     */
    static int[] distinct(int[] starts, int[] flat) {
        int used = 0;
        int from = starts[0];
        for (int basket = 0; basket + 1 < starts.length; basket++) {
            int to = starts[basket + 1];
            Arrays.sort(flat, from, to);
            starts[basket] = used;
            for (int at = from; at < to; at++) {
                if (at == from || flat[at] != flat[at - 1]) {
                    flat[used++] = flat[at];
                }
            }
            from = to;
        }
        starts[starts.length - 1] = used;
        return used == flat.length ? flat : Arrays.copyOf(flat, used);
    }
}

package org.ltv4j.segmentation.basket;

import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;

/** Who bought a basket, when, where and on which receipt: a column each, null where no basket states it. */
final class BasketKeys {
    static final BasketKeys NONE = new BasketKeys(IdTable.EMPTY, null, null, IdTable.EMPTY, null, IdTable.EMPTY, null);

    private final IdTable customers;
    private final int @Nullable [] customer;
    private final long @Nullable [] second;
    private final IdTable channels;
    private final int @Nullable [] channel;
    private final IdTable orders;
    private final int @Nullable [] order;

    BasketKeys(
            IdTable customers,
            int @Nullable [] customer,
            long @Nullable [] second,
            IdTable channels,
            int @Nullable [] channel,
            IdTable orders,
            int @Nullable [] order) {
        this.customers = customers;
        this.customer = customer;
        this.second = second;
        this.channels = channels;
        this.channel = channel;
        this.orders = orders;
        this.order = order;
    }

    IdTable customers() {
        return customers;
    }

    int @Nullable [] customer() {
        return customer;
    }

    long @Nullable [] second() {
        return second;
    }

    IdTable channels() {
        return channels;
    }

    int @Nullable [] channel() {
        return channel;
    }

    IdTable orders() {
        return orders;
    }

    int @Nullable [] order() {
        return order;
    }

    /** The number of a basket in a column that may not be there. */
    static int at(int @Nullable [] column, int basket, int size) {
        return column == null ? noneOf(basket, size) : column[basket];
    }

    private static int noneOf(int basket, int size) {
        Objects.checkIndex(basket, size);
        return BasketLog.NONE;
    }

    BasketKeys keep(BitSet baskets) {
        return new BasketKeys(
                customers,
                some(customer, baskets),
                second == null
                        ? null
                        : baskets.stream().mapToLong(b -> second[b]).toArray(),
                channels,
                some(channel, baskets),
                orders,
                some(order, baskets));
    }

    private static int @Nullable [] some(int @Nullable [] column, BitSet baskets) {
        return column == null ? null : baskets.stream().map(b -> column[b]).toArray();
    }
}

package org.ltv4j.segmentation.basket;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.WallClock;

/**
 * Collects baskets for a {@link BasketLog}, one at a time. {@link #add} opens a basket; the setters after it speak of that
 * basket and, before the first one, throw {@link IllegalStateException}. Not thread-safe.
 *
 * <pre>{@code
 * BasketLog baskets = BasketLog.builder()
 *     .add("espresso", "croissant").customer("ann").time(LocalDateTime.of(2025, 3, 1, 9, 30)).channel("shop")
 *     .add("tea").customer("bob").time(LocalDateTime.of(2025, 3, 1, 9, 31)).channel("web")
 *     .build();
 * }</pre>
 */
public final class BasketLogBuilder {
    private static final int MAX = Integer.MAX_VALUE - 8;

    private final IdTable.Builder items = new IdTable.Builder();
    private final IdTable.Builder customers = new IdTable.Builder();
    private final IdTable.Builder channels = new IdTable.Builder();
    private final IdTable.Builder orders = new IdTable.Builder();

    private int size;
    private int timed;
    private int used;
    private int[] starts = new int[1024];
    private int[] flat = new int[4096];
    private int @Nullable [] customer;
    private int @Nullable [] channel;
    private int @Nullable [] order;
    private long @Nullable [] second;

    BasketLogBuilder() {}

    /**
     * Opens a basket.
     *
     * @param names its items; one that stands twice counts once; none makes an empty basket
     * @return this builder
     * @throws InvalidDataException if a name is blank or no Unicode
     */
    public BasketLogBuilder add(String... names) {
        return add(List.of(names));
    }

    /**
     * Opens a basket.
     *
     * @param names its items; one that stands twice counts once; none makes an empty basket
     * @return this builder
     * @throws InvalidDataException if a name is blank or no Unicode
     */
    public BasketLogBuilder add(Iterable<String> names) {
        open();
        names.forEach(this::item);
        return this;
    }

    /**
     * Adds an item to the basket.
     *
     * @param name its name, not blank; nothing happens if it is in the basket
     * @return this builder
     * @throws InvalidDataException if it is blank or no Unicode
     */
    public BasketLogBuilder item(String name) {
        requireOpen();
        if (Blanks.isBlank(name)) {
            throw new InvalidDataException("basket " + size + " needs names of items, got a blank one");
        }
        return item(items.index(name));
    }

    /**
     * States whose basket it is.
     *
     * @param id the customer, not blank
     * @return this builder
     * @throws InvalidDataException if it is blank or no Unicode
     */
    public BasketLogBuilder customer(String id) {
        customer = put(customer, customers, id, "a customer id");
        return this;
    }

    /**
     * States where it was bought.
     *
     * @param name the channel or shop, not blank
     * @return this builder
     * @throws InvalidDataException if it is blank or no Unicode
     */
    public BasketLogBuilder channel(String name) {
        channel = put(channel, channels, name, "a channel");
        return this;
    }

    /**
     * States on which receipt it was bought.
     *
     * @param id the order or receipt, not blank
     * @return this builder
     * @throws InvalidDataException if it is blank or no Unicode
     */
    public BasketLogBuilder order(String id) {
        order = put(order, orders, id, "an order id");
        return this;
    }

    /**
     * States when it was bought. All baskets have a time or none.
     *
     * @param time on the wall clock of the shop, once for a basket
     * @return this builder
     * @throws InvalidDataException if it is not of {@link WallClock}'s years
     * @throws IllegalStateException if the basket has a time
     */
    public BasketLogBuilder time(LocalDateTime time) {
        requireOpen();
        long at = time.toEpochSecond(ZoneOffset.UTC);
        if (!WallClock.holds(at)) {
            throw new InvalidDataException("basket " + size + " needs a time of the years 1 to 9999, got " + time);
        }
        if (second == null) {
            second = new long[starts.length];
            timed = 0;
        } else if (second.length < starts.length) {
            second = Arrays.copyOf(second, starts.length);
        }
        if (timed == size) {
            throw new IllegalStateException("basket " + size + " has a time already");
        }
        if (timed != size - 1) {
            throw withoutTime(timed + 1);
        }
        second[size - 1] = at;
        timed = size;
        return this;
    }

    /**
     * The baskets so far. The builder may be used on; the log does not change.
     *
     * @return a log
     * @throws InvalidDataException if some baskets have a time and others none
     */
    public BasketLog build() {
        if (second != null && timed < size) {
            throw withoutTime(timed + 1);
        }
        int[] ends = Arrays.copyOf(starts, size + 1);
        ends[size] = used;
        int[] sorted = Arrays.copyOf(flat, used);
        BasketKeys keys = new BasketKeys(
                customers.build(),
                trimmed(customer),
                second == null ? null : Arrays.copyOf(second, size),
                channels.build(),
                trimmed(channel),
                orders.build(),
                trimmed(order));
        return new BasketLog(items.build(), ends, BasketRows.distinct(ends, sorted), keys, LeftOutRows.NONE);
    }

    /** Adds the items of all baskets of a log. */
    void addAll(BasketLog log) {
        int[] numberOf = new int[log.items().size()];
        for (int item = 0; item < numberOf.length; item++) {
            numberOf[item] = items.index(log.items(), item);
        }
        for (int basket = 0; basket < log.size(); basket++) {
            open();
            for (int at = log.start(basket); at < log.start(basket + 1); at++) {
                item(numberOf[log.itemAt(at)]);
            }
        }
    }

    /** Opens a basket without items. */
    BasketLogBuilder open() {
        if (size == MAX - 1) {
            throw new InvalidDataException("more than " + (MAX - 1) + " baskets: mine them in parts");
        }
        if (size + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, grown(starts.length));
        }
        starts[size++] = used;
        return this;
    }

    /** The items, for readers that meet bytes. */
    IdTable.Builder items() {
        return items;
    }

    /** Adds an item by a number of {@link #items()}. */
    BasketLogBuilder item(int number) {
        if (used == MAX) {
            throw new InvalidDataException("more than " + MAX + " items in all baskets together: mine them in parts");
        }
        if (used == flat.length) {
            flat = Arrays.copyOf(flat, grown(flat.length));
        }
        flat[used++] = number;
        return this;
    }

    private static int grown(int length) {
        return (int) Math.min(MAX, length * 2L);
    }

    private void requireOpen() {
        if (size == 0) {
            throw new IllegalStateException("no basket is open: add(..) opens one");
        }
    }

    private int[] put(int @Nullable [] column, IdTable.Builder ids, String id, String what) {
        requireOpen();
        if (Blanks.isBlank(id)) {
            throw new InvalidDataException("basket " + size + " needs " + what + ", got a blank one");
        }
        int[] target = column == null ? new int[0] : column;
        if (target.length < starts.length) {
            int known = target.length;
            target = Arrays.copyOf(target, starts.length);
            Arrays.fill(target, known, target.length, BasketLog.NONE);
        }
        target[size - 1] = ids.index(id);
        return target;
    }

    private int @Nullable [] trimmed(int @Nullable [] column) {
        if (column == null) {
            return null;
        }
        int[] exact = Arrays.copyOf(column, size);
        if (column.length < size) {
            Arrays.fill(exact, column.length, size, BasketLog.NONE);
        }
        return exact;
    }

    private static InvalidDataException withoutTime(int basket) {
        return new InvalidDataException(
                "basket " + basket + " has no time while others have one: give all baskets a time or none");
    }
}

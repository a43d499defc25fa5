package org.ltv4j.segmentation.basket;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TransactionLog;

/**
 * Baskets as flat columns. A basket is a set of items: distinct, ascending by their numbers, and possibly none. Baskets from
 * a {@link TransactionLog} know their customer and time, and stand by customer and then in time order; those from files or
 * collections keep the order of their source. Immutable.
 *
 * <p>Cost: 4 bytes for each item of a basket and each basket, plus 20 for each basket from a log.
 */
public final class BasketLog {
    /** Stands for "this basket names none" in the columns of customer, channel and order. */
    public static final int NONE = TransactionLog.NONE;

    private final IdTable items;
    private final int[] starts;
    private final int[] flat;
    private final int[] counts;
    private final BasketKeys keys;
    private final LeftOutRows leftOut;

    /** Takes its arrays over: items of a basket must be distinct, ascending and in the table. */
    BasketLog(IdTable items, int[] starts, int[] flat, BasketKeys keys, LeftOutRows leftOut) {
        this.items = items;
        this.starts = starts;
        this.flat = flat;
        this.keys = keys;
        this.leftOut = leftOut;
        this.counts = new int[items.size()];
        for (int item : flat) {
            counts[item]++;
        }
    }

    /**
     * A basket for each order of each customer; of an id that two customers share, one each. Rows without order or product,
     * and returns (amount or quantity below 0), are left out and counted, see {@link #leftOut()}; an order of nothing but
     * such rows makes no basket. The items are the products of the log.
     *
     * <p>The time and the channel of a basket are those of its earliest row that counts. Cost: two passes over the rows and a
     * sort of each basket.
     *
     * @param log rows with orders and products
     * @return baskets by customer and then by time
     * @throws org.ltv4j.core.data.InvalidDataException if the log states no orders or no products
     */
    public static BasketLog byOrder(TransactionLog log) {
        return BasketRows.group(log, BasketRows.By.ORDER);
    }

    /**
     * A basket for each customer and calendar day, for logs without orders. Rows as in {@link #byOrder}, but none needs an order.
     *
     * @param log rows with products
     * @return baskets by customer and then by day
     * @throws org.ltv4j.core.data.InvalidDataException if the log states no products
     */
    public static BasketLog byCustomerDay(TransactionLog log) {
        return BasketRows.group(log, BasketRows.By.DAY);
    }

    /**
     * A basket for each customer with everything they ever bought: what goes together in a wardrobe rather than on a receipt.
     * Its time and channel are those of the first purchase. Rows as in {@link #byCustomerDay}.
     *
     * @param log rows with products
     * @return a basket per customer with any purchase
     * @throws org.ltv4j.core.data.InvalidDataException if the log states no products
     */
    public static BasketLog byCustomer(TransactionLog log) {
        return BasketRows.group(log, BasketRows.By.CUSTOMER);
    }

    /**
     * Baskets typed in or held by a program. Items that stand twice in a basket count once.
     *
     * @param baskets item names of each basket, none of them blank
     * @return those baskets in their order
     * @throws org.ltv4j.core.data.InvalidDataException if a name is blank or no Unicode
     */
    public static BasketLog of(Collection<? extends Iterable<String>> baskets) {
        BasketLogBuilder builder = builder();
        baskets.forEach(builder::add);
        return builder.build();
    }

    /**
     * Collects baskets one at a time.
     *
     * @return an empty builder
     */
    public static BasketLogBuilder builder() {
        return new BasketLogBuilder();
    }

    /**
     * How many baskets there are, empty ones included: the n of every support.
     *
     * @return baskets
     */
    public int size() {
        return starts.length - 1;
    }

    /**
     * How many items a basket holds.
     *
     * @param basket from 0 to {@code size() - 1}
     * @return distinct items, 0 for an empty basket
     */
    public int length(int basket) {
        return starts[basket + 1] - starts[basket];
    }

    /**
     * An item of a basket.
     *
     * @param basket from 0 to {@code size() - 1}
     * @param k from 0 to {@code length(basket) - 1}
     * @return its number in {@link #items()}; numbers ascend with {@code k}
     */
    public int item(int basket, int k) {
        return flat[starts[basket] + Objects.checkIndex(k, length(basket))];
    }

    /**
     * Whether a basket holds an item. Cost: a binary search.
     *
     * @param basket from 0 to {@code size() - 1}
     * @param item a number of {@link #items()}
     * @return true if it does
     */
    public boolean contains(int basket, int item) {
        return java.util.Arrays.binarySearch(flat, starts[basket], starts[basket + 1], item) >= 0;
    }

    /**
     * Where the items of a basket begin among those of all baskets, for loops over everything: the items of basket {@code b} stand
     * at {@code start(b)} to {@code start(b + 1) - 1}.
     *
     * @param basket from 0 to {@code size()}; the last one gives {@link #occurrences()}
     * @return a position for {@link #itemAt}
     */
    public int start(int basket) {
        return starts[basket];
    }

    /**
     * The item at a position of all baskets one after the other.
     *
     * @param position from 0 to {@code occurrences() - 1}, see {@link #start}
     * @return its number in {@link #items()}
     */
    public int itemAt(int position) {
        return flat[position];
    }

    /**
     * The names of a basket's items.
     *
     * @param basket from 0 to {@code size() - 1}
     * @return a view that makes each name when it is asked for, in the order of {@link #item}
     */
    public List<String> names(int basket) {
        int length = length(basket);
        return new AbstractList<>() {
            @Override
            public String get(int k) {
                return items.id(item(basket, k));
            }

            @Override
            public int size() {
                return length;
            }
        };
    }

    /**
     * The names of the items. A log that {@link #keep keeps} some baskets has the table of the whole, so that numbers mean
     * the same in both; an item of it may then occur in none.
     *
     * @return the table behind all item numbers
     */
    public IdTable items() {
        return items;
    }

    /**
     * In how many baskets an item stands.
     *
     * @param item a number of {@link #items()}
     * @return baskets that hold it, 0 to {@code size()}
     */
    public int count(int item) {
        return counts[item];
    }

    /**
     * The items of all baskets added up.
     *
     * @return at most {@code Integer.MAX_VALUE - 8}
     */
    public long occurrences() {
        return flat.length;
    }

    /**
     * The length of the longest basket.
     *
     * @return items, 0 where there are no baskets
     */
    public int longest() {
        int longest = 0;
        for (int basket = 0; basket < size(); basket++) {
            longest = Math.max(longest, length(basket));
        }
        return longest;
    }

    /**
     * Whether baskets know their customer.
     *
     * @return true if any names one
     */
    public boolean hasCustomers() {
        return keys.customer() != null;
    }

    /**
     * The customer of a basket.
     *
     * @param basket from 0 to {@code size() - 1}
     * @return a number of {@link #customers()}, or {@link #NONE}
     */
    public int customer(int basket) {
        return BasketKeys.at(keys.customer(), basket, size());
    }

    /**
     * The customers.
     *
     * @return their ids, those of the log where the baskets are from one; empty where there are none
     */
    public IdTable customers() {
        return keys.customers();
    }

    /**
     * Whether baskets know when they were bought: all do or none.
     *
     * @return true if they do
     */
    public boolean hasTimes() {
        return keys.second() != null;
    }

    /**
     * When a basket was bought.
     *
     * @param basket from 0 to {@code size() - 1}
     * @return seconds since 1970-01-01T00:00 of the shop's wall clock
     * @throws IllegalStateException if the baskets have no times
     */
    public long second(int basket) {
        long[] seconds = keys.second();
        if (seconds == null) {
            throw new IllegalStateException(
                    "these baskets have no times: make them from a log, or give each one to the builder");
        }
        return seconds[basket];
    }

    /**
     * The calendar day of a basket.
     *
     * @param basket from 0 to {@code size() - 1}
     * @return days since 1970-01-01 of the shop's wall clock
     * @throws IllegalStateException if the baskets have no times
     */
    public int day(int basket) {
        return (int) Math.floorDiv(second(basket), 86_400L);
    }

    /**
     * Whether baskets know their channel or shop.
     *
     * @return true if any names one
     */
    public boolean hasChannels() {
        return keys.channel() != null;
    }

    /**
     * The channel or shop of a basket.
     *
     * @param basket from 0 to {@code size() - 1}
     * @return a number of {@link #channels()}, or {@link #NONE}
     */
    public int channel(int basket) {
        return BasketKeys.at(keys.channel(), basket, size());
    }

    /**
     * Channels or shops.
     *
     * @return their names; empty where there are none
     */
    public IdTable channels() {
        return keys.channels();
    }

    /**
     * Whether baskets know their order or receipt.
     *
     * @return true if any names one
     */
    public boolean hasOrders() {
        return keys.order() != null;
    }

    /**
     * The order or receipt that a basket is.
     *
     * @param basket from 0 to {@code size() - 1}
     * @return a number of {@link #orders()}, or {@link #NONE}
     */
    public int order(int basket) {
        return BasketKeys.at(keys.order(), basket, size());
    }

    /**
     * Orders or receipts.
     *
     * @return their ids; empty where there are none
     */
    public IdTable orders() {
        return keys.orders();
    }

    /**
     * Which rows of the log are in no basket.
     *
     * @return their numbers by cause, {@link LeftOutRows#NONE} where the baskets are not from a log
     */
    public LeftOutRows leftOut() {
        return leftOut;
    }

    /**
     * Some of the baskets, in their order. All tables stay as they are, so that numbers mean the same in both.
     *
     * @param baskets the baskets to keep
     * @return a log of those
     */
    public BasketLog keep(BitSet baskets) {
        return keep(baskets::get);
    }

    /**
     * Some of the baskets, in their order. All tables stay as they are, so that numbers mean the same in both.
     *
     * @param baskets asked once for each basket number, ascending
     * @return a log of those
     */
    public BasketLog keep(IntPredicate baskets) {
        BitSet kept = new BitSet(size());
        int length = 0;
        for (int basket = 0; basket < size(); basket++) {
            if (baskets.test(basket)) {
                kept.set(basket);
                length += length(basket);
            }
        }
        int[] ends = new int[kept.cardinality() + 1];
        int[] some = new int[length];
        int at = 0;
        for (int basket = kept.nextSetBit(0); basket >= 0; basket = kept.nextSetBit(basket + 1)) {
            System.arraycopy(flat, starts[basket], some, ends[at], length(basket));
            ends[at + 1] = ends[at] + length(basket);
            at++;
        }
        return new BasketLog(items, ends, some, keys.keep(kept), leftOut);
    }

    /**
     * The same baskets with classes in place of items, for example categories in place of products. Classes of items that the
     * hierarchy does not know are called {@link ItemHierarchy#UNKNOWN}.
     *
     * @param hierarchy classes of the items
     * @param level from 1, an item's own category, to {@link ItemHierarchy#levels()}
     * @return as many baskets, with the classes in them
     */
    public BasketLog at(ItemHierarchy hierarchy, int level) {
        return Generaliser.at(this, hierarchy, level);
    }

    /**
     * The same baskets with items and, beside them, all classes that contain them: what generalised rules are mined from. Srikant and
     * Agrawal (1995), Mining generalized association rules. Classes are called by {@link ItemHierarchy#starred(String, int)}.
     *
     * @param hierarchy classes of the items; those of items that it does not know are left out
     * @return as many baskets, with items and classes
     */
    public BasketLog extended(ItemHierarchy hierarchy) {
        return Generaliser.extended(this, hierarchy);
    }

    /**
     * Two logs one after the other, matched by the names of items. What is known of customers, times, channels and orders is
     * not kept.
     *
     * @param first some baskets
     * @param second others
     * @return all of them
     */
    public static BasketLog union(BasketLog first, BasketLog second) {
        BasketLogBuilder builder = builder();
        builder.addAll(first);
        builder.addAll(second);
        return builder.build();
    }

    /**
     * The same baskets with items dealt anew, so that nothing goes together but by chance: what rules found in the real ones are
     * judged by.
     *
     * @param how what stays as it is
     * @param seed the same seed and number give the same baskets
     * @param number which one of many, from 0
     * @return baskets in which items are independent of each other
     */
    public BasketLog shuffled(Shuffle how, long seed, int number) {
        return Shuffler.shuffled(this, how, seed, number);
    }

    /** The column of keys, for logs of the same baskets with other items. */
    BasketKeys keys() {
        return keys;
    }

    /** Sizes, but no data: safe to print. */
    @Override
    public String toString() {
        return "BasketLog[" + size() + " baskets, " + items.size() + " items, " + occurrences() + " occurrences]";
    }
}

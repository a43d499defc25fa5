package org.ltv4j.segmentation.recommend;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalInt;
import org.ltv4j.core.data.IdTable;

/**
 * What is known when something is to be recommended: the basket so far, what the customer bought on earlier days, and the segment. All
 * three may be absent; recommenders hold no customers, so an unknown customer is simply a visit without history. Items are numbers of the
 * recommender's {@linkplain Recommender#items() table}. Immutable.
 */
public final class Visit {
    /** Stands for "the segment is not known". */
    public static final int NO_SEGMENT = -1;

    private static final int[] NOTHING = {};
    private static final Visit EMPTY = new Visit(NOTHING, NOTHING, NOTHING, NO_SEGMENT, 0);

    private final int[] basket;
    private final int[] history;
    private final int[] times;
    private final int segment;
    private final int unknown;

    private Visit(int[] basket, int[] history, int[] times, int segment, int unknown) {
        this.basket = basket;
        this.history = history;
        this.times = times;
        this.segment = segment;
        this.unknown = unknown;
    }

    /**
     * Nothing is known.
     *
     * @return an empty basket without history or segment
     */
    public static Visit empty() {
        return EMPTY;
    }

    /**
     * A basket by names. Names that the table does not have are left out and counted.
     *
     * @param items the recommender's table
     * @param names names of items, in any order; repeated ones count once
     * @return the visit
     */
    public static Visit of(IdTable items, Collection<String> names) {
        int[] numbers = new int[names.size()];
        int known = 0;
        int unknown = 0;
        for (String name : names) {
            OptionalInt number = items.indexOf(name);
            if (number.isPresent()) {
                numbers[known++] = number.getAsInt();
            } else {
                unknown++;
            }
        }
        return new Visit(distinct(Arrays.copyOf(numbers, known)), NOTHING, NOTHING, NO_SEGMENT, unknown);
    }

    /**
     * A basket by numbers.
     *
     * @param items numbers of the recommender's table, in any order; repeated ones count once
     * @return the visit
     * @throws IllegalArgumentException if a number is below 0
     */
    public static Visit ofItems(int... items) {
        return new Visit(distinct(items.clone()), NOTHING, NOTHING, NO_SEGMENT, 0);
    }

    /**
     * The same visit with another basket.
     *
     * @param items numbers of the recommender's table, in any order; repeated ones count once
     * @return a copy
     * @throws IllegalArgumentException if a number is below 0
     */
    public Visit withBasket(int... items) {
        return new Visit(distinct(items.clone()), history, times, segment, 0);
    }

    /**
     * The same visit of a customer who bought these items before.
     *
     * @param items numbers of the recommender's table, in any order; one that stands there more than once was bought so often
     * @return a copy
     * @throws IllegalArgumentException if a number is below 0
     */
    public Visit withHistory(int... items) {
        int[] distinct = distinct(items.clone());
        int[] counts = new int[distinct.length];
        for (int item : items) {
            counts[Arrays.binarySearch(distinct, item)]++;
        }
        return new Visit(basket, distinct, counts, segment, unknown);
    }

    /** Takes the arrays over: distinct items by rising number, and how often each was bought. */
    Visit withHistory(int[] items, int[] bought) {
        return new Visit(basket, items, bought, segment, unknown);
    }

    /**
     * The same visit of a customer of a segment.
     *
     * @param newSegment number of the segment, or {@link #NO_SEGMENT}
     * @return a copy
     * @throws IllegalArgumentException if it is below -1
     */
    public Visit withSegment(int newSegment) {
        if (newSegment < NO_SEGMENT) {
            throw new IllegalArgumentException(
                    "a segment is a number from 0, or -1 where it is not known, got " + newSegment);
        }
        return new Visit(basket, history, times, newSegment, unknown);
    }

    private static int[] distinct(int[] items) {
        Arrays.sort(items);
        if (items.length > 0 && items[0] < 0) {
            throw new IllegalArgumentException("an item is a number from 0, got " + items[0]);
        }
        int count = 0;
        for (int i = 0; i < items.length; i++) {
            if (i == 0 || items[i] != items[i - 1]) {
                items[count++] = items[i];
            }
        }
        return count == items.length ? items : Arrays.copyOf(items, count);
    }

    /**
     * How many distinct known items are in the basket.
     *
     * @return at least 0
     */
    public int basketSize() {
        return basket.length;
    }

    /**
     * An item of the basket.
     *
     * @param i from 0 to {@code basketSize() - 1}
     * @return its number; they rise with i
     */
    public int basketItem(int i) {
        return basket[i];
    }

    /**
     * Whether an item is in the basket, by binary search.
     *
     * @param item number of the item
     * @return true if it is
     */
    public boolean inBasket(int item) {
        return Arrays.binarySearch(basket, item) >= 0;
    }

    /**
     * How many distinct items the customer bought before.
     *
     * @return 0 also for a customer who is not known
     */
    public int historySize() {
        return history.length;
    }

    /**
     * An item that was bought before.
     *
     * @param i from 0 to {@code historySize() - 1}
     * @return its number; they rise with i
     */
    public int historyItem(int i) {
        return history[i];
    }

    /**
     * How often an item was bought before.
     *
     * @param i from 0 to {@code historySize() - 1}
     * @return in how many baskets it was, at least 1
     */
    public int historyTimes(int i) {
        return times[i];
    }

    /** The basket itself, not to be changed. */
    int[] basket() {
        return basket;
    }

    /**
     * Whether an item was bought before, by binary search.
     *
     * @param item number of the item
     * @return true if it was
     */
    public boolean inHistory(int item) {
        return Arrays.binarySearch(history, item) >= 0;
    }

    /**
     * The segment of the customer.
     *
     * @return its number, or {@link #NO_SEGMENT}
     */
    public int segment() {
        return segment;
    }

    /**
     * How many names of the basket the table did not have.
     *
     * @return at least 0
     */
    public int unknown() {
        return unknown;
    }

    /** Refuses items that a table does not have. */
    void requireWithin(IdTable items) {
        requireWithin(basket, items);
        requireWithin(history, items);
    }

    private static void requireWithin(int[] numbers, IdTable items) {
        if (numbers.length > 0 && numbers[numbers.length - 1] >= items.size()) {
            throw new IllegalArgumentException(
                    "item number " + numbers[numbers.length - 1] + " is not in the recommender's table of "
                            + items.size() + " items: look names up with Visit.of(recommender.items(), names)");
        }
    }

    /** Sizes only: what somebody bought is nobody's business. */
    @Override
    public String toString() {
        return "Visit[" + basket.length + " items in the basket, " + history.length + " bought before]";
    }
}

package org.ltv4j.segmentation.recommend;

import java.util.Arrays;
import java.util.OptionalInt;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Who bought what, how often: the matrix of rows (customers, or single baskets) by items that recommenders learn from, row by row in flat
 * arrays. The items of a row are distinct and rise by number. Immutable; 8 bytes for each pair of row and item.
 */
public final class Interactions {
    private final IdTable items;
    private final IdTable customers;
    private final int[] starts;
    private final int[] item;
    private final int[] times;
    private final int[] rowsWith;

    /** Takes the arrays over. */
    Interactions(IdTable items, IdTable customers, int[] starts, int[] item, int[] times) {
        this.items = items;
        this.customers = customers;
        this.starts = starts;
        this.item = item;
        this.times = times;
        this.rowsWith = new int[items.size()];
        for (int i : item) {
            rowsWith[i]++;
        }
    }

    /**
     * Rows of items.
     *
     * @param items the items
     * @param rows for each row numbers of items, in any order; an item that stands there more than once was bought so often
     * @return the matrix, its rows without names
     * @throws IllegalArgumentException if a number is not in the table
     */
    public static Interactions of(IdTable items, int[][] rows) {
        int size = Arrays.stream(rows).mapToInt(row -> row.length).sum();
        int[] starts = new int[rows.length + 1];
        int[] item = new int[size];
        int[] times = new int[size];
        int at = 0;
        for (int r = 0; r < rows.length; r++) {
            int[] row = rows[r].clone();
            Arrays.sort(row);
            for (int i = 0; i < row.length; i++) {
                if (row[i] < 0 || row[i] >= items.size()) {
                    throw new IllegalArgumentException("row " + r + " has the item number " + row[i]
                            + ", the table has " + items.size() + " items, numbered from 0");
                }
                if (i == 0 || row[i] != row[i - 1]) {
                    item[at++] = row[i];
                }
                times[at - 1]++;
            }
            starts[r + 1] = at;
        }
        return new Interactions(items, IdTable.EMPTY, starts, Arrays.copyOf(item, at), Arrays.copyOf(times, at));
    }

    /**
     * Each basket as a row.
     *
     * @param baskets any baskets, empty ones included
     * @return a row per basket, without names
     */
    public static Interactions ofBaskets(BasketLog baskets) {
        int[] starts = new int[baskets.size() + 1];
        int[] item = new int[baskets.start(baskets.size())];
        Arrays.setAll(starts, baskets::start);
        Arrays.setAll(item, baskets::itemAt);
        int[] times = new int[item.length];
        Arrays.fill(times, 1);
        return new Interactions(baskets.items(), IdTable.EMPTY, starts, item, times);
    }

    /**
     * Each customer as a row, with the items of all their baskets; baskets without customer are left out.
     *
     * @param baskets baskets that know their customer
     * @return a row per customer with any basket, in the order of the customers' numbers
     * @throws IllegalArgumentException if no basket knows its customer
     */
    public static Interactions ofCustomers(BasketLog baskets) {
        if (!baskets.hasCustomers()) {
            throw new IllegalArgumentException(
                    "these baskets know no customers: use Interactions.ofBaskets, or make them from a log");
        }
        int[][] rows = CustomerRows.items(baskets);
        int[] known = CustomerRows.present(baskets);
        int[][] some = new int[known.length][];
        Arrays.setAll(some, i -> rows[known[i]]);
        Interactions all = of(baskets.items(), some);
        return new Interactions(all.items, baskets.customers().subset(known), all.starts, all.item, all.times);
    }

    /**
     * The items.
     *
     * @return their table
     */
    public IdTable items() {
        return items;
    }

    /**
     * The customers that the rows are.
     *
     * @return their table; empty where rows are baskets
     */
    public IdTable customers() {
        return customers;
    }

    /**
     * How many rows there are.
     *
     * @return customers or baskets
     */
    public int rows() {
        return starts.length - 1;
    }

    /**
     * How many pairs of row and item there are.
     *
     * @return entries of all rows
     */
    public int size() {
        return item.length;
    }

    /**
     * The first entry of a row. Its entries are {@code start(r)} to {@code start(r + 1) - 1}.
     *
     * @param row from 0 to {@code rows()}; the last one gives {@link #size()}
     * @return a place
     */
    public int start(int row) {
        return starts[row];
    }

    /**
     * The item of an entry.
     *
     * @param at a place
     * @return number of the item; rises within a row
     */
    public int item(int at) {
        return item[at];
    }

    /**
     * In how many baskets the row has the item.
     *
     * @param at a place
     * @return at least 1
     */
    public int times(int at) {
        return times[at];
    }

    /**
     * How many rows have an item.
     *
     * @param number of the item
     * @return from 0 to {@code rows()}
     */
    public int count(int number) {
        return rowsWith[number];
    }

    /**
     * The items of a row.
     *
     * @param row number of the row
     * @return a new array of numbers that rise
     */
    public int[] itemsOf(int row) {
        return Arrays.copyOfRange(item, starts[row], starts[row + 1]);
    }

    /**
     * A visit of a customer with an empty basket.
     *
     * @param customer its id
     * @return the visit with all that the customer bought as history; without history if the customer is not known here
     */
    public Visit visit(String customer) {
        OptionalInt row = customers.indexOf(customer);
        return row.isPresent() ? visit(row.getAsInt()) : Visit.empty();
    }

    /**
     * A visit of the customer of a row with an empty basket.
     *
     * @param row number of the row
     * @return the visit with all of the row as history
     */
    public Visit visit(int row) {
        return Visit.empty().withHistory(itemsOf(row), Arrays.copyOfRange(times, starts[row], starts[row + 1]));
    }

    /** Sizes only. */
    @Override
    public String toString() {
        return "Interactions[" + rows() + " rows, " + items.size() + " items, " + size() + " entries]";
    }
}

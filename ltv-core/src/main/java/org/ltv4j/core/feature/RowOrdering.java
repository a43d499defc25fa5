package org.ltv4j.core.feature;

/**
 * The order of rows: by time, then by all that they say, so that it does not depend on how they came. Rows of one moment are
 * the rule (the lines of a receipt), and nearly always already differ in their amounts.
 */
final class RowOrdering {
    private RowOrdering() {}

    static int compare(RowColumns a, int i, RowColumns b, int j, Names names) {
        int order = Long.compare(a.second[i], b.second[j]);
        if (order == 0) {
            order = Double.compare(a.amount[i], b.amount[j]);
        }
        return order == 0 ? compareRest(a, i, b, j, names) : order;
    }

    /** The order of rows of one moment and amount. */
    static int compareRest(RowColumns a, int i, RowColumns b, int j, Names names) {
        int order = Double.compare(a.quantity(i), b.quantity(j));
        if (order == 0) {
            order = Double.compare(a.unitPrice(i), b.unitPrice(j));
        }
        if (order == 0) {
            order = Double.compare(a.discount(i), b.discount(j));
        }
        if (order == 0) {
            order = names.products.compare(a.product(i), b.product(j));
        }
        if (order == 0) {
            order = names.channels.compare(a.channel(i), b.channel(j));
        }
        return order == 0 ? names.orders.compare(a.order(i), b.order(j)) : order;
    }

    /** Where a row belongs among sorted rows: after all that are not behind it. */
    static int place(RowColumns rows, RowColumns incoming, Names names) {
        int high = rows.size;
        if (high == 0 || compare(rows, high - 1, incoming, 0, names) <= 0) {
            return high;
        }
        int low = 0;
        high--;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(rows, middle, incoming, 0, names) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

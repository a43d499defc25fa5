package org.ltv4j.core.feature;

/**
 * The order of rows: by time, then by all that they say, so that it does not depend on how they came. Rows of one moment are
 * the rule (the lines of a receipt), and nearly always already differ in their amounts.
 */
final class RowOrdering {
    private static final int SMALL = 24;

    private RowOrdering() {}

    static int compare(RowColumns a, int i, RowColumns b, int j, Names names) {
        int order = Long.compare(a.second[i], b.second[j]);
        if (order == 0) {
            order = Double.compare(a.amount[i], b.amount[j]);
        }
        return order == 0 ? compareRest(a, i, b, j, names) : order;
    }

    private static int compareRest(RowColumns a, int i, RowColumns b, int j, Names names) {
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

    /**
     * Sorts rows that are in order of time already.
     *
     * @param order takes the order, as long as the rows at least
     * @param spare as long
     * @return whether any row moved
     */
    static boolean sort(RowColumns rows, int[] order, int[] spare, Names names) {
        boolean moved = false;
        for (int row = 0; row < rows.size; row++) {
            order[row] = row;
        }
        int from = 0;
        while (from < rows.size) {
            int to = from + 1;
            boolean sorted = true;
            while (to < rows.size && rows.second[to] == rows.second[from]) {
                sorted = sorted && compare(rows, to - 1, rows, to, names) <= 0;
                to++;
            }
            if (!sorted) {
                moved = true;
                sort(rows, order, spare, from, to, names);
            }
            from = to;
        }
        return moved;
    }

    /** Merge sort, by insertion below some rows. */
    private static void sort(RowColumns rows, int[] order, int[] spare, int from, int to, Names names) {
        if (to - from <= SMALL) {
            for (int i = from + 1; i < to; i++) {
                int row = order[i];
                int j = i;
                while (j > from && compare(rows, order[j - 1], rows, row, names) > 0) {
                    order[j] = order[j - 1];
                    j--;
                }
                order[j] = row;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        sort(rows, order, spare, from, middle, names);
        sort(rows, order, spare, middle, to, names);
        System.arraycopy(order, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft =
                    right == to || left < middle && compare(rows, spare[left], rows, spare[right], names) <= 0;
            order[i] = takeLeft ? spare[left++] : spare[right++];
        }
    }
}

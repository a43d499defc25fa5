package org.ltv4j.core.feature;

/**
 * Brings rows that are in order of time into the order of {@link RowOrdering}: the rows of each moment are sorted by amount, which
 * nearly always decides, and else by the rest. Insertion sort for receipts, merge sort for more. Its arrays are reused.
 */
final class TieSorter {
    private static final int SMALL = 32;

    private final Names names;
    private int[] order = new int[256];
    private int[] spareOrder = new int[256];
    private double[] keys = new double[256];
    private double[] spareKeys = new double[256];

    TieSorter(Names names) {
        this.names = names;
    }

    /** The rows in order: themselves if they are, else a copy in {@code target}. */
    RowColumns sorted(RowColumns rows, RowColumns target) {
        int size = rows.size;
        ensure(size);
        for (int row = 0; row < size; row++) {
            order[row] = row;
            keys[row] = rows.amount[row];
        }
        boolean moved = false;
        int from = 0;
        while (from < size) {
            int to = from + 1;
            boolean inOrder = true;
            while (to < size && rows.second[to] == rows.second[from]) {
                inOrder = inOrder && !after(rows, keys[to - 1], to - 1, keys[to], to);
                to++;
            }
            if (!inOrder) {
                moved = true;
                sort(rows, from, to);
            }
            from = to;
        }
        if (!moved) {
            return rows;
        }
        target.gather(rows, order);
        return target;
    }

    private void ensure(int size) {
        if (order.length < size) {
            int capacity = Math.max(size, 2 * order.length);
            order = new int[capacity];
            spareOrder = new int[capacity];
            keys = new double[capacity];
            spareKeys = new double[capacity];
        }
    }

    /** Whether row i belongs behind row j. */
    private boolean after(RowColumns rows, double keyI, int i, double keyJ, int j) {
        return keyI > keyJ || keyI == keyJ && RowOrdering.compareRest(rows, i, rows, j, names) > 0;
    }

    private void sort(RowColumns rows, int from, int to) {
        if (to - from > SMALL) {
            int middle = (from + to) >>> 1;
            sort(rows, from, middle);
            sort(rows, middle, to);
            merge(rows, from, middle, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            double key = keys[i];
            int row = order[i];
            int j = i;
            while (j > from && after(rows, keys[j - 1], order[j - 1], key, row)) {
                keys[j] = keys[j - 1];
                order[j] = order[j - 1];
                j--;
            }
            keys[j] = key;
            order[j] = row;
        }
    }

    private void merge(RowColumns rows, int from, int middle, int to) {
        System.arraycopy(order, from, spareOrder, from, to - from);
        System.arraycopy(keys, from, spareKeys, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeRight = left == middle
                    || right < to
                            && after(rows, spareKeys[left], spareOrder[left], spareKeys[right], spareOrder[right]);
            int taken = takeRight ? right++ : left++;
            keys[i] = spareKeys[taken];
            order[i] = spareOrder[taken];
        }
    }
}

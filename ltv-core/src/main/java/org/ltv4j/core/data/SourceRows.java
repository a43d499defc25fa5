package org.ltv4j.core.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which row of the source each row was. While they follow one another, as in most files, only the first is kept. */
final class SourceRows {
    private int first;
    private int size;
    private int @Nullable [] listed;

    void add(int source) {
        int[] list = listed;
        if (list == null) {
            first = size == 0 ? source : first;
            if (source == first + size) {
                size++;
                return;
            }
            list = consecutive(size + 1024);
        }
        if (size == list.length) {
            list = Arrays.copyOf(list, (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 1024L));
        }
        list[size++] = source;
        listed = list;
    }

    /** The first rows of all are rows 1, 2, 3 and so on. */
    void addFirst(int count) {
        first = 1;
        size = count;
    }

    private int[] consecutive(int capacity) {
        int[] list = new int[capacity];
        for (int i = 0; i < size; i++) {
            list[i] = first + i;
        }
        return list;
    }

    /**
     * The source rows in the order of these rows.
     *
     * @param rows places of the rows; may be overwritten and returned
     */
    int[] inOrderOf(int[] rows) {
        if (listed != null) {
            return LogColumns.picked(listed, rows);
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i] += first;
        }
        return rows;
    }
}

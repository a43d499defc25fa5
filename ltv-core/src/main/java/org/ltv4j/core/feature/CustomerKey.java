package org.ltv4j.core.feature;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TransactionLog;

/**
 * Whose history it is, and the customer's numbers in tables beside the sales: each looked up once, however many families and windows
 * ask. Makes the text of an id only if it is asked for. Not thread-safe.
 */
final class CustomerKey {
    /** Plans have an attribute table and one or two of events; what is asked for beyond this is looked up each time. */
    private static final int MOST_TABLES = 8;

    private static final IdTable[] NO_TABLES = {};
    private static final int[] NO_NUMBERS = {};

    private @Nullable String id;
    private IdTable source = IdTable.EMPTY;
    private int place;
    private IdTable[] tables = NO_TABLES;
    private int[] numbers = NO_NUMBERS;
    private int known;

    /** Of nobody yet. */
    CustomerKey() {}

    CustomerKey(String id) {
        this.id = id;
    }

    /** Another customer, by a number in a table. */
    void set(IdTable ids, int number) {
        id = null;
        source = ids;
        place = number;
        known = 0;
    }

    String id() {
        String text = id;
        return text == null ? source.id(place) : text;
    }

    /** The number in a table, or {@link TransactionLog#NONE}. */
    int numberIn(IdTable ids) {
        for (int i = 0; i < known; i++) {
            if (tables[i] == ids) {
                return numbers[i];
            }
        }
        String text = id;
        int number =
                text == null ? ids.indexOf(source, place) : ids.indexOf(text).orElse(TransactionLog.NONE);
        if (known < MOST_TABLES) {
            keep(ids, number);
        }
        return number;
    }

    private void keep(IdTable ids, int number) {
        if (known == tables.length) {
            tables = Arrays.copyOf(tables, known == 0 ? 2 : MOST_TABLES);
            numbers = Arrays.copyOf(numbers, tables.length);
        }
        tables[known] = ids;
        numbers[known++] = number;
    }
}

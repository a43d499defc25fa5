package org.ltv4j.core.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TransactionLog;

/** Compares rows of two logs, or of one, by what they say; the line of the file on which they stood does not count. */
final class RowContent {
    private static final int UNKNOWN = -2;

    private final TransactionLog log;
    private final TransactionLog other;
    private final int[] customers;
    private final int[] orders;
    private final int[] lines;
    private final int[] products;
    private final int[] channels;

    RowContent(TransactionLog log, TransactionLog other) {
        this.log = log;
        this.other = other;
        this.customers = numbers(log.customers(), other.customers());
        this.orders = numbers(log.orders(), other.orders());
        this.lines = numbers(log.lines(), other.lines());
        this.products = numbers(log.products(), other.products());
        this.channels = numbers(log.channels(), other.channels());
    }

    /** The number in the log of each id of the other log. */
    private static int[] numbers(IdTable log, IdTable other) {
        int[] numbers = new int[other.size()];
        for (int i = 0; i < numbers.length; i++) {
            int number = log == other ? i : log.indexOf(other, i);
            numbers[i] = number < 0 ? UNKNOWN : number;
        }
        return numbers;
    }

    private static int number(int[] numbers, int index) {
        return index < 0 ? index : numbers[index];
    }

    int order(int otherRow) {
        return number(orders, other.order(otherRow));
    }

    int line(int otherRow) {
        return number(lines, other.line(otherRow));
    }

    /** The customer of a row of the other log as a number of the log, below 0 if it has no such customer. */
    int customer(int otherRow) {
        return customers[other.customer(otherRow)];
    }

    boolean same(int row, int otherRow) {
        return log.second(row) == other.second(otherRow)
                && same(log.amount(row), other.amount(otherRow))
                && differences(row, otherRow).isEmpty();
    }

    /** The names of the values in which a row of the log and one of the other log differ. */
    List<String> differences(int row, int otherRow) {
        List<String> names = new ArrayList<>(0);
        note(names, "customer", log.customer(row) == customer(otherRow));
        note(names, "time", log.second(row) == other.second(otherRow));
        note(names, "amount", same(log.amount(row), other.amount(otherRow)));
        note(names, "order", log.order(row) == order(otherRow));
        note(names, "line", log.line(row) == line(otherRow));
        note(names, "product", log.product(row) == number(products, other.product(otherRow)));
        note(names, "channel", log.channel(row) == number(channels, other.channel(otherRow)));
        note(names, "quantity", same(log.quantity(row), other.quantity(otherRow)));
        note(names, "unit price", same(log.unitPrice(row), other.unitPrice(otherRow)));
        note(names, "discount", same(log.discount(row), other.discount(otherRow)));
        note(names, "currency", log.currency(row).equals(other.currency(otherRow)));
        return names;
    }

    private static void note(List<String> names, String name, boolean same) {
        if (!same) {
            names.add(name);
        }
    }

    private static boolean same(double a, double b) {
        return a == b || Double.isNaN(a) && Double.isNaN(b);
    }

    /** All values of a row of the log but customer and time, for a hash table; equal exactly if {@link #same} says so. */
    List<Object> values(int row) {
        return values(log, row, log.order(row), log.line(row), log.product(row), log.channel(row));
    }

    /** All values of a row of the other log but customer and time. */
    List<Object> otherValues(int row) {
        return values(
                other,
                row,
                named(order(row), other.order(row)),
                named(line(row), other.line(row)),
                named(number(products, other.product(row)), other.product(row)),
                named(number(channels, other.channel(row)), other.channel(row)));
    }

    /** Ids that the log does not know still differ from each other. */
    private static int named(int number, int own) {
        return number == UNKNOWN ? UNKNOWN - own : number;
    }

    private static List<Object> values(TransactionLog of, int row, int order, int line, int product, int channel) {
        return Arrays.asList(
                of.amount(row) + 0.0, // 0 and -0 are one amount
                order,
                line,
                product,
                channel,
                of.quantity(row) + 0.0,
                of.unitPrice(row) + 0.0,
                of.discount(row) + 0.0,
                of.currency(row));
    }
}

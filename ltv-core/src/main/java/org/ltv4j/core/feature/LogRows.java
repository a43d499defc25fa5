package org.ltv4j.core.feature;

import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.TransactionLog;

/** Rows of a log with the numbers of a plan's names, which are others if the plan was tied to another log. */
final class LogRows {
    private final TransactionLog log;
    private final int @Nullable [] products;
    private final int @Nullable [] channels;
    private final int @Nullable [] orders;

    LogRows(TransactionLog log, Names names) {
        this.log = log;
        products = names.products.translation(log.products());
        channels = names.channels.translation(log.channels());
        orders = names.orders.translation(log.orders());
    }

    /** Rows of sales, column by column. */
    void copy(int from, int to, RowColumns target) {
        int count = to - from;
        target.ensure(count);
        target.size = count;
        for (int i = 0; i < count; i++) {
            target.second[i] = log.second(from + i);
            target.amount[i] = log.amount(from + i) + 0.0;
        }
        copy(target.quantity, count, row -> log.quantity(from + row));
        copy(target.unitPrice, count, row -> log.unitPrice(from + row));
        copy(target.discount, count, row -> log.discount(from + row));
        copy(target.product, count, row -> translated(log.product(from + row), products));
        copy(target.channel, count, row -> translated(log.channel(from + row), channels));
        copy(target.order, count, row -> translated(log.order(from + row), orders));
    }

    private static void copy(double @Nullable [] column, int count, IntToDoubleFunction value) {
        for (int i = 0; column != null && i < count; i++) {
            column[i] = value.applyAsDouble(i) + 0.0; // never -0.0
        }
    }

    private static void copy(int @Nullable [] column, int count, IntUnaryOperator value) {
        for (int i = 0; column != null && i < count; i++) {
            column[i] = value.applyAsInt(i);
        }
    }

    void append(int row, RowColumns to) {
        int at = to.size;
        to.ensure(at + 1);
        to.size = at + 1;
        to.set(
                at,
                log.second(row),
                log.amount(row),
                log.quantity(row),
                log.unitPrice(row),
                log.discount(row),
                translated(log.product(row), products),
                translated(log.channel(row), channels),
                translated(log.order(row), orders));
    }

    void add(int row, FeatureState to) {
        to.add(
                log.second(row),
                log.amount(row),
                log.quantity(row),
                log.unitPrice(row),
                log.discount(row),
                translated(log.product(row), products),
                translated(log.channel(row), channels),
                translated(log.order(row), orders));
    }

    private static int translated(int number, int @Nullable [] numbers) {
        return numbers == null || number == TransactionLog.NONE ? number : numbers[number];
    }
}

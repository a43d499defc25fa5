package org.ltv4j.core.feature;

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

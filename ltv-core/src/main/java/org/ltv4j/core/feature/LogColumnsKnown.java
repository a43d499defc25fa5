package org.ltv4j.core.feature;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.ltv4j.core.data.TransactionLog;

/** Which optional columns a log has. */
final class LogColumnsKnown {
    private LogColumnsKnown() {}

    /** The columns that any row states, told without looking at the rows; neither times of day nor returns are among them. */
    static Set<SourceColumn> ever(TransactionLog log) {
        Set<SourceColumn> columns = EnumSet.noneOf(SourceColumn.class);
        add(columns, SourceColumn.ORDER, log.hasOrders());
        add(columns, SourceColumn.PRODUCT, log.hasProducts());
        add(columns, SourceColumn.CHANNEL, log.hasChannels());
        add(columns, SourceColumn.QUANTITY, log.hasQuantity());
        add(columns, SourceColumn.UNIT_PRICE, log.hasUnitPrice());
        add(columns, SourceColumn.DISCOUNT, log.hasDiscount());
        return columns;
    }

    /** What a row on or before a day states: a column that came later was not there yet. */
    static Set<SourceColumn> until(TransactionLog log, int lastDay) {
        Set<SourceColumn> known = EnumSet.noneOf(SourceColumn.class);
        Set<SourceColumn> candidates = ever(log);
        candidates.add(SourceColumn.TIME_OF_DAY);
        candidates.add(SourceColumn.RETURNS);
        for (SourceColumn column : candidates) {
            add(known, column, any(log, lastDay, states(log, column)));
        }
        return known;
    }

    private static IntPredicate states(TransactionLog log, SourceColumn column) {
        return switch (column) {
            case ORDER -> row -> log.order(row) != TransactionLog.NONE;
            case PRODUCT -> row -> log.product(row) != TransactionLog.NONE;
            case CHANNEL -> row -> log.channel(row) != TransactionLog.NONE;
            case QUANTITY -> row -> !Double.isNaN(log.quantity(row));
            case UNIT_PRICE -> row -> !Double.isNaN(log.unitPrice(row));
            case DISCOUNT -> row -> !Double.isNaN(log.discount(row));
            case TIME_OF_DAY -> row -> log.second(row) % PurchaseHistory.SECONDS_PER_DAY != 0;
            case RETURNS -> row -> log.amount(row) < 0;
        };
    }

    private static boolean any(TransactionLog log, int lastDay, IntPredicate test) {
        long end = (lastDay + 1L) * PurchaseHistory.SECONDS_PER_DAY;
        for (int row = 0; row < log.size(); row++) {
            if (log.second(row) < end && test.test(row)) {
                return true;
            }
        }
        return false;
    }

    private static void add(Set<SourceColumn> columns, SourceColumn column, boolean present) {
        if (present) {
            columns.add(column);
        }
    }
}

package org.ltv4j.core.clean;

import java.util.BitSet;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TransactionLog;

/**
 * Which rows are refunds, and which order a cancellation cancels. An order id is that of a cancellation when it is the
 * prefix and digits only and at least half of all order ids are digits only: where every id has a letter in front, the
 * letter means something else. Which ids are usual is learnt from rows up to the cut; where none of these has an order id,
 * from all ids.
 */
final class Cancellations {
    private static final int NO_CANCELLATION = -2;

    private final TransactionLog log;

    /** For each order: what it cancels, {@link TransactionLog#NONE} if that is not known, or NO_CANCELLATION. */
    private final int[] cancels;

    /**
     * Looks at the order ids of a log.
     *
     * @param prefix letters before the digits of a cancellation's order id; empty for none
     * @param cut last day whose rows may be learnt from; the greatest number for all
     */
    Cancellations(TransactionLog log, String prefix, long cut) {
        this.log = log;
        this.cancels = new int[log.orders().size()];
        boolean usual = !prefix.isEmpty() && digitsAreUsual(log, cut);
        for (int order = 0; order < cancels.length; order++) {
            cancels[order] = usual ? cancelled(log.orders(), order, prefix) : NO_CANCELLATION;
        }
    }

    /** True for a row that takes money or goods back. */
    boolean isRefund(int row) {
        return log.amount(row) < 0 || log.quantity(row) < 0 || isCancellation(log.order(row));
    }

    /** The order that a row's order cancels, or {@link TransactionLog#NONE}. */
    int cancelledOrder(int row) {
        int order = log.order(row);
        return isCancellation(order) ? cancels[order] : TransactionLog.NONE;
    }

    private boolean isCancellation(int order) {
        return order != TransactionLog.NONE && cancels[order] != NO_CANCELLATION;
    }

    private static boolean digitsAreUsual(TransactionLog log, long cut) {
        BitSet orders = judged(log, cut);
        long digits = orders.stream()
                .filter(order -> allDigits(log.orders().id(order), 0))
                .count();
        return digits > 0 && digits * 2 >= orders.cardinality();
    }

    /** The orders of rows up to a day; without one, or where these rows have none, all that the log has a number for. */
    private static BitSet judged(TransactionLog log, long cut) {
        BitSet orders = new BitSet(log.orders().size());
        for (int row = 0; cut < Long.MAX_VALUE && row < log.size(); row++) {
            if (log.order(row) != TransactionLog.NONE && log.day(row) <= cut) {
                orders.set(log.order(row));
            }
        }
        if (orders.isEmpty()) {
            orders.set(0, log.orders().size());
        }
        return orders;
    }

    private static int cancelled(IdTable orders, int order, String prefix) {
        String id = orders.id(order);
        if (!id.startsWith(prefix) || !allDigits(id, prefix.length())) {
            return NO_CANCELLATION;
        }
        return orders.indexOf(id.substring(prefix.length())).orElse(TransactionLog.NONE);
    }

    private static boolean allDigits(String id, int from) {
        for (int i = from; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return id.length() > from;
    }
}

package org.ltv4j.segmentation.sequence;

import java.time.LocalDate;
import java.util.Arrays;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.segmentation.basket.LeftOutRows;

/** Rows of a log into events: those of a customer stand in the order of time already. */
final class SequenceRows {
    private final TransactionLog log;
    private final EventCells cells;
    private long returns;
    private long withoutProduct;
    private long withoutOrder;

    private SequenceRows(TransactionLog log) {
        if (!log.hasProducts()) {
            throw new InvalidDataException("an event is a set of products, and this log states none: name the column of"
                    + " products where the sales are read");
        }
        this.log = log;
        this.cells = new EventCells(log.customers().size(), log.size(), log.size());
    }

    static SequenceLog byPeriod(TransactionLog log, LocalDate anchor, int length) {
        SequenceRows rows = new SequenceRows(log);
        int first = Math.toIntExact(anchor.toEpochDay());
        for (int customer = 0; customer < log.customers().size(); customer++) {
            int open = Integer.MIN_VALUE;
            for (int row = log.start(customer); row < log.start(customer + 1); row++) {
                if (rows.counts(row, false)) {
                    int period = Math.floorDiv(log.day(row) - first, length);
                    if (period != open && open != Integer.MIN_VALUE) {
                        rows.cells.endEvent(first + open * length);
                    }
                    open = period;
                    rows.cells.item(log.product(row));
                }
            }
            if (open != Integer.MIN_VALUE) {
                rows.cells.endEvent(first + open * length);
            }
            rows.cells.endSequence();
        }
        return rows.log();
    }

    static SequenceLog byOrder(TransactionLog log) {
        SequenceRows rows = new SequenceRows(log);
        if (!log.hasOrders()) {
            throw new InvalidDataException(
                    "this log states no orders: name the column of orders where the sales are read,"
                            + " or make an event of each customer's day with SequenceLog.byDay");
        }
        int[] ownerOfOrder = new int[log.orders().size()];
        int[] placeOfOrder = new int[ownerOfOrder.length];
        Arrays.fill(ownerOfOrder, TransactionLog.NONE);
        for (int customer = 0; customer < log.customers().size(); customer++) {
            int from = log.start(customer);
            int[] places = new int[log.start(customer + 1) - from];
            int orders = 0;
            for (int i = 0; i < places.length; i++) {
                places[i] = TransactionLog.NONE;
                if (rows.counts(from + i, true)) {
                    int order = log.order(from + i);
                    if (ownerOfOrder[order] != customer) {
                        ownerOfOrder[order] = customer;
                        placeOfOrder[order] = orders++;
                    }
                    places[i] = placeOfOrder[order];
                }
            }
            rows.events(from, places, orders);
        }
        return rows.log();
    }

    /** The orders of a customer by their first row: rows of one order may stand between those of another. */
    private void events(int from, int[] places, int orders) {
        int[] ends = new int[orders + 1];
        for (int place : places) {
            if (place >= 0) {
                ends[place + 1]++;
            }
        }
        for (int order = 0; order < orders; order++) {
            ends[order + 1] += ends[order];
        }
        int[] rows = new int[ends[orders]];
        int[] next = Arrays.copyOf(ends, orders);
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                rows[next[places[i]]++] = from + i;
            }
        }
        for (int order = 0; order < orders; order++) {
            for (int i = ends[order]; i < ends[order + 1]; i++) {
                cells.item(log.product(rows[i]));
            }
            cells.endEvent(log.day(rows[ends[order]]));
        }
        cells.endSequence();
    }

    private boolean counts(int row, boolean needsOrder) {
        if (log.amount(row) < 0 || log.quantity(row) < 0) {
            returns++;
            return false;
        }
        if (log.product(row) == TransactionLog.NONE) {
            withoutProduct++;
            return false;
        }
        if (needsOrder && log.order(row) == TransactionLog.NONE) {
            withoutOrder++;
            return false;
        }
        return true;
    }

    private SequenceLog log() {
        int last = log.size() == 0
                ? Integer.MIN_VALUE
                : Math.toIntExact(log.lastDay().toEpochDay());
        return cells.log(log.customers(), log.products(), last, new LeftOutRows(returns, withoutProduct, withoutOrder));
    }
}

package org.ltv4j.core.clean;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.TransactionLog;

/**
 * The purchases of one customer so far and what is left of each, findable by order and product. A refund first says what
 * it will look for ({@link #want}); then purchases enter in time order, and refunds take from them.
 */
final class PurchasePool {
    /** What a refund looks for purchases by. */
    enum Link {
        ORDER_AND_PRODUCT,
        ORDER,
        PRODUCT,
        CUSTOMER
    }

    /** A share of a purchase that is smaller than this is a rounding error. */
    static final double ROUNDING = 1e-9;

    private static final long ANY = 0xffffffffL;

    private final TransactionLog log;
    private final double[] amounts;
    private final double[] pieces;
    private final Map<Link, Map<Long, Group>> groups = new HashMap<>();

    /** Purchases that one key finds, in time order. */
    private static final class Group {
        private int size;
        private int @Nullable [] rows;
        private @Nullable LatestTree amounts;
        private @Nullable LatestTree pieces;
        private int entered;
    }

    /**
     * A pool over shared columns of what is left.
     *
     * @param log rows as they were sold
     * @param amounts what is left of each row's amount; changed by {@link #take}
     * @param pieces what is left of each row's quantity; empty if there are none
     */
    PurchasePool(TransactionLog log, double[] amounts, double[] pieces) {
        this.log = log;
        this.amounts = amounts;
        this.pieces = pieces;
        for (Link link : Link.values()) {
            groups.put(link, new HashMap<>());
        }
    }

    /** Forgets one customer. */
    void clear() {
        groups.values().forEach(Map::clear);
    }

    /** Prepares for a refund that will look for purchases by this key. */
    void want(Link link, long key) {
        of(link).computeIfAbsent(key, k -> new Group());
    }

    /** Counts a purchase that will enter. */
    void expect(int row) {
        for (Link link : Link.values()) {
            Group group = of(link).get(key(link, log.order(row), log.product(row)));
            if (group != null) {
                group.size++;
            }
        }
    }

    /** A purchase has happened. */
    void enter(int row) {
        for (Link link : Link.values()) {
            Group group = of(link).get(key(link, log.order(row), log.product(row)));
            if (group != null) {
                enter(group, row);
            }
        }
    }

    private void enter(Group group, int row) {
        int place = group.entered++;
        rows(group)[place] = row;
        amountTree(group).set(place, amounts[row]);
        if (pieces.length > 0 && pieces[row] > 0) {
            pieceTree(group).set(place, pieces[row]);
        }
    }

    /** The latest purchase of which at least this amount is left, or -1. */
    int latestWithAmount(Link link, long key, double amount) {
        Group group = of(link).get(key);
        int place = group == null ? -1 : amountTree(group).last(amount);
        return group == null || place < 0 ? -1 : rows(group)[place];
    }

    /** The latest purchase of which at least so many pieces are left, or -1. */
    int latestWithPieces(Link link, long key, double count) {
        Group group = of(link).get(key);
        int place = group == null ? -1 : pieceTree(group).last(count);
        return group == null || place < 0 ? -1 : rows(group)[place];
    }

    /** Sets what is left of a purchase; next to nothing is nothing. */
    void take(int row, double amountLeft, double piecesLeft) {
        double whole = log.amount(row);
        boolean nothing = amountLeft <= ROUNDING * whole;
        amounts[row] = nothing ? 0 : amountLeft;
        if (pieces.length > 0) {
            pieces[row] = nothing ? 0 : piecesLeft;
        }
        for (Link link : Link.values()) {
            Group group = of(link).get(key(link, log.order(row), log.product(row)));
            if (group != null) {
                int place = Arrays.binarySearch(rows(group), 0, group.entered, row);
                amountTree(group).set(place, amounts[row]);
                if (pieces.length > 0 && log.quantity(row) > 0) {
                    pieceTree(group).set(place, pieces[row]);
                }
            }
        }
    }

    /** The key of a purchase, or of what a refund looks for. */
    static long key(Link link, int order, int product) {
        long o = order & ANY;
        long p = product & ANY;
        return switch (link) {
            case ORDER_AND_PRODUCT -> o << 32 | p;
            case ORDER -> o;
            case PRODUCT -> p;
            case CUSTOMER -> 0;
        };
    }

    private Map<Long, Group> of(Link link) {
        Map<Long, Group> of = groups.get(link);
        if (of == null) {
            throw new IllegalStateException("no groups by " + link);
        }
        return of;
    }

    private static int[] rows(Group group) {
        int[] rows = group.rows;
        if (rows == null) {
            rows = new int[group.size];
            group.rows = rows;
        }
        return rows;
    }

    private static LatestTree amountTree(Group group) {
        LatestTree tree = group.amounts;
        if (tree == null) {
            tree = new LatestTree(group.size);
            group.amounts = tree;
        }
        return tree;
    }

    private static LatestTree pieceTree(Group group) {
        LatestTree tree = group.pieces;
        if (tree == null) {
            tree = new LatestTree(group.size);
            group.pieces = tree;
        }
        return tree;
    }
}

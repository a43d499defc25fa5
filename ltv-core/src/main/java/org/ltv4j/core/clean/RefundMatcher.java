package org.ltv4j.core.clean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import org.ltv4j.core.clean.PurchasePool.Link;
import org.ltv4j.core.data.TransactionLog;

/**
 * Takes refunds off purchases, customer by customer in time order; purchases of the very moment of a refund count as
 * earlier, since many sources only know the day.
 *
 * <p>Where both rows have a quantity, a refund linked by its product settles pieces: all pieces back removes the purchase.
 * Everything else settles amounts. What is left of a purchase is rounded to 12 digits, and a rounding error is nothing:
 * 0.1 + 0.2 - 0.3 is not a purchase.
 */
final class RefundMatcher {
    private static final int DIGITS = 12;

    private final TransactionLog log;
    private final Cancellations cancellations;
    private final boolean byLinks;
    private final BitSet refunds;
    private final double[] left;
    private final double[] pieces;
    private final PurchasePool pool;

    final Tally matched;
    final Tally netted;
    final Tally unmatched;

    // the refund being settled
    private double needAmount;
    private double needPieces;

    RefundMatcher(TransactionLog log, Cancellations cancellations, BitSet refunds, boolean byLinks) {
        this.log = log;
        this.cancellations = cancellations;
        this.byLinks = byLinks;
        this.refunds = refunds;
        this.left = new double[log.size()];
        this.pieces = new double[log.hasQuantity() ? log.size() : 0];
        for (int row = 0; row < log.size(); row++) {
            left[row] = log.amount(row);
            if (pieces.length > 0) {
                pieces[row] = log.quantity(row);
            }
        }
        this.pool = new PurchasePool(log, left, pieces);
        this.matched = new Tally(log, "is a refund and was taken off its purchase");
        this.netted = new Tally(log, "is a refund and was taken off the customer's latest earlier purchases");
        this.unmatched = new Tally(log, "is a refund of more than the customer bought before");
    }

    /** What is left of each row's amount; 0 for purchases refunded in full. */
    double[] left() {
        return left;
    }

    /** What is left of each row's quantity. */
    double[] piecesLeft() {
        return pieces;
    }

    /** Settles all refunds; those after the day of the cut only with purchases after it. */
    void settleAll(long cut) {
        for (int customer = 0; customer < log.customers().size(); customer++) {
            int from = log.start(customer);
            int to = log.start(customer + 1);
            int first = refunds.nextSetBit(from);
            if (first >= 0 && first < to) {
                int after = from;
                while (after < to && log.day(after) <= cut) {
                    after++;
                }
                settle(from, after);
                settle(after, to);
            }
        }
    }

    private void settle(int from, int to) {
        pool.clear();
        for (int row = refunds.nextSetBit(from); row >= 0 && row < to; row = refunds.nextSetBit(row + 1)) {
            search(row, true);
        }
        for (int row = from; row < to; row++) {
            if (isPurchase(row)) {
                pool.expect(row);
            }
        }
        int moment = from;
        while (moment < to) {
            int next = moment;
            while (next < to && log.second(next) == log.second(moment)) {
                if (isPurchase(next)) {
                    pool.enter(next);
                }
                next++;
            }
            for (int row = refunds.nextSetBit(moment); row >= 0 && row < next; row = refunds.nextSetBit(row + 1)) {
                settle(row);
            }
            moment = next;
        }
    }

    private boolean isPurchase(int row) {
        return !refunds.get(row) && log.amount(row) > 0;
    }

    private void settle(int refund) {
        double whole = Math.abs(log.amount(refund));
        needAmount = whole;
        needPieces = log.quantity(refund) < 0 ? -log.quantity(refund) : 0;
        boolean byLink = whole > 0 && search(refund, false);
        boolean open = needAmount > PurchasePool.ROUNDING * whole;
        if (open) {
            byAmount(Link.CUSTOMER, 0, false);
        }
        boolean unsettled = needAmount > PurchasePool.ROUNDING * whole || whole == 0;
        Tally tally = unsettled ? unmatched : open || !byLink ? netted : matched;
        tally.add(refund, -log.amount(refund));
    }

    /** Looks for purchases by order and product, nearest link first; true if anything was taken off one. */
    private boolean search(int refund, boolean prepare) {
        if (prepare) {
            pool.want(Link.CUSTOMER, 0);
        }
        if (!byLinks) {
            return false;
        }
        int order = log.order(refund);
        int cancelled = cancellations.cancelledOrder(refund);
        int product = log.product(refund);
        boolean found = look(prepare, Link.ORDER_AND_PRODUCT, cancelled, product);
        found |= look(prepare, Link.ORDER_AND_PRODUCT, order, product);
        found |= look(prepare, Link.ORDER, cancelled, product);
        found |= look(prepare, Link.ORDER, order, product);
        found |= look(prepare, Link.PRODUCT, order, product);
        return found;
    }

    private boolean look(boolean prepare, Link link, int order, int product) {
        boolean orderMissing = order == TransactionLog.NONE && link != Link.PRODUCT;
        boolean productMissing = product == TransactionLog.NONE && link != Link.ORDER;
        if (orderMissing || productMissing) {
            return false;
        }
        long key = PurchasePool.key(link, order, product);
        if (prepare) {
            pool.want(link, key);
            return false;
        }
        if (link == Link.ORDER) {
            return byAmount(link, key, false);
        }
        return needPieces > 0 ? byPieces(link, key) : byAmount(link, key, true);
    }

    /** Gives pieces back: all to the latest purchase that has enough of them, else to the latest ones in turn. */
    private boolean byPieces(Link link, long key) {
        boolean any = false;
        double tiny = PurchasePool.ROUNDING * needPieces;
        while (needPieces > tiny) {
            int row = pool.latestWithPieces(link, key, needPieces);
            row = row >= 0 ? row : pool.latestWithPieces(link, key, Double.MIN_NORMAL);
            if (row < 0) {
                return any;
            }
            any = true;
            double count = Math.min(needPieces, pieces[row]);
            double worth = needAmount * (count / needPieces);
            boolean all = count >= pieces[row] * (1 - PurchasePool.ROUNDING);
            double taken = Math.min(worth, left[row]);
            needAmount -= taken;
            needPieces -= count;
            pool.take(row, all ? 0 : left[row] - taken, pieces[row] - count);
        }
        needPieces = 0;
        return any;
    }

    /** Gives money back: all to the latest purchase that has enough left if asked so, else to the latest ones in turn. */
    private boolean byAmount(Link link, long key, boolean enoughFirst) {
        boolean any = false;
        double tiny = PurchasePool.ROUNDING * needAmount;
        while (needAmount > tiny) {
            int row = enoughFirst ? pool.latestWithAmount(link, key, needAmount * (1 - PurchasePool.ROUNDING)) : -1;
            row = row >= 0 ? row : pool.latestWithAmount(link, key, Double.MIN_NORMAL);
            if (row < 0) {
                return any;
            }
            any = true;
            double taken = Math.min(needAmount, left[row]);
            needAmount -= taken;
            pool.take(row, left[row] - taken, pieces.length > 0 ? pieces[row] : 0);
        }
        needAmount = 0;
        return any;
    }

    /** An amount without the tail that floating point leaves, to 12 digits of the whole. */
    static double rounded(double amount, double whole) {
        int decimals = DIGITS - (int) Math.ceil(Math.log10(whole));
        return BigDecimal.valueOf(amount)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}

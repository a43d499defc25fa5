package org.ltv4j.core.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.internal.math.Samplers;

/**
 * The sales rows of a small made-up cafe. Immutable; {@link #simulate()} gives the same rows each time, on every JDK.
 *
 * <p>Customers buy and leave by a {@link PurchaseProcess} with rates per week, and spend by a {@link SpendProcess} in the
 * currency. The clock follows opening hours (8 to 18, Saturday 9 to 17, Sunday closed; busy in the morning and on Fridays
 * and Saturdays) in such a way that a week of business is a week. First purchases are spread evenly over the acquisition
 * weeks. A receipt has one to four lines from a menu of 17 products whose total comes as near to the drawn amount as prices
 * allow (mostly within 0.50), so it is a little coarser than the spend process; some products go together, such as cappuccino and croissant. A share of the receipts is followed within
 * the hour by a refund of one line: the same order and product with negative pieces and amount.
 *
 * <p>The defaults: 500 customers {@code C0001} to {@code C0500}; 78 weeks from Monday 2024-01-01, new customers in the first
 * 26; {@code BgNbdProcess(0.6, 2.4, 0.8, 4.0)} a week; {@code GammaGammaProcess(5, 4, 5.4)}, that is EUR 9.00 in the mean;
 * refunds after 1 % of the receipts; seed 1. Purchases of one day count as one in the histories, which makes fitted rates of
 * very frequent customers a little lower than the stated ones.
 */
public final class CafeSimulator {
    private static final int MOST_LINES = 4;
    private static final int CENTS = 100;
    private static final int REFUND_SOONEST = 120;
    private static final int REFUND_SPREAD = 2400;

    private final int customers;
    private final long seed;
    private final LocalDate start;
    private final int acquisitionWeeks;
    private final int weeks;
    private final PurchaseProcess purchases;
    private final SpendProcess spend;
    private final double refundShare;
    private final String currency;

    private CafeSimulator(
            int customers,
            long seed,
            LocalDate start,
            int acquisitionWeeks,
            int weeks,
            PurchaseProcess purchases,
            SpendProcess spend,
            double refundShare,
            String currency) {
        this.customers = customers;
        this.seed = seed;
        this.start = start;
        this.acquisitionWeeks = acquisitionWeeks;
        this.weeks = weeks;
        this.purchases = purchases;
        this.spend = spend;
        this.refundShare = refundShare;
        this.currency = currency;
    }

    /**
     * The cafe described above.
     *
     * @return a simulator
     */
    public static CafeSimulator withDefaults() {
        return new CafeSimulator(
                500,
                1,
                LocalDate.of(2024, 1, 1),
                26,
                78,
                new BgNbdProcess(0.6, 2.4, 0.8, 4.0),
                new GammaGammaProcess(5, 4, 5.4),
                0.01,
                "EUR");
    }

    /**
     * With another number of customers. Customer {@code i} stays the same.
     *
     * @param number at least 1
     * @return a simulator with that choice
     */
    public CafeSimulator withCustomers(int number) {
        Checks.atLeastOne("customers", number);
        return new CafeSimulator(number, seed, start, acquisitionWeeks, weeks, purchases, spend, refundShare, currency);
    }

    /**
     * With other chance.
     *
     * @param number any number
     * @return a simulator with that choice
     */
    public CafeSimulator withSeed(long number) {
        return new CafeSimulator(
                customers, number, start, acquisitionWeeks, weeks, purchases, spend, refundShare, currency);
    }

    /**
     * Over another time.
     *
     * @param firstDay the first day of business
     * @param newCustomers weeks from there in which customers make their first purchase, at least 1
     * @param observed weeks from there until the last day, at least {@code newCustomers}
     * @return a simulator with that choice
     */
    public CafeSimulator withPeriod(LocalDate firstDay, int newCustomers, int observed) {
        Checks.atLeastOne("weeks of acquisition", newCustomers);
        if (observed < newCustomers) {
            throw new IllegalArgumentException(
                    "customers cannot arrive after the end: need weeks >= weeks of acquisition, got " + observed
                            + " and " + newCustomers);
        }
        return new CafeSimulator(
                customers, seed, firstDay, newCustomers, observed, purchases, spend, refundShare, currency);
    }

    /**
     * With customers of another behaviour.
     *
     * @param process how they buy and leave, rates per week
     * @return a simulator with that choice
     */
    public CafeSimulator withPurchases(PurchaseProcess process) {
        return new CafeSimulator(
                customers, seed, start, acquisitionWeeks, weeks, process, spend, refundShare, currency);
    }

    /**
     * With other amounts.
     *
     * @param process what they spend per receipt
     * @return a simulator with that choice
     */
    public CafeSimulator withSpend(SpendProcess process) {
        return new CafeSimulator(
                customers, seed, start, acquisitionWeeks, weeks, purchases, process, refundShare, currency);
    }

    /**
     * With other refunds.
     *
     * @param share of the receipts that a refund follows, from 0 to 1
     * @return a simulator with that choice
     */
    public CafeSimulator withRefunds(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("need a share of refunds from 0 to 1, got " + share);
        }
        return new CafeSimulator(customers, seed, start, acquisitionWeeks, weeks, purchases, spend, share, currency);
    }

    /**
     * In another currency. The numbers stay the same.
     *
     * @param code ISO code
     * @return a simulator with that choice
     */
    public CafeSimulator withCurrency(String code) {
        return new CafeSimulator(customers, seed, start, acquisitionWeeks, weeks, purchases, spend, refundShare, code);
    }

    /**
     * The last day of business that is observed.
     *
     * @return {@code weeks} after the first day, less one day
     */
    public LocalDate lastDay() {
        return start.plusDays(7L * weeks - 1);
    }

    /**
     * Opens the cafe.
     *
     * @return all sales rows, with order, product, quantity, unit price and amount
     */
    public TransactionLog simulate() {
        TransactionLogBuilder rows = TransactionLog.builder(currency);
        CafeHours hours = new CafeHours(start);
        for (int i = 0; i < customers; i++) {
            visits(i, hours, rows);
        }
        return rows.build();
    }

    private void visits(int i, CafeHours hours, TransactionLogBuilder rows) {
        RandomGenerator random = Samplers.generator(seed, Samplers.Purpose.CAFE_VISITS, i);
        RandomGenerator purse = Samplers.generator(seed, Samplers.Purpose.CAFE_RECEIPTS, i);
        double first = acquisitionWeeks * Samplers.uniform(random);
        PurchasePath path = purchases.path(random, weeks - first);
        double level = spend.level(purse);
        int customer = rows.customers().index("C" + padded(i + 1, 4));
        for (int k = 0; k <= path.size(); k++) {
            double at = k == 0 ? first : first + path.age(k - 1);
            // adding up may round to the very end
            if (at < weeks) {
                String order = "R" + padded(i + 1, 4) + "-" + padded(k + 1, 3);
                receipt(customer, hours.second(at), order, spend.amount(purse, level), purse, rows);
            }
        }
    }

    private void receipt(
            int customer,
            long second,
            String order,
            double amount,
            RandomGenerator random,
            TransactionLogBuilder rows) {
        List<CafeMenu.Line> lines = lines(Math.round(amount * CENTS), random);
        for (CafeMenu.Line line : lines) {
            row(customer, second, order, line, line.pieces(), rows);
        }
        if (Samplers.uniform(random) < refundShare) {
            CafeMenu.Line back = lines.get(Samplers.index(random, lines.size()));
            long later = second + REFUND_SOONEST + Samplers.index(random, REFUND_SPREAD);
            row(customer, later, order, back, -back.pieces(), rows);
        }
    }

    /** One to four products whose prices add up to about the amount: each takes a random share of what is left. */
    private static List<CafeMenu.Line> lines(long cents, RandomGenerator random) {
        int count = 1 + Samplers.index(random, MOST_LINES);
        List<CafeMenu.Line> lines = new ArrayList<>(count);
        long left = cents;
        while (lines.isEmpty() || left >= CENTS && lines.size() < count) {
            boolean last = lines.size() == count - 1;
            double share = last ? 1 : (1 + Samplers.uniform(random)) / (count - lines.size() + 1);
            long about = Math.round(left * share);
            CafeMenu.Line line = lines.isEmpty()
                    ? CafeMenu.nearest(random, about)
                    : CafeMenu.nearest(
                            random, about, lines.get(lines.size() - 1).product());
            left -= line.cents();
            add(line, lines);
        }
        return lines;
    }

    /** Two lines of one product become one, as a till would print it. */
    private static void add(CafeMenu.Line line, List<CafeMenu.Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).product().equals(line.product())) {
                lines.set(i, new CafeMenu.Line(line.product(), lines.get(i).pieces() + line.pieces()));
                return;
            }
        }
        lines.add(line);
    }

    private static void row(
            int customer, long second, String order, CafeMenu.Line line, int pieces, TransactionLogBuilder rows) {
        long cents = (long) line.product().cents() * pieces;
        rows.add(customer, second, (double) cents / CENTS, 0)
                .order(order)
                .product(line.product().name())
                .quantity(pieces)
                .unitPrice((double) line.product().cents() / CENTS);
    }

    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** The settings: the truth in words. */
    @Override
    public String toString() {
        return "CafeSimulator[" + customers + " customers, seed " + seed + ", " + weeks + " weeks from " + start
                + ", new customers in the first " + acquisitionWeeks + ", " + purchases + " per week, " + spend + " in "
                + currency + ", refunds " + refundShare + "]";
    }
}

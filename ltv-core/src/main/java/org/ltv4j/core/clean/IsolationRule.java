package org.ltv4j.core.clean;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which rows, or which customers with all their rows, are no business with customers and are laid aside: test transactions, staff
 * cards, cards tried out by machines. Each rule is a named step of the report with counts, amounts and lines; the rows laid aside
 * are {@link Cleaned#isolated}. Rules over what customers do look at rows up to the calibration end only, where the plan has one.
 * Immutable.
 *
 * <pre>{@code
 * CleaningPlan.defaults()
 *     .withIsolation(IsolationRule.amountsUpTo(0.01))
 *     .withIsolation(IsolationRule.products("(?i)test.*"))
 *     .withIsolation(IsolationRule.purchasesPerDay(4, 5))
 *     .withIsolation(IsolationRule.repeats(5, Duration.ofSeconds(10)));
 * }</pre>
 */
public final class IsolationRule {
    private final String name;
    private final Check check;

    private IsolationRule(String name, Check check) {
        this.name = name;
        this.check = check;
    }

    /** How the rows are found. */
    sealed interface Check {
        /** In words, and in the plan's text; names nobody. */
        String words();
    }

    /** Several purchases in a short while. */
    record Burst(boolean ofProduct, int times, long seconds) implements Check {
        @Override
        public String words() {
            return ofProduct
                    ? "customers who buy a product " + times + " times within " + seconds + " seconds: these rows"
                    : "customers who buy in two channels within " + seconds + " seconds: these rows";
        }
    }

    /** Next to no amount. */
    record Tiny(double upTo) implements Check {
        @Override
        public String words() {
            return "amounts of at most " + Tally.number(upTo) + " that are not 0, paid or given back";
        }
    }

    /** Products by their ids. */
    record Products(String regex) implements Check {
        @Override
        public String words() {
            return "rows of products that match " + regex;
        }
    }

    /** Orders by the start of their ids. */
    record Orders(String prefix) implements Check {
        @Override
        public String words() {
            return "rows of orders that start with " + prefix;
        }
    }

    /** Customers by their ids. The pattern may hold an id, so it is not shown. */
    record Customers(Pattern pattern) implements Check {
        @Override
        public String words() {
            return "customers who match a stated pattern";
        }
    }

    /** Customers that are listed. */
    record Listed(Set<String> ids) implements Check {
        @Override
        public String words() {
            return ids.size() + " listed customers";
        }
    }

    /** Customers who buy too often on a day. */
    record Busy(double above, int minDays) implements Check {
        @Override
        public String words() {
            return "customers with more than " + Tally.number(above)
                    + " purchases on a mean day of purchase and at least " + minDays + " such days";
        }
    }

    /** Customers with too large discounts. */
    record Discounted(double above, int minRows) implements Check {
        @Override
        public String words() {
            return "customers to whom more than " + Tally.number(above * 100)
                    + " % of the full price is granted as discount, over at least " + minRows + " rows";
        }
    }

    /**
     * Impossible repeat purchases: rows of one customer and product of which {@code times} or more purchases lie within a while.
     * Rows of one order count as one purchase, rows without an order one by one; refunds do not count. All of these rows go.
     *
     * @param times how many purchases, at least 2
     * @param within from the first to the last of them, in whole seconds, at least 0
     * @return the rule, named {@code impossible repeats}
     */
    public static IsolationRule repeats(int times, Duration within) {
        if (times < 2) {
            throw new IllegalArgumentException("need at least 2 purchases, got " + times);
        }
        return new IsolationRule("impossible repeats", new Burst(true, times, seconds(within)));
    }

    /**
     * One card at two places: rows of one customer in two channels or stores that lie within a while. All of these rows go.
     * Where a channel is a way of ordering and not a place, a customer may well use two at once.
     *
     * @param within from one to the other, in whole seconds, at least 0
     * @return the rule, named {@code two places at once}
     */
    public static IsolationRule twoPlaces(Duration within) {
        return new IsolationRule("two places at once", new Burst(false, 2, seconds(within)));
    }

    private static long seconds(Duration within) {
        if (within.isNegative() || within.getNano() != 0) {
            throw new IllegalArgumentException("need whole seconds, at least 0, got " + within);
        }
        return within.toSeconds();
    }

    /**
     * Test transactions by their amount: rows of which next to nothing is paid or given back, but not 0.
     *
     * @param upTo the largest such amount, finite and above 0, for example 0.01
     * @return the rule, named {@code tiny amounts}
     */
    public static IsolationRule amountsUpTo(double upTo) {
        if (!(upTo > 0) || Double.isInfinite(upTo)) {
            throw new IllegalArgumentException("need a finite amount above 0, got " + upTo);
        }
        return new IsolationRule("tiny amounts", new Tiny(upTo));
    }

    /**
     * Test transactions by their product.
     *
     * @param regex a regular expression that the whole id matches, for example {@code (?i)test.*}
     * @return the rule, named {@code test products}
     */
    public static IsolationRule products(String regex) {
        pattern(regex);
        return new IsolationRule("test products", new Products(regex));
    }

    /**
     * Test transactions by their order.
     *
     * @param prefix how the ids of such orders start, not empty
     * @return the rule, named {@code test orders}
     */
    public static IsolationRule ordersStartingWith(String prefix) {
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException("every order starts with the empty text: state a prefix");
        }
        return new IsolationRule("test orders", new Orders(prefix));
    }

    /**
     * Test customers by their id. The pattern is not shown anywhere, since it may hold an id.
     *
     * @param regex a regular expression that the whole id matches
     * @return the rule, named {@code test customers}
     */
    public static IsolationRule customers(String regex) {
        return new IsolationRule("test customers", new Customers(pattern(regex)));
    }

    /**
     * Customers that the caller lists, for example staff cards. The ids are not shown anywhere, nor are they in the plan's fingerprint:
     * only their number is.
     *
     * @param ids customer ids, at least one
     * @return the rule, named {@code listed customers}
     */
    public static IsolationRule customersListed(Collection<String> ids) {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("the list of customers is empty: leave the rule out");
        }
        return new IsolationRule("listed customers", new Listed(new TreeSet<>(ids)));
    }

    /**
     * Staff cards by how often they are used: customers whose purchases per day of purchase are many. Purchases are orders, or where a
     * row has no order moments; refunds do not count.
     *
     * @param above more than so many purchases on a mean day of purchase, at least 1
     * @param minDays on at least so many days, at least 1
     * @return the rule, named {@code many purchases a day}
     */
    public static IsolationRule purchasesPerDay(double above, int minDays) {
        if (!(above >= 1) || Double.isInfinite(above) || minDays < 1) {
            throw new IllegalArgumentException(
                    "need at least 1 purchase a day and at least 1 day, got " + above + " and " + minDays);
        }
        return new IsolationRule("many purchases a day", new Busy(above, minDays));
    }

    /**
     * Staff cards by what is granted to them: customers whose discounts are a large share of the full price, {@code sum of discounts /
     * (sum of discounts + sum of amounts)}, over sales that state a discount.
     *
     * @param above more than this share, from 0 to below 1
     * @param minRows over at least so many rows, at least 1
     * @return the rule, named {@code large discounts}
     */
    public static IsolationRule discountShare(double above, int minRows) {
        if (!(above >= 0 && above < 1) || minRows < 1) {
            throw new IllegalArgumentException(
                    "need a share from 0 to below 1 and at least 1 row, got " + above + " and " + minRows);
        }
        return new IsolationRule("large discounts", new Discounted(above, minRows));
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "this is no regular expression: " + e.getDescription() + " at character " + (e.getIndex() + 1));
        }
    }

    /**
     * This rule under a name of the caller's.
     *
     * @param step name of the step in the report; it must name nobody
     * @return the rule
     */
    public IsolationRule named(String step) {
        return new IsolationRule(step, check);
    }

    /**
     * The name of the step.
     *
     * @return for example {@code tiny amounts}
     */
    public String name() {
        return name;
    }

    Check check() {
        return check;
    }

    /** The rule in words; names nobody. */
    @Override
    public String toString() {
        return check.words() + " are laid aside";
    }
}

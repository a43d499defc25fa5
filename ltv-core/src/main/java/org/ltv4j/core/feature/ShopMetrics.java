package org.ltv4j.core.feature;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.data.TransactionLog;

/**
 * Figures of a whole shop in a period. As everywhere, all sales of a customer on one day are one purchase, and rows with a negative amount
 * are returns, which are none. What was counted is stored, what is computed of it are methods.
 *
 * @param from first day of the period
 * @param to last day of the period
 * @param currency of the spend; empty where not known
 * @param customers customers with a purchase in the period
 * @param repeatCustomers those of them with 2 purchases or more in the period
 * @param newCustomers those of them whose first purchase in the log is in the period
 * @param purchases purchases in the period
 * @param spend sum of sales in the period, finite and at least 0; empty where the log states no amounts
 * @param returned money given back in the period, finite and at least 0; empty where the log states no amounts
 * @param previousCustomers customers with a purchase in the period of as many days before
 * @param retainedCustomers those of the previous period with a purchase in this one
 */
public record ShopMetrics(
        LocalDate from,
        LocalDate to,
        String currency,
        int customers,
        int repeatCustomers,
        int newCustomers,
        long purchases,
        OptionalDouble spend,
        OptionalDouble returned,
        int previousCustomers,
        int retainedCustomers) {
    /**
     * Checks that the parts fit each other.
     *
     * @param from first day of the period
     * @param to last day of the period
     * @param currency of the spend; empty where not known
     * @param customers customers with a purchase in the period
     * @param repeatCustomers those of them with 2 purchases or more in the period
     * @param newCustomers those of them whose first purchase in the log is in the period
     * @param purchases purchases in the period
     * @param spend sum of sales in the period, finite and at least 0; empty where the log states no amounts
     * @param returned money given back in the period, finite and at least 0; empty where the log states no amounts
     * @param previousCustomers customers with a purchase in the period of as many days before
     * @param retainedCustomers those of the previous period with a purchase in this one
     */
    public ShopMetrics {
        if (to.isBefore(from)) {
            throw new InvalidDataException("a period ends on or after its first day, got " + from + " to " + to);
        }
        if (repeatCustomers < 0
                || repeatCustomers > customers
                || newCustomers < 0
                || newCustomers > customers
                || purchases < customers
                || retainedCustomers < 0
                || retainedCustomers > Math.min(customers, previousCustomers)
                || spend.isPresent() != returned.isPresent()) {
            throw new InvalidDataException("the counts of the period " + from + " to " + to + " contradict each other");
        }
        requireAmount("spend", spend);
        requireAmount("money given back", returned);
    }

    private static void requireAmount(String what, OptionalDouble amount) {
        double sum = amount.orElse(0);
        if (!(sum >= 0 && sum <= Double.MAX_VALUE)) {
            throw new InvalidDataException("the " + what + " of a period is a finite number of at least 0, got " + sum
                    + ": look for mistyped amounts");
        }
    }

    /**
     * The metrics of a period.
     *
     * @param log sales in one currency
     * @param from first day
     * @param to last day
     * @return the metrics
     * @throws InvalidDataException if the period ends before it starts, or amounts stand in several currencies, are
     *     missing in some rows, or their sum is beyond the range of a double
     */
    public static ShopMetrics of(TransactionLog log, LocalDate from, LocalDate to) {
        return new MetricsCounter(log, from, to).count();
    }

    /**
     * The metrics of the year that ends with a day: from the day after the same date a year before.
     *
     * @param log sales in one currency
     * @param to last day
     * @return the metrics
     * @throws InvalidDataException if amounts stand in several currencies, are missing in some rows, or their sum is
     *     beyond the range of a double
     */
    public static ShopMetrics ofYear(TransactionLog log, LocalDate to) {
        return of(log, to.minusYears(1).plusDays(1), to);
    }

    /**
     * Repurchase rate: customers with 2 or more purchases in the period / customers with 1 or more.
     *
     * @return from 0 to 1; empty if nobody bought
     */
    public OptionalDouble repurchaseRate() {
        return ratio(repeatCustomers, customers);
    }

    /**
     * Retention rate: customers of the previous period who bought again in this one / customers of the previous period.
     *
     * @return from 0 to 1; empty if nobody bought in the previous period
     */
    public OptionalDouble retentionRate() {
        return ratio(retainedCustomers, previousCustomers);
    }

    /**
     * Share of new customers: customers whose first purchase is in the period / customers.
     *
     * @return from 0 to 1; empty if nobody bought
     */
    public OptionalDouble newCustomerShare() {
        return ratio(newCustomers, customers);
    }

    /**
     * Purchases per customer: purchases / customers.
     *
     * @return at least 1; empty if nobody bought
     */
    public OptionalDouble purchasesPerCustomer() {
        return ratio(purchases, customers);
    }

    /**
     * Mean purchase: spend / purchases.
     *
     * @return in the currency; empty if nobody bought or the log states no amounts
     */
    public OptionalDouble spendPerPurchase() {
        return spend.isPresent() ? ratio(spend.orElse(0), purchases) : spend;
    }

    /**
     * Spend per customer: spend / customers.
     *
     * @return in the currency; empty if nobody bought or the log states no amounts
     */
    public OptionalDouble spendPerCustomer() {
        return spend.isPresent() ? ratio(spend.orElse(0), customers) : spend;
    }

    /**
     * Return rate: money given back / spend.
     *
     * @return at least 0; empty if nothing was spent or the log states no amounts
     */
    public OptionalDouble returnRate() {
        return spend.isPresent() ? ratio(returned.orElse(0), spend.orElse(0)) : spend;
    }

    private static OptionalDouble ratio(double above, double below) {
        return below == 0 ? OptionalDouble.empty() : OptionalDouble.of(above / below);
    }

    /**
     * What the metrics mean, for a {@link DataDictionary}.
     *
     * @param currency unit of amounts; empty where not known
     * @return an entry per metric
     */
    public static List<DictionaryEntry> definitions(String currency) {
        String unit = currency.isEmpty() ? "currency" : currency;
        return List.of(
                metric(
                        "customers",
                        "COUNT",
                        "customers",
                        "who bought",
                        "customers with 1 or more purchases in the period"),
                metric(
                        "repurchase_rate",
                        "NUMBER",
                        "share",
                        "who came back within the period",
                        "customers with 2 or more purchases in the period / customers with 1 or more"),
                metric(
                        "retention_rate",
                        "NUMBER",
                        "share",
                        "who stayed from the period before",
                        "customers of the period of as many days before who bought in this one / customers of that period"),
                metric(
                        "new_customer_share",
                        "NUMBER",
                        "share",
                        "who is new",
                        "customers whose first purchase is in the period / customers"),
                metric(
                        "purchases",
                        "COUNT",
                        "purchases",
                        "days on which a customer bought",
                        "sum over customers of days with a sale"),
                metric(
                        "purchases_per_customer",
                        "NUMBER",
                        "purchases",
                        "how often customers buy",
                        "purchases / customers"),
                metric("spend", "NUMBER", unit, "sales, returns not taken off", "sum of amounts of at least 0"),
                metric("spend_per_purchase", "NUMBER", unit, "usual purchase", "spend / purchases"),
                metric("spend_per_customer", "NUMBER", unit, "what a customer brought", "spend / customers"),
                metric("return_rate", "NUMBER", "", "money given back", "-sum of amounts below 0 / spend"));
    }

    private static String missing(String type, String name, String formula) {
        String unknown = formula.contains("spend") || name.equals("spend") ? "where the log states no amounts" : "";
        if (type.equals("COUNT") || name.equals("spend")) {
            return unknown;
        }
        return "where its denominator is 0" + (unknown.isEmpty() ? "" : " or the log states no amounts");
    }

    private static DictionaryEntry metric(String name, String type, String unit, String meaning, String formula) {
        return new DictionaryEntry(
                DictionaryEntry.Kind.METRIC,
                name,
                type,
                unit,
                meaning,
                formula,
                "customer, date, amount",
                "rows of the period, its first and last day included",
                missing(type, name, formula),
                Sensitivity.PLAIN);
    }
}

package org.ltv4j.core.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The histories of many customers as immutable primitive columns: what models are fitted on and what is scored. See
 * {@link CustomerSummary} for the meaning of each number.
 *
 * <p>Cost: 40 bytes a customer beside the ids.
 */
public final class CustomerSummaries {
    private static final int MOST_BAD_ROWS = 20;

    private final IdTable ids;
    private final int @Nullable [] idOf;
    private final int[] frequency;
    private final double[] recency;
    private final double[] age;
    private final double[] meanRepeatSpend;
    private final double[] firstSpend;
    private final TimeScale scale;
    private final String currency;
    private final @Nullable LocalDate end;
    private final boolean amounts;
    private final Map<String, String> provenance;

    CustomerSummaries(
            IdTable ids,
            int @Nullable [] idOf,
            int[] frequency,
            double[] recency,
            double[] age,
            double[] meanRepeatSpend,
            double[] firstSpend,
            TimeScale scale,
            String currency,
            @Nullable LocalDate end,
            boolean amounts) {
        this(ids, idOf, frequency, recency, age, meanRepeatSpend, firstSpend, scale, currency, end, amounts, Map.of());
        check();
    }

    private CustomerSummaries(
            IdTable ids,
            int @Nullable [] idOf,
            int[] frequency,
            double[] recency,
            double[] age,
            double[] meanRepeatSpend,
            double[] firstSpend,
            TimeScale scale,
            String currency,
            @Nullable LocalDate end,
            boolean amounts,
            Map<String, String> provenance) {
        this.ids = ids;
        this.idOf = idOf;
        this.frequency = frequency;
        this.recency = recency;
        this.age = age;
        this.meanRepeatSpend = meanRepeatSpend;
        this.firstSpend = firstSpend;
        this.scale = scale;
        this.currency = currency;
        this.end = end;
        this.amounts = amounts;
        this.provenance = provenance;
    }

    /**
     * These histories with facts of how they came about, such as a cleaning plan's: a model fitted on them keeps the facts in its
     * provenance. They name nobody.
     *
     * @param facts names to values; added to those that are there
     * @return the same histories
     */
    public CustomerSummaries withProvenance(Map<String, String> facts) {
        Map<String, String> all = new TreeMap<>(provenance);
        all.putAll(facts);
        return new CustomerSummaries(
                ids,
                idOf,
                frequency,
                recency,
                age,
                meanRepeatSpend,
                firstSpend,
                scale,
                currency,
                end,
                amounts,
                Collections.unmodifiableMap(all));
    }

    /**
     * Facts of how these histories came about.
     *
     * @return names to values, in the order of the names; empty where none were stated
     */
    public Map<String, String> provenance() {
        return provenance;
    }

    /**
     * Histories without amounts, such as published tables. Customers are named {@code 1} to {@code n}.
     *
     * @param scale unit of recency and age
     * @param frequency x of each customer
     * @param recency t_x of each customer
     * @param age T of each customer
     * @return the histories
     * @throws InvalidDataException with every bad row (the first 20 in words) if a value is out of its range
     */
    public static CustomerSummaries of(TimeScale scale, int[] frequency, double[] recency, double[] age) {
        int n = frequency.length;
        return of(IdTable.numbered(n), scale, frequency, recency, age, new double[n], new double[n], false);
    }

    /**
     * Histories with the mean spend of the repeat purchases. Customers are named {@code 1} to {@code n}.
     *
     * @param scale unit of recency and age
     * @param frequency x of each customer
     * @param recency t_x of each customer
     * @param age T of each customer
     * @param meanRepeatSpend m of each customer, 0 where x is 0
     * @return the histories
     * @throws InvalidDataException with every bad row (the first 20 in words) if a value is out of its range
     */
    public static CustomerSummaries of(
            TimeScale scale, int[] frequency, double[] recency, double[] age, double[] meanRepeatSpend) {
        int n = frequency.length;
        return of(IdTable.numbered(n), scale, frequency, recency, age, meanRepeatSpend, new double[n]);
    }

    /**
     * Histories of named customers.
     *
     * @param ids one id per customer, in the order of the arrays
     * @param scale unit of recency and age
     * @param frequency x of each customer
     * @param recency t_x of each customer
     * @param age T of each customer
     * @param meanRepeatSpend m of each customer, 0 where x is 0
     * @param firstSpend amount of the first purchase of each customer, 0 where not known
     * @return the histories
     * @throws InvalidDataException with every bad row (the first 20 in words) if a value is out of its range
     */
    public static CustomerSummaries of(
            IdTable ids,
            TimeScale scale,
            int[] frequency,
            double[] recency,
            double[] age,
            double[] meanRepeatSpend,
            double[] firstSpend) {
        return of(ids, scale, frequency, recency, age, meanRepeatSpend, firstSpend, true);
    }

    private static CustomerSummaries of(
            IdTable ids,
            TimeScale scale,
            int[] frequency,
            double[] recency,
            double[] age,
            double[] meanRepeatSpend,
            double[] firstSpend,
            boolean amounts) {
        return new CustomerSummaries(
                ids,
                null,
                frequency.clone(),
                recency.clone(),
                age.clone(),
                meanRepeatSpend.clone(),
                firstSpend.clone(),
                scale,
                "",
                null,
                amounts);
    }

    private void check() {
        int n = frequency.length;
        int names = idOf == null ? ids.size() : idOf.length;
        if (recency.length != n
                || age.length != n
                || meanRepeatSpend.length != n
                || firstSpend.length != n
                || names != n) {
            throw new InvalidDataException("columns of different lengths: " + names + " ids, " + n + " frequencies, "
                    + recency.length + " recencies, " + age.length + " ages, " + meanRepeatSpend.length
                    + " mean spends, "
                    + firstSpend.length + " first spends");
        }
        List<BadValue> bad = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < n; i++) {
            String problem =
                    CustomerSummary.problem(frequency[i], recency[i], age[i], meanRepeatSpend[i], firstSpend[i]);
            if (problem != null && count++ < MOST_BAD_ROWS) {
                bad.add(new BadValue(i + 1L, "", "", problem));
            }
        }
        if (count > 0) {
            throw new InvalidDataException(
                    count + " of " + n + " customer histories cannot be used: row "
                            + bad.get(0).line() + ": " + bad.get(0).problem()
                            + (count > 1 ? " (and " + (count - 1) + " more)" : ""),
                    bad);
        }
    }

    /**
     * How many customers there are.
     *
     * @return customers
     */
    public int size() {
        return frequency.length;
    }

    /**
     * The id of a customer.
     *
     * @param i from 0 to {@code size() - 1}
     * @return the id as it stood in the source
     */
    public String id(int i) {
        return ids.id(idOf == null ? i : idOf[i]);
    }

    /**
     * x of a customer.
     *
     * @param i from 0 to {@code size() - 1}
     * @return repeat purchases
     */
    public int frequency(int i) {
        return frequency[i];
    }

    /**
     * t_x of a customer.
     *
     * @param i from 0 to {@code size() - 1}
     * @return age at the last purchase, in {@link #scale()}
     */
    public double recency(int i) {
        return recency[i];
    }

    /**
     * T of a customer.
     *
     * @param i from 0 to {@code size() - 1}
     * @return age at the end of the observation, in {@link #scale()}
     */
    public double age(int i) {
        return age[i];
    }

    /**
     * m of a customer.
     *
     * @param i from 0 to {@code size() - 1}
     * @return mean amount of the repeat purchases, 0 when there are none or amounts are not known (see {@link #hasAmounts()})
     */
    public double meanRepeatSpend(int i) {
        return meanRepeatSpend[i];
    }

    /**
     * Whether it is known what these customers paid. Where it is not, models of purchases can be fitted and customers scored in
     * purchases; models of spend refuse such histories.
     *
     * @return false where every spend is 0 because none is known
     */
    public boolean hasAmounts() {
        return amounts;
    }

    /**
     * Amount of a customer's first purchase.
     *
     * @param i from 0 to {@code size() - 1}
     * @return the amount, 0 where amounts are not known
     */
    public double firstSpend(int i) {
        return firstSpend[i];
    }

    /**
     * The history of one customer.
     *
     * @param i from 0 to {@code size() - 1}
     * @return all numbers of that customer
     */
    public CustomerSummary summary(int i) {
        return new CustomerSummary(frequency[i], recency[i], age[i], meanRepeatSpend[i], firstSpend[i]);
    }

    /**
     * All histories.
     *
     * @return one per customer, in order
     */
    public Stream<CustomerSummary> stream() {
        return IntStream.range(0, size()).mapToObj(this::summary);
    }

    /**
     * The unit of recency and age.
     *
     * @return the time scale
     */
    public TimeScale scale() {
        return scale;
    }

    /**
     * The currency of the amounts.
     *
     * @return its code, or the empty text where it is not known
     */
    public String currency() {
        return currency;
    }

    /**
     * The last day that was observed.
     *
     * @return the day, or empty for histories that did not come from a log
     */
    public Optional<LocalDate> end() {
        return Optional.ofNullable(end);
    }

    /** Size, scale and end, but no data: safe to print. */
    @Override
    public String toString() {
        return "CustomerSummaries[" + size() + " customers, " + scale + (end == null ? "" : ", until " + end) + "]";
    }
}

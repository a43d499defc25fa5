package org.ltv4j.core.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Dated rates of currencies: what one unit of each was worth in a base currency from a day on. The rate of a sale is that of the
 * latest day on or before it, if that is not too long ago; none is guessed or interpolated. Immutable.
 *
 * <p>Between two currencies that are both not the base, the rate is that of one into the base divided by that of the other.
 *
 * <pre>{@code
 * CurrencyRates rates = CurrencyRates.into("EUR").add("GBP", LocalDate.of(2025, 3, 3), 1.2105).build();
 * TransactionLog euros = rates.convert(log, "EUR");
 *
 * // a table of rates is read as any file of sales is
 * CurrencyRates read = CurrencyRates.of("EUR", Csv.read(file, Columns.of("currency", "from", "rate")).log());
 * }</pre>
 */
public final class CurrencyRates {
    /** Days after which a rate counts no longer unless stated otherwise: tables by day and by month both pass. */
    public static final int DEFAULT_MAX_AGE_DAYS = 31;

    private static final int MOST_SHOWN = 10;

    private final String base;
    private final TreeMap<String, TreeMap<LocalDate, Double>> rates;
    private final int maxAgeDays;

    private CurrencyRates(String base, TreeMap<String, TreeMap<LocalDate, Double>> rates, int maxAgeDays) {
        this.base = base;
        this.rates = rates;
        this.maxAgeDays = maxAgeDays;
    }

    /**
     * Rates into a base currency.
     *
     * @param base ISO code of the currency in which the rates are stated
     * @return an empty builder
     * @throws InvalidDataException if it is no currency, see {@link CurrencyCode}
     */
    public static Builder into(String base) {
        return new Builder(code(base));
    }

    /**
     * Rates of a table that was read as if it were sales: its currency column as customer, the first day on which a rate holds
     * as date, and the rate as amount. So all readers of sales read rates.
     *
     * @param base ISO code of the currency in which the rates are stated
     * @param table rates as a log
     * @return the rates
     * @throws InvalidDataException if a rate is not positive, or a currency has two on one day
     */
    public static CurrencyRates of(String base, TransactionLog table) {
        Builder builder = into(base);
        for (int c = 0; c < table.customers().size(); c++) {
            for (int row = table.start(c); row < table.start(c + 1); row++) {
                builder.add(
                        table.customers().id(c),
                        LocalDate.ofEpochDay(table.day(row)),
                        table.amount(row),
                        table.sourceRow(row));
            }
        }
        return builder.build();
    }

    /**
     * These rates with another limit of age.
     *
     * @param days how many days after its first day a rate may still be used, at least 0
     * @return the rates
     * @throws IllegalArgumentException if the number is negative
     */
    public CurrencyRates withMaxAgeDays(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("need a limit of 0 days or more, got " + days);
        }
        return new CurrencyRates(base, rates, days);
    }

    /**
     * The currency in which the rates are stated.
     *
     * @return ISO code
     */
    public String base() {
        return base;
    }

    /**
     * How many days after its first day a rate may still be used.
     *
     * @return days
     */
    public int maxAgeDays() {
        return maxAgeDays;
    }

    /**
     * The currencies that have rates.
     *
     * @return ISO codes without the base, in the order of the alphabet
     */
    public List<String> currencies() {
        return List.copyOf(rates.keySet());
    }

    /**
     * All rates.
     *
     * @return for each currency its rate into the base by the first day on which it holds, in the order of codes and days
     */
    public Map<String, Map<LocalDate, Double>> asMap() {
        Map<String, Map<LocalDate, Double>> copy = new LinkedHashMap<>();
        rates.forEach((code, days) -> copy.put(code, Collections.unmodifiableMap(days)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * What one unit of a currency was worth in another.
     *
     * @param from ISO code
     * @param to ISO code
     * @param day the day of the sale
     * @return the rate, exactly 1 between a currency and itself; empty if there is none on or before the day or it is too old
     */
    public OptionalDouble rate(String from, String to, LocalDate day) {
        if (from.equals(to) && !from.isEmpty()) {
            return OptionalDouble.of(1);
        }
        double of = rate(from, day);
        double into = rate(to, day);
        if (Double.isNaN(of) || Double.isNaN(into)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(into == 1 ? of : of / into);
    }

    private double rate(String code, LocalDate day) {
        if (code.equals(base)) {
            return 1;
        }
        TreeMap<LocalDate, Double> days = rates.get(code);
        Map.Entry<LocalDate, Double> latest = days == null ? null : days.floorEntry(day);
        boolean usable = latest != null && ChronoUnit.DAYS.between(latest.getKey(), day) <= maxAgeDays;
        return latest != null && usable ? latest.getValue() : Double.NaN;
    }

    /**
     * A log in one currency: amount, unit price and discount of each row times the rate of its currency on its day, not rounded.
     * Rows that are in that currency already stay as they are, to the bit.
     *
     * @param log rows in any currencies
     * @param currency ISO code of the currency wanted
     * @return the log in that currency
     * @throws InvalidDataException if a row has no currency, or there is no rate for it: names currency, day and line, and converts
     *     nothing
     */
    public TransactionLog convert(TransactionLog log, String currency) {
        String to = code(currency);
        double[] rate = new double[log.size()];
        List<BadValue> missing = new ArrayList<>();
        int count = 0;
        String lastCode = "";
        int lastDay = 0;
        OptionalDouble last = OptionalDouble.empty();
        for (int row = 0; row < rate.length; row++) {
            String code = log.currency(row);
            int day = log.day(row);
            if (row == 0 || day != lastDay || !code.equals(lastCode)) { // rows of one day mostly stand together
                last = rate(code, to, LocalDate.ofEpochDay(day));
                lastCode = code;
                lastDay = day;
            }
            if (last.isPresent()) {
                rate[row] = last.getAsDouble();
                continue;
            }
            count++;
            if (missing.size() < MOST_SHOWN) {
                missing.add(problem(log, row, to));
            }
        }
        if (count > 0) {
            throw new InvalidDataException(
                    count + " of " + log.size() + " rows cannot be converted into " + to + ": "
                            + missing.stream().map(BadValue::toString).collect(Collectors.joining("; "))
                            + (count > missing.size() ? "; and " + (count - missing.size()) + " more" : "")
                            + ". Add the rates, or allow older ones (withMaxAgeDays)",
                    missing);
        }
        LogEdit edit = LogEdit.of(log).amounts(times(log.size(), log::amount, rate));
        if (log.hasUnitPrice()) {
            edit.unitPrices(times(log.size(), log::unitPrice, rate));
        }
        if (log.hasDiscount()) {
            edit.discounts(times(log.size(), log::discount, rate));
        }
        return edit.currencies(new byte[log.size()], List.of(to)).log();
    }

    private static double[] times(int size, java.util.function.IntToDoubleFunction value, double[] rate) {
        double[] out = new double[size];
        for (int row = 0; row < size; row++) {
            out[row] = rate[row] == 1 ? value.applyAsDouble(row) : value.applyAsDouble(row) * rate[row];
        }
        return out;
    }

    private BadValue problem(TransactionLog log, int row, String to) {
        LocalDate day = LocalDate.ofEpochDay(log.day(row));
        String from = log.currency(row);
        if (from.isEmpty()) {
            return new BadValue(log.sourceRow(row), "currency", "", "is missing");
        }
        String without = Double.isNaN(rate(from, day)) ? from : to;
        TreeMap<LocalDate, Double> days = rates.get(without);
        LocalDate latest = days == null ? null : days.floorKey(day);
        String why = days == null
                ? "has no rates"
                : latest == null
                        ? "has its first rate on " + days.firstKey() + ", none on " + day
                        : "has its latest rate on " + latest + ", more than " + maxAgeDays + " days before " + day;
        return new BadValue(log.sourceRow(row), "currency", without, why);
    }

    private static String code(String currency) {
        String code = CurrencyCode.of(currency);
        if (code.isEmpty()) {
            throw new InvalidDataException("need the code of a currency, such as EUR, got a blank one");
        }
        return code;
    }

    /** Base, currencies and how many rates there are. */
    @Override
    public String toString() {
        return "CurrencyRates[into " + base + " from " + rates.keySet() + ", "
                + rates.values().stream().mapToInt(Map::size).sum() + " rates]";
    }

    /** Collects rates. Not thread-safe. */
    public static final class Builder {
        private final String base;
        private final TreeMap<String, TreeMap<LocalDate, Double>> rates = new TreeMap<>();

        private Builder(String base) {
            this.base = base;
        }

        /**
         * Adds a rate; the same one may come again.
         *
         * @param currency ISO code
         * @param from first day on which the rate holds
         * @param rate what one unit of the currency is worth in the base currency, positive and finite
         * @return this builder
         * @throws InvalidDataException if the rate is not positive and finite, or the currency has another one on that day
         */
        public Builder add(String currency, LocalDate from, double rate) {
            return add(currency, from, rate, 0);
        }

        private Builder add(String currency, LocalDate from, double rate, int line) {
            String code = code(currency);
            String where = line > 0 ? "line " + line + ": " : "";
            if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
                throw new InvalidDataException(
                        where + "the rate of " + code + " on " + from + " must be above 0, got " + rate);
            }
            if (code.equals(base) && rate != 1) {
                throw new InvalidDataException(where + "the rates are stated in " + base
                        + ", so that its own is 1, got " + rate + " on " + from);
            }
            Double known =
                    rates.computeIfAbsent(code, unseen -> new TreeMap<>()).putIfAbsent(from, rate);
            if (known != null && known != rate) {
                throw new InvalidDataException(
                        where + code + " has two rates on " + from + ", " + known + " and " + rate + ": one is right");
            }
            return this;
        }

        /**
         * The finished rates.
         *
         * @return rates that may be used for {@link #DEFAULT_MAX_AGE_DAYS} days
         */
        public CurrencyRates build() {
            TreeMap<String, TreeMap<LocalDate, Double>> copy = new TreeMap<>();
            rates.forEach((code, days) -> copy.put(code, new TreeMap<>(days)));
            copy.remove(base);
            return new CurrencyRates(base, copy, DEFAULT_MAX_AGE_DAYS);
        }
    }
}

package org.ltv4j.core.score;

import java.time.LocalDate;
import java.util.Arrays;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;

/**
 * Purchases and spend of customers over a horizon, foretold by arithmetic alone: what every model must beat. Nothing is
 * discounted and the margin is 1. Immutable.
 */
public final class NaiveForecast {
    private final String name;
    private final double[] transactions;
    private final double[] spend;

    /** Takes the arrays over. */
    private NaiveForecast(String name, double[] transactions, double[] spend) {
        this.name = name;
        this.transactions = transactions;
        this.spend = spend;
    }

    /**
     * Each customer goes on at the own rate: {@code x / T * t} purchases of the own mean repeat amount. Who has no history yet
     * ({@code T = 0}) buys nothing.
     *
     * @param customers histories
     * @param horizon time ahead
     * @return a forecast per history
     */
    public static NaiveForecast historicalRate(CustomerSummaries customers, Horizon horizon) {
        double time = horizon.in(customers.scale());
        double[] transactions = new double[customers.size()];
        double[] spend = new double[customers.size()];
        for (int i = 0; i < customers.size(); i++) {
            double age = customers.age(i);
            transactions[i] = age > 0 ? customers.frequency(i) / age * time : 0;
            spend[i] = transactions[i] * customers.meanRepeatSpend(i);
        }
        return new NaiveForecast("historical rate", transactions, spend);
    }

    /**
     * Everybody goes on at the rate of all customers together: repeat purchases, and what was spent on them, over the sum of
     * all T.
     *
     * @param customers histories
     * @param horizon time ahead
     * @return the same forecast for each history
     */
    public static NaiveForecast populationMean(CustomerSummaries customers, Horizon horizon) {
        double length = horizon.in(customers.scale());
        double purchases = 0;
        double amount = 0;
        double time = 0;
        for (int i = 0; i < customers.size(); i++) {
            purchases += customers.frequency(i);
            amount += customers.frequency(i) * customers.meanRepeatSpend(i);
            time += customers.age(i);
        }
        double[] transactions = new double[customers.size()];
        double[] spend = new double[customers.size()];
        Arrays.fill(transactions, time > 0 ? purchases / time * length : 0);
        Arrays.fill(spend, time > 0 ? amount / time * length : 0);
        return new NaiveForecast("population mean", transactions, spend);
    }

    /**
     * Each customer repeats what was done in a period of the horizon's length up to a day, the first purchase not counted.
     *
     * @param known rows up to that day, of the customers to be foretold; later ones would be counted too
     * @param asOf the last day of the period
     * @param horizon how long the period is
     * @return a forecast per customer of the log
     */
    public static NaiveForecast lastPeriod(TransactionLog known, LocalDate asOf, Horizon horizon) {
        double from = asOf.toEpochDay() - horizon.in(TimeScale.DAY);
        int n = known.customers().size();
        double[] transactions = new double[n];
        double[] spend = new double[n];
        for (int c = 0; c < n; c++) {
            int day = known.day(known.start(c));
            int first = day;
            for (int row = known.start(c); row < known.start(c + 1); row++) {
                int d = known.day(row);
                if (d > from && d > first) {
                    transactions[c] += d == day ? 0 : 1;
                    spend[c] += known.amount(row);
                    day = d;
                }
            }
        }
        return new NaiveForecast("same as last period", transactions, spend);
    }

    /**
     * What a table of models calls it.
     *
     * @return a few words
     */
    public String name() {
        return name;
    }

    /**
     * How many customers there are.
     *
     * @return customers
     */
    public int size() {
        return transactions.length;
    }

    /**
     * Purchases foretold.
     *
     * @return a copy, a value per customer
     */
    public double[] transactions() {
        return transactions.clone();
    }

    /**
     * Spend foretold.
     *
     * @return a copy, a value per customer; 0 where amounts are not known
     */
    public double[] spend() {
        return spend.clone();
    }

    @Override
    public String toString() {
        return "NaiveForecast[" + name + " of " + size() + " customers]";
    }
}

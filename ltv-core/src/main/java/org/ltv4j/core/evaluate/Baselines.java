package org.ltv4j.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TransactionLog;

/** Predictions that need no model, of purchases and of spend: what every model must beat. */
final class Baselines {
    private Baselines() {}

    record Prediction(String name, double[] transactions, double[] spend) {}

    /** Those that histories allow for. */
    static List<Prediction> of(CustomerSummaries customers, double horizon) {
        List<Prediction> all = new ArrayList<>();
        all.add(historicalRate(customers, horizon));
        all.add(populationMean(customers, horizon));
        return all;
    }

    /** Each customer goes on at the own rate: {@code x / T * t} purchases of the own mean amount. */
    private static Prediction historicalRate(CustomerSummaries customers, double horizon) {
        double[] transactions = new double[customers.size()];
        double[] spend = new double[customers.size()];
        for (int i = 0; i < customers.size(); i++) {
            double age = customers.age(i);
            transactions[i] = age > 0 ? customers.frequency(i) / age * horizon : 0;
            spend[i] = transactions[i] * customers.meanRepeatSpend(i);
        }
        return new Prediction("historical rate", transactions, spend);
    }

    /** Everybody goes on at the rate of all customers together. */
    private static Prediction populationMean(CustomerSummaries customers, double horizon) {
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
        Arrays.fill(transactions, time > 0 ? purchases / time * horizon : 0);
        Arrays.fill(spend, time > 0 ? amount / time * horizon : 0);
        return new Prediction("population mean", transactions, spend);
    }

    /**
     * Each customer repeats what was done in the last {@code days} up to the cut, the first purchase not counted.
     *
     * @param calibration the rows up to the cut, of the customers to be predicted
     */
    static Prediction lastPeriod(TransactionLog calibration, long cut, double days) {
        int n = calibration.customers().size();
        double[] transactions = new double[n];
        double[] spend = new double[n];
        for (int c = 0; c < n; c++) {
            int day = calibration.day(calibration.start(c));
            int first = day;
            for (int row = calibration.start(c); row < calibration.start(c + 1); row++) {
                int d = calibration.day(row);
                if (d > cut - days && d > first) {
                    transactions[c] += d == day ? 0 : 1;
                    spend[c] += calibration.amount(row);
                    day = d;
                }
            }
        }
        return new Prediction("same as last period", transactions, spend);
    }
}

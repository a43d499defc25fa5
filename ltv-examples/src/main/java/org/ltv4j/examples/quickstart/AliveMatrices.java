package org.ltv4j.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.TransactionForecast;
import org.ltv4j.core.model.TransactionModel;
import org.ltv4j.examples.report.ReportData.AliveMatrix;

/** P(alive) by repeat purchases and weeks since the last purchase, for a customer who has been there from the first day. */
final class AliveMatrices {
    private static final int[] FREQUENCIES = {0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256};
    private static final int COLUMNS = 13;
    private static final double COMMON = 0.98;

    private AliveMatrices() {}

    static AliveMatrix of(TransactionModel model, CustomerSummaries customers) {
        double age = 0;
        for (int i = 0; i < customers.size(); i++) {
            age = Math.max(age, customers.age(i));
        }
        double weeks = Horizon.of(age, model.scale()).in(TimeScale.WEEK);
        int step = (int) Math.max(1, Math.floor(weeks / (COLUMNS - 1)));
        List<String> columns = new ArrayList<>();
        List<Double> since = new ArrayList<>();
        for (int week = 0; week <= weeks && columns.size() < COLUMNS; week += step) {
            columns.add(String.valueOf(week));
            since.add(Horizon.of(week, TimeScale.WEEK).in(model.scale()));
        }
        TransactionForecast forecast = model.forecast(Horizon.of(0, model.scale()), 0);
        List<String> rows = new ArrayList<>();
        List<List<Double>> values = new ArrayList<>();
        int top = commonFrequency(customers);
        for (int x : FREQUENCIES) {
            if (x <= Math.max(3, top)) {
                rows.add(String.valueOf(x));
                values.add(row(forecast, x, age, since));
            }
        }
        boolean once = values.get(0).stream().allMatch(p -> p == 1.0);
        return new AliveMatrix(rows, columns, values, once);
    }

    /** A one-time buyer's last purchase is the first: its age is the time since. */
    private static List<Double> row(TransactionForecast forecast, int x, double age, List<Double> since) {
        List<Double> row = new ArrayList<>();
        for (double s : since) {
            row.add(
                    x == 0
                            ? forecast.probabilityAlive(0, 0, s)
                            : forecast.probabilityAlive(x, Math.max(0, age - s), age));
        }
        return row;
    }

    /** The frequency that nearly all customers have at most. */
    private static int commonFrequency(CustomerSummaries customers) {
        int[] frequencies = new int[customers.size()];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = customers.frequency(i);
        }
        java.util.Arrays.sort(frequencies);
        return frequencies.length == 0 ? 0 : frequencies[(int) ((frequencies.length - 1) * COMMON)];
    }
}

package org.ltv4j.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Holdout;
import org.ltv4j.core.model.TransactionForecast;
import org.ltv4j.core.model.TransactionModel;

/**
 * Purchases in the holdout, actual and expected, of customers grouped by their repeat purchases in the calibration.
 *
 * @param groups by rising frequency; groups without customers are left out
 */
public record FrequencyCalibration(List<Group> groups) {
    /**
     * Copies the list.
     *
     * @param groups by rising frequency; groups without customers are left out
     */
    public FrequencyCalibration {
        groups = List.copyOf(groups);
    }

    /**
     * Customers with the same number of repeat purchases.
     *
     * @param frequency x in the calibration
     * @param orMore whether customers with more are in this group as well
     * @param customers how many, at least 1
     * @param meanActual mean purchases in the holdout
     * @param meanExpected mean of what the model expected
     */
    public record Group(int frequency, boolean orMore, int customers, double meanActual, double meanExpected) {}

    /**
     * Groups customers by x = 0, 1, ..., 6 and 7 or more.
     *
     * @param model fitted on the calibration, or elsewhere
     * @param calibration histories in the time scale of the model
     * @param holdout outcomes of the same customers in the same order
     * @return the groups
     */
    public static FrequencyCalibration of(TransactionModel model, CustomerSummaries calibration, Holdout holdout) {
        return of(model, calibration, holdout, 7);
    }

    /**
     * Groups customers by x = 0, 1, ..., most - 1 and {@code most} or more.
     *
     * @param model fitted on the calibration, or elsewhere
     * @param calibration histories in the time scale of the model
     * @param holdout outcomes of the same customers in the same order
     * @param most where the last group begins, at least 0
     * @return the groups
     * @throws IllegalArgumentException if the customers or time scales differ or {@code most} is negative
     */
    public static FrequencyCalibration of(
            TransactionModel model, CustomerSummaries calibration, Holdout holdout, int most) {
        if (calibration.size() != holdout.size() || calibration.scale() != model.scale() || most < 0) {
            throw new IllegalArgumentException("need outcomes of the same customers, histories in " + model.scale()
                    + " and a last group >= 0, got " + calibration.size() + " histories in " + calibration.scale()
                    + ", "
                    + holdout.size() + " outcomes and " + most);
        }
        TransactionForecast forecast = model.forecast(holdout.length(), 0);
        int[] customers = new int[most + 1];
        double[] actual = new double[most + 1];
        double[] expected = new double[most + 1];
        for (int i = 0; i < calibration.size(); i++) {
            int x = calibration.frequency(i);
            int group = Math.min(x, most);
            customers[group]++;
            actual[group] += holdout.transactions(i);
            expected[group] += forecast.expectedTransactions(x, calibration.recency(i), calibration.age(i));
        }
        List<Group> groups = new ArrayList<>();
        for (int x = 0; x <= most; x++) {
            if (customers[x] > 0) {
                groups.add(new Group(x, x == most, customers[x], actual[x] / customers[x], expected[x] / customers[x]));
            }
        }
        return new FrequencyCalibration(groups);
    }
}

package org.ltv4j.core.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.TransactionForecast;
import org.ltv4j.core.model.TransactionModel;

/**
 * Repeat purchases of a cohort week by week, actual and expected, through the calibration and on through the holdout: the
 * plot that shows whether a model holds up. A week has seven days and the first one starts on the log's first day; a week
 * that the log does not complete is left out.
 *
 * <p>Expected until the end of week {@code w} is the sum over the cohort of {@code E[X(max(0, w - b_i))]} with {@code b_i} the
 * customer's first day in weeks: what the model says of new customers, without looking at what each of them did.
 *
 * @param weeks the weeks in order
 * @param customers size of the cohort
 * @param calibrationEnd last day of the calibration
 */
public record Tracking(List<Week> weeks, int customers, LocalDate calibrationEnd) {
    private static final int DAYS = 7;

    /**
     * Copies the list.
     *
     * @param weeks the weeks in order
     * @param customers size of the cohort
     * @param calibrationEnd last day of the calibration
     */
    public Tracking {
        weeks = List.copyOf(weeks);
    }

    /**
     * A week.
     *
     * @param number counted from 1
     * @param lastDay its last day
     * @param actual repeat purchases until then, since the log's first day
     * @param expected what the model expected until then
     */
    public record Week(int number, LocalDate lastDay, long actual, double expected) {}

    /**
     * Tracks the customers whose first purchase is not after the calibration.
     *
     * @param model fitted on the calibration, or elsewhere
     * @param log all rows, of the holdout as well
     * @param calibrationEnd last day of the calibration
     * @return every whole week of the log
     * @throws InvalidDataException if no row is on or before {@code calibrationEnd}
     */
    public static Tracking of(TransactionModel model, TransactionLog log, LocalDate calibrationEnd) {
        long start = log.firstDay().toEpochDay();
        int days = Math.toIntExact(log.lastDay().toEpochDay() - start + 1);
        int weeks = days / DAYS;
        long[] repeats = new long[days];
        int[] newcomers = new int[days];
        int customers = count(log, start, calibrationEnd.toEpochDay(), repeats, newcomers);
        if (customers == 0) {
            throw new InvalidDataException("no customer to track: the log starts on " + log.firstDay()
                    + ", after the calibration's end on " + calibrationEnd);
        }
        double[] expectedByAge = new double[weeks * DAYS + 1];
        for (int age = 1; age < expectedByAge.length; age++) {
            TransactionForecast forecast = model.forecast(Horizon.of(age, TimeScale.DAY), 0);
            expectedByAge[age] = forecast.expectedTransactions(0, 0, 0);
        }
        List<Week> points = new ArrayList<>();
        long actual = 0;
        for (int week = 1; week <= weeks; week++) {
            double expected = 0;
            for (int first = 0; first < week * DAYS; first++) {
                expected += newcomers[first] * expectedByAge[week * DAYS - first];
            }
            for (int day = (week - 1) * DAYS; day < week * DAYS; day++) {
                actual += repeats[day];
            }
            points.add(new Week(week, LocalDate.ofEpochDay(start + (long) week * DAYS - 1), actual, expected));
        }
        return new Tracking(points, customers, calibrationEnd);
    }

    private static int count(TransactionLog log, long start, long cohortEnd, long[] repeats, int[] newcomers) {
        int customers = 0;
        for (int c = 0; c < log.customers().size(); c++) {
            int day = log.day(log.start(c));
            if (day > cohortEnd) {
                continue;
            }
            customers++;
            newcomers[(int) (day - start)]++;
            for (int row = log.start(c); row < log.start(c + 1); row++) {
                if (log.day(row) != day) {
                    day = log.day(row);
                    repeats[(int) (day - start)]++;
                }
            }
        }
        return customers;
    }
}

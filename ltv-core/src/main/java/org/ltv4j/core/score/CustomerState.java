package org.ltv4j.core.score;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;

/**
 * All that the models need to remember of one customer, kept up to date purchase by purchase: a small immutable value that
 * fits into a row of a customer table. Each step costs the same however long the history is, and the histories are those
 * that a log of the same purchases gives, to the bit.
 *
 * @param firstDay day of the first purchase
 * @param lastDay day of the last purchase, on or after {@code firstDay}
 * @param frequency x, days with purchases after the first one; 0 exactly if both days are the same
 * @param firstSpend amount of the first day
 * @param repeatSpend total amount of the days after the first one; 0 when there are none
 */
public record CustomerState(
        LocalDate firstDay, LocalDate lastDay, int frequency, double firstSpend, double repeatSpend) {

    /**
     * Checks that the parts agree with each other.
     *
     * @param firstDay day of the first purchase
     * @param lastDay day of the last purchase, on or after {@code firstDay}
     * @param frequency x, days with purchases after the first one; 0 exactly if both days are the same
     * @param firstSpend amount of the first day
     * @param repeatSpend total amount of the days after the first one; 0 when there are none
     */
    public CustomerState {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "need a last day on or after the first one, got " + lastDay + " and " + firstDay);
        }
        if (frequency < 0
                || frequency > ChronoUnit.DAYS.between(firstDay, lastDay)
                || frequency == 0 && lastDay.isAfter(firstDay)) {
            throw new IllegalArgumentException("need a frequency that fits the days from " + firstDay + " to " + lastDay
                    + " (0 on one day, else 1 to one a day), got " + frequency);
        }
        if (!Double.isFinite(firstSpend) || !Double.isFinite(repeatSpend) || frequency == 0 && repeatSpend != 0) {
            throw new IllegalArgumentException(
                    "need finite spend, and none after the first day where frequency is 0, got " + firstSpend + " and "
                            + repeatSpend);
        }
    }

    /**
     * A new customer.
     *
     * @param day day of the first purchase
     * @param amount what was paid, finite
     * @return the state after it
     */
    public static CustomerState firstPurchase(LocalDate day, double amount) {
        return new CustomerState(day, day, 0, finite(amount), 0);
    }

    /**
     * The state of a customer of a log.
     *
     * @param log holds the purchases, in one currency
     * @param customer from 0 to {@code log.customers().size() - 1}
     * @return the state after all rows of that customer
     */
    public static CustomerState of(TransactionLog log, int customer) {
        int row = log.start(customer);
        CustomerState state = firstPurchase(LocalDate.ofEpochDay(log.day(row)), log.amount(row));
        for (row++; row < log.start(customer + 1); row++) {
            state = state.purchase(LocalDate.ofEpochDay(log.day(row)), log.amount(row));
        }
        return state;
    }

    /**
     * The customer bought again. Purchases of one day are one purchase: a second one on the last day adds its amount only.
     *
     * @param day the day, not before {@link #lastDay()}
     * @param amount what was paid, finite; negative for money given back on the last day
     * @return the state after it
     * @throws IllegalArgumentException if the day is before the last one or the amount is not finite
     */
    public CustomerState purchase(LocalDate day, double amount) {
        finite(amount);
        if (day.isBefore(lastDay)) {
            throw new IllegalArgumentException("purchases must come in the order of their days: the last one was on "
                    + lastDay + ", got " + day + "; rebuild the state from the log to add an earlier one");
        }
        if (day.isAfter(lastDay)) {
            return new CustomerState(firstDay, day, frequency + 1, firstSpend, repeatSpend + amount);
        }
        return frequency == 0
                ? new CustomerState(firstDay, day, 0, firstSpend + amount, 0)
                : new CustomerState(firstDay, day, frequency, firstSpend, repeatSpend + amount);
    }

    /**
     * The history up to a day.
     *
     * @param asOf last day that counts as observed, not before {@link #lastDay()}
     * @param scale unit of the history
     * @return x, t_x, T, m and the first amount
     * @throws IllegalArgumentException if the day is before the last purchase
     */
    public CustomerSummary summary(LocalDate asOf, TimeScale scale) {
        if (asOf.isBefore(lastDay)) {
            throw new IllegalArgumentException("the history runs until " + lastDay + " and cannot be seen as of " + asOf
                    + ": choose that day or a later one");
        }
        long first = firstDay.toEpochDay();
        return new CustomerSummary(
                frequency,
                (lastDay.toEpochDay() - first) / scale.days(),
                (asOf.toEpochDay() - first) / scale.days(),
                frequency == 0 ? 0 : repeatSpend / frequency,
                firstSpend);
    }

    private static double finite(double amount) {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("need a finite amount, got " + amount);
        }
        return amount;
    }
}

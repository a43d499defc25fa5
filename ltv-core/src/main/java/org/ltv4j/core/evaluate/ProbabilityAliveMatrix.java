package org.ltv4j.core.evaluate;

import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.model.TransactionForecast;
import org.ltv4j.core.model.TransactionModel;

/**
 * P(alive) over frequency and recency for customers of one age. Under BG/NBD the row of frequency 0 is 1 throughout: that
 * model lets customers leave only right after a repeat purchase, so that one who made none is always taken for alive.
 * Immutable.
 */
public final class ProbabilityAliveMatrix {
    private static final int MOST_CELLS = 1_000_000;

    private final double age;
    private final int steps;
    private final double[][] values;

    private ProbabilityAliveMatrix(double age, int steps, double[][] values) {
        this.age = age;
        this.steps = steps;
        this.values = values;
    }

    /**
     * Computes the matrix.
     *
     * @param model when customers buy and leave
     * @param age age T of the customers, in the time scale of the model; positive
     * @param maxFrequency highest frequency, at least 0
     * @param steps in how many equal steps recency goes from 0 to {@code age}, at least 1
     * @return frequencies 0 to {@code maxFrequency} by recencies {@code 0, age / steps, ..., age}
     * @throws IllegalArgumentException if a value is out of its range or there would be more than a million cells
     */
    public static ProbabilityAliveMatrix of(TransactionModel model, double age, int maxFrequency, int steps) {
        if (!(age > 0)
                || Double.isInfinite(age)
                || maxFrequency < 0
                || steps < 1
                || (maxFrequency + 1L) * (steps + 1L) > MOST_CELLS) {
            throw new IllegalArgumentException(
                    "need a finite age > 0, a highest frequency >= 0, steps >= 1 and at most " + MOST_CELLS
                            + " cells, got " + age + ", " + maxFrequency + " and " + steps);
        }
        TransactionForecast forecast = model.forecast(Horizon.of(0, model.scale()), 0);
        double[][] values = new double[maxFrequency + 1][steps + 1];
        for (int x = 0; x <= maxFrequency; x++) {
            for (int k = 0; k <= steps; k++) {
                // without repeat purchases there is no other recency than 0
                values[x][k] = forecast.probabilityAlive(x, x == 0 ? 0 : recency(age, steps, k), age);
            }
        }
        return new ProbabilityAliveMatrix(age, steps, values);
    }

    private static double recency(double age, int steps, int k) {
        return k == steps ? age : age * k / steps;
    }

    /**
     * P(alive) of a cell.
     *
     * @param frequency x, from 0 to {@link #maxFrequency()}
     * @param step from 0 to {@link #steps()}; see {@link #recency}
     * @return probability in [0, 1]; for frequency 0 the same at each step
     */
    public double value(int frequency, int step) {
        return values[frequency][step];
    }

    /**
     * The recency of a column.
     *
     * @param step from 0 to {@link #steps()}
     * @return t_x, from 0 to {@link #age()}
     */
    public double recency(int step) {
        return recency(age, steps, step);
    }

    /**
     * Age of the customers.
     *
     * @return T, in the time scale of the model
     */
    public double age() {
        return age;
    }

    /**
     * The highest frequency.
     *
     * @return x of the last row
     */
    public int maxFrequency() {
        return values.length - 1;
    }

    /**
     * In how many steps recency goes up.
     *
     * @return columns less one
     */
    public int steps() {
        return steps;
    }
}

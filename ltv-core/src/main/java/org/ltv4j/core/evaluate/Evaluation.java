package org.ltv4j.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How well one column of predictions matches what happened. Measures of errors are in the unit of what is predicted,
 * purchases or money; the mean error of a customer says little where most customers do nothing, so look at the measures of
 * ranking as well.
 *
 * <p>Equal predictions are treated without chance: measures that depend on an order take the mean over all orders of the
 * customers with equal predictions.
 *
 * @param customers how many customers were predicted, at least 1
 * @param meanAbsoluteError mean of {@code |predicted - actual|}
 * @param rootMeanSquaredError square root of the mean of {@code (predicted - actual)^2}
 * @param meanAbsolutePercentageError mean of {@code 100 |predicted - actual| / |actual|} over customers whose actual value
 *     is not 0; the others are left out, see {@code zeros}; empty if all are. It flatters predictions that are too low
 * @param zeros customers whose actual value is 0
 * @param predictedTotal sum of the predictions
 * @param actualTotal sum of the actual values
 * @param spearman rank correlation with mean ranks for ties; empty if either column is constant
 * @param normalisedGini Gini of the actual values in the order of the predictions over that in their own order, as in
 *     google/lifetime_value: Gini is {@code 2 * mean of cumulative shares - 1}; 1 is perfect, 0 is about chance; empty if the
 *     actual total is not positive or all actual values are equal
 * @param topDecileCapture share of the actual total that the 10 % of customers with the highest predictions account for
 *     (a tenth rounded down, at least one customer); empty if the actual total is not positive
 * @param topDecileOfBest that share over the one of the 10 % of customers with the highest actual values
 * @param calibration ten groups (fewer with fewer customers) by rising prediction
 * @param lift ten points from the highest tenth of the predictions to all customers; empty if the actual total is not positive
 */
public record Evaluation(
        int customers,
        double meanAbsoluteError,
        double rootMeanSquaredError,
        OptionalDouble meanAbsolutePercentageError,
        int zeros,
        double predictedTotal,
        double actualTotal,
        OptionalDouble spearman,
        OptionalDouble normalisedGini,
        OptionalDouble topDecileCapture,
        OptionalDouble topDecileOfBest,
        List<CalibrationBin> calibration,
        List<LiftPoint> lift) {
    private static final int GROUPS = 10;

    /**
     * Copies the lists.
     *
     * @param customers how many customers were predicted, at least 1
     * @param meanAbsoluteError mean of {@code |predicted - actual|}
     * @param rootMeanSquaredError square root of the mean of {@code (predicted - actual)^2}
     * @param meanAbsolutePercentageError mean of {@code 100 |predicted - actual| / |actual|} over customers whose actual value is not 0; the others are left out, see {@code zeros}; empty if all are. It flatters predictions that are too low
     * @param zeros customers whose actual value is 0
     * @param predictedTotal sum of the predictions
     * @param actualTotal sum of the actual values
     * @param spearman rank correlation with mean ranks for ties; empty if either column is constant
     * @param normalisedGini Gini of the actual values in the order of the predictions over that in their own order, as in google/lifetime_value: Gini is {@code 2 * mean of cumulative shares - 1}; 1 is perfect, 0 is about chance; empty if the actual total is not positive or all actual values are equal
     * @param topDecileCapture share of the actual total that the 10 % of customers with the highest predictions account for (a tenth rounded down, at least one customer); empty if the actual total is not positive
     * @param topDecileOfBest that share over the one of the 10 % of customers with the highest actual values
     * @param calibration ten groups (fewer with fewer customers) by rising prediction
     * @param lift ten points from the highest tenth of the predictions to all customers; empty if the actual total is not positive
     */
    public Evaluation {
        calibration = List.copyOf(calibration);
        lift = List.copyOf(lift);
    }

    /**
     * Compares predictions with what happened.
     *
     * @param predicted one finite number per customer
     * @param actual one finite number per customer, in the same order
     * @return all measures
     * @throws IllegalArgumentException if there is no customer, lengths differ or a number is not finite
     */
    public static Evaluation of(double[] predicted, double[] actual) {
        Checks.pairs(predicted, actual);
        int n = predicted.length;
        Ordered ranked = new Ordered(predicted, actual);
        Ordered best = new Ordered(actual, actual);
        double absolute = 0;
        double squared = 0;
        double relative = 0;
        double predictedTotal = 0;
        double actualTotal = 0;
        int zeros = 0;
        for (int i = 0; i < n; i++) {
            double error = predicted[i] - actual[i];
            absolute += Math.abs(error);
            squared += error * error;
            predictedTotal += predicted[i];
            actualTotal += actual[i];
            if (actual[i] == 0) {
                zeros++;
            } else {
                relative += Math.abs(error / actual[i]);
            }
        }
        List<LiftPoint> lift = actualTotal > 0 ? lift(ranked, best, n) : List.of();
        return new Evaluation(
                n,
                absolute / n,
                Math.sqrt(squared / n),
                zeros < n ? OptionalDouble.of(100 * relative / (n - zeros)) : OptionalDouble.empty(),
                zeros,
                predictedTotal,
                actualTotal,
                ranked.correlation(best),
                actualTotal > 0 ? ratio(ranked.gini(), best.gini(), n) : OptionalDouble.empty(),
                lift.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(lift.get(0).captured()),
                lift.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(lift.get(0).ofBest()),
                ranked.calibration(GROUPS),
                lift);
    }

    /**
     * Error of the total.
     *
     * @return {@code predictedTotal - actualTotal}
     */
    public double bias() {
        return predictedTotal - actualTotal;
    }

    /**
     * Error of the total in per cent of it.
     *
     * @return {@code 100 (predictedTotal / actualTotal - 1)}; empty if the actual total is not positive
     */
    public OptionalDouble biasPercent() {
        return actualTotal > 0 ? OptionalDouble.of(100 * (predictedTotal / actualTotal - 1)) : OptionalDouble.empty();
    }

    /** The main measures on one line, such as {@code MAE 1.12, RMSE 1.97, bias +15.8 %, Spearman 0.609, Gini 0.832}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "MAE %.4g, RMSE %.4g", meanAbsoluteError, rootMeanSquaredError));
        biasPercent().ifPresent(bias -> line.append(String.format(Locale.ROOT, ", bias %+.1f %%", bias)));
        spearman.ifPresent(rank -> line.append(String.format(Locale.ROOT, ", Spearman %.3f", rank)));
        normalisedGini.ifPresent(gini -> line.append(String.format(Locale.ROOT, ", Gini %.3f", gini)));
        return line.toString();
    }

    private static OptionalDouble ratio(double gini, double best, int n) {
        // with equal actual values every order has the Gini of chance, 1 / n
        return best - 1.0 / n > 1e-12 ? OptionalDouble.of(gini / best) : OptionalDouble.empty();
    }

    private static List<LiftPoint> lift(Ordered ranked, Ordered best, int n) {
        double total = best.total(n);
        List<LiftPoint> points = new ArrayList<>();
        for (int g = 1; g <= GROUPS; g++) {
            int top = Math.max(1, (int) ((long) n * g / GROUPS));
            points.add(new LiftPoint(top / (double) n, ranked.total(top) / total, best.total(top) / total));
        }
        return points;
    }
}

package org.ltv4j.segmentation.rhythm;

import java.time.LocalDate;
import java.util.List;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.internal.math.Normal;

/**
 * How often customers buy a product. See the package for the model; the parameters are those of the mode of their posterior.
 *
 * @param product its name
 * @param customers customers who bought it
 * @param gaps gaps between two purchases that were seen
 * @param fitted whether it has gaps enough for a fit of its own; else it has the rhythm of a typical product
 * @param medianDays median days to the next purchase of a typical customer who bought the usual quantity and goes on buying
 * @param medianSd standard deviation of the logarithm of that median: how well it is known
 * @param usualQuantity geometric mean of the quantities bought; 1 where none is known
 * @param quantityExponent how the gap grows with the quantity: twice the usual one lasts {@code 2^exponent} times as long; 0 where quantities
 *     are not known or all alike
 * @param withinSd standard deviation of log gaps of one customer
 * @param betweenSd standard deviation of customers' mean log gaps
 * @param stopAfterFirst probability of giving the product up after the first purchase
 * @param stopAfterRepeat probability of giving it up after the second purchase
 * @param stopMemory how slowly that probability falls with each further purchase; see {@link #stopAfter}
 */
public record ProductRhythm(
        String product,
        int customers,
        int gaps,
        boolean fitted,
        double medianDays,
        double medianSd,
        double usualQuantity,
        double quantityExponent,
        double withinSd,
        double betweenSd,
        double stopAfterFirst,
        double stopAfterRepeat,
        double stopMemory) {
    private static final double MOST = 1e100;

    /**
     * Checks the ranges. No number is beyond 1e100, and the deviation within customers not below 1e-100, so that forecasts are numbers.
     *
     * @param product its name
     * @param customers at least 0
     * @param gaps at least 0
     * @param fitted whether it has gaps enough for a fit of its own
     * @param medianDays above 0
     * @param medianSd at least 0
     * @param usualQuantity above 0
     * @param quantityExponent any finite number
     * @param withinSd above 0
     * @param betweenSd at least 0
     * @param stopAfterFirst in [0, 1)
     * @param stopAfterRepeat in [0, 1)
     * @param stopMemory above 0
     */
    public ProductRhythm {
        require(medianDays > 0, "median days above 0", medianDays);
        require(medianSd >= 0, "a standard deviation of the median of at least 0", medianSd);
        require(usualQuantity > 0, "a usual quantity above 0", usualQuantity);
        require(true, "an exponent of the quantity", quantityExponent);
        require(withinSd >= 1 / MOST, "a standard deviation within customers above 0", withinSd);
        require(betweenSd >= 0, "a standard deviation between customers of at least 0", betweenSd);
        require(stopAfterFirst >= 0 && stopAfterFirst < 1, "a probability in [0, 1) of giving up", stopAfterFirst);
        require(stopAfterRepeat >= 0 && stopAfterRepeat < 1, "a probability in [0, 1) of giving up", stopAfterRepeat);
        require(stopMemory > 0, "a memory above 0", stopMemory);
    }

    private static void require(boolean holds, String what, double value) {
        if (!holds || !(Math.abs(value) <= MOST)) {
            throw new IllegalArgumentException("a rhythm needs " + what + " and not beyond 1e100, got " + value);
        }
    }

    /**
     * The probability of giving the product up after a purchase, of customers who made so many: {@code stopAfterFirst} for one, {@code
     * stopAfterRepeat m / (m + purchases - 2)} from two on, with m for {@code stopMemory}. Who stayed long is likely to stay.
     *
     * @param purchases at least 1
     * @return in [0, 1)
     */
    public double stopAfter(int purchases) {
        if (purchases < 1) {
            throw new IllegalArgumentException("need at least 1 purchase, got " + purchases);
        }
        return purchases == 1 ? stopAfterFirst : stopAfterRepeat * (stopMemory / (stopMemory + (purchases - 2)));
    }

    /**
     * The days to the next purchase of a customer of whom only the first purchase is known and who goes on buying.
     *
     * @param probability in [0, 1]
     * @return days below which the gap lies with that probability
     */
    public double quantileDays(double probability) {
        double sd = Math.sqrt(withinSd * withinSd + betweenSd * betweenSd + medianSd * medianSd);
        return medianDays * Math.exp(sd * Normal.quantile(probability));
    }

    /**
     * When a customer will buy again, from dates alone: the till needs no log.
     *
     * @param days days of purchases, rising, at least one
     * @param asOf the last day of which it is known that there was no other purchase; not before the last purchase
     * @return the forecast
     */
    public NextPurchase next(List<LocalDate> days, LocalDate asOf) {
        return next(days, days.stream().map(day -> usualQuantity).toList(), asOf);
    }

    /**
     * When a customer will buy again.
     *
     * @param days days of purchases, rising, at least one
     * @param quantities quantities bought on these days, each above 0
     * @param asOf the last day of which it is known that there was no other purchase; not before the last purchase
     * @return the forecast
     */
    public NextPurchase next(List<LocalDate> days, List<Double> quantities, LocalDate asOf) {
        if (days.isEmpty() || days.size() != quantities.size()) {
            throw new IllegalArgumentException("need at least one day and a quantity for each, got " + days.size()
                    + " days and " + quantities.size() + " quantities");
        }
        double sum = 0;
        for (int i = 0; i < days.size(); i++) {
            double q = quantities.get(i);
            if (!(q > 0) || Double.isInfinite(q)) {
                throw new IllegalArgumentException("purchase " + (i + 1) + " needs a quantity above 0, got " + q);
            }
            if (i > 0) {
                long gap = days.get(i).toEpochDay() - days.get(i - 1).toEpochDay();
                if (gap < 1) {
                    throw new IllegalArgumentException("days of purchases must rise, got " + days.get(i) + " after "
                            + days.get(i - 1) + ": add up what was bought on one day");
                }
                sum += Math.log(gap) - expectedLog(quantities.get(i - 1));
            }
        }
        LocalDate last = days.get(days.size() - 1);
        return next(TransactionLog.NONE, days.size() - 1, sum, last, Math.log(quantities.get(days.size() - 1)), asOf);
    }

    private double expectedLog(double quantity) {
        return Math.log(medianDays) + quantityExponent * (Math.log(quantity) - Math.log(usualQuantity));
    }

    /**
     * The forecast from what a customer's gaps add up to.
     *
     * @param customer number, or none
     * @param n gaps
     * @param residuals sum of log gaps less what the product makes them
     * @param last day of the last purchase
     * @param lastLogQuantity its quantity; NaN for the usual one
     * @param asOf last day known
     */
    NextPurchase next(int customer, int n, double residuals, LocalDate last, double lastLogQuantity, LocalDate asOf) {
        double within = withinSd * withinSd;
        double between = betweenSd * betweenSd;
        double all = within + n * between;
        double own = between * residuals / all;
        double ownVariance = between * within / all;
        double share = within / all; // of a change of the median that the customer's own gaps do not take back
        double size = Double.isNaN(lastLogQuantity) ? 0 : lastLogQuantity - Math.log(usualQuantity);
        double location = Math.log(medianDays) + quantityExponent * size + own;
        double scale = Math.sqrt(within + ownVariance + share * share * medianSd * medianSd);
        return new NextPurchase(customer, product, n + 1, last, asOf, location, scale, stopAfter(n + 1));
    }
}

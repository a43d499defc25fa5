package org.ltv4j.segmentation.rhythm;

import java.time.LocalDate;
import org.ltv4j.core.data.WallClock;
import org.ltv4j.core.internal.math.Normal;

/**
 * When a customer will buy a product again, as of a day. The days from the last purchase to the next are log-normal, if there will be one; the
 * customer may have given the product up. Dates are forecasts for those who go on buying, and know that there was no purchase until
 * {@link #asOf()}.
 *
 * @param customer number in {@link ReplenishmentModel#customers()}, or {@link org.ltv4j.core.data.TransactionLog#NONE}
 * @param product what
 * @param purchases days with a purchase so far, at least 1
 * @param last day of the last purchase
 * @param asOf last day of which it is known that there was no other
 * @param location mean of the logarithm of the days between the last purchase and the next
 * @param scale its standard deviation, above 0
 * @param stop probability that the last purchase was the last of all, before anything is known of what came after it
 */
public record NextPurchase(
        int customer,
        String product,
        int purchases,
        LocalDate last,
        LocalDate asOf,
        double location,
        double scale,
        double stop) {
    /** Gaps are whole days: one of g days stands for all from g - 1/2 to g + 1/2. */
    private static final double HALF_DAY = 0.5;

    /** Standard deviations beyond which the tail is {@code phi(w) / w} to a thousandth; at 38 it is no number any more. */
    private static final double FAR = 35;

    /**
     * Checks the ranges.
     *
     * @param customer number, or none
     * @param product what
     * @param purchases at least 1
     * @param last day of the last purchase
     * @param asOf not before it
     * @param location finite
     * @param scale above 0
     * @param stop in [0, 1)
     */
    public NextPurchase {
        if (purchases < 1) {
            throw new IllegalArgumentException("need at least 1 purchase, got " + purchases);
        }
        if (!WallClock.holds(last) || !WallClock.holds(asOf)) {
            throw new IllegalArgumentException("need days of the years 1 to 9999, got " + last + " and " + asOf);
        }
        if (asOf.isBefore(last)) {
            throw new IllegalArgumentException("known until " + asOf + ", but the last purchase was on " + last);
        }
        if (!Double.isFinite(location) || !(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("need a finite location and scale, got " + location + " and " + scale);
        }
        if (!(stop >= 0 && stop < 1)) {
            throw new IllegalArgumentException("a probability of giving up lies in [0, 1), got " + stop);
        }
    }

    /**
     * Days without a purchase since the last one.
     *
     * @return at least 0
     */
    public int daysSince() {
        return Math.toIntExact(asOf.toEpochDay() - last.toEpochDay());
    }

    /**
     * When it was due at the time of the last purchase: the median then, whatever happened since.
     *
     * @return a date, before {@link #asOf()} for who is late
     */
    public LocalDate usual() {
        return date(Math.exp(location), 1);
    }

    /**
     * Days by which the usual date has passed.
     *
     * @return 0 for who is not late
     */
    public int daysLate() {
        return (int) Math.max(0, asOf.toEpochDay() - usual().toEpochDay());
    }

    /**
     * The median date of the next purchase of a customer who goes on buying.
     *
     * @return after {@link #asOf()}, but not after 9999-12-31
     */
    public LocalDate due() {
        return quantile(0.5);
    }

    /**
     * The beginning of the interval in which the next purchase lies with a probability, with as much on either side of it.
     *
     * @param confidence in (0, 1)
     * @return after {@link #asOf()}
     */
    public LocalDate earliest(double confidence) {
        return quantile((1 - requireConfidence(confidence)) / 2);
    }

    /**
     * The end of that interval.
     *
     * @param confidence in (0, 1)
     * @return not before its beginning
     */
    public LocalDate latest(double confidence) {
        return quantile((1 + requireConfidence(confidence)) / 2);
    }

    private static double requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies in (0, 1), got " + confidence);
        }
        return confidence;
    }

    private LocalDate quantile(double probability) {
        double w = standardized(daysSince() + HALF_DAY);
        double at = w > FAR ? farther(w, probability) : -Normal.quantile((1 - probability) * Normal.cumulative(-w));
        return date(Math.exp(location + scale * at), daysSince() + 1);
    }

    /** The quantile of what is left beyond w, from the tail {@code phi(w) / w}: there are no numbers as small as the tail itself. */
    private static double farther(double w, double probability) {
        double at = w;
        for (int i = 0; i < 4; i++) {
            at = Math.sqrt(w * w - 2 * Math.log1p(-Math.min(probability, Math.nextDown(1.0))) - 2 * Math.log(at / w));
        }
        return at;
    }

    private LocalDate date(double days, int soonest) {
        double most = LocalDate.of(9999, 12, 31).toEpochDay() - (double) last.toEpochDay();
        return last.plusDays(Math.round(Math.min(most, Math.max(soonest, days))));
    }

    private double standardized(double days) {
        return (Math.log(days) - location) / scale;
    }

    /** The probability of more days than these between two purchases, of who goes on buying. */
    private double tail(double days) {
        return Normal.cumulative(-standardized(days));
    }

    /**
     * The probability that the customer has not given the product up, given the silence since the last purchase. Careful for regular
     * customers: see the package.
     *
     * @return from 0 to 1
     */
    public double stillBuying() {
        return still(tail(daysSince() + HALF_DAY));
    }

    private double still(double tail) {
        return stop == 0 ? 1 : (1 - stop) * tail / (stop + (1 - stop) * tail);
    }

    /**
     * The probability of a purchase within the next days. Careful for regular customers: see the package.
     *
     * @param days days after {@link #asOf()}, at least 0
     * @return from 0 to {@link #stillBuying()}
     */
    public double probabilityWithin(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("need days ahead of at least 0, got " + days);
        }
        double now = tail(daysSince() + HALF_DAY);
        double then = tail(daysSince() + HALF_DAY + days);
        double w = standardized(daysSince() + HALF_DAY);
        double at = standardized(daysSince() + HALF_DAY + days);
        double left = w > FAR ? Math.exp((w - at) * (w + at) / 2) * w / at : then / now;
        return still(now) * Math.max(0, 1 - left);
    }
}

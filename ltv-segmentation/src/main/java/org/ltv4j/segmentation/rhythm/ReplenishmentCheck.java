package org.ltv4j.segmentation.rhythm;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.Parallelism;

/**
 * How forecasts of a past day came true: the model is fitted on what was known then and compared with what came after. Speaks of the pairs
 * of a customer and a product with at least some purchases.
 *
 * <p>Coverage is measured on those who bought again by the end of the log, with the interval of that forecast given that they do: who comes back later
 * would else be missing on one side only. It should be near {@code confidence}; {@code bought} near {@code expected}.
 *
 * @param asOf the past day
 * @param days days from there to the end of the log
 * @param confidence of the intervals
 * @param pairs forecasts
 * @param expected sum of their probabilities of a purchase within these days
 * @param bought those who bought
 * @param covered those of them whose day lies in the interval
 * @param late those of them who bought after the interval
 */
public record ReplenishmentCheck(
        LocalDate asOf, int days, double confidence, int pairs, double expected, int bought, int covered, int late) {

    /**
     * Fits the past and looks what came after it.
     *
     * @param log sales with products
     * @param asOf the past day, before the last one of the log
     * @param confidence of the intervals, in (0, 1)
     * @param minPurchases purchases that a pair had by then, at least 1
     * @param options of the fit
     * @param parallelism threads
     * @return the comparison
     */
    public static ReplenishmentCheck of(
            TransactionLog log,
            LocalDate asOf,
            double confidence,
            int minPurchases,
            Replenishment.Options options,
            Parallelism parallelism) {
        if (!asOf.isBefore(log.lastDay())) {
            throw new IllegalArgumentException(
                    "nothing came after " + asOf + ": the log ends on " + log.lastDay() + ", state an earlier day");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies in (0, 1), got " + confidence);
        }
        ReplenishmentModel model = Replenishment.fit(log.until(asOf), asOf, options, parallelism);
        int days = Math.toIntExact(log.lastDay().toEpochDay() - asOf.toEpochDay());
        Map<String, Map<String, Integer>> next = firstAfter(log, asOf);
        int pairs = 0;
        double expected = 0;
        int covered = 0;
        int late = 0;
        int bought = 0;
        for (NextPurchase forecast : model.all()) {
            if (forecast.purchases() < minPurchases) {
                continue;
            }
            pairs++;
            double inAll = forecast.probabilityWithin(days);
            expected += inAll;
            Integer day = next.getOrDefault(model.customers().id(forecast.customer()), Map.of())
                    .get(forecast.product());
            if (day == null) {
                continue;
            }
            int after = Math.toIntExact(day - asOf.toEpochDay());
            double place = inAll == 0 // not expected any more
                    ? 1
                    : (forecast.probabilityWithin(after - 1) + forecast.probabilityWithin(after)) / 2 / inAll;
            late += place > (1 + confidence) / 2 ? 1 : 0;
            covered += place >= (1 - confidence) / 2 && place <= (1 + confidence) / 2 ? 1 : 0;
            bought++;
        }
        return new ReplenishmentCheck(asOf, days, confidence, pairs, expected, bought, covered, late);
    }

    /** By customer and product, the day of the first purchase after a day. */
    private static Map<String, Map<String, Integer>> firstAfter(TransactionLog log, LocalDate asOf) {
        Map<String, Map<String, Integer>> next = new HashMap<>();
        PurchasePairs pairs = PurchasePairs.of(log);
        for (int i = 0; i < pairs.size; i++) {
            int from = pairs.starts[i];
            int end = pairs.starts[i + 1];
            int at = Arrays.binarySearch(pairs.day, from, end, Math.toIntExact(asOf.toEpochDay()) + 1);
            int first = at < 0 ? -at - 1 : at;
            if (first < end) {
                next.computeIfAbsent(log.customers().id(pairs.customer[i]), any -> new HashMap<>())
                        .put(log.products().id(pairs.product[i]), pairs.day[first]);
            }
        }
        return next;
    }

    /**
     * The share of those who bought whose day lies in the interval.
     *
     * @return from 0 to 1; NaN if nobody bought
     */
    public double coverage() {
        return (double) covered / bought;
    }
}

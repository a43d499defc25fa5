package org.ltv4j.segmentation.rhythm;

import java.time.LocalDate;
import java.util.Random;
import org.ltv4j.core.data.TransactionLogBuilder;

/**
 * Purchases of one product drawn from the model.
 *
 * @param median days between purchases of quantity 1
 * @param exponent of the quantity
 * @param within standard deviation of log gaps of a customer
 * @param between of customers' means
 * @param first probability of giving up after the first purchase
 * @param later after later ones
 */
record SimulatedRhythm(double median, double exponent, double within, double between, double first, double later) {
    static final LocalDate START = LocalDate.of(2024, 1, 1);

    /** Adds customers {@code prefix0, prefix1, ..} that come in the first half of the days and are followed to their end. */
    void addTo(TransactionLogBuilder log, String product, String prefix, int customers, int days, long seed) {
        Random random = new Random(seed);
        for (int c = 0; c < customers; c++) {
            double effect = between * random.nextGaussian();
            int day = random.nextInt(days / 2);
            double stop = first;
            while (day < days) {
                int quantity = 1 + random.nextInt(3);
                log.add(prefix + c, START.plusDays(day), 2.0 * quantity)
                        .product(product)
                        .quantity(quantity);
                if (random.nextDouble() < stop) {
                    break;
                }
                stop = later;
                double gap = median * Math.pow(quantity, exponent) * Math.exp(effect + within * random.nextGaussian());
                day += (int) Math.max(1, Math.round(gap));
            }
        }
    }
}

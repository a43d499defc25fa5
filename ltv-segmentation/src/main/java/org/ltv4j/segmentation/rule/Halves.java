package org.ltv4j.segmentation.rule;

import java.util.random.RandomGenerator;
import org.ltv4j.core.internal.math.Samplers;
import org.ltv4j.segmentation.basket.BasketLog;

/** Deals baskets into two halves; those of one customer together. */
final class Halves {
    private Halves() {}

    /** Whether each basket is in the first half. */
    static boolean[] deal(BasketLog baskets, long seed) {
        RandomGenerator random = Samplers.generator(seed, Samplers.Purpose.HALVES, 0);
        boolean[] ofCustomer = new boolean[baskets.customers().size()];
        for (int i = 0; i < ofCustomer.length; i++) {
            ofCustomer[i] = random.nextLong() < 0;
        }
        boolean[] first = new boolean[baskets.size()];
        for (int b = 0; b < first.length; b++) {
            int customer = baskets.customer(b);
            first[b] = customer == BasketLog.NONE ? random.nextLong() < 0 : ofCustomer[customer];
        }
        return first;
    }
}

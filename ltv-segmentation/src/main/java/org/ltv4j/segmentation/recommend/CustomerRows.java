package org.ltv4j.segmentation.recommend;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ltv4j.segmentation.basket.BasketLog;

/** The items of all baskets of each customer. */
final class CustomerRows {
    private CustomerRows() {}

    /** The customers with any basket, ascending. */
    static int[] present(BasketLog baskets) {
        boolean[] present = new boolean[baskets.customers().size()];
        for (int b = 0; b < baskets.size(); b++) {
            int customer = baskets.customer(b);
            if (customer != BasketLog.NONE) {
                present[customer] = true;
            }
        }
        return IntStream.range(0, present.length).filter(c -> present[c]).toArray();
    }

    /** By customer number; without any for customers without a basket. Items stand once for each basket that has them. */
    static int[][] items(BasketLog baskets) {
        int[] sizes = new int[baskets.customers().size()];
        for (int b = 0; b < baskets.size(); b++) {
            int customer = baskets.customer(b);
            if (customer != BasketLog.NONE) {
                sizes[customer] += baskets.length(b);
            }
        }
        int[][] rows = new int[sizes.length][];
        Arrays.setAll(rows, c -> new int[sizes[c]]);
        Arrays.fill(sizes, 0);
        for (int b = 0; b < baskets.size(); b++) {
            int customer = baskets.customer(b);
            if (customer != BasketLog.NONE) {
                for (int k = 0; k < baskets.length(b); k++) {
                    rows[customer][sizes[customer]++] = baskets.item(b, k);
                }
            }
        }
        return rows;
    }
}

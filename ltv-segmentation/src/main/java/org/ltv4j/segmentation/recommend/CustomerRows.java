package org.ltv4j.segmentation.recommend;

import java.util.stream.IntStream;
import org.ltv4j.segmentation.basket.BasketLog;

/** The items of all baskets of each customer. */
final class CustomerRows {
    private CustomerRows() {}

    /** By customer number; null for customers without any basket. Items stand once for each basket that has them. */
    static int[][] items(BasketLog baskets) {
        int[] sizes = new int[baskets.customers().size()];
        boolean[] present = new boolean[sizes.length];
        for (int b = 0; b < baskets.size(); b++) {
            int customer = baskets.customer(b);
            if (customer != BasketLog.NONE) {
                sizes[customer] += baskets.length(b);
                present[customer] = true;
            }
        }
        int[][] rows = new int[sizes.length][];
        for (int c = 0; c < sizes.length; c++) {
            rows[c] = present[c] ? new int[sizes[c]] : null;
            sizes[c] = 0;
        }
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

    static int[] present(int[][] rows) {
        return IntStream.range(0, rows.length).filter(c -> rows[c] != null).toArray();
    }
}

package org.ltv4j.segmentation.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.core.data.ProductCatalogBuilder;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.basket.BasketLogBuilder;

/** Made-up baskets of a small shop: customers prefer the items of one shelf, and low numbers are popular. */
public final class SmallShop {
    public static final int SHELVES = 4;

    private SmallShop() {}

    /** Baskets with customers and times, in order of time; every fifth basket has no customer. */
    public static BasketLog baskets(long seed, int baskets, int items) {
        SplittableRandom random = new SplittableRandom(seed);
        BasketLogBuilder builder = BasketLog.builder();
        for (int b = 0; b < baskets; b++) {
            int customer = random.nextInt(Math.max(1, baskets / 6));
            builder.add(basket(random, customer, items));
            builder.time(LocalDateTime.of(2026, 1, 1, 8, 0).plusHours(5L * b));
            if (b % 5 != 4) {
                builder.customer("c" + customer);
            }
        }
        return builder.build();
    }

    private static List<String> basket(SplittableRandom random, int customer, int items) {
        List<String> basket = new ArrayList<>();
        int length = 1 + random.nextInt(5);
        for (int i = 0; i < length; i++) {
            int item = (int) (items * Math.pow(random.nextDouble(), 2));
            int ofShelf = item - Math.floorMod(item - customer, SHELVES);
            basket.add(name(random.nextInt(3) == 0 || ofShelf < 0 ? item : ofShelf));
        }
        return basket;
    }

    private static String name(int item) {
        return "item " + item;
    }

    /** Items by shelf and price band; every seventh is not in it. */
    public static ProductCatalog catalog(int items) {
        ProductCatalogBuilder builder = ProductCatalog.builder();
        for (int item = 0; item < items; item++) {
            if (item % 7 != 6) {
                builder.product(name(item), "shelf " + item % SHELVES)
                        .priceBand(item % 3 == 0 ? "low" : "high")
                        .attribute("minimum age", item % 5 == 0 ? "18" : "0");
            }
        }
        return builder.build();
    }

    /** A visit with some known items in the basket and in the history. */
    public static Visit visit(SplittableRandom random, int items) {
        int[] basket = random.ints(random.nextInt(4), 0, items).toArray();
        int[] history = random.ints(random.nextInt(8), 0, items).toArray();
        return Visit.ofItems(basket).withHistory(history);
    }
}

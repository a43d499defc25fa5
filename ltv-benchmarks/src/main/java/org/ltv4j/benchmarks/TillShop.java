package org.ltv4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.Visit;
import org.ltv4j.segmentation.rule.Apriori;
import org.ltv4j.segmentation.rule.Measure;
import org.ltv4j.segmentation.rule.RuleSet;

/**
 * A made-up shop of 5,000 products: some are bought a thousand times as often as others, and baskets are filled from patterns of a few
 * products that go together, with some left out and some added.
 *
 * @param baskets 40,000 of them, some ten products each
 * @param rules the 10,000 with the most baskets, single products on the right
 * @param visits baskets that come later, without and with a history
 */
record TillShop(BasketLog baskets, RuleSet rules, List<Visit> visits) {
    static final int PRODUCTS = 5_000;
    static final int RULES = 10_000;
    static final int VISITS = 1_024;

    /** The shop with a number of baskets to learn from; visits come with a history of so many products each. */
    static TillShop of(int baskets, int history) {
        SplittableRandom random = new SplittableRandom(11);
        int[][] patterns = new int[3_000][];
        for (int p = 0; p < patterns.length; p++) {
            patterns[p] = products(random, 2 + random.nextInt(4));
        }
        List<List<String>> learnt = new ArrayList<>();
        for (int product = 0; product < PRODUCTS; product++) {
            learnt.add(List.of("product " + product)); // so that numbers are those of the products
        }
        for (int b = 0; b < baskets; b++) {
            List<String> names = new ArrayList<>();
            for (int product : basket(random, patterns)) {
                names.add("product " + product);
            }
            learnt.add(names);
        }
        BasketLog log = BasketLog.of(learnt);
        RuleSet rules = Apriori.mine(
                        log,
                        Apriori.Options.defaults()
                                .withMinCount(Math.max(2, baskets / 4_000))
                                .withMinConfidence(0.05)
                                .withMaxItems(4))
                .top(RULES, Measure.SUPPORT);
        List<Visit> visits = new ArrayList<>();
        for (int v = 0; v < VISITS; v++) {
            visits.add(Visit.ofItems(basket(random, patterns)).withHistory(products(random, history)));
        }
        return new TillShop(log, rules, visits);
    }

    private static int[] products(SplittableRandom random, int count) {
        int[] products = new int[count];
        for (int i = 0; i < count; i++) {
            products[i] = (int) (PRODUCTS * Math.pow(random.nextDouble(), 2.5));
        }
        return products;
    }

    private static int[] basket(SplittableRandom random, int[][] patterns) {
        List<Integer> basket = new ArrayList<>();
        int wanted = 6 + random.nextInt(9);
        while (basket.size() < wanted) {
            if (random.nextInt(3) == 0) {
                basket.add(products(random, 1)[0]);
            } else {
                int[] pattern = patterns[(int) (patterns.length * Math.pow(random.nextDouble(), 2))];
                for (int product : pattern) {
                    if (random.nextInt(4) > 0) {
                        basket.add(product);
                    }
                }
            }
        }
        return basket.stream().mapToInt(Integer::intValue).toArray();
    }
}

package org.ltv4j.segmentation.rule;

import java.util.Arrays;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.segmentation.basket.BasketLog;

/** The best p value of the same search in shuffled baskets, many times. */
final class PermutationTest {
    /** p values that differ by less are the same table computed in another order. */
    private static final double SAME = 1 + 1e-10;

    private PermutationTest() {}

    static JudgedRules judge(
            BasketLog baskets, Apriori.Options options, Permutations permutations, Parallelism parallelism) {
        RuleSet rules = Apriori.mine(baskets, options);
        requireAll(rules);
        double[] best = new double[permutations.count()];
        try (Blocks blocks = new Blocks(parallelism.threads())) {
            blocks.run(best.length, i -> {
                BasketLog chance = baskets.shuffled(permutations.shuffle(), permutations.seed(), i);
                best[i] = smallest(Apriori.mine(chance, options));
            });
        }
        Arrays.sort(best);
        double[] p = rules.values(Measure.FISHER_GREATER);
        double[] adjusted = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            adjusted[i] = (1.0 + atMost(best, p[i] * SAME)) / (1.0 + best.length);
        }
        return new JudgedRules(rules, p, adjusted);
    }

    private static double smallest(RuleSet rules) {
        requireAll(rules);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rules.size(); i++) {
            least = Math.min(least, rules.value(i, Measure.FISHER_GREATER));
        }
        return least;
    }

    private static void requireAll(RuleSet rules) {
        rules.stop().ifPresent(stop -> {
            throw new IllegalArgumentException(
                    "a search that did not end cannot be repeated by chance: " + stop.hint());
        });
    }

    /** How many of ascending values are at most a limit. */
    private static int atMost(double[] ascending, double limit) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

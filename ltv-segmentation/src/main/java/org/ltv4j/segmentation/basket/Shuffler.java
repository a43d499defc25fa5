package org.ltv4j.segmentation.basket;

import java.util.random.RandomGenerator;
import org.ltv4j.core.internal.math.Samplers;

/** Makes shuffled baskets. */
final class Shuffler {
    private static final int SWAPS_PER_ITEM = 10;

    private Shuffler() {}

    static BasketLog shuffled(BasketLog log, Shuffle how, long seed, int number) {
        RandomGenerator random = Samplers.generator(seed, Samplers.Purpose.SHUFFLED_BASKETS, number);
        int[] starts = new int[log.size() + 1];
        for (int basket = 0; basket < log.size(); basket++) {
            starts[basket + 1] = log.start(basket + 1);
        }
        int[] flat = how == Shuffle.ITEMS ? dealt(log, random, starts) : swapped(log, random, starts);
        return new BasketLog(log.items(), starts, flat, log.keys(), log.leftOut());
    }

    /** Draws the baskets of each item without replacement: the beginning of a shuffle of all basket numbers. */
    private static int[] dealt(BasketLog log, RandomGenerator random, int[] starts) {
        int n = log.size();
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
            starts[i + 1] = 0;
        }
        int[] basketOf = new int[(int) log.occurrences()];
        int used = 0;
        for (int item = 0; item < log.items().size(); item++) {
            for (int k = 0; k < log.count(item); k++) {
                int other = k + Samplers.index(random, n - k);
                int basket = order[other];
                order[other] = order[k];
                order[k] = basket;
                basketOf[used++] = basket;
                starts[basket + 1]++;
            }
        }
        for (int basket = 0; basket < n; basket++) {
            starts[basket + 1] += starts[basket];
        }
        int[] next = starts.clone();
        int[] flat = new int[used];
        int at = 0;
        for (int item = 0; item < log.items().size(); item++) {
            for (int k = 0; k < log.count(item); k++) {
                flat[next[basketOf[at++]]++] = item;
            }
        }
        return flat;
    }

    private static int[] swapped(BasketLog log, RandomGenerator random, int[] starts) {
        int[] flat = new int[(int) log.occurrences()];
        int[] basketOf = new int[flat.length];
        for (int basket = 0; basket < log.size(); basket++) {
            for (int at = starts[basket]; at < starts[basket + 1]; at++) {
                flat[at] = log.itemAt(at);
                basketOf[at] = basket;
            }
        }
        long tries = (long) flat.length * SWAPS_PER_ITEM;
        for (long i = 0; i < tries; i++) {
            int a = Samplers.index(random, flat.length);
            int b = Samplers.index(random, flat.length);
            if (basketOf[a] != basketOf[b]
                    && !holds(flat, starts, basketOf[a], flat[b])
                    && !holds(flat, starts, basketOf[b], flat[a])) {
                int swap = flat[a];
                flat[a] = flat[b];
                flat[b] = swap;
            }
        }
        return BasketRows.distinct(starts, flat);
    }

    private static boolean holds(int[] flat, int[] starts, int basket, int item) {
        for (int at = starts[basket]; at < starts[basket + 1]; at++) {
            if (flat[at] == item) {
                return true;
            }
        }
        return false;
    }
}

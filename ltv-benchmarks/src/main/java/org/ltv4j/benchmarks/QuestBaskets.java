package org.ltv4j.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.basket.BasketLogBuilder;

/**
 * Made-up baskets in the way of IBM's Quest generator, T10.I4: ten items a basket, 1,000 items, 2,000 patterns of four items that baskets are made of, each
 * pattern often cut short. Agrawal and Srikant (1994), VLDB, section 2.4.3.
 */
final class QuestBaskets {
    private static final int ITEMS = 1000;
    private static final int PATTERNS = 2000;
    private static final double BASKET = 10;
    private static final double PATTERN = 4;
    private static final double CORRELATION = 0.5;

    private final SplittableRandom random = new SplittableRandom(19_94);
    private final int[][] patterns = new int[PATTERNS][];
    private final double[] cumulated = new double[PATTERNS];
    private final double[] corruption = new double[PATTERNS];

    private QuestBaskets() {
        double sum = 0;
        for (int i = 0; i < PATTERNS; i++) {
            patterns[i] = pattern(i == 0 ? new int[0] : patterns[i - 1]);
            sum += exponential(1);
            cumulated[i] = sum;
            corruption[i] = Math.min(1, Math.max(0, 0.5 + Math.sqrt(0.1) * random.nextGaussian()));
        }
        for (int i = 0; i < PATTERNS; i++) {
            cumulated[i] /= sum;
        }
    }

    /** So many baskets, the same ones each time. */
    static BasketLog of(int baskets) {
        QuestBaskets quest = new QuestBaskets();
        BasketLogBuilder builder = BasketLog.builder();
        for (int b = 0; b < baskets; b++) {
            builder.add(Arrays.stream(quest.basket())
                    .mapToObj(Integer::toString)
                    .distinct()
                    .toList());
        }
        return builder.build();
    }

    /** A pattern shares a part with the one before. */
    private int[] pattern(int[] before) {
        int size = Math.max(1, poisson(PATTERN));
        int shared =
                (int) Math.min(Math.min(size, before.length), Math.rint(size * Math.min(1, exponential(CORRELATION))));
        int[] pattern = Arrays.copyOf(before, size);
        for (int i = shared; i < size; i++) {
            pattern[i] = random.nextInt(ITEMS);
        }
        return pattern;
    }

    private int[] basket() {
        int size = Math.max(1, poisson(BASKET));
        int[] basket = new int[size + 64];
        int filled = 0;
        while (filled < size) {
            int p = Math.abs(Arrays.binarySearch(cumulated, random.nextDouble()) + 1);
            int[] pattern = patterns[Math.min(p, PATTERNS - 1)];
            int keep = pattern.length;
            while (keep > 0 && random.nextDouble() < corruption[p]) {
                keep--;
            }
            if (filled + keep > size && filled > 0 && random.nextBoolean()) {
                break; // what does not fit is left out half of the time
            }
            for (int i = 0; i < keep && filled < basket.length; i++) {
                basket[filled++] = pattern[i];
            }
        }
        return Arrays.copyOf(basket, filled);
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int n = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            n++;
        }
        return n;
    }
}

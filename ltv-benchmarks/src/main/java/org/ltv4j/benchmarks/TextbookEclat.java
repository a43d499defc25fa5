package org.ltv4j.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Eclat as textbooks have it: one bitmap over all baskets per item, extensions by ascending support, depth first. An anchor whose code never changes, so that figures of
 * different runs and machines can be put in proportion.
 */
final class TextbookEclat {
    private final int minCount;
    private final List<int[]> sets = new ArrayList<>();
    private int[] prefix = new int[16];

    private TextbookEclat(int minCount) {
        this.minCount = minCount;
    }

    private record Item(int number, long[] baskets, int count) {}

    /** All frequent sets: item numbers, and the count as the last one. */
    static List<int[]> mine(BasketLog log, int minCount) {
        int words = (log.size() + 63) >>> 6;
        long[][] bitmaps = new long[log.items().size()][];
        for (int basket = 0; basket < log.size(); basket++) {
            for (int p = log.start(basket); p < log.start(basket + 1); p++) {
                int item = log.itemAt(p);
                if (log.count(item) >= minCount) {
                    if (bitmaps[item] == null) {
                        bitmaps[item] = new long[words];
                    }
                    bitmaps[item][basket >>> 6] |= 1L << basket;
                }
            }
        }
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < bitmaps.length; item++) {
            if (bitmaps[item] != null) {
                items.add(new Item(item, bitmaps[item], log.count(item)));
            }
        }
        items.sort(Comparator.comparingInt(Item::count));
        TextbookEclat eclat = new TextbookEclat(minCount);
        eclat.expand(items, 0);
        return eclat.sets;
    }

    private void expand(List<Item> items, int depth) {
        if (depth + 1 >= prefix.length) {
            prefix = Arrays.copyOf(prefix, 2 * prefix.length);
        }
        for (int i = 0; i < items.size(); i++) {
            Item first = items.get(i);
            prefix[depth] = first.number;
            int[] set = Arrays.copyOf(prefix, depth + 2);
            set[depth + 1] = first.count;
            sets.add(set);
            List<Item> next = new ArrayList<>();
            for (int j = i + 1; j < items.size(); j++) {
                Item second = items.get(j);
                long[] both = new long[first.baskets.length];
                int count = 0;
                for (int w = 0; w < both.length; w++) {
                    both[w] = first.baskets[w] & second.baskets[w];
                    count += Long.bitCount(both[w]);
                }
                if (count >= minCount) {
                    next.add(new Item(second.number, both, count));
                }
            }
            if (!next.isEmpty()) {
                expand(next, depth + 1);
            }
        }
    }
}

package org.ltv4j.segmentation.itemset;

import java.util.Arrays;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * All items that are in any basket, by falling count, those of equal count by item number.
 *
 * @param itemOf item number of each rank
 * @param rankOf rank of each item number, or -1 if it is in no basket
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record Ranking(int[] itemOf, int[] rankOf) {

    static Ranking of(BasketLog log) {
        long[] keys = new long[log.items().size()];
        int size = 0;
        for (int item = 0; item < keys.length; item++) {
            if (log.count(item) > 0) {
                keys[size++] = ((long) -log.count(item) << 32) | item;
            }
        }
        Arrays.sort(keys, 0, size);
        int[] itemOf = new int[size];
        int[] rankOf = new int[keys.length];
        Arrays.fill(rankOf, -1);
        for (int rank = 0; rank < size; rank++) {
            itemOf[rank] = (int) keys[rank];
            rankOf[itemOf[rank]] = rank;
        }
        return new Ranking(itemOf, rankOf);
    }
}

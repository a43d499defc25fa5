package org.ltv4j.core.feature.transform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Deals customers into folds whose sizes differ by one at most: by the rank of a hash of seed and id, so that neither the
 * order of the rows nor the machine matters.
 */
final class Folds {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Folds() {}

    static int[] of(IdTable customers, int folds, long seed) {
        int n = customers.size();
        if (n < folds) {
            throw new InvalidDataException(
                    folds + " folds need at least as many customers, got " + n + ": use fewer folds");
        }
        long[] hashes = new long[n];
        for (int i = 0; i < n; i++) {
            hashes[i] = hash(customers.id(i), seed);
        }
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        int[] fold = new int[n];
        for (int i = 0; i < n; i++) {
            fold[i] = Arrays.binarySearch(sorted, hashes[i]) % folds;
        }
        return fold;
    }

    /** FNV-1a over the bytes of the id, mixed with the seed by the finalizer of SplitMix64. */
    private static long hash(String id, long seed) {
        long hash = FNV_OFFSET;
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return mix(hash + mix(seed + 0x9e3779b97f4a7c15L));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}

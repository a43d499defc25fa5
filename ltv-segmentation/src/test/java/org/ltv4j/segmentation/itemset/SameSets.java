package org.ltv4j.segmentation.itemset;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares results to the last number, order included. */
final class SameSets {
    private SameSets() {}

    static void check(FrequentItemsets sets, FrequentItemsets expected) {
        assertThat(sets.stop().map(MiningStop::reason))
                .isEqualTo(expected.stop().map(MiningStop::reason));
        assertThat(sets.size()).isEqualTo(expected.size());
        for (int i = 0; i < sets.size(); i++) {
            if (sets.count(i) != expected.count(i) || !java.util.Arrays.equals(sets.items(i), expected.items(i))) {
                assertThat(sets.names(i) + " " + sets.count(i))
                        .as("set %d", i)
                        .isEqualTo(expected.names(i) + " " + expected.count(i));
            }
        }
    }
}

package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LatestTreeTest {
    @Property(seed = "20261122")
    void findsTheLastPlaceWithEnough(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 9) Integer> values,
            @ForAll @IntRange(min = 1, max = 10) int need) {
        LatestTree tree = new LatestTree(values.size());
        int expected = -1;
        for (int place = 0; place < values.size(); place++) {
            tree.set(place, 99);
            tree.set(place, values.get(place));
            expected = values.get(place) >= need ? place : expected;
        }
        assertThat(tree.last(need)).isEqualTo(expected);
    }
}

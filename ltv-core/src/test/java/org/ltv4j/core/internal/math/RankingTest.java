package org.ltv4j.core.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Property(tries = 300, seed = "20261122")
    void theRankingIsTheStableSortByFallingValue(
            @ForAll @Size(max = 60) List<@DoubleRange(min = -1e12, max = 1e12) Double> drawn) {
        double[] values = drawn.stream().mapToDouble(v -> v).toArray();
        for (int i = 2; i < values.length; i += 3) {
            values[i] = values[0]; // ties
        }
        int[] expected = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> values[i]).reversed())
                .mapToInt(i -> i)
                .toArray();
        assertThat(Ranking.descending(values)).containsExactly(expected);
    }

    @Test
    void extremesAndZerosOfBothSignsStandWhereTheyBelong() {
        double[] values = {
            -0.0, Double.MIN_VALUE, 0.0, Double.MAX_VALUE, Double.NEGATIVE_INFINITY, -1, Double.POSITIVE_INFINITY
        };
        assertThat(Ranking.descending(values)).containsExactly(6, 3, 1, 0, 2, 5, 4);
        assertThat(Ranking.descending(new double[0])).isEmpty();
        assertThat(Ranking.descending(new double[] {7, 7})).containsExactly(0, 1);
    }
}

package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SmallCellsTest {
    private final SmallCells five = SmallCells.DEFAULT;

    @Test
    void groupsBelowFiveAreNotShown() {
        assertThat(five.shows(4)).isFalse();
        assertThat(five.shows(1)).isFalse();
        assertThat(five.shows(5)).isTrue();
        assertThat(five.shows(0)).as("nobody is nobody").isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> five.shows(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SmallCells(1));
    }

    @Test
    void aSingleSmallGroupTakesTheNextLargerWithIt() {
        Map<String, Long> table = table(300, 2, 0, 40);
        assertThat(five.hidden(table)).containsExactlyInAnyOrder("b", "d");
        assertThat(five.shown(table))
                .containsEntry("a", OptionalLong.of(300))
                .containsEntry("b", OptionalLong.empty())
                .containsEntry("c", OptionalLong.of(0));
    }

    @Test
    void twoGroupsOfOneTakeAThirdWithThem() {
        assertThat(five.hidden(table(300, 1, 1, 40))).containsExactlyInAnyOrder("b", "c", "d");
        assertThat(five.hidden(table(300, 3, 2, 40))).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void tablesOfLargeGroupsAreShownWhole() {
        assertThat(five.hidden(table(300, 5, 0, 40))).isEqualTo(Set.of());
        assertThat(five.hidden(Map.of("only", 3L))).containsExactly("only");
    }

    @Property(seed = "20261122")
    void whatIsLeftOutIsNeitherOneGroupNorFew(
            @ForAll List<@LongRange(max = 30) Long> counts, @ForAll @IntRange(min = 2, max = 10) int fewest) {
        Map<String, Long> table =
                table(counts.stream().mapToLong(Long::longValue).toArray());
        Set<String> hidden = new SmallCells(fewest).hidden(table);
        long filled = table.values().stream().filter(n -> n > 0).count();
        long together = hidden.stream().mapToLong(table::get).sum();
        table.forEach((group, n) ->
                assertThat(n == 0 || n >= fewest || hidden.contains(group)).isTrue());
        assertThat(hidden.isEmpty() || hidden.size() == filled || hidden.size() >= 2 && together >= fewest)
                .isTrue();
    }

    private static Map<String, Long> table(long... counts) {
        Map<String, Long> table = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            table.put(i < 26 ? Character.toString('a' + i) : "z" + i, counts[i]);
        }
        return table;
    }
}

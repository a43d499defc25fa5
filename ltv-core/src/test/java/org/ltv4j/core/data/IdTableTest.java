package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class IdTableTest {
    @Test
    void numbersIdsInTheOrderOfTheirFirstMeeting() {
        IdTable.Builder builder = new IdTable.Builder();
        assertThat(List.of(builder.index("b"), builder.index("a"), builder.index("b")))
                .containsExactly(0, 1, 0);
        IdTable table = builder.build();
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.id(0)).isEqualTo("b");
        assertThat(table.indexOf("a")).hasValue(1);
        assertThat(table.indexOf("c")).isEmpty();
    }

    @Test
    void keepsIdsExactly() {
        String tenThousand = "x".repeat(10_000);
        String[] ids = {"", " ", "a", "A", " a", "é", "e\u0301", "客户\uD83D\uDE00", "a~~~b", "\"q\"", tenThousand};
        IdTable table = IdTable.of(ids);
        for (int i = 0; i < ids.length; i++) {
            assertThat(table.id(i)).isEqualTo(ids[i]);
            assertThat(table.indexOf(ids[i])).hasValue(i);
        }
    }

    @Test
    void aTableDoesNotChangeWhenItsBuilderGoesOn() {
        IdTable.Builder builder = new IdTable.Builder();
        builder.index("a");
        IdTable table = builder.build();
        for (int i = 0; i < 1000; i++) {
            builder.index("id" + i);
        }
        assertThat(table.size()).isEqualTo(1);
        assertThat(table.indexOf("id5")).isEmpty();
    }

    @Test
    void holdsMoreIdsThanAShortCanCount() {
        IdTable table = IdTable.numbered(200_000);
        assertThat(table.id(70_000)).isEqualTo("70001");
        assertThat(table.indexOf("200000")).hasValue(199_999);
    }

    @Test
    void refusesIdsThatStandTwiceAndNumbersThatDoNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> IdTable.of("a", "b", "a"));
        assertThatThrownBy(() -> IdTable.of("a").id(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Property(seed = "20261122")
    void agreesWithAMap(@ForAll @Size(max = 300) List<@StringLength(max = 3) String> ids) {
        Map<String, Integer> map = new LinkedHashMap<>();
        IdTable.Builder builder = new IdTable.Builder();
        for (String raw : ids) {
            String id = new String(
                    raw.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
            map.putIfAbsent(id, map.size());
            assertThat(builder.index(id)).isEqualTo(map.get(id));
        }
        IdTable table = builder.build();
        List<String> keys = new ArrayList<>(map.keySet());
        for (int i = 0; i < keys.size(); i++) {
            assertThat(table.id(i)).isEqualTo(keys.get(i));
        }
        int[] every = new int[keys.size()];
        for (int i = 0; i < every.length; i++) {
            every[i] = every.length - 1 - i;
        }
        IdTable reversed = table.subset(every);
        for (int i = 0; i < every.length; i++) {
            assertThat(reversed.id(i)).isEqualTo(keys.get(every[i]));
        }
    }

    @Test
    void idsOfAnotherTableAreFoundByTheirBytes() {
        IdTable one = IdTable.of("ann", "拿铁", "");
        IdTable other = IdTable.of("bob", "拿铁", "ann", "", "an");
        int[] found = java.util.stream.IntStream.range(0, other.size())
                .map(i -> one.indexOf(other, i))
                .toArray();
        assertThat(found).containsExactly(TransactionLog.NONE, 1, 0, 2, TransactionLog.NONE);
        assertThat(one.indexOf(one, 1)).isEqualTo(1);
        assertThat(IdTable.EMPTY.indexOf(one, 0)).isEqualTo(TransactionLog.NONE);
    }
}

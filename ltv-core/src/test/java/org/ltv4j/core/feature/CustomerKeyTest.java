package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TransactionLog;

class CustomerKeyTest {
    private final IdTable log = IdTable.of("ann", "bob", "eve");
    private final IdTable side = IdTable.of("x", "eve", "ann");

    @Test
    void findsTheNumberOfEachCustomerInTurn() {
        CustomerKey key = new CustomerKey();
        int[] expected = {2, TransactionLog.NONE, 1};
        for (int customer = 0; customer < expected.length; customer++) {
            key.set(log, customer);
            for (int time = 0; time < 2; time++) {
                assertThat(key.numberIn(side)).isEqualTo(expected[customer]);
                assertThat(key.numberIn(log)).isEqualTo(customer);
            }
            assertThat(key.id()).isEqualTo(log.id(customer));
        }
    }

    @Test
    void findsTheSameByText() {
        assertThat(new CustomerKey("eve").numberIn(side)).isEqualTo(1);
        assertThat(new CustomerKey("nobody").numberIn(side)).isEqualTo(TransactionLog.NONE);
        assertThat(new CustomerKey("eve").id()).isEqualTo("eve");
    }

    /** A feature of one's own may ask for a new table each time: that must neither grow nor go wrong. */
    @Test
    void anyNumberOfTablesMayBeAsked() {
        CustomerKey key = new CustomerKey("eve");
        for (int time = 0; time < 2; time++) {
            IntStream.range(0, 40).forEach(i -> {
                String[] ids = IntStream.range(0, i + 1)
                        .mapToObj(j -> j == i ? "eve" : "other" + j)
                        .toArray(String[]::new);
                assertThat(key.numberIn(IdTable.of(ids))).isEqualTo(i);
            });
        }
    }
}

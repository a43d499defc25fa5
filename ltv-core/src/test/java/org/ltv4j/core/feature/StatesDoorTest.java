package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/** What states do not take in, so that no customer is ever shown the features of another. */
class StatesDoorTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    private static FeatureStates states() {
        return Features.asOf(DAY)
                .rfm()
                .categories()
                .bind(TransactionLog.builder("EUR")
                        .add("a", DAY, 1)
                        .product("tea")
                        .build())
                .states();
    }

    @Test
    void halfOfASurrogatePairIsNoCustomer() {
        FeatureStates states = states();
        for (String id : new String[] {"a\ud800", "a\udc00"}) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> states.customer(id))
                    .withMessageContaining("Unicode")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(id));
            assertThat(states.find(id)).isEmpty();
        }
        states.customer("b").add(Sale.of(DAY.atStartOfDay(), 7));
        FeatureMatrix matrix = states.matrix(DAY);
        assertThat(matrix.customers().id(0)).isEqualTo("b");
        assertThat(matrix.column("total_spend")).containsExactly(7);
    }

    @Test
    void aSaleOfABrokenProductChangesNothing() {
        FeatureState ann = states().customer("ann");
        Sale broken = Sale.of(DAY.atStartOfDay(), 7).withProduct("p\ud800");
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> ann.add(broken));
        assertThat(ann.rows()).isZero();
    }

    @Test
    void aSaleIsOfTheYearsThatLogsAllow() {
        for (LocalDateTime time : new LocalDateTime[] {LocalDateTime.MAX, LocalDateTime.MIN}) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> Sale.of(time, 1))
                    .withMessageContaining("years 1 to 9999");
        }
    }
}

package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class CustomerEventsTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2025, 3, 1, 12, 0);

    private static CustomerEvents some() {
        return CustomerEvents.builder()
                .add("bob", EventKind.VISIT, NOON.plusDays(3))
                .add("ann", EventKind.REVIEW, NOON.plusDays(1))
                .value(5)
                .text("很好喝")
                .add("bob", EventKind.VISIT, NOON)
                .add("ann", EventKind.NPS, NOON)
                .value(9)
                .add("ann", EventKind.of("Add to cart"), NOON.plusDays(1))
                .build();
    }

    @Test
    void eventsAreGroupedByCustomerInTimeOrder() {
        CustomerEvents events = some();
        assertThat(events.size()).isEqualTo(5);
        assertThat(events.customers().id(0)).isEqualTo("bob");
        assertThat(events.day(events.start(0)))
                .isEqualTo((int) NOON.toLocalDate().toEpochDay());
        int ann = events.start(1);
        assertThat(events.kinds().get(events.kind(ann))).isEqualTo(EventKind.NPS);
        assertThat(events.value(ann)).isEqualTo(9);
        assertThat(events.text(ann)).isEmpty();
        assertThat(events.text(ann + 1)).contains("很好喝");
        assertThat(events.kinds().get(events.kind(ann + 2)).name()).isEqualTo("add_to_cart");
        assertThat(events.value(ann + 2)).isNaN();
        assertThat(events.sourceRow(ann)).isEqualTo(4);
        assertThat(events.start(2)).isEqualTo(events.size());
    }

    @Test
    void untilKeepsTheLastDay() {
        CustomerEvents early = some().until(NOON.toLocalDate());
        assertThat(early.size()).isEqualTo(2);
        assertThat(early.customers().size()).isEqualTo(2);
        assertThat(some().until(NOON.toLocalDate().minusDays(1)).size()).isZero();
    }

    @Test
    void whoIsForgottenLeavesNothing() {
        CustomerEvents left = some().without("ann");
        assertThat(left.size()).isEqualTo(2);
        assertThat(left.customers().indexOf("ann")).isEmpty();
        assertThat(left.kinds()).containsExactly(EventKind.VISIT);
        CustomerEvents all = some();
        assertThat(all.without("nobody")).isSameAs(all);
    }

    @Test
    void eventsOfOthersAreCounted() {
        assertThat(some().countUnknownTo(IdTable.of("bob", "eve"))).isEqualTo(3);
        assertThat(some().numbersOf(IdTable.of("eve", "ann"))).containsExactly(TransactionLog.NONE, 1);
    }

    @Test
    void badEventsAreRefusedWithoutNamingAnybody() {
        for (double score : new double[] {-1, 10.5, 11, 7.5}) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> CustomerEvents.builder()
                            .add("ann", EventKind.NPS, NOON)
                            .value(score))
                    .withMessageContaining("whole number from 0 to 10, got " + score)
                    .withMessageNotContaining("ann");
        }
        CustomerEventsBuilder unanswered = CustomerEvents.builder().add("ann", EventKind.NPS, NOON);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(unanswered::build)
                .withMessageContaining("event 1");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> CustomerEvents.builder().add(" ", EventKind.VISIT, NOON));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> CustomerEvents.builder()
                        .add("ann", EventKind.SATISFACTION, NOON)
                        .value(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> EventKind.of("登录"));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> CustomerEvents.builder().value(1));
    }

    @Test
    void tooManyKindsMeanTheWrongColumn() {
        CustomerEventsBuilder builder = CustomerEvents.builder();
        for (int i = 0; i < 127; i++) {
            builder.add("ann", EventKind.of("kind" + i), LocalDate.of(2025, 1, 1));
        }
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> builder.add("ann", EventKind.of("one_more"), NOON))
                .withMessageContaining("is this the column of the kind?");
    }

    @Test
    void noEventsAreFine() {
        CustomerEvents none = CustomerEvents.builder().build();
        assertThat(none.size()).isZero();
        assertThat(none.start(0)).isZero();
        assertThat(none.toString()).isEqualTo("CustomerEvents[0 events, 0 customers, 0 kinds]");
    }
}

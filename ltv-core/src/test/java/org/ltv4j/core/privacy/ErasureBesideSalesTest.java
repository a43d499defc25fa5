package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.AttributeType;
import org.ltv4j.core.data.CustomerAttributes;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.EventKind;
import org.ltv4j.core.data.Sensitivity;

/** Who is erased leaves attributes and events, too. */
class ErasureBesideSalesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Test
    void attributesAndEventsAreErasedAndCounted() {
        CustomerAttributes people = CustomerAttributes.builder()
                .declare("village", AttributeType.CATEGORY, Sensitivity.SENSITIVE)
                .add("zoe")
                .set("village", "Zoeville")
                .add("bob")
                .set("village", "town")
                .build();
        CustomerEvents events = CustomerEvents.builder()
                .add("zoe", EventKind.REVIEW, DAY)
                .text("my name is Zoe")
                .add("ZOE-CARD", EventKind.VISIT, DAY)
                .add("bob", EventKind.VISIT, DAY)
                .build();
        Erasure erasure = Erasure.of(Set.of("zoe", "ZOE-CARD"), "request 7");

        CustomerAttributes left = erasure.from("attributes", people);
        CustomerEvents quiet = erasure.from("events", events);

        assertThat(left.customers().indexOf("zoe")).isEmpty();
        assertThat(left.levels(0)).containsExactly("town");
        assertThat(quiet.size()).isEqualTo(1);
        assertThat(quiet.customers().id(0)).isEqualTo("bob");
        ErasureReceipt receipt = erasure.receipt(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        assertThat(receipt.parts())
                .containsExactly(
                        new ErasedPart("attributes", "customers", 2, 1, 0),
                        new ErasedPart("events", "events", 3, 2, 0));
    }
}

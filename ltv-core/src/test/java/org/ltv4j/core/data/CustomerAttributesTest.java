package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CustomerAttributesTest {
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);

    private static CustomerAttributesBuilder declared() {
        return CustomerAttributes.builder()
                .declare("birth_date", AttributeType.DATE, Sensitivity.SENSITIVE)
                .declare("newsletter", AttributeType.FLAG, Sensitivity.PLAIN)
                .declare("region", AttributeType.CATEGORY, Sensitivity.PLAIN)
                .declare("income", AttributeType.NUMBER, Sensitivity.SENSITIVE);
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }

    @Test
    void valuesAreSeenFromTheDaySinceWhichTheyAreKnown() {
        CustomerAttributes people = declared()
                .add("ann")
                .set("birth_date", LocalDate.of(1984, 5, 17))
                .add("ann", MARCH)
                .set("newsletter", true)
                .add("ann", MARCH.plusMonths(1))
                .set("newsletter", false)
                .build();
        int newsletter = people.index("newsletter");
        assertThat(people.value(newsletter, 0, day(MARCH) - 1)).isNaN();
        assertThat(people.value(newsletter, 0, day(MARCH))).isEqualTo(1);
        assertThat(people.value(newsletter, 0, day(MARCH) + 30)).isEqualTo(1);
        assertThat(people.value(newsletter, 0, day(MARCH) + 31)).isEqualTo(0);
        assertThat(people.value(people.index("birth_date"), 0, -100_000))
                .isEqualTo(LocalDate.of(1984, 5, 17).toEpochDay());
        assertThat(people.value(newsletter, TransactionLog.NONE, day(MARCH))).isNaN();
    }

    @Test
    void levelsKnownByADayAreSortedAndNoneComesFromLater() {
        CustomerAttributes people = declared()
                .add("ann", MARCH)
                .set("region", "south")
                .add("bob", MARCH.plusDays(1))
                .set("region", " north ")
                .add("cid")
                .set("income", 1.5)
                .build();
        int region = people.index("region");
        assertThat(people.levels(region)).containsExactly("south", "north");
        assertThat(people.levelsKnown(region, day(MARCH))).containsExactly("south");
        assertThat(people.levelsKnown(region, day(MARCH) + 1)).containsExactly("north", "south");
        assertThat(people.levelsKnown(people.index("income"), day(MARCH))).isEmpty();
    }

    @Test
    void twoValuesSinceTheSameDayMustAgree() {
        assertThat(declared()
                        .add("ann", MARCH)
                        .set("region", "south")
                        .add("ann", MARCH)
                        .set("region", "south")
                        .build()
                        .customers()
                        .size())
                .isEqualTo(1);
        CustomerAttributesBuilder contradicting = declared()
                .add("ann", MARCH)
                .set("income", 1)
                .add("bob")
                .add("ann", MARCH)
                .set("income", 2);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(contradicting::build)
                .withMessageContaining("row 3, attribute income")
                .withMessageNotContaining("ann");
    }

    @Test
    void customersElsewhereAreFoundByTheirIds() {
        CustomerAttributes people = declared()
                .add("ann")
                .set("income", 1)
                .add("bob")
                .set("income", 2)
                .build();
        IdTable log = IdTable.of("bob", "eve");
        assertThat(people.numbersOf(log)).containsExactly(1, TransactionLog.NONE);
        assertThat(people.countUnknownTo(log)).isEqualTo(1);
    }

    @Test
    void whoIsForgottenLeavesNothing() {
        CustomerAttributes people = declared()
                .add("ann")
                .set("region", "south")
                .set("income", 1)
                .add("bob")
                .set("region", "only bob's village")
                .set("income", 2)
                .add("cid")
                .set("region", "north")
                .set("income", 3)
                .build();
        CustomerAttributes left = people.without("bob");
        assertThat(left.customers().indexOf("bob")).isEmpty();
        assertThat(left.levels(left.index("region"))).containsExactly("south", "north");
        int cid = left.customers().indexOf("cid").orElseThrow();
        assertThat(left.value(left.index("income"), cid, 0)).isEqualTo(3);
        assertThat(left.value(left.index("region"), cid, 0)).isEqualTo(1);
        assertThat(people.without("nobody")).isSameAs(people);
    }

    @Test
    void badValuesAreRefusedWithoutNamingAnybody() {
        CustomerAttributesBuilder ann = declared().add("ann");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> ann.set("income", Double.NaN))
                .withMessageContaining("row 1, attribute income")
                .withMessageNotContaining("ann");
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> ann.set("region", " "));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> ann.set("birth_date", LocalDate.of(17, 5, 1)));
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(() -> ann.add(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ann.set("income", "much"))
                .withMessageContaining("declared as NUMBER, not as CATEGORY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ann.set("size", 1))
                .withMessageContaining("declared are [birth_date, newsletter, region, income]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> declared().declare("income", AttributeType.NUMBER, Sensitivity.PLAIN));
    }
}

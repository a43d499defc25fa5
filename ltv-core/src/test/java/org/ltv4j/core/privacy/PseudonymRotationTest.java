package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

class PseudonymRotationTest {
    private final Pseudonymizer old = TestKeys.analytics();
    private final Pseudonymizer current = TestKeys.second().forPurpose("analytics");
    private final IdTable raw = IdTable.of("ann", "bob", "cleo");
    private final PseudonymRotation rotation = PseudonymRotation.of(old, current, raw);

    @Test
    void oldPseudonymsBecomeThoseOfTheNewKey() {
        assertThat(rotation.current(old.token("bob"))).contains(current.token("bob"));
        assertThat(rotation.current(old.token("dan"))).isEmpty();
        IdTable turned = rotation.apply(old.apply(raw));
        for (int i = 0; i < 3; i++) {
            assertThat(turned.id(i)).isEqualTo(current.token(raw.id(i)));
        }
    }

    @Test
    void aLogOfBothKeysEndsUnderTheNewOne() {
        TransactionLog mixed = TransactionLog.builder("EUR")
                .add(current.token("dan"), LocalDate.of(2026, 1, 2), 3)
                .add(old.token("ann"), LocalDate.of(2026, 1, 1), 4)
                .build();
        TransactionLog turned = rotation.apply(mixed);
        assertThat(turned.customers().id(0)).isEqualTo(current.token("dan"));
        assertThat(turned.customers().id(1)).isEqualTo(current.token("ann"));
        assertThat(turned.amount(1)).isEqualTo(4);
    }

    @Test
    void oneCustomerUnderBothKeysIsAnError() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> rotation.apply(IdTable.of(old.token("ann"), current.token("ann"))))
                .withMessageContaining(
                        "line 2, column customer: stands there under both keys, like the customer of row 1");
    }

    @Test
    void whatTheRotationDoesNotKnowIsAnErrorThatShowsNoId() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> rotation.apply(IdTable.of(old.token("ann"), "planted", old.token("dan"))))
                .withMessageStartingWith(
                        "2 of 3 customers cannot be translated; first: line 2, column customer: is no pseudonym")
                .withMessageNotContaining("planted");
    }

    @Test
    void purposesAreNotJoined() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PseudonymRotation.of(old, TestKeys.second().forPurpose("campaign"), raw))
                .withMessageContaining("pseudonyms of two purposes are not to be joined");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PseudonymRotation.of(old, TestKeys.analytics(), raw))
                .withMessageContaining("both keys are called k1");
        assertThat(rotation).hasToString("rotation of 3 pseudonyms to key k2");
    }
}

package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.BadValue;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;

class PseudonymizerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final String COMPOSED = "Zo\u00eb";
    private static final String DECOMPOSED = "Zoe\u0308";

    private final Pseudonymizer pseudonyms = TestKeys.analytics();

    /**
     * Computed with OpenSSL 3 and GNU coreutils, the key being the bytes 0 to 31 in hexadecimal:
     * {@code printf 'ltv4j/analytics\x0013085' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0001..1f -binary
     * | head -c16 | base32 | tr -d = | tr A-Z a-z}.
     */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "analytics, 13085, 3rdcokbxkr7amo47ihgz2wfqqm",
        "campaign, 13085, 4efuhrkcfgk2yqg2nukrwocwvq",
        "analytics, Zo\u00eb, cyfbj3i2qpdeegn6xlswwi3sge",
        "analytics, \u5f20\u4f1f, 76w3urgnks4psbxsvc4ofm6syi"
    })
    void otherToolsComputeTheSamePseudonym(String purpose, String id, String token) {
        assertThat(TestKeys.first().forPurpose(purpose).token(id)).isEqualTo("k1-" + token);
    }

    /** As above, with the key of the bytes 32 to 71: keys may be longer than the hash. */
    @Test
    void anotherKeyGivesAnotherPseudonym() {
        assertThat(TestKeys.second().forPurpose("analytics").token("13085")).isEqualTo("k2-hmwbbgww7xhg5mxxtt4glb44yu");
    }

    @Test
    void normalFormDoesNotMatterButCaseAndBlanksDo() {
        assertThat(pseudonyms.token(DECOMPOSED)).isEqualTo(pseudonyms.token(COMPOSED));
        assertThat(Set.of(
                        pseudonyms.token("ann"),
                        pseudonyms.token("Ann"),
                        pseudonyms.token(" ann"),
                        pseudonyms.token("ann ")))
                .hasSize(4);
    }

    /** Neither an id that looks like a purpose and an id, nor one with a zero byte, moves into another purpose. */
    @Test
    void purposesCannotBeJoined() {
        PseudonymKey key = TestKeys.first();
        assertThat(key.forPurpose("a").token("b\0c"))
                .doesNotEndWith(key.forPurpose("a.b").token("c").substring(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.forPurpose("a\0b"))
                .withMessageContaining("need a purpose of 1 to 64 letters");
    }

    @Property(seed = "20261122")
    void pseudonymsHaveTheirFormAndNothingOfTheId(@ForAll @NotEmpty String id) {
        if (id.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            assertThatIllegalArgumentException().isThrownBy(() -> pseudonyms.token(id));
            return;
        }
        String token = pseudonyms.token(id);
        assertThat(pseudonyms.hasForm(token)).isTrue();
        assertThat(token).matches("k1-[a-z2-7]{26}").isEqualTo(pseudonyms.token(id));
    }

    @Test
    void otherTextsHaveNotTheForm() {
        String token = pseudonyms.token("ann");
        assertThat(pseudonyms.hasForm("")).isFalse();
        assertThat(pseudonyms.hasForm(token.replace("k1-", "k2-"))).isFalse();
        assertThat(pseudonyms.hasForm(token.replace('-', '_'))).isFalse();
        assertThat(pseudonyms.hasForm(token + "a")).isFalse();
        assertThat(pseudonyms.hasForm(token.substring(0, 28) + "1")).isFalse();
    }

    @Test
    void unusableIdsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pseudonyms.token(""))
                .withMessage("need an id, got the empty text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pseudonyms.token("planted\ud83d"))
                .withMessageContaining("half a character")
                .withMessageNotContaining("planted");
    }

    @Test
    void aLogChangesItsCustomersAndNothingElse() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("bob", DAY.plusDays(3), 7.5)
                .add("ann", DAY, 1)
                .add("bob", DAY, 2)
                .build();
        TransactionLog hidden = pseudonyms.apply(log);
        assertThat(hidden.customers().id(0)).isEqualTo(pseudonyms.token("bob"));
        assertThat(hidden.customers().id(1)).isEqualTo(pseudonyms.token("ann"));
        assertThat(hidden.size()).isEqualTo(3);
        for (int row = 0; row < 3; row++) {
            assertThat(hidden.second(row)).isEqualTo(log.second(row));
            assertThat(hidden.amount(row)).isEqualTo(log.amount(row));
            assertThat(hidden.customer(row)).isEqualTo(log.customer(row));
        }
        assertThat(hidden.summaries(DAY.plusDays(9), TimeScale.DAY).summary(0))
                .isEqualTo(log.summaries(DAY.plusDays(9), TimeScale.DAY).summary(0));
    }

    @Test
    void customersThatWouldBecomeOneAreAnErrorThatNamesLinesAndNobody() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("ann", DAY, 1)
                .add(COMPOSED, DAY, 1)
                .add(DECOMPOSED, DAY, 1)
                .build();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> pseudonyms.apply(log))
                .withMessageStartingWith("1 of 3 ids get the pseudonym of another one; first: ")
                .withMessageContaining("differs only in its Unicode form from the id")
                .withMessageNotContaining("Zo")
                .satisfies(e ->
                        assertThat(e.badValues()).extracting(BadValue::column).containsExactly("customer"));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> pseudonyms.apply(IdTable.of("ann", COMPOSED, DECOMPOSED)))
                .withMessageContaining(
                        "line 3, column customer: differs only in its Unicode form from the id of row 2");
    }

    /** A hash of 128 bits never collides in a test, so a hash of one letter does. */
    @Test
    void aCollisionOfHashesIsAnErrorAndNoMergedCustomer() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Pseudonymizer.mapped(
                        IdTable.of("ann", "bob", "abe", "ada"),
                        id -> id.substring(0, 1),
                        i -> i + 1L,
                        (one, other) -> "collides with that"))
                .withMessageContaining("2 of 4 ids")
                .withMessageContaining("line 3, column customer: collides with that of row 1");
    }

    @Test
    void manyIdsHaveAsManyPseudonyms() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            seen.add(pseudonyms.token(Integer.toString(i)));
        }
        assertThat(seen).hasSize(20_000);
    }
}

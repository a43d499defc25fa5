package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymKeyTest {

    /**
     * RFC 4231, section 4, test cases 1 to 4 for HMAC-SHA-256. Their keys are shorter than the 32 bytes asked for here; HMAC fills
     * every key up to 64 bytes with zeros, so the same keys with zeros behind them give the same hashes.
     */
    @ParameterizedTest(name = "case {0}")
    @CsvSource({
        "1, 0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265,"
                + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "2, 4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
                + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "3, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"
                + " dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd,"
                + " 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        "4, 0102030405060708090a0b0c0d0e0f10111213141516171819,"
                + " cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd,"
                + " 82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    })
    void theHashIsThatOfTheStandard(int number, String key, String text, String hash) {
        byte[] secret = Arrays.copyOf(HexFormat.of().parseHex(key), 32);
        byte[] all = HexFormat.of().parseHex(text);
        byte[] head = Arrays.copyOf(all, number);
        byte[] tail = Arrays.copyOfRange(all, number, all.length);
        assertThat(PseudonymKey.of("k1", secret).hash(head, tail)).asHexString().isEqualToIgnoringCase(hash);
    }

    @Test
    void theSecretOfTheCallerIsWiped() {
        byte[] secret = TestKeys.bytes(0, 32);
        PseudonymKey.of("k1", secret);
        assertThat(secret).containsOnly(0);

        char[] text = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n".toCharArray();
        PseudonymKey fromText = PseudonymKey.ofBase64("k1", text);
        assertThat(text).containsOnly('\0');
        assertThat(fromText.forPurpose("p").token("ann"))
                .isEqualTo(TestKeys.first().forPurpose("p").token("ann"));
    }

    @Test
    void aRefusedSecretIsWipedToo() {
        byte[] secret = TestKeys.bytes(1, 31);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PseudonymKey.of("k1", secret))
                .withMessage("key k1: need at least 32 random bytes, got 31 (openssl rand -base64 32 makes them)");
        assertThat(secret).containsOnly(0);
    }

    @Test
    void aWipedSecretIsNoKey() {
        byte[] secret = TestKeys.bytes(0, 32);
        PseudonymKey.of("k1", secret);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PseudonymKey.of("k1", secret))
                .withMessageContaining("was the array wiped after an earlier use?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K1", "1k", "k-1", "k1234567890123456", "k 1"})
    void anUnfitKeyIdIsRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PseudonymKey.of(id, TestKeys.bytes(0, 32)))
                .withMessageContaining("need a key id");
    }

    /** What stands in the message of the JDK's decoder is a character of the secret. */
    @ParameterizedTest
    @ValueSource(
            strings = {"no base64 at all!", "AAEC*wQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "\u00e9\u00e9", "\ud800"})
    void noCharacterOfABadSecretIsShown(String secret) {
        assertThatThrownBy(() -> PseudonymKey.ofBase64("k1", secret.toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("key k1: the secret is no Base64 text")
                .hasNoCause();
    }

    @Test
    void aClosedKeyGivesNothing() {
        PseudonymKey key = TestKeys.first();
        Pseudonymizer pseudonyms = key.forPurpose("analytics");
        key.close();
        key.close();
        assertThatThrownBy(() -> pseudonyms.token("ann"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("key k1 is closed: make it again from its secret");
    }

    @Test
    void textFormsNameTheKeyOnly() {
        assertThat(TestKeys.first()).hasToString("pseudonym key k1");
        assertThat(TestKeys.analytics()).hasToString("pseudonyms of key k1 for analytics");
    }
}

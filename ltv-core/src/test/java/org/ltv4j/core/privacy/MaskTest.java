package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "ID, C0000127f, C***7f",
        "ID, 12345678, 1***78",
        "ID, 1234567, ***",
        "ID, 13085, ***",
        "ID, '  C0000127f ', C***7f",
        "ID, -123456789, ***", // no letter or digit in front: might be a formula
        "NAME, Anna Schmidt, A*** S***",
        "NAME, Anna Maria von Schmidt, A*** S***",
        "NAME, Anna, A***",
        "NAME, \u00c9lodie Durand, \u00c9*** D***",
        "NAME, E\u0301lodie, E\u0301***", // an accent stays on its letter
        "NAME, Al, ***",
        "NAME, Al Green, *** G***",
        "NAME, X, ***",
        "NAME, \u5f20\u4e09, \u5f20*",
        "NAME, \u5f20\u4e09\u4e30, \u5f20*",
        "NAME, \u6b27\u9633\u5a1c, \u6b27\u9633*",
        "NAME, \u6b27\u9633\u5a1c\u5a1c, \u6b27\u9633*",
        "NAME, \u6b27\u9633, \u6b27*", // a given name of one character
        "NAME, \u5f20, *",
        "NAME, \uae40\ubbfc\uc218, \uae40*",
        "NAME, \ud842\udfb7\u91ce\u5bb6, \ud842\udfb7*", // a surname outside the basic plane
        "NAME, \ud83d\ude00\ud83d\ude00\ud83d\ude00, ***",
        "PHONE, 13812345678, 138****5678",
        "PHONE, +86 138 1234 5678, 138****5678",
        "PHONE, 0086-138-1234-5678, 138****5678",
        "PHONE, \uff11\uff13\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18, 138****5678",
        "PHONE, +49 (30) 1234-5678, ***5678",
        "PHONE, 030 123456, ***56",
        "PHONE, 123456, ***",
        "PHONE, none, ***",
        "EMAIL, anna.schmidt@example.com, a***@***.com",
        "EMAIL, ann@example.com, ***@***.com",
        "EMAIL, anna@mail.example.co.uk, a***@***.uk",
        "EMAIL, anna@localhost, ***",
        "EMAIL, anna@b@example.com, ***",
        "EMAIL, no address, ***",
        "CARD, 4111 1111 1111 1234, ***1234", // a number for tests of the card companies, its end changed
        "CARD, 411111111111, ***",
        "CARD, 41111111111111111111, ***",
        "EVERYTHING, anything, ***"
    })
    void showsThisMuch(Mask mask, String value, String masked) {
        assertThat(mask.masked(value)).isEqualTo(masked);
    }

    /** Whatever the text: no more than three characters of an id, never half a character, the same again next time. */
    @Property(seed = "20261122")
    void nothingIsShownOfShortValuesAndNoHalfCharacter(@ForAll Mask mask, @ForAll String value) {
        String masked = mask.masked(value);
        assertThat(masked).isEqualTo(mask.masked(value));
        if (value.isBlank()) {
            assertThat(masked).isEmpty();
            return;
        }
        assertThat(masked).contains("*");
        assertThat(masked.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .isTrue();
        if (value.strip().length() < 2) {
            assertThat(masked.replace("*", "")).isEmpty();
        }
    }

    /** PCI DSS: never more than the first six and the last four; here the last four only. */
    @Property(seed = "20261122")
    void aCardNeverShowsMoreThanItsLastFourDigits(@ForAll String value) {
        String masked = Mask.CARD.masked(value);
        assertThat(masked.replace("***", "")).matches("([0-9]{4})?");
    }
}

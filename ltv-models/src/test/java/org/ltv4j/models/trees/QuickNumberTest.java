package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way to a float must come to the float of the long way, {@link Float#parseFloat}, or say that it cannot. */
class QuickNumberTest {
    @Test
    void agreesWithParseFloatOnFloatsAsTheyAreWritten() {
        Random random = new Random(11);
        int found = 0;
        for (int i = 0; i < 100_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isNaN(value) || Float.isInfinite(value)) {
                continue;
            }
            found += check(Float.toString(value)) ? 1 : 0;
            found += check(String.format(Locale.ROOT, "%.8e", value)) ? 1 : 0;
        }
        assertThat(found).as("exponents to 22 are found").isGreaterThan(80_000);
        assertThat(check("-1.2762607E0")).isTrue();
        assertThat(check("0.41919297")).isTrue();
        assertThat(check("-0")).isTrue();
    }

    /** Numbers right between two floats, and a little above and below: a double would be rounded a second time. */
    @Test
    void agreesWithParseFloatBetweenFloats() {
        Random random = new Random(12);
        for (int i = 0; i < 50_000; i++) {
            float value = Float.intBitsToFloat(0x3a000000 + random.nextInt(0x10000000));
            BigDecimal between = new BigDecimal(value)
                    .add(new BigDecimal(Math.nextUp(value)))
                    .divide(BigDecimal.valueOf(2));
            for (int digits = 8; digits <= 18; digits++) {
                check(between.round(new MathContext(digits)).toString());
            }
        }
        check("16777217");
        check("16777219");
        check("9007199254740993");
        check("3.4028235677973366e38");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "01", "1.", ".5", "1e", "1e+", "1e400", "NaN", "Infinity", "123456789012345678", "1e-40"
            })
    void leavesTheRestToOthers(String text) {
        assertThat(new QuickNumber((text + ",").getBytes(StandardCharsets.UTF_8)).real(0))
                .isNaN();
    }

    @Test
    void leavesNumbersAtTheEndOfTheFileToOthersSinceMoreMayBeMissing() {
        assertThat(new QuickNumber("12".getBytes(StandardCharsets.UTF_8)).real(0))
                .isNaN();
        assertThat(new QuickNumber("12".getBytes(StandardCharsets.UTF_8)).whole(0))
                .isEqualTo(QuickNumber.NOT_SIMPLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, -1, 2147483647, 4294967295L, -99999999999999999L})
    void findsWholeNumbers(long value) {
        QuickNumber number = new QuickNumber((value + "]").getBytes(StandardCharsets.UTF_8));

        assertThat(number.whole(0)).isEqualTo(value);
        assertThat(number.end()).isEqualTo(Long.toString(value).length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "1E3", "01", "-", "x", "123456789012345678"})
    void leavesOtherWholeNumbersToOthers(String text) {
        assertThat(new QuickNumber((text + ",").getBytes(StandardCharsets.UTF_8)).whole(0))
                .isEqualTo(QuickNumber.NOT_SIMPLE);
    }

    private static boolean check(String text) {
        QuickNumber number = new QuickNumber((text + ",").getBytes(StandardCharsets.UTF_8));
        float value = number.real(0);
        if (Float.isNaN(value)) {
            return false;
        }
        if (Float.floatToIntBits(value) != Float.floatToIntBits(Float.parseFloat(text))
                || number.end() != text.length()) {
            throw new AssertionError(text + " became " + value);
        }
        return true;
    }
}

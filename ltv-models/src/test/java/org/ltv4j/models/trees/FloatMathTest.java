package org.ltv4j.models.trees;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values printed by a C program with {@code %a}, glibc 2.36 on x86-64. */
class FloatMathTest {
    @ParameterizedTest
    @CsvSource({
        "0x1.c3b978p+4, 0x1.a8fdfep+40", // here java.lang.Math, rounded to float, differs
        "-0x1.9f999ap+6, 0x1p-149",
        "-0x1.68p+6, 0x1.1d85p-130",
        "0x1p-30, 1",
        "-0x0p+0, 1",
        "0x1.62e426p+6, 0x1.fffb08p+127",
        "89, Infinity",
        "1e30, Infinity",
        "Infinity, Infinity",
        "-104.5, 0",
        "-Infinity, 0"
    })
    void expHasTheBitsOfTheCLibrary(float x, float exp) {
        assertThat(FloatMath.exp(x)).isEqualTo(exp);
    }

    @ParameterizedTest
    @CsvSource({
        "0x1.0892ep-6, -0x1.080f6ap+2", // here java.lang.Math, rounded to float, differs, and in the next five
        "0x1.d5597ap-5, -0x1.6e063ep+1",
        "0x1.94b9cp-3, -0x1.9f14b4p+0",
        "0x1.3247cp-1, -0x1.0713fp-1",
        "0x1.f6f1c6p+0, 0x1.59c136p-1",
        "0x1.5affaap+3, 0x1.31195p+1",
        "0x1p-149, -0x1.9d1dap+6",
        "0x1.8p-130, -0x1.66d08ep+6",
        "0x1.fffffep+127, 0x1.62e43p+6",
        "1, 0"
    })
    void logHasTheBitsOfTheCLibrary(float x, float log) {
        assertThat(FloatMath.log(x)).isEqualTo(log);
    }

    @Test
    void bothAreWithinOnePlaceOfTheExactValueEverywhere() {
        for (int bits = 1; bits < 0x7f800000; bits += 99_991) {
            float x = Float.intBitsToFloat(bits);
            assertNear(FloatMath.log(x), (float) Math.log(x), x);
            assertNear(FloatMath.exp(x), (float) Math.exp(x), x);
            assertNear(FloatMath.exp(-x), (float) Math.exp(-x), -x);
        }
    }

    @Test
    void nanStaysNan() {
        assertThat(FloatMath.exp(Float.NaN)).isNaN();
    }

    private static void assertNear(float got, float exact, float x) {
        if (got != exact) {
            assertThat(Math.abs(Float.floatToIntBits(got) - Float.floatToIntBits(exact)))
                    .as("at %s", x)
                    .isLessThanOrEqualTo(1);
        }
    }
}

package org.ltv4j.models.trees;

/**
 * Exponential and logarithm of floats with the bits that the C library gives to the native scorer, on any platform: {@link
 * Math#exp} and {@link Math#log}, rounded to float, differ in the last place for about one value in ten thousand.
 *
 * <p>The method is that of Arm's optimized routines (expf and logf, S. Nagy, MIT licence), which glibc since 2.27, musl and
 * bionic use: reduce the argument by a table, evaluate a polynomial of degree 3 in double, round once. The constants below
 * are theirs, since others would round otherwise. Checked against glibc 2.36 for all normal floats (log) and each third
 * float (exp): log never differs, exp for one value in 747 million.
 */
final class FloatMath {
    private static final int EXP_STEPS = 32;
    private static final double EXP_3 = 0x1.c6af84b912394p-5 / (EXP_STEPS * EXP_STEPS * EXP_STEPS);
    private static final double EXP_2 = 0x1.ebfce50fac4f3p-3 / (EXP_STEPS * EXP_STEPS);
    private static final double EXP_1 = 0x1.62e42ff0c52d6p-1 / EXP_STEPS;
    private static final double STEPS_PER_UNIT = 0x1.71547652b82fep+0 * EXP_STEPS;
    /** Added and taken away again, it rounds to a whole number, whose bits end up at the low end. */
    private static final double ROUNDER = 0x1.8p52;

    /** The bits of 2^(i/32), less what the whole number i adds to the exponent. */
    private static final long[] EXP_TABLE = new long[EXP_STEPS];

    private static final double LN_2 = 0x1.62e42fefa39efp-1;
    private static final double LOG_2 = -0x1.ffffef20a4123p-2;
    private static final double LOG_3 = 0x1.5575b0be00b6ap-2;
    private static final double LOG_4 = -0x1.00ea348b88334p-2;
    /** Start of the sixteen intervals that mantissas are divided into: a little below 0.7. */
    private static final int LOG_START = 0x3f330000;

    /** For each interval 1/c of a number c near its middle. */
    private static final double[] INVERSE = {
        0x1.661ec79f8f3bep+0, 0x1.571ed4aaf883dp+0, 0x1.49539f0f010bp+0, 0x1.3c995b0b80385p+0,
        0x1.30d190c8864a5p+0, 0x1.25e227b0b8eap+0, 0x1.1bb4a4a1a343fp+0, 0x1.12358f08ae5bap+0,
        0x1.0953f419900a7p+0, 0x1p+0, 0x1.e608cfd9a47acp-1, 0x1.ca4b31f026aap-1,
        0x1.b2036576afce6p-1, 0x1.9c2d163a1aa2dp-1, 0x1.886e6037841edp-1, 0x1.767dcf5534862p-1
    };

    /** And its logarithm. */
    private static final double[] LOG = {
        -0x1.57bf7808caadep-2,
        -0x1.2bef0a7c06ddbp-2,
        -0x1.01eae7f513a67p-2,
        -0x1.b31d8a68224e9p-3,
        -0x1.6574f0ac07758p-3,
        -0x1.1aa2bc79c81p-3,
        -0x1.a4e76ce8c0e5ep-4,
        -0x1.1973c5a611cccp-4,
        -0x1.252f438e10c1ep-5,
        0x0p+0,
        0x1.aa5aa5df25984p-5,
        0x1.c5e53aa362eb4p-4,
        0x1.526e57720db08p-3,
        0x1.bc2860d22477p-3,
        0x1.1058bc8a07ee1p-2,
        0x1.4043057b6ee09p-2
    };

    static {
        for (int i = 0; i < EXP_STEPS; i++) {
            double power = StrictMath.pow(2, i / (double) EXP_STEPS);
            EXP_TABLE[i] = Double.doubleToRawLongBits(power) - ((long) i << 47);
        }
    }

    private FloatMath() {}

    /** e to the power of a value: 0 far below, infinite far above, NaN of NaN. */
    static float exp(float x) {
        if (!(x < 89)) {
            return Float.isNaN(x) ? x : Float.POSITIVE_INFINITY;
        }
        if (x < -104) {
            return 0;
        }
        double steps = STEPS_PER_UNIT * x;
        double rounded = steps + ROUNDER;
        long whole = Double.doubleToRawLongBits(rounded);
        double rest = steps - (rounded - ROUNDER);
        double power = Double.longBitsToDouble(EXP_TABLE[(int) (whole & (EXP_STEPS - 1))] + (whole << 47));
        double sum = (EXP_3 * rest + EXP_2) * (rest * rest) + (EXP_1 * rest + 1);
        return (float) (sum * power);
    }

    /** The natural logarithm of a finite number above 0. */
    static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        int shift = 0;
        if (bits < 0x00800000) { // subnormal: as a normal number of 23 powers of two more
            bits = Float.floatToRawIntBits(x * 0x1p23f);
            shift = 23;
        }
        int offset = bits - LOG_START;
        int interval = (offset >> 19) & 15;
        int exponent = offset >> 23;
        double mantissa = Float.intBitsToFloat(bits - (exponent << 23));
        double rest = mantissa * INVERSE[interval] - 1;
        double start = LOG[interval] + (exponent - shift) * LN_2;
        double square = rest * rest;
        return (float) ((LOG_4 * square + (LOG_3 * rest + LOG_2)) * square + (start + rest));
    }
}

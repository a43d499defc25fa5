package org.ltv4j.core.internal.math;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random numbers that are the same on every JDK: only {@code nextLong} of a generator with a published algorithm, and
 * {@link StrictMath}.
 */
public final class Samplers {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Samplers() {}

    /** What a generator is for. The numbers are part of the result: never change or reuse one. */
    public enum Purpose {
        /** Purchases and spend of a simulated customer. */
        HISTORY(1),
        /** Visits of a simulated guest of a cafe. */
        CAFE_VISITS(2),
        /** What a simulated guest of a cafe buys. */
        CAFE_RECEIPTS(3),
        /** Settings that a search for hyper-parameters tries. */
        TRIALS(4),
        /** Which fold a customer is dealt into. */
        FOLDS(5),
        /** Customers of a resample. */
        BOOTSTRAP(6),
        /** Signs of differences between two models. */
        PERMUTATION(7),
        /** Rows of a sample. */
        SAMPLE(8),
        /** Where the factors of items start. */
        FACTORS(20),
        /** Baskets of which no two items have to do with each other. */
        SHUFFLED_BASKETS(30),
        /** Which half of the baskets rules are found in, and which they are tested on. */
        HALVES(31);

        private final long number;

        Purpose(long number) {
            this.number = number;
        }
    }

    /**
     * The generator of one task: a function of its three arguments and nothing else.
     *
     * @param seed the seed of the caller
     * @param purpose what the numbers are for
     * @param i which task, counted from 0
     * @return a new generator
     */
    public static RandomGenerator generator(long seed, Purpose purpose, long i) {
        return new SplittableRandom(mix(mix(mix(seed + GOLDEN) ^ purpose.number) + GOLDEN * (i + 1)));
    }

    /** The finaliser of SplitMix64 (variant 13 of Stafford). */
    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Uniform on the open interval (0, 1).
     *
     * @param random one number is drawn from it
     * @return a multiple of 2^-53, plus half of that
     */
    public static double uniform(RandomGenerator random) {
        return ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
    }

    /**
     * Uniform on 0 to {@code bound - 1}; the bias of at most {@code bound / 2^53} does not matter here.
     *
     * @param random one number is drawn from it
     * @param bound above 0
     * @return a whole number
     */
    public static int index(RandomGenerator random, int bound) {
        return (int) (uniform(random) * bound);
    }

    /**
     * Exponential with a mean of {@code 1 / rate}; infinite for a rate of 0.
     *
     * @param random one number is drawn from it
     * @param rate at least 0
     * @return above 0
     */
    public static double exponential(RandomGenerator random, double rate) {
        return -StrictMath.log(uniform(random)) / rate;
    }

    /**
     * Gamma with a scale of 1. May underflow to 0 for a shape far below 1.
     *
     * @param random numbers are drawn from it
     * @param shape above 0
     * @return at least 0
     */
    public static double gamma(RandomGenerator random, double shape) {
        return StrictMath.exp(logGamma(random, shape));
    }

    /**
     * Beta, as a ratio of gammas in logs so that small shapes do not give 0/0.
     *
     * @param random numbers are drawn from it
     * @param a above 0
     * @param b above 0
     * @return from 0 to 1
     */
    public static double beta(RandomGenerator random, double a, double b) {
        double first = logGamma(random, a);
        double second = logGamma(random, b);
        return 1 / (1 + StrictMath.exp(second - first));
    }

    /** Logarithm of a gamma variate. Marsaglia and Tsang (2000), ACM TOMS 26(3), with their boost for shapes below 1. */
    private static double logGamma(RandomGenerator random, double shape) {
        if (shape < 1) {
            return logGamma(random, shape + 1) + StrictMath.log(uniform(random)) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal(random);
            double v = 1 + c * x;
            if (v > 0) {
                double cube = v * v * v;
                double logCube = StrictMath.log(cube);
                if (StrictMath.log(uniform(random)) < 0.5 * x * x + d - d * cube + d * logCube) {
                    return StrictMath.log(d) + logCube;
                }
            }
        }
    }

    /**
     * Standard normal by Marsaglia's polar method; the second value of each pair is not used.
     *
     * @param random numbers are drawn from it
     * @return any finite number
     */
    public static double normal(RandomGenerator random) {
        while (true) {
            double u = 2 * uniform(random) - 1;
            double v = 2 * uniform(random) - 1;
            double s = u * u + v * v;
            if (s < 1 && s > 0) {
                return u * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }
}

package org.ltv4j.models.tune;

import java.util.random.RandomGenerator;

/** One kernel per observation and a last one that is the prior, over the values of one parameter. */
interface Kernels {
    /** A value drawn from a kernel. */
    Object draw(int kernel, RandomGenerator random);

    /** The logarithm of a kernel's density, or of its probability where values are single; may be minus infinity. */
    double logDensity(int kernel, Object value);
}

package org.ltv4j.models.tune;

import java.util.List;

/** Means of what trials reported. */
final class Means {
    private Means() {}

    /** The mean of the first {@code steps} losses, added in their order. */
    static double of(List<Double> losses, int steps) {
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += losses.get(i) / steps; // divided first: the sum of large losses may be infinite
        }
        return sum;
    }
}

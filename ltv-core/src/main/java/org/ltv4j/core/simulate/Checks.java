package org.ltv4j.core.simulate;

/** Ranges of parameters. */
final class Checks {
    private Checks() {}

    static void positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("need " + name + " finite and > 0, got " + value);
        }
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("need " + name + " finite and >= 0, got " + value);
        }
    }

    static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("need " + name + " >= 1, got " + value);
        }
    }
}

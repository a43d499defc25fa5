package org.ltv4j.models.boost;

/** Checks of options; NaN fails all of them. */
final class Ranges {
    private Ranges() {}

    static void whole(String name, int value, int min, int max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("need " + min + " <= " + name + " <= " + max + ", got " + value);
        }
    }

    static void share(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("need 0 < " + name + " <= 1, got " + value);
        }
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0 && value <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("need a finite " + name + " >= 0, got " + value);
        }
    }

    static void positive(String name, double value) {
        if (!(value > 0 && value <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("need a finite " + name + " > 0, got " + value);
        }
    }
}

package org.ltv4j.models.btyd;

/** Ranges of parameters. Written so that NaN fails too. */
final class Check {
    private Check() {}

    static void positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("need a finite " + name + " > 0, got " + value);
        }
    }

    static void share(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("need 0 < " + name + " < 1, got " + value);
        }
    }

    static void discountRate(double rate) {
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("need a finite discount rate >= 0 per time unit, got " + rate);
        }
    }
}

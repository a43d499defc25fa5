package org.ltv4j.core.feature;

/** One number over another where there may be nothing to divide by. */
final class Quotient {
    private Quotient() {}

    /** a / b; NaN if b is 0, or so small that no double is large enough for the quotient of a finite a. */
    static double of(double a, double b) {
        if (b == 0) {
            return Double.NaN;
        }
        double quotient = a / b;
        return Double.isInfinite(quotient) && Double.isFinite(a) ? Double.NaN : quotient;
    }
}

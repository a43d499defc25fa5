package org.ltv4j.core.io;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Doubles as text that reads back to the same bits and is the same on every JDK. {@link Double#toString(double)} is not: until
 * JDK 18 it printed one digit too many for some values.
 */
final class Numbers {
    private Numbers() {}

    /**
     * The shortest decimal that reads back to {@code value}. One of up to 15 digits is found as the value rounded to 15
     * digits, less its trailing zeros, except among the numbers near 0 that have fewer digits than that.
     */
    static String text(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = Math.abs(value) < Double.MIN_NORMAL ? 1 : 15; digits <= 17; digits++) {
            shortest = exact.round(new MathContext(digits));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        double size = Math.abs(value);
        BigDecimal stripped = shortest.stripTrailingZeros();
        if (size >= 1e-3 && size < 1e7) {
            return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
        }
        return scientific(stripped);
    }

    private static String scientific(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "E" + exponent;
    }
}

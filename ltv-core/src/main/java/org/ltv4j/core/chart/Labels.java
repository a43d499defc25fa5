package org.ltv4j.core.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleFunction;

/**
 * How the numbers on the two axes are written.
 *
 * @param x text of a value of the horizontal axis
 * @param y text of a value of the vertical axis, or of a cell
 */
public record Labels(DoubleFunction<String> x, DoubleFunction<String> y) {
    /** Plain digits, at most three after the point. */
    public static final Labels PLAIN = new Labels(Labels::plain, Labels::plain);

    private static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}

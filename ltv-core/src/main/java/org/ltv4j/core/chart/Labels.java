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

    /** Shares as percent on both axes: 0.25 is {@code 25%}. */
    public static final Labels PERCENT = new Labels(Labels::percent, Labels::percent);

    /**
     * A share in percent, at most one digit after the point.
     *
     * @param share a finite share
     * @return such as {@code 12.5%}
     */
    public static String percent(double share) {
        BigDecimal rounded = BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
        return (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()) + "%";
    }

    /**
     * Plain digits, at most three after the point.
     *
     * @param value a finite value
     * @return such as {@code -0.125} or {@code 1200}
     */
    public static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}

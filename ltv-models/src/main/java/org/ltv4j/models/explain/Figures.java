package org.ltv4j.models.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How numbers are written: with a comma at thousands and few digits, whatever the locale of the machine. */
final class Figures {
    private static final String MINUS = "\u2212";

    private Figures() {}

    /** A value: whole numbers in full, others with about three digits. */
    static String value(double value) {
        double size = Math.abs(value);
        return decimal(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
    }

    /** A value with its sign, coarser, since it is an estimate. */
    static String change(double value) {
        double size = Math.abs(value);
        String text = decimal(value, size >= 9.95 ? 0 : size >= 0.995 ? 1 : 2);
        return value > 0 && !text.equals("0") ? "+" + text : text;
    }

    static String percent(double share) {
        return decimal(100 * share, Math.abs(share) < 0.0995 ? 1 : 0) + "%";
    }

    private static String decimal(double value, int digits) {
        DecimalFormat format = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : format.format(rounded).replace("-", MINUS);
    }
}

package org.ltv4j.core.evaluate.backtest;

import java.util.Locale;

/** Metrics as text. */
final class Numbers {
    private Numbers() {}

    /** Four digits of what counts. */
    static String text(Metric metric, double value) {
        if (metric == Metric.BIAS_PERCENT) {
            return String.format(Locale.ROOT, "%+.1f", value);
        }
        return Math.abs(value) >= 1000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.4f" : "%.4g", value);
    }

    static String p(double p) {
        return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
    }
}

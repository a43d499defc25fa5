package org.ltv4j.core.clean;

import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.LogColumn;

/**
 * Which values of a column are so far from the others that they are capped, left out or marked. Looked at are known values of
 * sales: amounts, quantities and prices above 0, discounts of at least 0; refunds and visits without spend are neither counted nor
 * changed. Fences are learnt from rows up to the calibration end, where the plan has one, and applied to all. Immutable.
 *
 * <pre>{@code
 * CleaningPlan.defaults()
 *     .withOutliers(OutlierRule.winsorise(0, 0.999))
 *     .withOutliers(OutlierRule.mad(6).onLogScale().perProduct().of(LogColumn.UNIT_PRICE).flagged());
 * }</pre>
 *
 * <p>Outliers come after refunds in a plan: an order of 80,995 pieces that was cancelled minutes later is no purchase any more
 * and needs no cap.
 */
public final class OutlierRule {
    /** What becomes of an outlier. */
    public enum Action {
        /** The value becomes the fence; the row stays. */
        CAP,
        /** The row is left out and laid aside, see {@link Cleaned#isolated}. */
        DROP,
        /** The row stays and is marked, see {@link Cleaned#flagged}. */
        FLAG
    }

    /** Products with fewer known values have no fences of their own and are left alone. */
    public static final int LEAST_PER_PRODUCT = 10;

    private final Fences.Method method;
    private final LogColumn column;
    private final Action action;
    private final boolean perProduct;
    private final boolean logScale;
    private final boolean upperOnly;
    private final @Nullable String name;

    private OutlierRule(
            Fences.Method method,
            LogColumn column,
            Action action,
            boolean perProduct,
            boolean logScale,
            boolean upperOnly,
            @Nullable String name) {
        this.method = method;
        this.column = column;
        this.action = action;
        this.perProduct = perProduct;
        this.logScale = logScale;
        this.upperOnly = upperOnly;
        this.name = name;
    }

    private static OutlierRule of(Fences.Method method, Action action) {
        return new OutlierRule(method, LogColumn.AMOUNT, action, false, false, false, null);
    }

    /**
     * Values beyond two quantiles are capped at them. Quantiles are interpolated as R and NumPy do.
     *
     * @param lower from 0 to below {@code upper}; 0 leaves small values alone
     * @param upper up to 1; 1 leaves large values alone
     * @return the rule, for amounts
     */
    public static OutlierRule winsorise(double lower, double upper) {
        if (!(lower >= 0) || !(upper <= 1) || !(lower < upper)) {
            throw new IllegalArgumentException("need 0 <= lower < upper <= 1, got " + lower + " and " + upper);
        }
        return of(new Fences.Winsor(lower, upper), Action.CAP);
    }

    /**
     * Values more than {@code k} interquartile ranges below the first or above the third quartile are marked (Tukey 1977; 1.5 is
     * usual, 3 is "far out"). Where the range is 0, most values are the same and nothing is an outlier.
     *
     * @param k above 0
     * @return the rule, for amounts
     */
    public static OutlierRule iqr(double k) {
        return of(new Fences.Iqr(positive(k)), Action.FLAG);
    }

    /**
     * Values whose modified z-score, {@code 0.6745 (x - median) / MAD}, is beyond {@code z} are marked (Iglewicz and Hoaglin
     * 1993; 3.5 is usual). Where more than half of the values are the same the MAD is 0, and the mean absolute deviation from the
     * median stands in, {@code (x - median) / (1.253314 MeanAD)}; where all are the same, nothing is an outlier.
     *
     * @param z above 0
     * @return the rule, for amounts
     */
    public static OutlierRule mad(double z) {
        return of(new Fences.Mad(positive(z)), Action.FLAG);
    }

    private static double positive(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("need a finite number above 0, got " + value);
        }
        return value;
    }

    /**
     * This rule for another column.
     *
     * @param other amount, quantity, unit price or discount
     * @return the rule
     */
    public OutlierRule of(LogColumn other) {
        if (!other.isNumber() || logScale && other == LogColumn.DISCOUNT) {
            throw new IllegalArgumentException(
                    logScale && other == LogColumn.DISCOUNT
                            ? "discounts may be 0, which has no logarithm"
                            : "outliers are looked for in columns of numbers, not in the " + other);
        }
        return new OutlierRule(method, other, action, perProduct, logScale, upperOnly, name);
    }

    /**
     * This rule, and outliers are capped at the fence.
     *
     * @return the rule
     */
    public OutlierRule capped() {
        return new OutlierRule(method, column, Action.CAP, perProduct, logScale, upperOnly, name);
    }

    /**
     * This rule, and rows with outliers are left out and laid aside.
     *
     * @return the rule
     */
    public OutlierRule dropped() {
        return new OutlierRule(method, column, Action.DROP, perProduct, logScale, upperOnly, name);
    }

    /**
     * This rule, and rows with outliers are marked.
     *
     * @return the rule
     */
    public OutlierRule flagged() {
        return new OutlierRule(method, column, Action.FLAG, perProduct, logScale, upperOnly, name);
    }

    /**
     * This rule with fences for each product; products with fewer than {@value #LEAST_PER_PRODUCT} known values and rows without a
     * product are left alone.
     *
     * @return the rule
     */
    public OutlierRule perProduct() {
        return new OutlierRule(method, column, action, true, logScale, upperOnly, name);
    }

    /**
     * This rule on logarithms: amounts of sales are skewed, so that on their own scale far too many large ones look odd.
     *
     * @return the rule
     */
    public OutlierRule onLogScale() {
        if (column == LogColumn.DISCOUNT) {
            throw new IllegalArgumentException("discounts may be 0, which has no logarithm");
        }
        return new OutlierRule(method, column, action, perProduct, true, upperOnly, name);
    }

    /**
     * This rule for large values only.
     *
     * @return the rule
     */
    public OutlierRule upperOnly() {
        return new OutlierRule(method, column, action, perProduct, logScale, true, name);
    }

    /**
     * This rule under a name of the caller's.
     *
     * @param step name of the step in the report
     * @return the rule
     */
    public OutlierRule named(String step) {
        return new OutlierRule(method, column, action, perProduct, logScale, upperOnly, step);
    }

    /**
     * The name of the step.
     *
     * @return for example {@code outliers in amount}
     */
    public String name() {
        return name == null ? "outliers in " + column : name;
    }

    /**
     * The column looked at.
     *
     * @return a column of numbers
     */
    public LogColumn column() {
        return column;
    }

    /**
     * What becomes of outliers.
     *
     * @return the action
     */
    public Action action() {
        return action;
    }

    Fences.Method method() {
        return method;
    }

    boolean isPerProduct() {
        return perProduct;
    }

    boolean isLogScale() {
        return logScale;
    }

    boolean isUpperOnly() {
        return upperOnly;
    }

    /** The rule in words. */
    @Override
    public String toString() {
        String what = switch (action) {
            case CAP -> "are capped there";
            case DROP -> "are left out and laid aside";
            case FLAG -> "are marked";
        };
        return column.toString() + " values " + (upperOnly ? "above" : "outside") + " " + method.words()
                + (logScale ? " of the logarithms" : "") + (perProduct ? ", product by product," : "") + " "
                + what;
    }
}

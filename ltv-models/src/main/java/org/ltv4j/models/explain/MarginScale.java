package org.ltv4j.models.explain;

import org.ltv4j.models.boost.ObjectiveKind;

/** What the margin of trees is, and so what a contribution to it does. */
public enum MarginScale {
    /** The outcome itself: contributions are in its unit. */
    IDENTITY,
    /**
     * The logarithm of the outcome, but for a factor that is the same for all ({@link org.ltv4j.models.boost.XgbLtvModel#totalFactor()}): a
     * contribution c multiplies the outcome by {@code exp(c)}.
     */
    LOG,
    /**
     * The logarithm of 1 + the outcome, but for the same kind of factor: a contribution c multiplies {@code 1 + outcome} by
     * {@code exp(c)}.
     */
    LOG1P,
    /** The logarithm of the odds: a contribution c multiplies the odds by {@code exp(c)}. */
    LOGIT;

    static MarginScale of(ObjectiveKind kind) {
        return switch (kind) {
            case TWEEDIE, GAMMA, POISSON -> LOG;
            case LOG1P -> LOG1P;
            case LOGISTIC -> LOGIT;
            case SQUARED_ERROR, QUANTILE, ABSOLUTE_ERROR -> IDENTITY;
        };
    }

    /**
     * What a contribution multiplies: the outcome, one more than it, or its odds.
     *
     * @param contribution to the margin
     * @return above 0
     * @throws IllegalStateException for {@link #IDENTITY}, where contributions are added
     */
    public double factor(double contribution) {
        if (this == IDENTITY) {
            throw new IllegalStateException("contributions on the scale of the outcome are added, they are no factors");
        }
        return Math.exp(contribution);
    }
}

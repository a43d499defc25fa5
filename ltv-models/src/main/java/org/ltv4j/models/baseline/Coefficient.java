package org.ltv4j.models.baseline;

/**
 * What a linear model makes of one prepared feature: {@code value * (x - centre)} is added to the linear predictor.
 *
 * @param feature name of the feature after the preparation
 * @param value change of the linear predictor per unit of the feature; 0 if the model does without it
 * @param centre mean of the feature over the training rows, weighted
 * @param scale standard deviation of the feature over the training rows, weighted; 0 if it did not vary
 */
public record Coefficient(String feature, double value, double centre, double scale) {
    /**
     * Checks the numbers.
     *
     * @param feature name of the feature after the preparation
     * @param value change of the linear predictor per unit of the feature; 0 if the model does without it
     * @param centre mean of the feature over the training rows, weighted
     * @param scale standard deviation of the feature over the training rows, weighted; 0 if it did not vary
     */
    public Coefficient {
        if (!Double.isFinite(value) || !Double.isFinite(centre) || !(scale >= 0 && scale <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("feature " + feature
                    + ": need a finite coefficient and centre and a scale of at least 0, got " + value + ", " + centre
                    + " and " + scale);
        }
    }

    /**
     * Change of the linear predictor per standard deviation of the feature: how much the features matter beside each other.
     *
     * @return value times scale
     */
    public double standardised() {
        return value * scale;
    }
}

package org.ltv4j.core.evaluate.backtest;

/**
 * What predictions are compared by. Those of amounts and counts are defined in {@link org.ltv4j.core.evaluate.Evaluation} and
 * {@link org.ltv4j.core.evaluate.HighValueEvaluation}, those of probabilities in
 * {@link org.ltv4j.core.evaluate.ProbabilityEvaluation}.
 */
public enum Metric {
    /** Mean absolute error. Where most customers do nothing, predicting nothing for anybody does well by it. */
    MAE("MAE", Goal.LOWEST),
    /** Root of the mean squared error: the one to choose for means, which is what most models predict. */
    RMSE("RMSE", Goal.LOWEST),
    /** Error of the total in per cent of it. */
    BIAS_PERCENT("bias %", Goal.NEAREST_TO_ZERO),
    /** Rank correlation. */
    SPEARMAN("Spearman", Goal.HIGHEST),
    /** Gini of the actual values in the order of the predictions over the best one. */
    NORMALISED_GINI("Gini", Goal.HIGHEST),
    /** Share of the actual total that the tenth with the highest predictions accounts for. */
    TOP_DECILE_CAPTURE("top tenth", Goal.HIGHEST),
    /** Share of high-value customers among those predicted to be. */
    HIGH_VALUE_PRECISION("precision", Goal.HIGHEST),
    /** Share of the high-value customers that were predicted to be. */
    HIGH_VALUE_RECALL("recall", Goal.HIGHEST),
    /** Harmonic mean of that precision and recall. */
    HIGH_VALUE_F1("F1", Goal.HIGHEST),
    /** Share of the customers on the right side of the threshold. */
    HIGH_VALUE_ACCURACY("accuracy", Goal.HIGHEST),
    /** How often a high-value customer has a higher prediction than another. */
    HIGH_VALUE_AUC("high-value AUC", Goal.HIGHEST),
    /** How often an event has a higher probability than a non-event. */
    AUC("AUC", Goal.HIGHEST),
    /** Mean squared error of probabilities. */
    BRIER("Brier", Goal.LOWEST),
    /** Mean of minus the logarithm of the probability given to what happened. */
    LOG_LOSS("log loss", Goal.LOWEST);

    private final String label;
    private final Goal goal;

    Metric(String label, Goal goal) {
        this.label = label;
        this.goal = goal;
    }

    /** Where the best value lies. */
    public enum Goal {
        /** The lower the better. */
        LOWEST,
        /** The higher the better. */
        HIGHEST,
        /** The nearer to 0 the better. */
        NEAREST_TO_ZERO
    }

    /**
     * What a table calls it.
     *
     * @return one or two words
     */
    public String label() {
        return label;
    }

    /**
     * Where the best value lies.
     *
     * @return the goal
     */
    public Goal goal() {
        return goal;
    }

    /**
     * Whether one value is better than another.
     *
     * @param value of this metric
     * @param other of this metric
     * @return true if {@code value} is nearer to the goal
     */
    public boolean better(double value, double other) {
        return switch (goal) {
            case LOWEST -> value < other;
            case HIGHEST -> value > other;
            case NEAREST_TO_ZERO -> Math.abs(value) < Math.abs(other);
        };
    }

    /** The number that differences are taken of: the value, or its distance from 0 where that is what counts. */
    double compared(double value) {
        return goal == Goal.NEAREST_TO_ZERO ? Math.abs(value) : value;
    }

    /** Whether it is a mean over customers, or the root of one, so that losses can be compared customer by customer. */
    boolean isMeanLoss() {
        return this == MAE || this == RMSE || this == HIGH_VALUE_ACCURACY || this == BRIER || this == LOG_LOSS;
    }
}

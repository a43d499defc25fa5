package org.ltv4j.models.boost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ltv4j.core.outcome.Outcome;

/**
 * How to train boosted trees. Start from one of the objectives and change what should differ:
 *
 * <pre>{@code
 * XgbOptions options = XgbOptions.tweedie().withMaxDepth(6).withLearningRate(0.03).increasing("purchases").withSeed(7);
 * }</pre>
 *
 * @param objective what training minimises
 * @param growth how trees grow
 * @param sampling what each tree gets to see
 * @param stopping when training stops
 * @param constraints what trees may not do
 * @param categories how categories are split
 * @param positiveWeight how much more a row of outcome 1 counts than one of 0 while trees grow, above 0; logistic only. Predictions are
 *     brought back to the odds of the data, so that they stay probabilities
 * @param clampsNegative whether outcomes below 0, which refunds make, count as 0
 * @param seed of all sampling
 */
public record XgbOptions(
        Objective objective,
        Growth growth,
        Sampling sampling,
        EarlyStopping stopping,
        Constraints constraints,
        CategoryRules categories,
        double positiveWeight,
        boolean clampsNegative,
        long seed) {
    private static final double USUAL_POWER = 1.5;
    private static final long USUAL_SEED = 42;

    /**
     * Checks what depends on one another.
     *
     * @param objective what training minimises
     * @param growth how trees grow
     * @param sampling what each tree gets to see
     * @param stopping when training stops
     * @param constraints what trees may not do
     * @param categories how categories are split
     * @param positiveWeight how much more a row of outcome 1 counts than one of 0 while trees grow, above 0; logistic only
     * @param clampsNegative whether outcomes below 0, which refunds make, count as 0
     * @param seed of all sampling
     * @throws IllegalArgumentException if parts do not fit one another
     */
    public XgbOptions {
        Ranges.positive("positiveWeight", positiveWeight);
        if (positiveWeight != 1 && objective.kind() != ObjectiveKind.LOGISTIC) {
            throw new IllegalArgumentException(
                    "a weight of positive rows counts for logistic only, got " + positiveWeight + " for " + objective);
        }
        if (adaptive(objective.kind()) && !constraints.monotone().isEmpty()) {
            throw new IllegalArgumentException("XGBoost sets the leaves of " + objective
                    + " after a tree has grown and then breaks monotone constraints: leave them out or choose"
                    + " another objective");
        }
    }

    private static boolean adaptive(ObjectiveKind kind) {
        return kind == ObjectiveKind.QUANTILE || kind == ObjectiveKind.ABSOLUTE_ERROR;
    }

    /**
     * The usual objective of an outcome.
     *
     * @param outcome what is to be foretold
     * @return Tweedie for spend, Poisson for purchases, logistic for churn
     */
    public static XgbOptions of(Outcome outcome) {
        return switch (outcome.kind()) {
            case SPEND -> tweedie();
            case PURCHASES -> poisson();
            case CHURN -> logistic();
        };
    }

    /**
     * The usual options with an objective.
     *
     * @param objective what training minimises
     * @return up to 1,000 rounds of trees of depth 5 at a learning rate of 0.05, stopped early by one customer in five, seed 42
     */
    public static XgbOptions of(Objective objective) {
        return new XgbOptions(
                objective,
                Growth.DEFAULT,
                Sampling.NONE,
                EarlyStopping.DEFAULT,
                Constraints.NONE,
                CategoryRules.DEFAULT,
                1,
                false,
                USUAL_SEED);
    }

    /**
     * Tweedie deviance of variance power 1.5: spend with many zeros. It is made to tell customers apart: large amounts count less than in squared
     * errors, which alone would leave totals some 5 to 15 % too low where spend is skewed. A factor makes the total right, see
     * {@link XgbLtvModel#totalFactor()}.
     *
     * @return the options
     */
    public static XgbOptions tweedie() {
        return of(Objective.tweedie(USUAL_POWER));
    }

    /**
     * Gamma deviance: spend of those who spend. It balances ratios of actual to expected, not totals; a factor makes the total right, see
     * {@link XgbLtvModel#totalFactor()}.
     *
     * @return the options
     */
    public static XgbOptions gamma() {
        return of(Objective.of(ObjectiveKind.GAMMA));
    }

    /**
     * Poisson deviance: counts of purchases.
     *
     * @return the options
     */
    public static XgbOptions poisson() {
        return of(Objective.of(ObjectiveKind.POISSON));
    }

    /**
     * Log loss: churn.
     *
     * @return the options
     */
    public static XgbOptions logistic() {
        return of(Objective.of(ObjectiveKind.LOGISTIC));
    }

    /**
     * Squared errors: outcomes that may be below 0.
     *
     * @return the options
     */
    public static XgbOptions squaredError() {
        return of(Objective.of(ObjectiveKind.SQUARED_ERROR));
    }

    /**
     * Squared errors of {@code ln(1 + outcome)}, with a correction for the bias of going back: see {@link XgbLtvModel#totalFactor()}.
     *
     * @return the options
     */
    public static XgbOptions log1p() {
        return of(Objective.of(ObjectiveKind.LOG1P));
    }

    /**
     * Absolute errors: the median.
     *
     * @return the options
     */
    public static XgbOptions absoluteError() {
        return of(Objective.of(ObjectiveKind.ABSOLUTE_ERROR));
    }

    /**
     * Quantiles, see {@link XgbLtvModel#quantiles}. Of new customers fewer than promised lie beyond outer quantiles learnt from others, the
     * more so the smaller the leaves: raise {@link #withMinChildWeight}, and calibrate what is used as an interval.
     *
     * @param levels rising, above 0 and below 1
     * @return the options
     */
    public static XgbOptions quantiles(double... levels) {
        return of(Objective.quantiles(levels));
    }

    /**
     * A random forest, as a baseline: 200 trees of depth 10 side by side, each of 63 % of the rows and at each split a third of the
     * features; for outcomes of every kind, probabilities too.
     *
     * @return the options, without early stopping
     */
    public static XgbOptions randomForest() {
        return squaredError()
                .withoutEarlyStopping()
                .with(growth -> new Growth(1, 1, 10, 5, 0, 0, 0, 256))
                .withSampling(new Sampling(0.63, 1, 1, 1 / 3.0, 200));
    }

    /**
     * A single decision tree of depth 4, as a baseline that can be read; for outcomes of every kind, probabilities too.
     *
     * @return the options, without early stopping
     */
    public static XgbOptions decisionTree() {
        return squaredError().withoutEarlyStopping().with(growth -> new Growth(1, 1, 4, 20, 0, 0, 0, 256));
    }

    private XgbOptions with(UnaryOperator<Growth> change) {
        return new XgbOptions(
                objective,
                change.apply(growth),
                sampling,
                stopping,
                constraints,
                categories,
                positiveWeight,
                clampsNegative,
                seed);
    }

    /**
     * With another objective.
     *
     * @param value what training minimises
     * @return changed options
     */
    public XgbOptions withObjective(Objective value) {
        return new XgbOptions(
                value, growth, sampling, stopping, constraints, categories, positiveWeight, clampsNegative, seed);
    }

    /**
     * With trees that grow otherwise.
     *
     * @param value how
     * @return changed options
     */
    public XgbOptions withGrowth(Growth value) {
        return with(growthBefore -> value);
    }

    /**
     * With other rounds of boosting: the most where training stops early, else all.
     *
     * @param value 1 to 100,000
     * @return changed options
     */
    public XgbOptions withRounds(int value) {
        return with(before -> before.withRounds(value));
    }

    /**
     * With another learning rate.
     *
     * @param value in (0, 1]
     * @return changed options
     */
    public XgbOptions withLearningRate(double value) {
        return with(before -> before.withLearningRate(value));
    }

    /**
     * With another depth of trees.
     *
     * @param value 1 to 30
     * @return changed options
     */
    public XgbOptions withMaxDepth(int value) {
        return with(before -> before.withMaxDepth(value));
    }

    /**
     * With another least weight of a leaf.
     *
     * @param value at least 0
     * @return changed options
     */
    public XgbOptions withMinChildWeight(double value) {
        return with(before -> before.withMinChildWeight(value));
    }

    /**
     * With other samples per tree.
     *
     * @param value what each tree gets to see
     * @return changed options
     */
    public XgbOptions withSampling(Sampling value) {
        return new XgbOptions(
                objective, growth, value, stopping, constraints, categories, positiveWeight, clampsNegative, seed);
    }

    /**
     * With each tree seeing a share of the rows.
     *
     * @param share in (0, 1]
     * @return changed options
     */
    public XgbOptions withRowShare(double share) {
        return withSampling(sampling.withRows(share));
    }

    /**
     * With each tree seeing a share of the features.
     *
     * @param share in (0, 1]
     * @return changed options
     */
    public XgbOptions withColumnShare(double share) {
        return withSampling(sampling.withColumnsPerTree(share));
    }

    /**
     * With another rule of stopping.
     *
     * @param value when training stops
     * @return changed options
     */
    public XgbOptions withEarlyStopping(EarlyStopping value) {
        return new XgbOptions(
                objective, growth, sampling, value, constraints, categories, positiveWeight, clampsNegative, seed);
    }

    /**
     * With another part held back to stop by.
     *
     * @param part which rows
     * @return changed options
     */
    public XgbOptions withValidation(ValidationPart part) {
        return withEarlyStopping(stopping.withPart(part));
    }

    /**
     * With all rounds on all rows.
     *
     * @return changed options
     */
    public XgbOptions withoutEarlyStopping() {
        return withEarlyStopping(EarlyStopping.NONE);
    }

    /**
     * With other constraints in place of all there are.
     *
     * @param value what trees may not do
     * @return changed options
     */
    public XgbOptions withConstraints(Constraints value) {
        return new XgbOptions(
                objective, growth, sampling, stopping, value, categories, positiveWeight, clampsNegative, seed);
    }

    /**
     * With predictions that never fall as one of these features grows, all else equal.
     *
     * @param features names of features that are not categories
     * @return changed options
     */
    public XgbOptions increasing(String... features) {
        return withConstraints(new Constraints(
                Constraints.joined(constraints.increasing(), List.of(features)),
                constraints.decreasing(),
                constraints.interacting()));
    }

    /**
     * With predictions that never rise as one of these features grows, all else equal.
     *
     * @param features names of features that are not categories
     * @return changed options
     */
    public XgbOptions decreasing(String... features) {
        return withConstraints(new Constraints(
                constraints.increasing(),
                Constraints.joined(constraints.decreasing(), List.of(features)),
                constraints.interacting()));
    }

    /**
     * With one more group of features that may interact; features of no group act alone.
     *
     * @param features names of features
     * @return changed options
     */
    public XgbOptions interacting(String... features) {
        List<List<String>> groups = new ArrayList<>(constraints.interacting());
        groups.add(List.of(features));
        return withConstraints(new Constraints(constraints.increasing(), constraints.decreasing(), groups));
    }

    /**
     * With other rules for categories.
     *
     * @param value how they are split
     * @return changed options
     */
    public XgbOptions withCategories(CategoryRules value) {
        return new XgbOptions(
                objective, growth, sampling, stopping, constraints, value, positiveWeight, clampsNegative, seed);
    }

    /**
     * With rows of outcome 1 that count more or less than those of 0 while trees grow.
     *
     * @param value above 0, such as zeros per one
     * @return changed options
     */
    public XgbOptions withPositiveWeight(double value) {
        return new XgbOptions(
                objective, growth, sampling, stopping, constraints, categories, value, clampsNegative, seed);
    }

    /**
     * With outcomes below 0, which refunds make, counted as 0. Predictions are then at least 0.
     *
     * @return changed options
     */
    public XgbOptions clampNegative() {
        return new XgbOptions(
                objective, growth, sampling, stopping, constraints, categories, positiveWeight, true, seed);
    }

    /**
     * With another seed.
     *
     * @param value any number
     * @return changed options
     */
    public XgbOptions withSeed(long value) {
        return new XgbOptions(
                objective, growth, sampling, stopping, constraints, categories, positiveWeight, clampsNegative, value);
    }
}

package org.ltv4j.models.lineup;

import org.ltv4j.models.boost.Growth;
import org.ltv4j.models.boost.Objective;
import org.ltv4j.models.boost.ObjectiveKind;
import org.ltv4j.models.boost.Sampling;
import org.ltv4j.models.boost.XgbOptions;
import org.ltv4j.models.tune.SearchSpace;
import org.ltv4j.models.tune.SearchSpaceBuilder;
import org.ltv4j.models.tune.Settings;

/**
 * What is worth tuning of boosted trees, and how a tried setting becomes options. Rounds are not among it: early stopping finds them.
 *
 * <pre>{@code
 * XgbOptions base = XgbOptions.of(spend).clampNegative();
 * RollingOrigin past = RollingOrigin.of(known, spend, CutDates.upTo(2).afterHistoryOf(200));
 * TuningResult found = Tuner.bayesian(BoostingSpace.of(base), 42).trials(40).minimise(past.loss(
 *         settings -> new FeaturesEstimator("boosted", features, CutDates.upTo(3),
 *                 data -> XgbLtv.fit(data, BoostingSpace.options(settings, base))),
 *         Evaluation::rootMeanSquaredError));
 * XgbLtvModel model = XgbLtv.fit(training, BoostingSpace.options(found.best().settings(), base));
 * }</pre>
 */
public final class BoostingSpace {
    private static final String DEPTH = "maxDepth";
    private static final String RATE = "learningRate";
    private static final String CHILD = "minChildWeight";
    private static final String L2 = "l2";
    private static final String ROWS = "rowShare";
    private static final String COLUMNS = "columnShare";
    private static final String POWER = "variancePower";

    private BoostingSpace() {}

    /**
     * The space around some options.
     *
     * @param base options whose objective stays
     * @return depth 2 to 8, learning rate 0.01 to 0.3, least weight of a leaf 1 to 200, L2 0.01 to 100, shares of rows and columns, and
     *     for Tweedie the variance power
     */
    public static SearchSpace of(XgbOptions base) {
        SearchSpaceBuilder space = SearchSpace.builder()
                .integer(DEPTH, 2, 8)
                .logReal(RATE, 0.01, 0.3)
                .logReal(CHILD, 1, 200)
                .logReal(L2, 0.01, 100)
                .real(ROWS, 0.5, 1)
                .real(COLUMNS, 0.3, 1);
        return (base.objective().kind() == ObjectiveKind.TWEEDIE ? space.real(POWER, 1.1, 1.9) : space).build();
    }

    /**
     * Options with a setting of the space.
     *
     * @param settings what was tried
     * @param base what the space does not tell
     * @return the options
     */
    public static XgbOptions options(Settings settings, XgbOptions base) {
        Growth growth = base.growth()
                .withMaxDepth(settings.integer(DEPTH))
                .withLearningRate(settings.real(RATE))
                .withMinChildWeight(settings.real(CHILD))
                .withL2(settings.real(L2));
        Sampling sampling = base.sampling().withRows(settings.real(ROWS)).withColumnsPerTree(settings.real(COLUMNS));
        XgbOptions options = base.withGrowth(growth).withSampling(sampling);
        return settings.has(POWER) ? options.withObjective(Objective.tweedie(settings.real(POWER))) : options;
    }
}

package org.ltv4j.models.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.FeaturesEstimator;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.models.boost.Objective;
import org.ltv4j.models.boost.XgbLtv;
import org.ltv4j.models.boost.XgbOptions;
import org.ltv4j.models.tune.RollingOrigin;
import org.ltv4j.models.tune.Settings;
import org.ltv4j.models.tune.TrialState;
import org.ltv4j.models.tune.Tuner;
import org.ltv4j.models.tune.TuningResult;

class BoostingSpaceTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final Outcome SPEND = Outcome.spend(Horizon.parse("40d"));

    /** Each of 150 customers buys at a pace and for amounts of its own. */
    private static KnownSales shop() {
        SplittableRandom random = new SplittableRandom(11);
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int c = 0; c < 150; c++) {
            double gap = 4 + 60 * random.nextDouble();
            for (double day = random.nextDouble() * 60; day < 240; day += -gap * Math.log(random.nextDouble())) {
                log.add("c" + c, FIRST.plusDays((long) day), 300 / gap * random.nextDouble());
            }
        }
        return KnownSales.until(log.build(), FIRST.plusDays(239));
    }

    @Test
    void settingsBecomeOptionsAndTheBestOfThemIsFound() {
        XgbOptions base = XgbOptions.of(SPEND).withSeed(5).withRounds(60);
        FeatureSource features = FeatureSource.of(StandardModels.usualFeatures());
        RollingOrigin past = RollingOrigin.of(shop(), SPEND, CutDates.upTo(2).afterHistoryOf(120));
        TuningResult found = Tuner.bayesian(BoostingSpace.of(base), 42)
                .trials(4)
                .minimise(past.loss(
                        settings -> new FeaturesEstimator(
                                "boosted",
                                features,
                                CutDates.newest(),
                                data -> XgbLtv.fit(data, BoostingSpace.options(settings, base))),
                        Evaluation::rootMeanSquaredError));
        assertThat(found.count(TrialState.COMPLETE)).isEqualTo(4);
        assertThat(found.trials())
                .allSatisfy(trial -> assertThat(trial.loss().orElseThrow())
                        .isGreaterThanOrEqualTo(found.best().loss().orElseThrow()));
        Settings best = found.best().settings();
        XgbOptions options = BoostingSpace.options(best, base);
        assertThat(options.growth().maxDepth()).isEqualTo(best.integer("maxDepth"));
        assertThat(options.growth().learningRate()).isEqualTo(best.real("learningRate"));
        assertThat(options.growth().rounds()).isEqualTo(60);
        assertThat(options.sampling().rows()).isEqualTo(best.real("rowShare"));
        assertThat(options.objective()).isEqualTo(Objective.tweedie(best.real("variancePower")));
        assertThat(options.seed()).isEqualTo(5);
    }

    @Test
    void onlyTweedieHasAVariancePower() {
        assertThat(BoostingSpace.of(XgbOptions.tweedie()).names()).contains("variancePower");
        assertThat(BoostingSpace.of(XgbOptions.poisson()).names())
                .containsExactly("maxDepth", "learningRate", "minChildWeight", "l2", "rowShare", "columnShare");
    }
}

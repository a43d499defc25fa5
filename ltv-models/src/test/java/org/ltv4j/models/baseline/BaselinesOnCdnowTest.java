package org.ltv4j.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.evaluate.HoldoutEvaluation;
import org.ltv4j.core.evaluate.NamedEvaluation;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.FeaturesEstimator;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.testing.Cdnow;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.btyd.BgNbdModel;
import org.ltv4j.models.spend.GammaGammaModel;

class BaselinesOnCdnowTest {
    private static final Horizon QUARTER = Horizon.parse("90d");

    private static FeaturesEstimator elasticNet(ElasticNetOptions options) {
        FeatureSource source =
                FeatureSource.of(Features.asOf(Cdnow.CALIBRATION_END).rfm().interpurchase());
        return new FeaturesEstimator(
                "elastic net", source, new CutDates(1, 0, 30), data -> ElasticNet.fit(data, options));
    }

    private static List<OutcomeEstimator> all() {
        return List.of(
                NaiveBaseline.historicalRate(),
                NaiveBaseline.populationMean(),
                NaiveBaseline.lastPeriod(),
                FormulaCltv.per(Horizon.parse("60d")),
                RfmCells.quintiles(),
                elasticNet(ElasticNetOptions.defaults()));
    }

    /** The three naive ones score as those that stand beside every evaluation of a model. */
    @Test
    void naiveBaselinesScoreAsInAnEvaluation() {
        TransactionLog log = Cdnow.full();
        CalibrationHoldout split = Cdnow.split(log);
        // which model is judged does not matter here
        HoldoutEvaluation judged =
                HoldoutEvaluation.of(new ValueModel(model(split), GammaGammaModel.of(6.25, 3.74, 15.44)), split);
        Horizon length = split.holdout().length();
        agree(judged.transactions(), log, Outcome.purchases(length));
        agree(judged.spend(), log, Outcome.spend(length));
    }

    private static BgNbdModel model(CalibrationHoldout split) {
        return BgNbd.fit(split.calibration());
    }

    private static void agree(List<NamedEvaluation> expected, TransactionLog log, Outcome outcome) {
        KnownSales known = KnownSales.until(log, Cdnow.CALIBRATION_END);
        double[] actual =
                outcome.of(KnownSales.until(log, outcome.lastDay(known.asOf())), known.customers(), known.asOf());
        for (int i = 1; i < expected.size(); i++) {
            OutcomeEstimator baseline = all().get(i - 1);
            assertThat(baseline.name()).isEqualTo(expected.get(i).name());
            Evaluation ours =
                    Evaluation.of(baseline.fit(known, outcome).predict(known).values(), actual);
            Evaluation theirs = expected.get(i).evaluation();
            for (Function<Evaluation, Double> figure : List.<Function<Evaluation, Double>>of(
                    Evaluation::rootMeanSquaredError, Evaluation::meanAbsoluteError, Evaluation::predictedTotal)) {
                // histories in days here, in weeks there
                assertThat(figure.apply(ours)).isCloseTo(figure.apply(theirs), within(1e-12 * figure.apply(theirs)));
            }
        }
    }

    /** Whoever learns from the features of others should not be worse than foretelling the same for all. */
    @Test
    void learningFromFeaturesBeatsTheMean() {
        TransactionLog log = Cdnow.full();
        KnownSales known = KnownSales.until(log, Cdnow.CALIBRATION_END);
        for (Outcome outcome : List.of(Outcome.purchases(QUARTER), Outcome.spend(QUARTER), Outcome.churn(QUARTER))) {
            double[] actual =
                    outcome.of(KnownSales.until(log, outcome.lastDay(known.asOf())), known.customers(), known.asOf());
            double mean = error(NaiveBaseline.populationMean(), known, outcome, actual);
            ElasticNetOptions quick = ElasticNetOptions.defaults()
                    .withLambda(new LambdaChoice.CrossValidated(5, 1, LambdaRule.LEAST_LOSS, 30));
            for (OutcomeEstimator learnt : List.of(RfmCells.quintiles(), elasticNet(quick))) {
                assertThat(error(learnt, known, outcome, actual))
                        .as("%s, %s", learnt.name(), outcome)
                        .isLessThan(0.97 * mean);
            }
        }
    }

    private static double error(OutcomeEstimator estimator, KnownSales known, Outcome outcome, double[] actual) {
        return Evaluation.of(estimator.fit(known, outcome).predict(known).values(), actual)
                .rootMeanSquaredError();
    }

    /** Rows after the date, of old and new customers, change no bit. */
    @Test
    void whatComesLaterChangesNothing() {
        TransactionLog log = Cdnow.sample();
        LocalDate date = LocalDate.of(1997, 12, 31);
        TransactionLog shorter = log.until(date);
        for (Outcome outcome : List.of(Outcome.purchases(QUARTER), Outcome.spend(QUARTER), Outcome.churn(QUARTER))) {
            for (OutcomeEstimator estimator : all()) {
                if (outcome.isProbability() && estimator instanceof FormulaCltv) {
                    continue;
                }
                KnownSales all = KnownSales.until(log, date);
                KnownSales cut = KnownSales.until(shorter, date);
                Predictions predicted = estimator.fit(all, outcome).predict(all);
                assertThat(predicted)
                        .as("%s, %s", estimator.name(), outcome)
                        .isEqualTo(estimator.fit(cut, outcome).predict(cut));
            }
        }
    }
}

package org.ltv4j.models.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.outcome.SummariesEstimator;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.Scorer;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.spend.GammaGamma;

class FusionTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = FIRST.plusDays(299);
    private static final Horizon SIXTY = Horizon.of(60, TimeScale.DAY);
    private static final Outcome PURCHASES = Outcome.purchases(SIXTY);

    /** Each of 300 customers buys at a rate of its own until it leaves, if ever. */
    private static KnownSales shop() {
        SplittableRandom random = new SplittableRandom(5);
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int c = 0; c < 300; c++) {
            double gap = 3 + 40 * random.nextDouble();
            double leaves = random.nextDouble() * 500;
            double day = random.nextDouble() * 100;
            for (; day < 300; day += -gap * Math.log(random.nextDouble())) {
                log.add("c" + c, FIRST.plusDays((long) day), 5 + 10 * random.nextDouble());
                if (day > leaves) {
                    break;
                }
            }
        }
        return KnownSales.until(log.build(), LAST);
    }

    /** Says of each customer what a function of its history says, and remembers what it was fitted on. */
    private record Rule(String name, ToDoubleFunction<int[]> rule, List<LocalDate> fits) implements OutcomeEstimator {
        Rule(String name, ToDoubleFunction<int[]> rule) {
            this(name, rule, new ArrayList<>());
        }

        @Override
        public OutcomeModel fit(KnownSales known, Outcome wanted) {
            fits.add(known.asOf());
            return new OutcomeModel() {
                @Override
                public Outcome outcome() {
                    return wanted;
                }

                @Override
                public Predictions predict(KnownSales seen) {
                    CustomerSummaries histories = seen.summaries(TimeScale.DAY);
                    double[] values = new double[histories.size()];
                    Arrays.setAll(
                            values,
                            i -> rule.applyAsDouble(new int[] {histories.frequency(i), (int) histories.age(i)}));
                    return Predictions.of(seen.customers(), seen.asOf(), wanted, values);
                }
            };
        }
    }

    private static final Rule RATE = new Rule("rate", history -> 60.0 * history[0] / (history[1] + 30));
    private static final Rule NOBODY = new Rule("nobody", history -> 0);
    private static final Rule ABSURD = new Rule("absurd", history -> 1000 - history[0]);

    private static double squaredError(OutcomeModel model, KnownSales all, LocalDate cut) {
        Predictions predicted = model.predict(all.until(cut));
        double[] actual = PURCHASES.of(all, predicted.customers(), cut);
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += (predicted.value(i) - actual[i]) * (predicted.value(i) - actual[i]);
        }
        return sum;
    }

    @Test
    void weightsLearntOnADateAreTheBestForThatDate() {
        KnownSales known = shop();
        LocalDate cut = LAST.minusDays(60);
        FusedModel fused = Fusion.stacked("fused", List.of(RATE, NOBODY, ABSURD), CutDates.newest())
                .fit(known, PURCHASES);
        double[] weights =
                fused.members().stream().mapToDouble(FusedModel.Member::weight).toArray();
        assertThat(weights[0]).isBetween(0.3, 1.0);
        assertThat(weights[2]).isLessThan(0.01);
        double best = squaredError(fused, known, cut);
        for (double w = 0; w <= 1; w += 0.05) {
            double other = w;
            FusedModel by = new FusedModel(
                    PURCHASES,
                    List.of(
                            new FusedModel.Member("rate", other, RATE.fit(known, PURCHASES)),
                            new FusedModel.Member("nobody", 1 - other, NOBODY.fit(known, PURCHASES))));
            assertThat(squaredError(by, known, cut)).isGreaterThanOrEqualTo(best * (1 - 1e-12));
        }
        assertThat(fused)
                .hasToString(String.format(
                        java.util.Locale.ROOT,
                        "%.2f rate + %.2f nobody + %.2f absurd",
                        weights[0],
                        weights[1],
                        weights[2]));
    }

    @Test
    void membersSeePastDatesOnlyWhenWeightsAreLearnt() {
        Rule watched = new Rule("watched", history -> 1);
        Fusion.stacked("fused", List.of(watched, RATE), CutDates.upTo(2)).fit(shop(), PURCHASES);
        assertThat(watched.fits()).containsExactly(LAST.minusDays(120), LAST.minusDays(60), LAST);
    }

    @Test
    void weightsCanBeLearntOverAShorterHorizon() {
        Rule watched = new Rule("watched", history -> 1);
        FusedModel fused = Fusion.stacked("fused", List.of(watched, RATE), CutDates.newest())
                .weighedOver(Horizon.of(20, TimeScale.DAY))
                .fit(shop(), PURCHASES);
        assertThat(watched.fits()).containsExactly(LAST.minusDays(20), LAST);
        assertThat(fused.outcome()).isEqualTo(PURCHASES);
    }

    @Test
    void anAverageIsOne() {
        KnownSales known = shop();
        FusedModel mean = Fusion.average("mean", List.of(RATE, NOBODY)).fit(known, PURCHASES);
        double[] rate = RATE.fit(known, PURCHASES).predict(known).values();
        double[] half = mean.predict(known).values();
        for (int i = 0; i < rate.length; i++) {
            assertThat(half[i]).isEqualTo(rate[i] / 2);
        }
    }

    /** Answers in the order of the alphabet backwards. */
    private record Backwards(OutcomeModel model) implements OutcomeModel {
        @Override
        public Outcome outcome() {
            return model.outcome();
        }

        @Override
        public Predictions predict(KnownSales known) {
            String[] ids = new String[known.customers().size()];
            Arrays.setAll(ids, i -> known.customers().id(ids.length - 1 - i));
            return model.predict(known).forCustomers(IdTable.of(ids));
        }
    }

    @Test
    void membersAreMixedCustomerByCustomer() {
        KnownSales known = shop();
        OutcomeModel rate = RATE.fit(known, PURCHASES);
        FusedModel fused = new FusedModel(
                PURCHASES,
                List.of(
                        new FusedModel.Member("rate", 0.5, rate),
                        new FusedModel.Member("backwards", 0.5, new Backwards(rate))));
        assertThat(fused.predict(known)).isEqualTo(rate.predict(known));
    }

    @Test
    void refusesWhatIsNoFusion() {
        assertThatThrownBy(() -> Fusion.average("none", List.of())).isInstanceOf(IllegalArgumentException.class);
        OutcomeModel rate = RATE.fit(shop(), PURCHASES);
        assertThatThrownBy(() -> new FusedModel(PURCHASES, List.of(new FusedModel.Member("rate", 0.5, rate))))
                .hasMessage("the weights must sum to 1, got 0.5");
        assertThatThrownBy(() -> new FusedModel.Member("rate", Double.NaN, rate))
                .hasMessageContaining("[0, 1]");
        assertThatThrownBy(() -> new FusedModel(Outcome.churn(SIXTY), List.of(new FusedModel.Member("rate", 1, rate))))
                .hasMessageContaining("foretells purchases in 60d, not churn in 60d");
        KnownSales young = shop().until(FIRST.plusDays(70));
        assertThatThrownBy(() -> Fusion.stacked("fused", List.of(RATE), CutDates.newest())
                        .fit(young, PURCHASES))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("too short to learn purchases in 60d");
    }

    @Test
    void modelsOfHistoriesForetellWhatTheScorerSays() {
        KnownSales known = shop();
        SummariesEstimator estimator =
                new SummariesEstimator("BG/NBD + Gamma-Gamma", TimeScale.WEEK, BgNbd::fit, GammaGamma::fit);
        ValueModel model = estimator.fit(known, Outcome.spend(SIXTY)).model();
        CustomerScores scores = Scorer.of(model).withHorizon(SIXTY).scoreAll(known.summaries(TimeScale.WEEK));
        Predictions spend = estimator.fit(known, Outcome.margin(SIXTY, 0.5)).predict(known);
        Predictions bought = estimator.fit(known, PURCHASES).predict(known);
        Predictions churn = estimator.fit(known, Outcome.churn(SIXTY)).predict(known);
        for (int i = 0; i < spend.size(); i++) {
            assertThat(spend.value(i)).isCloseTo(scores.value(i) / 2, within(1e-12 * scores.value(i)));
            assertThat(bought.value(i)).isEqualTo(scores.expectedTransactions(i));
            assertThat(churn.value(i)).isBetween(1 - scores.probabilityAlive(i), 1.0);
        }
    }

    @Test
    void hybridFeaturesAreThoseOfModelsFittedOnTheDate() {
        KnownSales known = shop();
        HybridFeatures hybrid =
                HybridFeatures.of(Features.asOf(LAST).rfm(), SIXTY, TimeScale.WEEK, BgNbd::fit, GammaGamma::fit);
        FeatureMatrix then = hybrid.from(known.until(LAST.minusDays(100)));
        CustomerSummaries histories = known.until(LAST.minusDays(100)).summaries(TimeScale.WEEK);
        CustomerScores scores = Scorer.of(BgNbd.fit(histories), GammaGamma.fit(histories))
                .withHorizon(SIXTY)
                .scoreAll(histories);
        assertThat(then.schema().size()).isEqualTo(7);
        for (int i = 0; i < then.rows(); i++) {
            assertThat(then.column("probability_alive")[i]).isEqualTo(scores.probabilityAlive(i));
            assertThat(then.column("expected_purchases")[i]).isEqualTo(scores.expectedTransactions(i));
            assertThat(then.column("expected_spend")[i]).isEqualTo(scores.value(i));
        }
        assertThat(hybrid.from(known).schema()).isEqualTo(then.schema());
    }
}

package org.ltv4j.models.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;

class RollingOriginTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Outcome PURCHASES = Outcome.purchases(Horizon.of(20, TimeScale.DAY));
    private static final SearchSpace SPACE =
            SearchSpace.builder().real("perDay", 0, 1).build();

    /** Customer i buys every 4 (i + 1) days of 200: 5, 2.5 and 1.67 purchases in 20 days. */
    private static KnownSales known() {
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int i = 0; i < 3; i++) {
            for (int day = 0; day < 200; day += 4 * (i + 1)) {
                log.add("c" + i, FIRST.plusDays(day), 1);
            }
        }
        return KnownSales.until(log.build(), FIRST.plusDays(199));
    }

    /** Foretells the same of all customers, and remembers until when it was let to know. */
    private record Same(double perDay, List<LocalDate> seen) implements OutcomeEstimator {
        @Override
        public String name() {
            return "same";
        }

        @Override
        public OutcomeModel fit(KnownSales known, Outcome outcome) {
            seen.add(known.log().lastDay());
            return new OutcomeModel() {
                @Override
                public Outcome outcome() {
                    return outcome;
                }

                @Override
                public Predictions predict(KnownSales sales) {
                    seen.add(sales.log().lastDay());
                    double[] values = new double[sales.customers().size()];
                    Arrays.fill(values, perDay * outcome.days());
                    return Predictions.of(sales.customers(), sales.asOf(), outcome, values);
                }
            };
        }
    }

    @Test
    void settingsAreJudgedByWhatTheyWouldHaveForetoldOnEachDate() {
        RollingOrigin past =
                RollingOrigin.of(known(), PURCHASES, CutDates.upTo(3).every(40));
        assertThat(past.dates()).containsExactly(FIRST.plusDays(99), FIRST.plusDays(139), FIRST.plusDays(179));
        assertThat(past).hasToString("purchases in 20d as of [2024-04-09, 2024-05-19, 2024-06-28]");
        List<LocalDate> seen = new ArrayList<>();
        TuningResult result = Tuner.bayesian(SPACE, 1)
                .trials(40)
                .minimise(past.loss(
                        settings -> new Same(settings.real("perDay"), seen), Evaluation::rootMeanSquaredError));
        // 5, 2 and 1 or 2 purchases in 20 days: about 3 on average
        assertThat(result.best().settings().real("perDay")).isCloseTo(0.155, within(0.01));
        assertThat(result.best().losses()).hasSize(3);
        assertThat(result.best().loss().orElseThrow())
                .isEqualTo(Means.of(result.best().losses(), 3));
        assertThat(seen).hasSize(2 * 3 * 40).allMatch(day -> !day.isAfter(FIRST.plusDays(179)));
        assertThat(seen.subList(0, 2)).allMatch(day -> !day.isAfter(FIRST.plusDays(99)));
    }

    @Test
    void aLossOfAllZeroPredictionsIsTheMeanOfWhatFollowed() {
        RollingOrigin past =
                RollingOrigin.of(known(), PURCHASES, CutDates.upTo(3).every(40));
        List<Double> followed = new ArrayList<>();
        TuningResult result = Tuner.random(SPACE, 1)
                .trials(1)
                .minimise(past.loss(settings -> new Same(0, new ArrayList<>()), (predicted, actual) -> {
                    Arrays.stream(actual).forEach(followed::add);
                    return Arrays.stream(actual).sum();
                }));
        // days 100 to 119, 140 to 159 and 180 to 199: multiples of 4, of 8 and of 12
        assertThat(followed).containsExactly(5.0, 2.0, 1.0, 5.0, 2.0, 2.0, 5.0, 2.0, 2.0);
        assertThat(result.best().losses()).containsExactly(8.0, 9.0, 9.0);
        assertThat(result.best().loss().orElseThrow()).isCloseTo(26.0 / 3, within(1e-12));
    }

    @Test
    void badSettingsArePrunedDateByDate() {
        RollingOrigin past =
                RollingOrigin.of(known(), PURCHASES, CutDates.upTo(3).every(40));
        TuningResult result = Tuner.random(SPACE, 1)
                .trials(30)
                .pruning(Pruning.median(5, 0))
                .minimise(past.loss(
                        settings -> new Same(settings.real("perDay"), new ArrayList<>()),
                        Evaluation::rootMeanSquaredError));
        assertThat(result.count(TrialState.PRUNED)).isGreaterThan(5);
    }

    @Test
    void tooFewDaysAreAnError() {
        assertThatThrownBy(() ->
                        RollingOrigin.of(known(), PURCHASES, CutDates.upTo(6).every(40)))
                .isInstanceOf(InsufficientDataException.class)
                .hasMessage(
                        "6 dates are asked for, but sales from 2024-01-01 to 2024-07-18 have only 5 with enough history"
                                + " before and 20 days after: take fewer or closer dates, or a shorter history or horizon");
    }
}

package org.ltv4j.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;

class ShorterHorizonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final Horizon MONTH = Horizon.of(30, TimeScale.DAY);
    private static final KnownSales KNOWN = KnownSales.until(
            TransactionLog.builder("EUR").add("ann", DAY, 3).add("bob", DAY, 4).build(), DAY);

    /** Foretells the days of the horizon for everybody; a probability is one half. */
    private record Days() implements OutcomeEstimator {
        @Override
        public String name() {
            return "days";
        }

        @Override
        public OutcomeModel fit(KnownSales known, Outcome wanted) {
            return new OutcomeModel() {
                @Override
                public Outcome outcome() {
                    return wanted;
                }

                @Override
                public Predictions predict(KnownSales seen) {
                    double[] values = new double[seen.customers().size()];
                    Arrays.fill(values, wanted.isProbability() ? 0.5 : wanted.margin() * wanted.days());
                    return Predictions.of(seen.customers(), seen.asOf(), wanted, values);
                }
            };
        }
    }

    private static double foretold(Outcome outcome) {
        OutcomeModel model = new ShorterHorizon(new Days(), MONTH).fit(KNOWN, outcome);
        Predictions predicted = model.predict(KNOWN);
        assertThat(model.outcome()).isEqualTo(outcome);
        assertThat(predicted.outcome()).isEqualTo(outcome);
        assertThat(predicted.value(0)).isEqualTo(predicted.value(1));
        return predicted.value(0);
    }

    @Test
    void longerHorizonsAreScaled() {
        Horizon quarter = Horizon.of(90, TimeScale.DAY);
        assertThat(foretold(Outcome.purchases(quarter))).isEqualTo(90);
        assertThat(foretold(Outcome.margin(quarter, 0.5))).isEqualTo(45);
        ShorterHorizon.Fitted fitted =
                (ShorterHorizon.Fitted) new ShorterHorizon(new Days(), MONTH).fit(KNOWN, Outcome.purchases(quarter));
        assertThat(fitted.ratio()).isEqualTo(3);
        assertThat(fitted.shorter().outcome()).isEqualTo(Outcome.purchases(MONTH));
    }

    @Test
    void horizonsThatAreShortEnoughAreLearntThemselves() {
        assertThat(foretold(Outcome.churn(MONTH))).isEqualTo(0.5);
        assertThat(foretold(Outcome.spend(Horizon.of(7, TimeScale.DAY)))).isEqualTo(7);
        assertThat(new ShorterHorizon(new Days(), MONTH).name()).isEqualTo("days");
    }

    @Test
    void probabilitiesAreNotScaled() {
        assertThatThrownBy(() -> foretold(Outcome.churn(Horizon.of(31, TimeScale.DAY))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("churn in 31d cannot be learnt over 30d");
        assertThatThrownBy(() -> new ShorterHorizon(new Days(), Horizon.of(0.2, TimeScale.DAY)))
                .hasMessageContaining("at least a day long, got 0.2d");
    }

    /** Four weeks are 28 days, but not the same horizon: whoever asks for days is answered in days. */
    @Test
    void theSameDaysInAnotherUnitAreForetoldInTheUnitAskedFor() {
        Horizon fourWeeks = Horizon.parse("4w");
        Horizon days = Horizon.parse("28d");
        OutcomeModel model =
                new ShorterHorizon(new Days(), fourWeeks).fit(KNOWN, Outcome.purchases(Horizon.parse("90d")));
        OutcomeModel asked = model.over(days).orElseThrow();
        assertThat(asked.outcome()).isEqualTo(Outcome.purchases(days));
        assertThat(asked.predict(KNOWN).outcome()).isEqualTo(Outcome.purchases(days));
        assertThat(asked.predict(KNOWN).value(0)).isEqualTo(28);
        assertThat(model.over(fourWeeks)).containsSame(((ShorterHorizon.Fitted) model).shorter());
    }
}

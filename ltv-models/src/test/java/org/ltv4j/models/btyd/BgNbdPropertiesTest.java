package org.ltv4j.models.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.TransactionForecast;

/** For any parameters from a billionth to a billion and any history. */
class BgNbdPropertiesTest {
    private static Arbitrary<Double> exponentials(int most) {
        return Arbitraries.integers().between(-1000 * most, 1000 * most).map(i -> Math.exp(i * 1e-3));
    }

    @Provide
    Arbitrary<BgNbdModel> models() {
        Arbitrary<Double> wide = exponentials(20);
        return Combinators.combine(wide, wide, wide, wide)
                .as((r, alpha, a, b) -> BgNbdModel.of(new BgNbd.Parameters(r, alpha, a, b), TimeScale.WEEK));
    }

    @Provide
    Arbitrary<CustomerSummary> customers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2000),
                        Arbitraries.integers().between(1, 100_000).map(i -> i * 1e-5),
                        exponentials(10))
                .as((x, share, age) -> CustomerSummary.of(x, x == 0 ? 0 : share * age, age));
    }

    @Property(tries = 300, seed = "20250101", edgeCases = EdgeCasesMode.NONE)
    void everyPredictionIsFiniteAndInItsRange(
            @ForAll("models") BgNbdModel model, @ForAll("customers") CustomerSummary customer) {
        assertThat(model.logLikelihood(customer)).isFinite();
        assertThat(model.probabilityAlive(customer)).isBetween(0.0, 1.0);
        double before = 0;
        for (double t : new double[] {0, 1e-8, 1, 40, 1e5, 1e12}) {
            double expected = model.expectedTransactions(customer, Horizon.of(t, TimeScale.WEEK));
            assertThat(expected).as("t=%s", t).isFinite().isGreaterThanOrEqualTo(before * (1 - 1e-10));
            before = expected;
        }
    }

    /** Nobody can buy more than if nobody left: E = (r + x) t / (alpha + T) at most. */
    @Property(tries = 300, seed = "20250101", edgeCases = EdgeCasesMode.NONE)
    void leavingOnlyTakesAway(@ForAll("models") BgNbdModel model, @ForAll("customers") CustomerSummary customer) {
        BgNbdModel faithful = BgNbdModel.of(model.purchaseRate(), new DropOut.None(), TimeScale.WEEK);
        Horizon horizon = Horizon.of(39, TimeScale.WEEK);
        assertThat(model.expectedTransactions(customer, horizon))
                .isLessThanOrEqualTo(faithful.expectedTransactions(customer, horizon) * (1 + 1e-10));
    }

    /** The expectation of one purchase after another adds up: sum over n of P(more than n) is E. */
    @Property(tries = 100, seed = "20250101", edgeCases = EdgeCasesMode.NONE)
    void countsHaveTheExpectedMean(@ForAll("models") BgNbdModel model) {
        Horizon horizon = Horizon.of(10, TimeScale.WEEK);
        TransactionForecast forecast = model.forecast(horizon, 0);
        double sum = 0;
        double mean = 0;
        for (int n = 0; n < 3000; n++) {
            double probability = forecast.probabilityOfTransactions(n, 0, 0, 0);
            assertThat(probability).isBetween(0.0, 1.0);
            sum += probability;
            mean += n * probability;
        }
        assertThat(sum).isLessThanOrEqualTo(1 + 1e-9);
        assertThat(mean).isLessThanOrEqualTo(model.expectedTransactions(horizon) * (1 + 1e-8));
        if (1 - sum < 1e-12) {
            assertThat(mean).isCloseTo(model.expectedTransactions(horizon), within(1e-8 * Math.max(1, mean)));
        }
    }
}

package org.ltv4j.models.lineup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.backtest.Backtest;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.Bootstrap;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.testing.Cdnow;

/** What models share is made once, and nobody can tell by the results. */
class SharedTest {
    private static final Horizon QUARTER = Horizon.of(91, TimeScale.DAY);

    private static KnownSales sales(LocalDate asOf) {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("a", LocalDate.of(2025, 1, 1), 5)
                .add("b", LocalDate.of(2025, 1, 2), 6)
                .build();
        return KnownSales.until(log, asOf);
    }

    private static final LocalDate DAY = LocalDate.of(2025, 1, 5);

    @Test
    void aPartOfTheSameSalesIsMadeOnce() {
        Shared<Object> shared = new Shared<>();
        AtomicInteger made = new AtomicInteger();
        Supplier<Object> make = made::incrementAndGet;
        KnownSales sales = sales(DAY);
        Object first = shared.get(sales, "hybrid", make);
        assertThat(shared.get(sales, "hybrid", make)).isSameAs(first);
        assertThat(shared.get(sales, List.of("hybrid", QUARTER), make)).isNotSameAs(first);
        assertThat(shared.get(sales(DAY), "hybrid", make)).isNotSameAs(first); // other sales, even if they look alike
        assertThat(made).hasValue(3);
    }

    @Test
    void whatFailsIsTriedAgain() {
        Shared<Object> shared = new Shared<>();
        KnownSales sales = sales(DAY);
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> shared.get(sales, "hybrid", () -> {
                        throw new UnsupportedOperationException("no library");
                    }))
                    .hasMessage("no library");
        }
        assertThat(shared.get(sales, "hybrid", () -> "made")).isEqualTo("made");
    }

    @Test
    void threadsWaitForOneAnother() {
        Shared<Object> shared = new Shared<>();
        AtomicInteger made = new AtomicInteger();
        KnownSales sales = sales(DAY);
        List<Object> got = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> shared.get(sales, i % 4, made::incrementAndGet))
                .distinct()
                .toList();
        assertThat(got).hasSize(4);
        assertThat(made).hasValue(4);
    }

    private static List<OutcomeEstimator> some(StandardModels models) {
        return List.of(models.probability(), models.hybrid(), models.hybridLinear(), models.fused(), models.stacked());
    }

    /** Each model of a line-up of its own, and all of one line-up in an order that makes mixtures find their members fitted. */
    @Test
    void modelsThatShareForetellWhatEachForetellsAlone() {
        KnownSales known = KnownSales.until(Cdnow.sample(), LocalDate.of(1998, 3, 31));
        for (Outcome outcome : List.of(Outcome.spend(QUARTER), Outcome.churn(QUARTER))) {
            StandardModels together = StandardModels.of(outcome, 400);
            List<OutcomeEstimator> sharing = some(together);
            for (int i = 0; i < sharing.size(); i++) {
                OutcomeEstimator alone = some(StandardModels.of(outcome, 400)).get(i);
                Predictions expected = alone.fit(known, outcome).predict(known);
                assertThat(sharing.get(i).fit(known, outcome).predict(known))
                        .as(alone.name())
                        .isEqualTo(expected);
            }
            OutcomeEstimator again = together.hybrid();
            assertThat(again.fit(known, outcome))
                    .isSameAs(together.hybrid().fit(known, outcome)); // horizon learnt whole: nothing wraps it
        }
    }

    @Test
    void aBacktestOnThreadsForetellsTheSame() {
        KnownSales all = KnownSales.until(Cdnow.sample(), LocalDate.of(1998, 6, 30));
        Outcome purchases = Outcome.purchases(QUARTER);
        BacktestTable one = table(all, purchases, Parallelism.SEQUENTIAL);
        BacktestTable four = table(all, purchases, Parallelism.of(4));
        for (int i = 0; i < one.results().size(); i++) {
            assertThat(four.results().get(i).metrics())
                    .isEqualTo(one.results().get(i).metrics());
        }
    }

    private static BacktestTable table(KnownSales all, Outcome outcome, Parallelism threads) {
        StandardModels models = StandardModels.of(outcome, 400);
        return Backtest.of(all, outcome, List.of(models.fused(), models.hybrid(), models.probability()))
                .withCuts(models.cuts(1))
                .withBootstrap(Bootstrap.of(100, 1))
                .run(threads, ProgressListener.NONE);
    }
}

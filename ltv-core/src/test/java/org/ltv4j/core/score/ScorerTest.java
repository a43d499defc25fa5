package org.ltv4j.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.simulate.CafeSimulator;
import org.ltv4j.core.simulate.GammaGammaProcess;
import org.ltv4j.core.simulate.NbdProcess;
import org.ltv4j.core.simulate.PurchaseSimulator;
import org.ltv4j.core.testing.SampleModels;

class ScorerTest {
    private static final SampleModels.Nbd PURCHASES = new SampleModels.Nbd(0.8, 6, TimeScale.WEEK);
    private static final SampleModels.GammaGamma SPEND =
            new SampleModels.GammaGamma(6, 4, 15, SpendBasis.REPEAT_PURCHASES);
    private static final Scorer SCORER = Scorer.of(PURCHASES, SPEND)
            .withHorizon(Horizon.parse("39w"))
            .withDiscount(Discount.annual(0.10))
            .withMargin(0.3);

    @Test
    void valueIsMarginTimesSpendTimesDiscountedTransactions() {
        CustomerScore score = SCORER.score(CustomerSummary.of(2, 10, 20, 25));
        double rate = Math.log(1.1) * 7 / 365.2425;
        assertThat(score.probabilityAlive()).isEqualTo(1);
        assertThat(score.expectedTransactions()).isCloseTo(2.8 / 26 * 39, within(1e-14));
        assertThat(score.discountedTransactions())
                .isCloseTo(2.8 / 26 * (1 - Math.exp(-rate * 39)) / rate, within(1e-12));
        assertThat(score.expectedSpend()).isCloseTo(6 * (15 + 50) / (12 + 3.0), within(1e-13));
        assertThat(score.value()).isEqualTo(0.3 * score.expectedSpend() * score.discountedTransactions());
        assertThat(score.interval()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyDoorGivesTheSameDoubleOnAnyNumberOfThreads(SpendBasis basis) {
        CustomerSummaries customers = PurchaseSimulator.of(new NbdProcess(0.8, 6), TimeScale.WEEK)
                .withSpend(new GammaGammaProcess(6, 4, 15))
                .withCustomers(3_000)
                .simulate()
                .calibration();
        Scorer scorer = Scorer.of(new ValueModel(PURCHASES, new SampleModels.GammaGamma(6, 4, 15, basis)))
                .withHorizon(Horizon.parse("10w"))
                .withDiscount(Discount.annual(0.2))
                .withInterval(0.8);
        CustomerScores sequential = scorer.scoreAll(customers);
        for (int threads : new int[] {2, 3, 8}) {
            CustomerScores parallel = scorer.scoreAll(customers, Parallelism.of(threads), ProgressListener.NONE);
            for (int i = 0; i < customers.size(); i++) {
                assertThat(parallel.score(i)).isEqualTo(sequential.score(i));
            }
            assertThat(parallel.totalValue()).isEqualTo(sequential.totalValue());
        }
        for (int i = 0; i < customers.size(); i++) {
            CustomerScore one = scorer.score(customers.summary(i));
            assertThat(one).isEqualTo(sequential.score(i));
            assertThat(one.expectedSpend()).isEqualTo(scorer.model().spend().expectedSpend(customers.summary(i)));
        }
    }

    @Test
    void aStateScoresLikeTheHistoryOfItsLog() {
        TransactionLog log = CafeSimulator.withDefaults().withCustomers(50).simulate();
        LocalDate end = log.lastDay();
        CustomerScores scores = SCORER.scoreAll(log.summaries(end, TimeScale.WEEK));
        for (int c = 0; c < log.customers().size(); c++) {
            assertThat(SCORER.score(CustomerState.of(log, c), end)).isEqualTo(scores.score(c));
        }
        assertThat(scores.currency()).isEqualTo("EUR");
        assertThat(scores.id(3)).isEqualTo("C0004");
    }

    @Property(tries = 100, seed = "20261122")
    void valueNeverFallsAsTheHorizonGrowsAndBoundsContainEachOther(
            @ForAll @IntRange(min = 0, max = 40) int x, @ForAll @IntRange(min = 1, max = 80) int weeks) {
        CustomerSummary customer = x == 0 ? CustomerSummary.of(0, 0, 41) : CustomerSummary.of(x, 40, 41, 30);
        Scorer shorter = SCORER.withHorizon(Horizon.of(weeks, TimeScale.WEEK));
        Scorer longer = SCORER.withHorizon(Horizon.of(weeks + 1, TimeScale.WEEK));
        assertThat(shorter.score(customer).value())
                .isBetween(0.0, longer.score(customer).value());
        Interval narrow = shorter.withInterval(0.5).score(customer).interval().orElseThrow();
        Interval wide = shorter.withInterval(0.9).score(customer).interval().orElseThrow();
        assertThat(wide.lower()).isBetween(0.0, narrow.lower());
        assertThat(wide.upper()).isGreaterThanOrEqualTo(narrow.upper());
    }

    @Test
    void aHorizonOfZeroIsWorthNothing() {
        CustomerScore score =
                SCORER.withHorizon(Horizon.parse("0w")).withInterval(0.9).score(CustomerSummary.of(3, 5, 9, 20));
        assertThat(score.value()).isZero();
        assertThat(score.expectedTransactions()).isZero();
        assertThat(score.interval()).contains(new Interval(0, 0));
    }

    @Test
    void aHorizonMayStandInAnyUnit() {
        CustomerSummary customer = CustomerSummary.of(2, 10, 20, 25);
        assertThat(SCORER.withHorizon(Horizon.parse("273d")).score(customer)).isEqualTo(SCORER.score(customer));
    }

    @Test
    void noCustomersGiveNoScores() {
        CustomerScores none = SCORER.withInterval(0.9)
                .scoreAll(CustomerSummaries.of(TimeScale.WEEK, new int[0], new double[0], new double[0]));
        assertThat(none.size()).isZero();
        assertThat(none.totalValue()).isZero();
        assertThat(none.top(5)).isEmpty();
    }

    @Test
    void settingsCanBeReadBack() {
        Scorer scorer = SCORER.withInterval(0.8);
        assertThat(scorer.horizon()).isEqualTo(Horizon.parse("39w"));
        assertThat(scorer.discount()).isEqualTo(Discount.annual(0.1));
        assertThat(scorer.margin()).isEqualTo(0.3);
        assertThat(scorer.interval()).hasValue(0.8);
        assertThat(SCORER.interval()).isEmpty();
        assertThat(scorer)
                .hasToString("Scorer[nbd, gamma-gamma, horizon 39w, Annual[rate=0.1], margin 0.3, interval 0.8]");
        assertThat(Scorer.of(PURCHASES, SPEND)).hasToString("Scorer[nbd, gamma-gamma, horizon 1y, None[], margin 1.0]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.3, 30, Double.NaN})
    void impossibleMarginsAreRefused(double margin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCORER.withMargin(margin))
                .withMessageContaining("got " + margin);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 90, Double.NaN})
    void impossibleProbabilitiesAreRefused(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCORER.withInterval(level))
                .withMessageContaining("got " + level);
    }

    @Test
    void historiesInAnotherTimeScaleAreRefused() {
        CustomerSummaries days = CustomerSummaries.of(TimeScale.DAY, new int[1], new double[1], new double[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCORER.scoreAll(days))
                .withMessageContaining("summarise the log in WEEK");
    }

    @Test
    void aModelThatGivesNoNumberIsNamedAndNotPassedOn() {
        Scorer broken = Scorer.of(new SampleModels.Nbd(Double.NaN, 6, TimeScale.WEEK), SPEND);
        assertThatIllegalStateException()
                .isThrownBy(() -> broken.score(CustomerSummary.of(2, 10, 20, 25)))
                .withMessageContainingAll("frequency 2", "NaN");
        CustomerSummaries two = CustomerSummaries.of(TimeScale.WEEK, new int[2], new double[2], new double[2]);
        assertThatIllegalStateException()
                .isThrownBy(() -> broken.scoreAll(two, Parallelism.of(2), ProgressListener.NONE));
    }

    @Test
    void progressIsToldOnTheCallingThreadAndEndsWithTheTotal() {
        int n = 5_000;
        List<Long> told = new ArrayList<>();
        Thread caller = Thread.currentThread();
        SCORER.scoreAll(ones(n), Parallelism.of(3), (phase, done, total) -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            assertThat(total).isEqualTo(n);
            told.add(done);
        });
        assertThat(told).isSorted().last().isEqualTo((long) n);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anInterruptedCallEndsWithoutAResult(int threads) {
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> SCORER.scoreAll(
                            ones(100_000),
                            Parallelism.of(threads),
                            (phase, done, total) -> Thread.currentThread().interrupt()));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aFailingListenerEndsTheCall() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SCORER.scoreAll(ones(10_000), Parallelism.of(2), (phase, done, total) -> {
                    throw new IllegalStateException("closed");
                }))
                .withMessage("closed");
    }

    private static CustomerSummaries ones(int n) {
        return CustomerSummaries.of(TimeScale.WEEK, new int[n], new double[n], new double[n]);
    }
}

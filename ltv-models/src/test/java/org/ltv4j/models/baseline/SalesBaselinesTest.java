package org.ltv4j.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;

/** Baselines of sales, worked out by hand. */
class SalesBaselinesTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final Outcome SPEND = Outcome.spend(Horizon.parse("10d"));
    private static final Outcome PURCHASES = Outcome.purchases(Horizon.parse("10d"));
    private static final Outcome CHURN = Outcome.churn(Horizon.parse("10d"));

    /** As of day 29 ann has bought on days 0, 4, 20 (two rows) and 29, bob on day 9, cy on days 25 and 27. */
    private static KnownSales known() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("ann", START, 5)
                .add("bob", START.plusDays(9), 7)
                .add("ann", START.plusDays(4), 4)
                .add("ann", START.plusDays(20), 8)
                .add("ann", START.plusDays(20), 2)
                .add("cy", START.plusDays(25), 30)
                .add("cy", START.plusDays(27), 10)
                .add("ann", START.plusDays(29), 16)
                .build();
        return KnownSales.until(log, START.plusDays(29));
    }

    private static void foretells(OutcomeEstimator estimator, Outcome outcome, double... values) {
        assertThat(estimator.fit(known(), outcome).predict(known()).values())
                .as("%s, %s", estimator.name(), outcome)
                .containsExactly(values, within(1e-12));
    }

    /** Ann: x = 3, T = 29, m = 30 / 3; bob: x = 0, T = 20; cy: x = 1, T = 4, m = 10. */
    @Test
    void theHistoricalRateGoesOn() {
        NaiveBaseline rate = NaiveBaseline.historicalRate();
        foretells(rate, PURCHASES, 30 / 29.0, 0, 2.5);
        foretells(rate, SPEND, 300 / 29.0, 0, 25);
        foretells(rate, Outcome.margin(Horizon.parse("10d"), 0.2), 60 / 29.0, 0, 5);
        foretells(rate, CHURN, Math.exp(-30 / 29.0), 1, Math.exp(-2.5));
    }

    /** Four repeat purchases for 40 in 29 + 20 + 4 days; of ann and bob, there by day 19, bob stayed away. */
    @Test
    void thePopulationMeanIsThatOfAllTogether() {
        NaiveBaseline mean = NaiveBaseline.populationMean();
        foretells(mean, PURCHASES, 40 / 53.0, 40 / 53.0, 40 / 53.0);
        foretells(mean, SPEND, 400 / 53.0, 400 / 53.0, 400 / 53.0);
        foretells(mean, CHURN, 0.5, 0.5, 0.5);
    }

    /** In days 20 to 29: ann on days 20 and 29, cy on day 27 after the first purchase. */
    @Test
    void theLastPeriodComesAgain() {
        NaiveBaseline last = NaiveBaseline.lastPeriod();
        foretells(last, PURCHASES, 2, 0, 1);
        foretells(last, SPEND, 26, 0, 10);
        foretells(last, CHURN, 0, 1, 0);
    }

    /**
     * Periods of 10 days: 0 to 9 (ann, bob), 10 to 19 (nobody), 20 to 29 (ann, cy). Given r = 0.5 and 2 periods of horizon the lifetime is 1 +
     * 0.5. Ann: 4 purchases for 35 in 2.9 periods; bob: 1 for 7 in 2; cy: 2 for 40 in 0.4, counted as 1.
     */
    @Test
    void theFormulaIsOrderValueTimesFrequencyTimesMarginTimesLifetime() {
        FormulaCltv formula = FormulaCltv.per(Horizon.parse("10d")).withRetention(0.5);
        Horizon twenty = Horizon.parse("20d");
        foretells(formula, Outcome.spend(twenty), 35 / 2.9 * 1.5, 3.5 * 1.5, 40 * 1.5);
        foretells(formula, Outcome.margin(twenty, 0.1), 3.5 / 2.9 * 1.5, 0.35 * 1.5, 4 * 1.5);
        foretells(formula, Outcome.purchases(twenty), 4 / 2.9 * 1.5, 0.5 * 1.5, 2 * 1.5);
        // nobody of the first period bought in the second: r = 0, one period of lifetime
        FormulaCltv.Model counted = FormulaCltv.per(Horizon.parse("10d")).fit(known(), SPEND);
        assertThat(counted.retention()).isZero();
        assertThat(counted.lifetime()).isEqualTo(1);
        // of 15 days: ann and bob in 0 to 14, ann and cy in 15 to 29
        FormulaCltv.Model half = FormulaCltv.per(Horizon.parse("15d")).fit(known(), SPEND);
        assertThat(half.retention()).isEqualTo(0.5);
        // 10 of 15 days: (1 - 0.5^(2/3)) / 0.5 = 0.74 is more than the horizon has
        assertThat(half.lifetime()).isEqualTo(10 / 15.0);
    }

    @Test
    void inTheLongRunTheLifetimeIsOneOverChurn() {
        Outcome century = Outcome.spend(Horizon.parse("100y"));
        assertThat(new FormulaCltv.Model(century, 90, 0.8).lifetime()).isCloseTo(1 / (1 - 0.8), within(1e-12));
        assertThat(new FormulaCltv.Model(century, 365, 1).lifetime()).isEqualTo(century.days() / 365.0);
        assertThat(new FormulaCltv.Model(century, 90, 0).lifetime()).isEqualTo(1);
    }

    /** As of day 14: ann (recency 10, 2 purchases, 9), bob (5, 1, 7); in days 15 to 24 ann spends 10, bob nothing. */
    @Test
    void cellsForetellWhatTheirLikesDid() {
        KnownSales then = known().until(START.plusDays(24));
        RfmCells halves = new RfmCells(new CutDates(1, 10, 10), 2, 0);
        RfmCells.Model model = halves.fit(then, SPEND);
        assertThat(model.edges()).isEqualTo(List.of(List.of(7.5), List.of(1.5), List.of(8.0)));
        assertThat(model.size()).isEqualTo(8);
        // as of day 24 ann has recency 4, 3 purchases and 19: nobody had been there, so the mean of all; bob 15, 1 and
        // 7: as well
        assertThat(model.predict(then).values()).containsExactly(5, 5);
        assertThat(model.predict(then.until(START.plusDays(14))).values()).containsExactly(10, 0);
        // with a prior of 3 customers: (10 + 3 * 5) / 4 and 15 / 4
        assertThat(new RfmCells(new CutDates(1, 10, 10), 2, 3)
                        .fit(then, SPEND)
                        .predict(then.until(START.plusDays(14)))
                        .values())
                .containsExactly(25 / 4.0, 15 / 4.0);
        assertThat(halves.fit(then, CHURN)
                        .predict(then.until(START.plusDays(14)))
                        .values())
                .containsExactly(0, 1);
    }

    @Test
    void oneBinIsTheMeanOfAll() {
        RfmCells one = new RfmCells(new CutDates(1, 10, 10), 1, 20).asOf(new CutDates(2, 5, 5));
        // as of day 14 and 19: ann 10 and 10 in the ten days after, bob 0 and 0
        assertThat(one.fit(known(), PURCHASES).predict(known()).values())
                .containsExactly(new double[] {0.75, 0.75, 0.75}, within(1e-15));
    }

    @Test
    void whoOnlyReturnedGoodsIsInTheCellOfTheLongestAgo() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("ann", START, 5)
                .add("bob", START.plusDays(3), -5)
                .add("cy", START.plusDays(4), 5)
                .add("ann", START.plusDays(7), 5)
                .build();
        KnownSales sales = KnownSales.until(log, START.plusDays(9));
        RfmCells.Model model = new RfmCells(new CutDates(1, 5, 5), 2, 0).fit(sales, Outcome.churn(Horizon.parse("5d")));
        // bob is with ann, whose purchase was the longest ago and who came back, not with cy, who did not
        assertThat(model.predict(sales.until(START.plusDays(4))).values()).containsExactly(0, 0, 1);
    }

    @Test
    void visitsWithoutAmountsHaveNoSpend() {
        TransactionLog visits = TransactionLog.builderWithoutAmounts()
                .add("ann", START)
                .add("bob", START)
                .add("ann", START.plusDays(12))
                .build();
        KnownSales sales = KnownSales.until(visits, START.plusDays(19));
        RfmCells cells = new RfmCells(new CutDates(1, 10, 10), 2, 0);
        assertThat(cells.fit(sales, PURCHASES).size()).isEqualTo(4);
        assertThat(FormulaCltv.per(Horizon.parse("10d"))
                        .fit(sales, PURCHASES)
                        .predict(sales)
                        .value(0))
                .isEqualTo(2 / 1.9 * 1);
        for (OutcomeEstimator estimator :
                List.of(NaiveBaseline.lastPeriod(), FormulaCltv.per(Horizon.parse("10d")), cells)) {
            assertThatThrownBy(() -> estimator.fit(sales, SPEND))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("have no amounts");
        }
        RfmCells.Model withAmounts = cells.fit(known(), PURCHASES);
        assertThatThrownBy(() -> withAmounts.predict(sales))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("these sales have none");
    }

    @Test
    void whatCannotBeKnownIsRefused() {
        FormulaCltv formula = FormulaCltv.per(Horizon.parse("20d"));
        assertThatThrownBy(() -> formula.fit(known(), CHURN))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no probability");
        assertThatThrownBy(() -> formula.fit(known(), SPEND))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no two periods of 20 days");
        Outcome year = Outcome.churn(Horizon.parse("1y"));
        for (OutcomeEstimator estimator : List.of(NaiveBaseline.populationMean(), RfmCells.quintiles())) {
            assertThatThrownBy(() -> estimator.fit(known(), year)).isInstanceOf(InvalidDataException.class);
        }
        for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> formula.withRetention(bad));
            assertThatIllegalArgumentException().isThrownBy(() -> new FormulaCltv.Model(SPEND, 10, bad));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> FormulaCltv.per(Horizon.parse("0d")));
        assertThatIllegalArgumentException().isThrownBy(() -> new FormulaCltv.Model(CHURN, 10, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmCells(CutDates.newest(), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmCells(CutDates.newest(), 5, Double.NaN));
    }

    /** Seven times 0.1, and 20 means of them, over 27 is not 0.1 in the last digit. */
    @Test
    void cellsOfOneOutcomeForetellItExactly() {
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int c = 0; c < 7; c++) {
            log.add("c" + c, START.plusDays(c), 1 + c);
            log.add("c" + c, START.plusDays(15), 0.1);
        }
        KnownSales sales = KnownSales.until(log.build(), START.plusDays(20));
        assertThat(RfmCells.quintiles().fit(sales, SPEND).predict(sales).values())
                .hasSize(7)
                .containsOnly(0.1);
    }
}

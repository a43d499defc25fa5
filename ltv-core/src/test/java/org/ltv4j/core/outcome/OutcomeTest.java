package org.ltv4j.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;

class OutcomeTest {
    private static final LocalDate CUT = LocalDate.of(2026, 3, 31);
    private static final Horizon TEN_DAYS = Horizon.of(10, TimeScale.DAY);

    /** Ann buys on both ends of the horizon and the day after it, Bob never again, Cy comes later than the cut. */
    private static TransactionLog log() {
        return TransactionLog.builder("EUR")
                .add("ann", LocalDate.of(2026, 1, 5), 10)
                .add("ann", CUT, 7)
                .add("ann", LocalDate.of(2026, 4, 1), 4)
                .add("ann", LocalDate.of(2026, 4, 1), 5)
                .add("ann", LocalDate.of(2026, 4, 10), -1)
                .add("ann", LocalDate.of(2026, 4, 11), 100)
                .add("bob", LocalDate.of(2026, 2, 5), 3)
                .add("cy", LocalDate.of(2026, 4, 2), 8)
                .build();
    }

    private static double[] of(Outcome outcome) {
        return outcome.of(KnownSales.until(log(), outcome.lastDay(CUT)), IdTable.of("bob", "ann"), CUT);
    }

    @Test
    void countsTheDaysAfterTheDateUpToTheLastOfTheHorizon() {
        assertThat(of(Outcome.spend(TEN_DAYS))).containsExactly(0, 8);
        assertThat(of(Outcome.margin(TEN_DAYS, 0.25))).containsExactly(0, 2);
        assertThat(of(Outcome.purchases(TEN_DAYS)))
                .containsExactly(0, 1); // two rows of 1 April are one, 10 April is a return
        assertThat(of(Outcome.churn(TEN_DAYS))).containsExactly(1, 0);
        assertThat(of(Outcome.spend(Horizon.of(11, TimeScale.DAY)))).containsExactly(0, 108);
    }

    @Test
    void whoOnlyBringsSomethingBackDoesNotBuy() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("ann", CUT, 60)
                .add("ann", CUT.plusDays(2), -50)
                .build();
        KnownSales later = KnownSales.until(log, CUT.plusDays(10));
        assertThat(Outcome.purchases(TEN_DAYS).of(later, IdTable.of("ann"), CUT))
                .containsExactly(0);
        assertThat(Outcome.churn(TEN_DAYS).of(later, IdTable.of("ann"), CUT)).containsExactly(1);
        assertThat(Outcome.spend(TEN_DAYS).of(later, IdTable.of("ann"), CUT)).containsExactly(-50);
    }

    @Test
    void predictionsCanBePutInAnotherOrder() {
        Predictions two = Predictions.of(IdTable.of("ann", "bob"), CUT, Outcome.spend(TEN_DAYS), new double[] {1, 2});
        assertThat(two.forCustomers(IdTable.of("ann", "bob"))).isSameAs(two);
        assertThat(two.forCustomers(IdTable.of("bob", "ann")).values()).containsExactly(2, 1);
        assertThat(two.forCustomers(IdTable.of("bob")).values()).containsExactly(2);
        assertThatThrownBy(() -> two.forCustomers(IdTable.of("bob", "cy")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("customer 2 of 2 is not among the 2 who are foretold");
    }

    @Test
    void aQuietDayAtTheEndIsKnownAllTheSame() {
        Outcome thirty = Outcome.spend(Horizon.of(30, TimeScale.DAY));
        assertThat(thirty.of(KnownSales.until(log(), CUT.plusDays(30)), IdTable.of("ann"), CUT))
                .containsExactly(108);
    }

    @Test
    void refusesWhatIsNotOverYet() {
        assertThatThrownBy(() ->
                        Outcome.churn(TEN_DAYS).of(KnownSales.until(log(), CUT.plusDays(9)), IdTable.of("ann"), CUT))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("is known on 2026-04-10, but sales are known until 2026-04-09");
    }

    @Test
    void refusesCustomersWhoWereNotThereYetWithoutNamingThem() {
        assertThatThrownBy(() -> Outcome.churn(TEN_DAYS)
                        .of(KnownSales.until(log(), CUT.plusDays(10)), IdTable.of("ann", "cy"), CUT))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("customer 2 of 2 has no row on or before 2026-03-31 and so no outcome");
    }

    @Test
    void asksNoSpendOfALogWithoutAmounts() {
        TransactionLog visits = TransactionLog.builderWithoutAmounts()
                .add("ann", CUT)
                .add("ann", CUT.plusDays(3))
                .build();
        KnownSales known = KnownSales.until(visits, CUT.plusDays(10));
        assertThat(Outcome.purchases(TEN_DAYS).of(known, IdTable.of("ann"), CUT))
                .containsExactly(1);
        assertThatThrownBy(() -> Outcome.spend(TEN_DAYS).of(known, IdTable.of("ann"), CUT))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("ask for purchases or churn");
    }

    @Test
    void refusesHorizonsAndMarginsOutOfRange() {
        assertThatThrownBy(() -> Outcome.spend(Horizon.of(0.4, TimeScale.DAY))).hasMessageContaining("1 to 36525 days");
        assertThatThrownBy(() -> Outcome.spend(Horizon.of(1000, TimeScale.YEAR)))
                .hasMessageContaining("got 1000y");
        assertThatThrownBy(() -> Outcome.margin(TEN_DAYS, 0)).hasMessageContaining("(0, 1], got 0.0");
        assertThatThrownBy(() -> Outcome.margin(TEN_DAYS, Double.NaN)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> new Outcome(OutcomeKind.CHURN, TEN_DAYS, 0.5)).hasMessageContaining("spend only");
    }

    @Test
    void knownSalesHoldNoLaterRow() {
        KnownSales known = KnownSales.until(log(), CUT);
        assertThat(known.log().lastDay()).isEqualTo(CUT);
        assertThat(known.customers().size()).isEqualTo(2);
        assertThat(known.until(CUT)).isSameAs(known);
        assertThatThrownBy(() -> known.until(CUT.plusDays(1))).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> KnownSales.until(log(), LocalDate.of(2025, 1, 1)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("the log starts on 2026-01-05");
    }

    @Test
    void predictionsAreFiniteAndProbabilitiesInTheirRange() {
        IdTable two = IdTable.numbered(2);
        Outcome churn = Outcome.churn(TEN_DAYS);
        assertThat(Predictions.of(two, CUT, churn, new double[] {0, 1}).value(1))
                .isEqualTo(1);
        assertThatThrownBy(() -> Predictions.of(two, CUT, churn, new double[] {0, 1.1}))
                .hasMessageContaining("[0, 1]");
        assertThatThrownBy(() -> Predictions.of(two, CUT, Outcome.spend(TEN_DAYS), new double[] {0, Double.NaN}))
                .hasMessageContaining("customer 2: NaN");
        assertThatThrownBy(() -> Predictions.of(two, CUT, churn, new double[1]))
                .hasMessage("1 predictions for 2 customers");
    }
}

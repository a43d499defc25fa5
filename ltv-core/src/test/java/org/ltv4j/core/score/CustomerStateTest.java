package org.ltv4j.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummary;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

class CustomerStateTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    /** Gaps of 0 are purchases of one day. */
    @Property(tries = 200, seed = "20261122")
    void aStateGivesTheSameHistoryAsALogOfTheSamePurchases(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 9) Integer> gaps,
            @ForAll @IntRange(min = 1, max = 5000) int cents,
            @ForAll @IntRange(min = 0, max = 100) int quiet) {
        TransactionLogBuilder rows = TransactionLog.builder("EUR");
        LocalDate day = DAY;
        CustomerState state = null;
        for (int k = 0; k < gaps.size(); k++) {
            day = k == 0 ? day : day.plusDays(gaps.get(k));
            double amount = (cents + 37 * k) / 100.0;
            rows.add("ann", day, amount);
            state = state == null ? CustomerState.firstPurchase(day, amount) : state.purchase(day, amount);
        }
        TransactionLog log = rows.build();
        for (TimeScale scale : TimeScale.values()) {
            CustomerSummary expected = log.summaries(day.plusDays(quiet), scale).summary(0);
            assertThat(state).isNotNull();
            assertThat(state.summary(day.plusDays(quiet), scale)).isEqualTo(expected);
        }
        assertThat(CustomerState.of(log, 0)).isEqualTo(state);
    }

    @Test
    void purchasesOfOneDayAreOnePurchase() {
        CustomerState state = CustomerState.firstPurchase(DAY, 4)
                .purchase(DAY, 1)
                .purchase(DAY.plusDays(7), 3)
                .purchase(DAY.plusDays(7), -1);
        assertThat(state).isEqualTo(new CustomerState(DAY, DAY.plusDays(7), 1, 5, 2));
        assertThat(state.summary(DAY.plusDays(14), TimeScale.WEEK)).isEqualTo(new CustomerSummary(1, 1, 2, 2, 5));
    }

    @Test
    void aDayBeforeTheLastOneIsRefused() {
        CustomerState state = CustomerState.firstPurchase(DAY, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.purchase(DAY.minusDays(1), 4))
                .withMessageContainingAll("2025-03-01", "2025-02-28", "rebuild");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.summary(DAY.minusDays(1), TimeScale.DAY))
                .withMessageContainingAll("2025-03-01", "2025-02-28");
    }

    @Test
    void amountsMustBeFinite() {
        CustomerState state = CustomerState.firstPurchase(DAY, 4);
        assertThatIllegalArgumentException().isThrownBy(() -> CustomerState.firstPurchase(DAY, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> state.purchase(DAY, Double.NEGATIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerState.firstPurchase(DAY, 1e308).purchase(DAY, 1e308));
    }

    @Test
    void storedStatesThatDisagreeWithThemselvesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerState(DAY, DAY.minusDays(1), 0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerState(DAY, DAY, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerState(DAY, DAY.plusDays(2), 3, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerState(DAY, DAY.plusDays(2), 0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerState(DAY, DAY.plusDays(2), -1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerState(DAY, DAY, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerState(DAY, DAY, 0, Double.NaN, 0));
    }
}

package org.ltv4j.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.model.SpendBasis;
import org.ltv4j.core.testing.SampleModels;

class CustomerScoresTest {
    private final CustomerScores scores = Scorer.of(
                    new SampleModels.Nbd(0.8, 6, TimeScale.WEEK),
                    new SampleModels.GammaGamma(6, 4, 15, SpendBasis.REPEAT_PURCHASES))
            .scoreAll(CustomerSummaries.of(
                    TimeScale.WEEK,
                    new int[] {0, 5, 0, 2},
                    new double[] {0, 8, 0, 9},
                    new double[] {10, 10, 10, 10},
                    new double[] {0, 30, 0, 30}));

    @Test
    void customersAreRankedByValueAndTiesKeepTheirOrder() {
        assertThat(scores.top(4)).containsExactly(1, 3, 0, 2);
        assertThat(IntStream.range(0, 4).map(scores::rank)).containsExactly(3, 1, 4, 2);
        assertThat(scores.top(2)).containsExactly(1, 3);
        assertThat(scores.top(100)).hasSize(4);
        assertThat(scores.top(0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> scores.top(-1)).withMessageContaining("-1");
    }

    @Test
    void totalsAddUpAllCustomers() {
        double value = 0;
        double transactions = 0;
        for (int i = 0; i < scores.size(); i++) {
            assertThat(scores.value(i)).isEqualTo(scores.score(i).value());
            assertThat(scores.value(i)).isEqualTo(scores.expectedSpend(i) * scores.discountedTransactions(i));
            assertThat(scores.interval(i)).isEmpty();
            assertThat(scores.probabilityAlive(i)).isEqualTo(1);
            value += scores.value(i);
            transactions += scores.expectedTransactions(i);
        }
        assertThat(scores.totalValue()).isCloseTo(value, within(1e-9));
        assertThat(scores.totalExpectedTransactions()).isCloseTo(transactions, within(1e-9));
    }

    @Test
    void theTopCannotBeChangedFromOutside() {
        scores.top(4)[0] = 99;
        assertThat(scores.top(1)).containsExactly(1);
    }

    @Test
    void theTextNamesNoCustomer() {
        assertThat(scores)
                .hasToString("CustomerScores[4 customers, Scorer[nbd, gamma-gamma, horizon 1y, None[], margin 1.0]]");
        assertThat(scores.customers().size()).isEqualTo(4);
    }
}

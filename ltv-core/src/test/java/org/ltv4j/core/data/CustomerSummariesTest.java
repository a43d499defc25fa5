package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerSummariesTest {
    @ParameterizedTest(name = "x={0} t_x={1} T={2} m={3}")
    @CsvSource({
        "-1, 0, 10, 0, frequency",
        "1, 41.0, 38.9, 0, recency=41.0",
        "1, -1, 38.9, 0, recency=-1.0",
        "1, NaN, 38.9, 0, recency=NaN",
        "1, 1, NaN, 0, age",
        "1, 1, Infinity, 0, age",
        "0, 3, 10, 0, recency = 0 where frequency is 0",
        "0, 0, 10, 5, mean repeat spend = 0 where frequency is 0",
        "1, 1, 10, NaN, finite spend"
    })
    void refusesImpossibleHistoriesWithTheirRow(int x, double tx, double age, double m, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerSummary.of(x, tx, age, m))
                .withMessageContaining(reason);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> CustomerSummaries.of(
                        TimeScale.WEEK, new int[] {0, x}, new double[] {0, tx}, new double[] {5, age}, new double[] {
                            0, m
                        }))
                .withMessageContaining("1 of 2 customer histories")
                .withMessageContaining("row 2")
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(e.badValues()).hasSize(1));
    }

    @Test
    void refusesColumnsOfDifferentLengths() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> CustomerSummaries.of(TimeScale.DAY, new int[2], new double[2], new double[3]))
                .withMessageContaining("3 ages");
    }

    @Test
    void keepsItsOwnCopyOfTheArrays() {
        int[] x = {1};
        CustomerSummaries one = CustomerSummaries.of(TimeScale.DAY, x, new double[] {1}, new double[] {2});
        x[0] = 5;
        assertThat(one.frequency(0)).isEqualTo(1);
        assertThat(one.id(0)).isEqualTo("1");
        assertThat(one.end()).isEmpty();
    }

    @Test
    void itsTextNamesNoCustomer() {
        CustomerSummaries one = CustomerSummaries.of(
                IdTable.of("secret"),
                TimeScale.DAY,
                new int[1],
                new double[1],
                new double[1],
                new double[1],
                new double[1]);
        assertThat(one.toString()).isEqualTo("CustomerSummaries[1 customers, DAY]");
    }
}

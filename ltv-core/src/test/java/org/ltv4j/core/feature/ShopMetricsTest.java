package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

class ShopMetricsTest {
    private static final LocalDate END = LocalDate.of(2025, 3, 31);

    /** The year is 2024-04-01 to 2025-03-31, 365 days; the one before starts on 2023-04-02. */
    private final TransactionLog log = TransactionLog.builder("EUR")
            .add("old", LocalDate.of(2023, 4, 1), 1)
            .add("stays", LocalDate.of(2023, 4, 2), 1)
            .add("leaves", LocalDate.of(2024, 3, 31), 1)
            .add("old", LocalDate.of(2024, 4, 1), 10)
            .add("stays", LocalDate.of(2025, 3, 31), 20)
            .add("stays", LocalDate.of(2025, 3, 31).atTime(12, 0), 4)
            .add("new", LocalDate.of(2024, 6, 1), 6)
            .add("new", LocalDate.of(2024, 6, 2), 0)
            .add("new", LocalDate.of(2024, 6, 3), -2)
            .add("later", LocalDate.of(2025, 4, 1), 100)
            .build();

    @Test
    void countsCustomersOfTheYear() {
        ShopMetrics year = ShopMetrics.ofYear(log, END);

        assertThat(year)
                .isEqualTo(new ShopMetrics(
                        LocalDate.of(2024, 4, 1),
                        END,
                        "EUR",
                        3,
                        1,
                        1,
                        4,
                        OptionalDouble.of(40),
                        OptionalDouble.of(2),
                        2,
                        1));
        assertThat(year.repurchaseRate()).hasValue(1 / 3.0);
        assertThat(year.retentionRate()).hasValue(0.5);
        assertThat(year.newCustomerShare()).hasValue(1 / 3.0);
        assertThat(year.purchasesPerCustomer()).hasValue(4 / 3.0);
        assertThat(year.spendPerPurchase()).hasValue(10);
        assertThat(year.spendPerCustomer()).hasValue(40 / 3.0);
        assertThat(year.returnRate()).hasValue(0.05);
    }

    @Test
    void hasNoRatesWhereNobodyBought() {
        ShopMetrics none = ShopMetrics.of(log, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 1, 31));

        assertThat(none.customers()).isZero();
        assertThat(none.repurchaseRate()).isEmpty();
        assertThat(none.retentionRate()).isEmpty();
        assertThat(none.returnRate()).isEmpty();
        assertThatThrownBy(() -> ShopMetrics.of(log, END, END.minusDays(1)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("2025-03-31 to 2025-03-30");
    }

    @Test
    void knowsNoMoneyWhereTheLogStatesNone() {
        TransactionLog visits = TransactionLog.builderWithoutAmounts()
                .add("ann", END.minusDays(3))
                .add("ann", END)
                .add("bob", END)
                .build();
        ShopMetrics year = ShopMetrics.ofYear(visits, END);

        assertThat(year.customers()).isEqualTo(2);
        assertThat(year.repurchaseRate()).hasValue(0.5);
        assertThat(year.purchasesPerCustomer()).hasValue(1.5);
        assertThat(year.spend()).isEmpty();
        assertThat(year.returned()).isEmpty();
        assertThat(year.spendPerPurchase()).isEmpty();
        assertThat(year.spendPerCustomer()).isEmpty();
        assertThat(year.returnRate()).isEmpty();
    }

    @Test
    void saysWhereMetricsOfMoneyAreMissing() {
        assertThat(ShopMetrics.definitions("EUR"))
                .filteredOn(metric -> metric.missing().contains("states no amounts"))
                .extracting(DictionaryEntry::name)
                .containsExactly("spend", "spend_per_purchase", "spend_per_customer", "return_rate");
    }

    @Test
    void refusesASumBeyondAllNumbers() {
        TransactionLog mistyped = TransactionLog.builder("EUR")
                .add("ann", END, 1e308)
                .add("bob", END, 1e308)
                .build();
        assertThatThrownBy(() -> ShopMetrics.ofYear(mistyped, END))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("spend")
                .hasMessageContaining("Infinity");
    }

    /** 0.1 is no binary fraction: ten of them added one by one give 0.9999999999999999. */
    @Test
    void addsUpWithoutLosingDigits() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        for (int i = 0; i < 10; i++) {
            builder.add("c" + i, END, 0.1);
        }
        assertThat(ShopMetrics.ofYear(builder.build(), END).spend()).hasValue(1.0);
    }
}

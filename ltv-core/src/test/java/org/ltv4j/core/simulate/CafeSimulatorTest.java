package org.ltv4j.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.TransactionLog;

class CafeSimulatorTest {
    private final TransactionLog log = CafeSimulator.withDefaults().withSeed(42).simulate();

    @Test
    void everyCustomerHasRowsWithinThePeriod() {
        assertThat(log.customers().size()).isEqualTo(500);
        assertThat(log.customers().id(0)).isEqualTo("C0001");
        assertThat(log.firstDay()).isAfterOrEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(log.lastDay()).isBeforeOrEqualTo(CafeSimulator.withDefaults().lastDay());
        assertThat(CafeSimulator.withDefaults().lastDay()).isEqualTo(LocalDate.of(2025, 6, 29));
        for (int c = 0; c < log.customers().size(); c++) {
            assertThat(log.time(log.start(c)).toLocalDate())
                    .isBefore(LocalDate.of(2024, 1, 1).plusWeeks(26));
        }
    }

    @Test
    void salesFallIntoTheOpeningHours() {
        for (int row = 0; row < log.size(); row++) {
            if (log.quantity(row) > 0) {
                DayOfWeek day = log.time(row).getDayOfWeek();
                assertThat(day).isNotEqualTo(DayOfWeek.SUNDAY);
                assertThat(log.time(row).getHour())
                        .isBetween(day == DayOfWeek.SATURDAY ? 9 : 8, day == DayOfWeek.SATURDAY ? 16 : 17);
            }
        }
    }

    @Test
    void amountsArePiecesTimesPriceAndReceiptsHaveAtMostFourDifferentProducts() {
        Map<Integer, Set<Integer>> products = new HashMap<>();
        for (int row = 0; row < log.size(); row++) {
            assertThat(log.amount(row)).isCloseTo(log.quantity(row) * log.unitPrice(row), within(1e-9));
            assertThat(log.quantity(row)).isNotZero();
            boolean isNew = products.computeIfAbsent(log.order(row), o -> new HashSet<>())
                    .add(log.product(row));
            assertThat(isNew || log.quantity(row) < 0).isTrue();
        }
        assertThat(products.values()).allSatisfy(set -> assertThat(set).hasSizeBetween(1, 4));
        assertThat(products).hasSize(log.orders().size());
    }

    @Test
    void aRefundGivesBackALineOfItsOwnOrder() {
        Map<String, Double> sold = new HashMap<>();
        int refunds = 0;
        for (int row = 0; row < log.size(); row++) {
            String line = log.order(row) + "/" + log.product(row);
            if (log.quantity(row) > 0) {
                sold.put(line, log.amount(row));
            } else {
                refunds++;
                assertThat(-log.amount(row)).isEqualTo(sold.get(line));
            }
        }
        double share = refunds / (double) log.orders().size();
        assertThat(share)
                .isCloseTo(0.01, within(4 * Math.sqrt(0.01 / log.orders().size())));
    }

    @Test
    void receiptsHaveTheMeanOfTheSpendProcess() {
        TransactionLog even = CafeSimulator.withDefaults()
                .withSpend(new GammaGammaProcess(5, 1000, 1798.2)) // all customers alike, mean 9.00
                .withRefunds(0)
                .simulate();
        double total = 0;
        for (int row = 0; row < even.size(); row++) {
            total += even.amount(row);
        }
        // deviation of one receipt: 9 / sqrt(5); prices add rounding of less than 0.10 in the mean
        double error = 4 * 9 / Math.sqrt(5.0 * even.orders().size());
        assertThat(total / even.orders().size()).isCloseTo(9, within(error + 0.10));
    }

    @Test
    void aCustomerIsTheSameWhateverTheNumberOfCustomers() {
        TransactionLog few =
                CafeSimulator.withDefaults().withSeed(42).withCustomers(7).simulate();
        assertThat(few.customers().size()).isEqualTo(7);
        for (int row = 0; row < few.size(); row++) {
            assertThat(few.second(row)).isEqualTo(log.second(row));
            assertThat(few.amount(row)).isEqualTo(log.amount(row));
            assertThat(few.orders().id(few.order(row))).isEqualTo(log.orders().id(log.order(row)));
        }
    }

    @Test
    void otherSeedsGiveOtherCafes() {
        assertThat(checksum(CafeSimulator.withDefaults().withSeed(43).simulate()))
                .isNotEqualTo(checksum(log));
    }

    /** Pins every row, so that no JDK and no change of the code moves a sample that others refer to. */
    @Test
    void theRowsAreTheSameOnEveryJdk() {
        assertThat(log.size()).isEqualTo(ROWS);
        assertThat(checksum(log)).isEqualTo(CHECKSUM);
    }

    @Test
    void impossibleSettingsAreRefused() {
        CafeSimulator cafe = CafeSimulator.withDefaults();
        LocalDate day = LocalDate.of(2024, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cafe.withCustomers(-1))
                .withMessageContaining("got -1");
        assertThatIllegalArgumentException().isThrownBy(() -> cafe.withPeriod(day, 0, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cafe.withPeriod(day, 6, 5))
                .withMessageContaining("5 and 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cafe.withRefunds(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> cafe.withRefunds(1.1));
    }

    @Test
    void otherBehaviourPeriodAndCurrencyAreTaken() {
        CafeSimulator cafe = CafeSimulator.withDefaults()
                .withCustomers(20)
                .withPeriod(LocalDate.of(1969, 12, 27), 2, 4)
                .withPurchases(new NbdProcess(5, 5))
                .withCurrency("CNY");
        TransactionLog made = cafe.simulate();
        assertThat(made.currency()).isEqualTo("CNY");
        assertThat(made.firstDay()).isBetween(LocalDate.of(1969, 12, 27), LocalDate.of(1970, 1, 9));
        assertThat(made.lastDay()).isBeforeOrEqualTo(LocalDate.of(1970, 1, 23));
        assertThat(cafe).asString().contains("NbdProcess[r=5.0, alpha=5.0]", "20 customers", "CNY", "1969-12-27");
    }

    private static final int ROWS = 6873;
    private static final long CHECKSUM = 838857857L;

    private static long checksum(TransactionLog log) {
        CRC32 crc = new CRC32();
        for (int row = 0; row < log.size(); row++) {
            String text = log.customers().id(log.customer(row))
                    + log.second(row)
                    + log.orders().id(log.order(row))
                    + log.products().id(log.product(row))
                    + log.quantity(row)
                    + log.amount(row);
            crc.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return crc.getValue();
    }
}

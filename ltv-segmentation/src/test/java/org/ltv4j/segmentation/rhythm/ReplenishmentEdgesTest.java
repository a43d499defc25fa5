package org.ltv4j.segmentation.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.model.Parallelism;

/** Quantities and dates at their limits, and customers who are very late. */
class ReplenishmentEdgesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    /** Customers who buy every 3 to 5 days, each time in rows of these quantities. */
    private static TransactionLog log(double... quantities) {
        TransactionLogBuilder log = TransactionLog.builderWithoutAmounts();
        for (int c = 0; c < 12; c++) {
            for (int k = 0; k < 4; k++) {
                for (double quantity : quantities) {
                    log.add("k" + c, DAY.plusDays(c + k * (3 + c % 3)), 0)
                            .product("milk")
                            .quantity(quantity);
                }
            }
        }
        return log.build();
    }

    private static ProductRhythm rhythm(double... quantities) {
        return Replenishment.fit(log(quantities), Replenishment.Options.defaults())
                .rhythm("milk");
    }

    @Test
    void quantitiesOfADayAreAddedUpInAnyOrder() {
        assertThat(rhythm(0, 3)).isEqualTo(rhythm(3, 0)).isEqualTo(rhythm(1, 2));
        assertThat(rhythm(0, 3).usualQuantity()).isCloseTo(3, within(1e-12));
        assertThat(rhythm(0, 0).usualQuantity()).isEqualTo(1); // none is known
        assertThat(rhythm(3, Double.NaN).usualQuantity()).isEqualTo(1);
    }

    @Test
    void hugeAndTinyQuantitiesStayNumbers() {
        for (double[] quantities : new double[][] {
            {Double.MAX_VALUE}, {Double.MAX_VALUE, Double.MAX_VALUE}, {Double.MIN_VALUE}, {1e300, 1e-300}
        }) {
            ReplenishmentModel model = Replenishment.fit(log(quantities), Replenishment.Options.defaults());
            assertThat(model.rhythm("milk").usualQuantity()).isFinite().isPositive();
            for (NextPurchase next : model.all()) {
                assertThat(next.due()).isAfter(model.asOf());
                assertThat(next.probabilityWithin(7)).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void datesOfWhoIsVeryLateStayInOrderAndNeverGoBack() {
        LocalDate before = DAY;
        for (int days = 0; days < 20_000; days += 1 + days / 200) {
            NextPurchase next = new NextPurchase(0, "milk", 3, DAY, DAY.plusDays(days), 1.95, 0.17, 0.1);
            assertThat(next.due()).isAfter(next.asOf()).isAfterOrEqualTo(before);
            assertThat(next.earliest(0.9)).isBeforeOrEqualTo(next.due());
            assertThat(next.latest(0.9)).isAfterOrEqualTo(next.due());
            assertThat(next.latest(Math.nextDown(1.0))).isAfterOrEqualTo(next.latest(0.9));
            before = next.due();
        }
    }

    @Test
    void farInTheTailThePurchaseIsAsSureAsItsDatesSay() {
        // the median is where one half of those who go on buying have bought: stop 0 means that all do
        NextPurchase late = new NextPurchase(0, "milk", 3, DAY, DAY.plusDays(20_000), 1.95, 0.17, 0);
        int median = (int) (late.due().toEpochDay() - late.asOf().toEpochDay());
        assertThat(late.probabilityWithin(median)).isCloseTo(0.5, within(0.01));
        assertThat(late.probabilityWithin(0)).isZero();
    }

    @Test
    void daysBeyondTheCalendarAreRefused() {
        TransactionLog log = log(1);
        Replenishment.Options options = Replenishment.Options.defaults();
        for (LocalDate asOf : List.of(LocalDate.MAX, LocalDate.of(10_000, 1, 1))) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> Replenishment.fit(log, asOf, options, Parallelism.SEQUENTIAL))
                    .withMessageContaining("1 to 9999");
        }
        ProductRhythm rhythm = rhythm(1);
        assertThatIllegalArgumentException().isThrownBy(() -> rhythm.next(List.of(DAY), LocalDate.MAX));
        LocalDate last = LocalDate.of(9999, 12, 31);
        assertThat(rhythm.next(List.of(DAY), last).due()).isEqualTo(last);
        assertThatIllegalArgumentException().isThrownBy(() -> new NextPurchase(0, "milk", 0, DAY, DAY, 1, 1, 0.1));
    }
}

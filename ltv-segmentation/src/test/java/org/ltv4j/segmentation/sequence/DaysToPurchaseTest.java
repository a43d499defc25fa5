package org.ltv4j.segmentation.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DaysToPurchaseTest {
    /** One of so many is followed on each day; all are known to the end. */
    private static DaysToPurchase oneADay(int purchases, int window) {
        int[] atRisk = new int[window];
        int[] bought = new int[window];
        for (int day = 0; day < window; day++) {
            atRisk[day] = Math.max(0, purchases - day);
            bought[day] = day < purchases ? 1 : 0;
        }
        return new DaysToPurchase(atRisk, bought);
    }

    @Property(seed = "42")
    void sharesOfBuyersAreMetOnTheDayItself(
            @ForAll @IntRange(min = 1, max = 400) int purchases, @ForAll @IntRange(min = 1, max = 400) int window) {
        DaysToPurchase days = oneADay(purchases, window);
        int buyers = Math.min(purchases, window);
        for (int i = 1; i <= buyers; i++) {
            assertThat(days.dayOfBuyers((double) i / buyers)).hasValue(i);
            assertThat(days.day((double) i / purchases)).hasValue(i);
        }
    }

    @Test
    void halfOf24IsTheTwelfth() {
        assertThat(oneADay(24, 24).dayOfBuyers(0.5)).hasValue(12);
    }

    @Test
    void noShareIsTooSmallForNobody() {
        DaysToPurchase none = new DaysToPurchase(new int[] {5, 5}, new int[2]);
        assertThat(none.day(1e-12)).isEmpty();
        assertThat(none.dayOfBuyers(0.5)).isEmpty();
        assertThat(none.probabilityBy(2)).isZero();
    }
}

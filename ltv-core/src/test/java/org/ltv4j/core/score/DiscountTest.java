package org.ltv4j.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;

class DiscountTest {
    @ParameterizedTest
    @EnumSource
    void anAnnualRateOfTenPercentLeavesOneOverOnePointOneAfterAYearInEveryUnit(TimeScale unit) {
        double year = Horizon.of(1, TimeScale.YEAR).in(unit);
        assertThat(Math.exp(-Discount.annual(0.10).ratePer(unit) * year)).isCloseTo(1 / 1.1, within(1e-15));
    }

    @Test
    void aContinuousRateIsTakenAsItIsAndConvertedByTheLengthOfUnits() {
        assertThat(Discount.continuous(0.0027, TimeScale.WEEK).ratePer(TimeScale.WEEK))
                .isEqualTo(0.0027);
        assertThat(Discount.continuous(0.007, TimeScale.WEEK).ratePer(TimeScale.DAY))
                .isCloseTo(0.001, within(1e-18));
    }

    @Test
    void noDiscountIsARateOfZero() {
        assertThat(Discount.none().ratePer(TimeScale.DAY)).isZero();
        assertThat(Discount.annual(0).ratePer(TimeScale.DAY)).isZero();
    }

    @Test
    void discountsOfTheSameKindAndRateAreEqual() {
        assertThat(Discount.annual(0.1)).isEqualTo(Discount.annual(0.1)).isNotEqualTo(Discount.none());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void impossibleRatesAreRefused(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Discount.annual(rate))
                .withMessageContaining("got " + rate);
        assertThatIllegalArgumentException().isThrownBy(() -> Discount.continuous(rate, TimeScale.WEEK));
    }
}

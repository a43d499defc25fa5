package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonTest {
    @ParameterizedTest
    @CsvSource({"39w,39,WEEK", "90d,90,DAY", "1.5y,1.5,YEAR", "12M,12,MONTH", "0d,0,DAY"})
    void readsItsOwnText(String text, double length, TimeScale scale) {
        assertThat(Horizon.parse(text)).isEqualTo(Horizon.of(length, scale));
        assertThat(Horizon.parse(Horizon.parse(text).toString())).isEqualTo(Horizon.of(length, scale));
    }

    @ParameterizedTest
    @ValueSource(strings = {"39", "-5w", "w", "", "1e3d", "NaNd", "5 fortnights", "1,5y"})
    void refusesALengthWithoutUnitOrBelowZero(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Horizon.parse(text))
                .withMessageContaining("39w");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesImpossibleLengths(double length) {
        assertThatIllegalArgumentException().isThrownBy(() -> Horizon.of(length, TimeScale.DAY));
    }

    @Test
    void convertsBetweenUnits() {
        assertThat(Horizon.of(39, TimeScale.WEEK).in(TimeScale.DAY)).isEqualTo(273);
        assertThat(Horizon.of(12, TimeScale.MONTH).in(TimeScale.YEAR)).isCloseTo(1, within(1e-15));
        assertThat(Horizon.of(1, TimeScale.YEAR).in(TimeScale.WEEK)).isCloseTo(52.1775, within(1e-12));
    }
}

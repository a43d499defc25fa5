package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

class WindowTest {
    @ParameterizedTest(name = "as of {0}: {1} {2} lag {3} {4} is {5} to {6}")
    @CsvSource({
        "2025-03-31, 90, DAY, 0, DAY, 2025-01-01, 2025-03-31",
        "2025-03-31, 1, DAY, 0, DAY, 2025-03-31, 2025-03-31",
        "2025-03-31, 90, DAY, 90, DAY, 2024-10-03, 2024-12-31",
        "2025-03-31, 2, WEEK, 1, DAY, 2025-03-17, 2025-03-30",
        "2025-05-31, 3, MONTH, 0, DAY, 2025-03-01, 2025-05-31",
        "2025-05-15, 3, MONTH, 0, DAY, 2025-02-16, 2025-05-15",
        "2024-02-29, 1, YEAR, 0, DAY, 2023-03-01, 2024-02-29",
        "2025-03-31, 1, MONTH, 1, MONTH, 2025-01-29, 2025-02-28"
    })
    void hasTheseDays(
            LocalDate asOf, int length, TimeScale scale, int lag, TimeScale unit, LocalDate first, LocalDate last) {
        Window window = Window.last(length, scale).lag(lag, unit);

        assertThat(window.firstDay(asOf)).isEqualTo(first);
        assertThat(window.lastDay(asOf)).isEqualTo(last);
        assertThat((long) window.firstDay((int) asOf.toEpochDay())).isEqualTo(first.toEpochDay());
        assertThat((long) window.lastDay((int) asOf.toEpochDay())).isEqualTo(last.toEpochDay());
    }

    @Test
    void saysItsNameAndRule() {
        Window window = Window.last(90, TimeScale.DAY).lag(1, TimeScale.WEEK);
        assertThat(window.prefix()).isEqualTo("last_90_days_lag_1_week_");
        assertThat(window.description()).isEqualTo("rows of the 90 days that end 1 week before the date");
        assertThat(Window.last(1, TimeScale.MONTH).description())
                .isEqualTo("rows of the 1 month up to and with the date");
        assertThatThrownBy(() -> Window.last(0, TimeScale.DAY)).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> window.lag(-1, TimeScale.DAY)).isInstanceOf(InvalidDataException.class);
    }

    @Property(tries = 100, seed = "20261122")
    void isTheLogOfItsDays(
            @ForAll @IntRange(min = 1, max = 60) int length,
            @ForAll @IntRange(max = 40) int lag,
            @ForAll @IntRange(min = 1, max = 7) int step) {
        LocalDate date = LocalDate.of(2025, 3, 31);
        Window window = Window.last(length, TimeScale.DAY).lag(lag, TimeScale.DAY);
        TransactionLogBuilder all = TransactionLog.builder("EUR").add("ann", date, 0.1);
        TransactionLogBuilder some = TransactionLog.builder("EUR");
        int inside = 0;
        for (int i = 0; i < 120; i += step) {
            LocalDate day = date.minusDays(i);
            all.add("ann", day.atTime(23, 59), 0.1 * i);
            if (!day.isBefore(window.firstDay(date)) && !day.isAfter(window.lastDay(date))) {
                some.add("ann", day.atTime(23, 59), 0.1 * i);
                inside++;
            }
        }
        if (lag == 0) {
            some.add("ann", date, 0.1);
        }
        FeaturePlan content = Features.asOf(window.lastDay(date))
                .rfm()
                .interpurchase()
                .basket()
                .tenure();
        FeatureMatrix windowed = Features.asOf(date)
                .within(window, w -> w.rfm().interpurchase().basket().tenure())
                .from(all.build());
        if (inside > 0) {
            assertThat(windowed.row(0)).isEqualTo(content.from(some.build()).row(0));
        } else {
            assertThat(windowed.column(window.prefix() + "purchases")).containsExactly(lag == 0 ? 1 : 0);
        }
    }
}

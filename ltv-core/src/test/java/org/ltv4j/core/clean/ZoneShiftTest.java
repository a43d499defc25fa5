package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ZoneShiftTest {
    private static final LocalDate FIRST = LocalDate.of(1985, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    @Provide
    Arbitrary<ZoneId>
            zones() { // Shanghai had summer time until 1991, Lord Howe moves by half an hour, Apia left out a day
        return Arbitraries.of(
                        "UTC",
                        "Europe/Paris",
                        "America/New_York",
                        "Asia/Shanghai",
                        "Asia/Kolkata",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "America/Sao_Paulo",
                        "+03:00")
                .map(ZoneId::of);
    }

    /** Day by day as java.time does it row by row. */
    @Property(tries = 300, seed = "20261122")
    void agreesWithJavaTime(
            @ForAll("zones") ZoneId from, @ForAll("zones") ZoneId to, @ForAll @IntRange(max = 44 * 12) int month) {
        ZoneShift shift = new ZoneShift(from, to, FIRST, LAST);
        LocalDateTime start = FIRST.plusMonths(month).atTime(0, 0, 0);
        for (int step = 0; step < 31 * 48; step++) {
            LocalDateTime time = start.plusMinutes(30L * step).plusSeconds(step % 2);
            long second = time.toEpochSecond(ZoneOffset.UTC);
            LocalDateTime expected =
                    ZonedDateTime.of(time, from).withZoneSameInstant(to).toLocalDateTime();
            assertThat(shift.of(second)).isEqualTo(expected.toEpochSecond(ZoneOffset.UTC));
            assertThat(shift.shown(second))
                    .isEqualTo(
                            switch (from.getRules().getValidOffsets(time).size()) {
                                case 0 -> ZoneShift.Shown.NEVER;
                                case 1 -> ZoneShift.Shown.ONCE;
                                default -> ZoneShift.Shown.TWICE;
                            });
        }
    }
}

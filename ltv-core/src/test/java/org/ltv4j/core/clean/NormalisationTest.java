package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/** Ids, time zones, units and rounding. */
class NormalisationTest {
    private static final LocalDateTime NINE = LocalDateTime.of(2025, 3, 1, 9, 0);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void idsAreKeptAsReadUnlessAsked() {
        TransactionLog log = spellings();
        assertThat(CleaningPlan.defaults().apply(log).log().customers().size()).isEqualTo(4);
        assertThat(CleaningPlan.defaults().describe()).noneMatch(words -> words.contains("ids"));
    }

    @Test
    void spellingsOfACustomerBecomeOneAndTheReportSaysHowMany() {
        TransactionLog log = spellings();
        Cleaned clean = CleaningPlan.defaults()
                .withIds(
                        LogColumn.CUSTOMER,
                        IdRule.asRead().trimmed().caseFolded().composed())
                .apply(log);
        assertThat(clean.log().customers().size()).isEqualTo(1);
        assertThat(clean.log().customers().id(0)).isEqualTo("ren\u00e9");
        assertThat(IntStream.range(0, 4).mapToDouble(clean.log()::amount))
                .containsExactly(1.0, 2.0, 3.0, 4.0); // in time order
        assertThat(IntStream.range(0, 4).map(clean.log()::sourceRow)).containsExactly(1, 3, 2, 4);
        CleaningStep step = clean.report().step("customer ids").orElseThrow();
        assertThat(step.rowsAffected()).isEqualTo(3);
        assertThat(step.rule())
                .contains("4 ids became 1, 3 were other spellings")
                .doesNotContain("ren");
    }

    private static TransactionLog spellings() {
        return TransactionLog.builder("")
                .add("ren\u00e9", NINE, 1) // as it should be
                .add("rene\u0301", NINE.plusHours(2), 3) // decomposed
                .add("REN\u00c9", NINE.plusHours(1), 2)
                .add("ren\u00e9 ", NINE.plusHours(3), 4)
                .build();
    }

    @Test
    void rowsOfOneMomentKeepTheOrderOfTheSourceWhenCustomersBecomeOne() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (int i = 0; i < 6; i++) {
            builder.add(i % 2 == 0 ? "A" : "a", NINE, i).order("o" + i);
        }
        TransactionLog log = CleaningPlan.defaults()
                .withIds(LogColumn.CUSTOMER, IdRule.asRead().caseFolded())
                .apply(builder.build())
                .log();
        assertThat(IntStream.range(0, 6).mapToDouble(log::amount)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
        assertThat(log.orders().id(log.order(3))).isEqualTo("o3");
    }

    @Test
    void otherIdsAreFoldedTooAndCancellationsAreStillFound() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", NINE, 5)
                .order("536")
                .product(" cup")
                .add("ann", NINE.plusDays(1), -5)
                .order("C536")
                .product("Cup")
                .add("ann", NINE.plusDays(1), 7)
                .order("537")
                .product("cup")
                .channel("Web")
                .line("A")
                .add("ann", NINE.plusDays(2), 7)
                .order("538")
                .product("cup")
                .channel("web")
                .line("a")
                .build();
        IdRule folded = IdRule.asRead().trimmed().caseFolded();
        Cleaned clean = CleaningPlan.defaults()
                .withIds(LogColumn.ORDER, folded)
                .withIds(LogColumn.PRODUCT, folded)
                .withIds(LogColumn.CHANNEL, folded)
                .withIds(LogColumn.LINE, folded)
                .apply(log);
        assertThat(clean.log().products().size()).isEqualTo(1);
        assertThat(clean.log().channels().size()).isEqualTo(1);
        assertThat(clean.log().lines().size()).isEqualTo(1);
        assertThat(clean.report().step("refunds matched").orElseThrow().rowsDropped())
                .isEqualTo(1);
        assertThat(clean.log().size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"\uff11\uff12\uff13, 123", "STRASSE, strasse", "stra\u00dfe, strasse", "'  x ', x"})
    void theRulesSayWhatOneIdIs(String id, String folded) {
        assertThat(IdRule.asRead().trimmed().caseFolded().withoutWidth().apply(id))
                .isEqualTo(folded);
        assertThat(IdRule.asRead().apply(id)).isEqualTo(id);
    }

    @Test
    void anIdOfBlanksAloneStaysWhatItIs() {
        assertThat(IdRule.asRead().trimmed().apply("\u3000")).isEqualTo("\u3000");
        assertThatThrownBy(() -> CleaningPlan.defaults().withIds(LogColumn.AMOUNT, IdRule.asRead()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Clocks of Paris: forward at 2 on 30 March 2025, back at 3 on 26 October 2025 (tz database). */
    @ParameterizedTest
    @CsvSource({
        "2025-03-01T00:30, 2025-02-28T23:30, none",
        "2025-03-30T02:30, 2025-03-30T01:30, gap", // taken as 3:30 summer time
        "2025-07-01T00:30, 2025-06-30T22:30, none",
        "2025-10-26T02:30, 2025-10-26T00:30, overlap", // taken as 2:30 summer time
        "2025-10-26T03:00, 2025-10-26T02:00, none"
    })
    void aClockIsTurnedIntoThatOfAnotherZone(LocalDateTime paris, LocalDateTime utc, String what) {
        TransactionLog log = TransactionLog.builder("").add("ann", paris, 1).build();
        Cleaned clean = CleaningPlan.defaults().withTimeZone(PARIS, UTC).apply(log);
        assertThat(clean.log().time(0)).isEqualTo(utc);
        assertThat(clean.report().step("time zone").orElseThrow().rowsAffected())
                .isEqualTo(1);
        assertThat(clean.report().step("time zone gaps").isPresent()).isEqualTo(what.equals("gap"));
        assertThat(clean.report().step("time zone overlaps").isPresent()).isEqualTo(what.equals("overlap"));
    }

    @Test
    void rowsArePutIntoTheOrderOfTheNewClock() {
        TransactionLog log = TransactionLog.builder(
                        "") // half past midnight and at one, UTC: 2:30 summer time, then 2:00 again
                .add("ann", LocalDateTime.of(2025, 10, 26, 0, 30), 1)
                .add("ann", LocalDateTime.of(2025, 10, 26, 1, 0), 2)
                .build();
        TransactionLog turned =
                CleaningPlan.defaults().withTimeZone(UTC, PARIS).apply(log).log();
        assertThat(turned.time(0)).isEqualTo(LocalDateTime.of(2025, 10, 26, 2, 0));
        assertThat(turned.amount(0)).isEqualTo(2);
        assertThat(turned.sourceRow(1)).isEqualTo(1);
    }

    @Test
    void daysWithoutTimesOfDayAreNotMoved() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", LocalDate.of(2025, 3, 1), 1)
                .build();
        assertThatThrownBy(
                        () -> CleaningPlan.defaults().withTimeZone(UTC, PARIS).apply(log))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("knows days, not times of day");
        TransactionLog empty = TransactionLog.builder("").build();
        assertThat(CleaningPlan.defaults()
                        .withTimeZone(UTC, PARIS)
                        .apply(empty)
                        .log()
                        .size())
                .isZero();
    }

    @Test
    void cartonsBecomePiecesAndAmountsStay() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", NINE, 24)
                .product("carton")
                .quantity(2)
                .unitPrice(12)
                .add("ann", NINE, 3)
                .product("cup")
                .quantity(1)
                .unitPrice(3)
                .add("ann", NINE, 3)
                .build();
        Cleaned clean = CleaningPlan.defaults()
                .withUnits(Map.of("carton", 12.0, "box", 6.0))
                .apply(log);
        assertThat(clean.log().quantity(0)).isEqualTo(24);
        assertThat(clean.log().unitPrice(0)).isEqualTo(1);
        assertThat(clean.log().amount(0)).isEqualTo(24);
        assertThat(clean.log().quantity(1)).isEqualTo(1);
        assertThat(clean.log().quantity(2)).isNaN();
        assertThat(clean.report().step("units").orElseThrow().rule()).contains("1 of them are in the data");
        assertThatThrownBy(() ->
                        CleaningPlan.defaults().withUnits(Map.of("pot", 2.0)).apply(log))
                .isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> CleaningPlan.defaults().withUnits(Map.of("pot", 0.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CleaningPlan.defaults().withUnits(Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, 2, 1.01", // as the decimal reads, not as its double is
        "-1.005, 2, -1.01",
        "2.5, 0, 3",
        "0.1, 2, 0.1",
        "1234567.891, 2, 1234567.89",
        "999999999999999, 9, 999999999999999"
    })
    void amountsAreRoundedHalfAwayFromZero(double amount, int digits, double rounded) {
        TransactionLog log = TransactionLog.builder("").add("ann", NINE, amount).build();
        Cleaned clean = CleaningPlan.defaults()
                .withRefunds(RefundRule.KEEP)
                .withRounding(digits)
                .apply(log);
        assertThat(clean.log().amount(0)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"EUR, 1.24", "JPY, 1", "BHD, 1.235"}) // ISO 4217: 2, 0 and 3 digits
    void theMinorUnitIsThatOfTheCurrency(String currency, double rounded) {
        TransactionLog log =
                TransactionLog.builder(currency).add("ann", NINE, 1.235).build();
        assertThat(CleaningPlan.defaults().withRounding().apply(log).log().amount(0))
                .isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"''", "XAU", "kr"})
    void whereTheMinorUnitIsNotKnownDigitsAreAskedFor(String currency) {
        TransactionLog log =
                TransactionLog.builder(currency).add("ann", NINE, 1.235).build();
        assertThatThrownBy(() -> CleaningPlan.defaults().withRounding().apply(log))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("withRounding(2)");
        assertThatThrownBy(() -> CleaningPlan.defaults().withRounding(10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatRoundsToZeroIsTreatedAsZero() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", NINE, 0.004)
                .add("ann", NINE, 1)
                .build();
        assertThat(CleaningPlan.defaults().withRounding(2).apply(log).log().amount(0))
                .isZero();
        Cleaned dropped = CleaningPlan.defaults()
                .withRounding(2)
                .withZeroAmounts(ZeroRule.DROP)
                .apply(log);
        assertThat(dropped.log().size()).isEqualTo(1);
        assertThat(dropped.report().droppedByStep()).containsEntry("rounded to zero", 1L);
    }

    @Test
    void refundsStayAsRowsWhenAsked() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", NINE, 5)
                .order("1")
                .add("ann", NINE.plusDays(1), -5)
                .order("C1")
                .build();
        Cleaned clean = CleaningPlan.defaults().withRefunds(RefundRule.KEEP).apply(log);
        assertThat(clean.log().size()).isEqualTo(2);
        assertThat(clean.report().step("refunds").orElseThrow().rowsAffected()).isEqualTo(1);
        assertThat(clean.report().step("refunds").orElseThrow().amountChange()).isZero();
    }
}

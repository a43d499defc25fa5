package org.ltv4j.segmentation.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.model.Parallelism;

class ReplenishmentTest {
    private static final SimulatedRhythm MILK = new SimulatedRhythm(8, 0.7, 0.5, 0.4, 0.4, 0.03);

    private static TransactionLog shop(int customers, int days) {
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        MILK.addTo(log, "milk", "k", customers, days, 1);
        new SimulatedRhythm(30, 0.2, 0.3, 0.2, 0.2, 0.05).addTo(log, "soap", "k", customers, days, 2);
        new SimulatedRhythm(15, 1.0, 0.7, 0.5, 0.6, 0.10).addTo(log, "wine", "k", customers, days, 3);
        return log.build();
    }

    private static ReplenishmentModel model() {
        return Replenishment.fit(shop(300, 360), Replenishment.Options.defaults());
    }

    @Test
    void drawnParametersAreFoundAgain() {
        ProductRhythm milk = Replenishment.fit(shop(1500, 360), Replenishment.Options.defaults())
                .rhythm("milk");
        // about three standard errors of 1,500 customers, of whom 900 buy again, some 15 times each
        double usual = Math.pow(milk.usualQuantity(), 0.7);
        assertThat(milk.medianDays()).isCloseTo(8 * usual, within(0.5));
        assertThat(milk.quantityExponent()).isCloseTo(0.7, within(0.04));
        assertThat(milk.withinSd()).isCloseTo(0.5, within(0.02));
        assertThat(milk.betweenSd()).isCloseTo(0.4, within(0.05));
        assertThat(milk.stopAfterFirst()).isCloseTo(0.4, within(0.05));
        assertThat(milk.stopAfter(8)).isCloseTo(0.03, within(0.007)); // drawn without memory
        assertThat(milk.fitted()).isTrue();
    }

    @Test
    void intervalsHoldAsManyAsTheySay() {
        TransactionLog log = shop(1200, 420);
        ReplenishmentCheck check = ReplenishmentCheck.of(
                log, SimulatedRhythm.START.plusDays(300), 0.8, 1, Replenishment.Options.defaults(), Parallelism.of(2));
        assertThat(check.pairs()).isGreaterThan(3000);
        // three binomial standard deviations of 0.8 with some 1,500 who bought are 0.03
        assertThat(check.coverage()).isCloseTo(0.8, within(0.03));
        assertThat(check.bought()).isCloseTo((int) check.expected(), within(100)); // three of sqrt(1,000)
        assertThat(check.days()).isLessThanOrEqualTo(120);
    }

    @Test
    void theCustomersOwnRhythmWeighsByHowMuchIsKnown() {
        ProductRhythm rhythm = new ProductRhythm("milk", 10, 90, true, 10, 0, 1, 1, 0.5, 0.5, 0.4, 0.1, 10);
        LocalDate start = SimulatedRhythm.START;
        List<LocalDate> days = new ArrayList<>(List.of(start));
        double once = Math.exp(rhythm.next(days, start).location());
        assertThat(once).isCloseTo(10, within(1e-12));
        double before = once;
        double spread = rhythm.next(days, start).scale();
        for (int k = 1; k <= 20; k++) {
            days.add(start.plusDays(20L * k));
            NextPurchase next = rhythm.next(days, days.get(k));
            assertThat(Math.exp(next.location())).isBetween(before, 20.0);
            assertThat(next.scale()).isLessThan(spread);
            // normal with a normal prior: n / (n + sigma^2 / tau^2) of the way from log 10 to log 20
            assertThat(next.location()).isCloseTo(Math.log(10) + k / (k + 1.0) * Math.log(2), within(1e-12));
            before = Math.exp(next.location());
            spread = next.scale();
        }
    }

    @Test
    void twiceTheQuantityLastsLonger() {
        ProductRhythm rhythm = new ProductRhythm("milk", 10, 90, true, 10, 0, 1, 1, 0.5, 0.5, 0.4, 0.1, 10);
        LocalDate start = SimulatedRhythm.START;
        assertThat(rhythm.next(List.of(start), List.of(2.0), start).usual()).isEqualTo(start.plusDays(20));
        assertThat(rhythm.next(List.of(start), List.of(1.0), start).usual()).isEqualTo(start.plusDays(10));
        // 20 days after two of them is the rhythm of everybody
        assertThat(rhythm.next(List.of(start, start.plusDays(20)), List.of(2.0, 1.0), start.plusDays(20))
                        .location())
                .isCloseTo(Math.log(10), within(1e-12));
    }

    @Test
    void silenceMovesTheDateAndLowersTheHope() {
        NextPurchase atOnce =
                new NextPurchase(0, "milk", 5, SimulatedRhythm.START, SimulatedRhythm.START, Math.log(10), 0.5, 0.1);
        assertThat(atOnce.due()).isEqualTo(SimulatedRhythm.START.plusDays(10));
        assertThat(atOnce.usual()).isEqualTo(atOnce.due());
        assertThat(atOnce.stillBuying()).isCloseTo(0.9, within(1e-6));
        // exp(log 10 + 0.5 z) with z = -1.2816 and 1.2816 is 5.27 and 18.98
        assertThat(atOnce.earliest(0.8)).isEqualTo(SimulatedRhythm.START.plusDays(5));
        assertThat(atOnce.latest(0.8)).isEqualTo(SimulatedRhythm.START.plusDays(19));
        NextPurchase late = new NextPurchase(
                0, "milk", 5, SimulatedRhythm.START, SimulatedRhythm.START.plusDays(20), Math.log(10), 0.5, 0.1);
        assertThat(late.usual()).isEqualTo(atOnce.usual());
        assertThat(late.daysLate()).isEqualTo(10);
        assertThat(late.due()).isAfter(late.asOf());
        assertThat(late.stillBuying()).isLessThan(atOnce.stillBuying());
        // P(gap > 20.5) = 1 - Phi(ln(2.05) / 0.5) = 0.0756; 0.9 * 0.0756 / (0.1 + 0.9 * 0.0756)
        assertThat(late.stillBuying()).isCloseTo(0.405, within(0.0005));
        assertThat(late.probabilityWithin(0)).isZero();
        assertThat(late.probabilityWithin(7)).isLessThan(late.probabilityWithin(30));
        assertThat(late.probabilityWithin(100_000)).isCloseTo(late.stillBuying(), within(1e-6));
        NextPurchase gone = new NextPurchase(
                0, "milk", 5, SimulatedRhythm.START, SimulatedRhythm.START.plusYears(3000), Math.log(10), 0.1, 0.1);
        assertThat(gone.stillBuying()).isZero();
        assertThat(gone.due()).isAfter(gone.asOf());
        assertThat(gone.probabilityWithin(7)).isZero();
    }

    @Test
    void theDueListIsInOrderAndKeepsItsLimits() {
        ReplenishmentModel model = model();
        List<NextPurchase> due = model.due(DueOptions.withinDays(7));
        assertThat(due)
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparingDouble((NextPurchase next) -> -next.probabilityWithin(7))
                        .thenComparingInt(NextPurchase::customer)
                        .thenComparing(NextPurchase::product));
        assertThat(due).allSatisfy(next -> {
            assertThat(next.usual()).isBeforeOrEqualTo(model.asOf().plusDays(7));
            assertThat(next.purchases()).isGreaterThan(1);
            assertThat(next.stillBuying()).isGreaterThanOrEqualTo(0.5);
        });
        assertThat(model.due(DueOptions.withinDays(7).withMost(3))).isEqualTo(due.subList(0, 3));
        assertThat(model.due(DueOptions.withinDays(7).withMinPurchases(1).withMinStillBuying(0))
                        .size())
                .isGreaterThan(due.size());
    }

    @Test
    void oneCustomerIsLookedUpByName() {
        ReplenishmentModel model = model();
        List<NextPurchase> next = model.next("k3");
        assertThat(next).isNotEmpty().isSortedAccordingTo(Comparator.comparing(NextPurchase::due));
        for (NextPurchase one : next) {
            assertThat(model.next("k3", one.product())).contains(one);
            assertThat(model.customers().id(one.customer())).isEqualTo("k3");
        }
        assertThat(model.next("nobody")).isEmpty();
        assertThat(model.next("nobody", "milk")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.next("k3", "chalk"))
                .withMessageContaining("no product \"chalk\" among the 3");
        assertThat(model)
                .hasToString("ReplenishmentModel[3 products, 300 customers, "
                        + model.all().size() + " pairs, as of " + model.asOf() + "]");
    }

    @Test
    void dataAndDatesGiveTheSameForecast() {
        TransactionLog log = shop(50, 360);
        ReplenishmentModel model = Replenishment.fit(log, Replenishment.Options.defaults());
        int product = log.products().indexOf("milk").orElseThrow();
        int customer = log.customers().indexOf("k7").orElseThrow();
        List<LocalDate> days = new ArrayList<>();
        List<Double> quantities = new ArrayList<>();
        for (int row = log.start(customer); row < log.start(customer + 1); row++) {
            if (log.product(row) == product) {
                days.add(LocalDate.ofEpochDay(log.day(row)));
                quantities.add(log.quantity(row));
            }
        }
        NextPurchase stored = model.next("k7", "milk").orElseThrow();
        NextPurchase fresh = model.rhythm("milk").next(days, quantities, model.asOf());
        assertThat(fresh.location()).isCloseTo(stored.location(), within(1e-10));
        assertThat(fresh.scale()).isCloseTo(stored.scale(), within(1e-12));
        assertThat(fresh.purchases()).isEqualTo(stored.purchases());
        assertThat(fresh.due()).isEqualTo(stored.due());
    }

    @Test
    void threadsChangeNoBit() {
        TransactionLog log = shop(200, 360);
        Replenishment.Options options = Replenishment.Options.defaults();
        assertThat(Replenishment.fit(log, log.lastDay(), options, Parallelism.of(4))
                        .all())
                .isEqualTo(Replenishment.fit(log, options).all());
    }

    @Test
    void purchasesOfOneDayAreOneAndReturnsAreNone() {
        TransactionLogBuilder twice = TransactionLog.builder("EUR");
        TransactionLogBuilder once = TransactionLog.builder("EUR");
        for (int c = 0; c < 5; c++) {
            for (int k = 0; k < 4; k++) {
                LocalDate day = SimulatedRhythm.START.plusDays(c + 7L * k + k * k);
                twice.add("k" + c, day, 2).product("milk").quantity(1 + k);
                twice.add("k" + c, day, 4).product("milk").quantity(2);
                twice.add("k" + c, day.plusDays(1), -2).product("milk").quantity(-1);
                twice.add("k" + c, day.plusDays(1), 2);
                once.add("k" + c, day, 6).product("milk").quantity(3 + k);
            }
        }
        LocalDate end = SimulatedRhythm.START.plusDays(60);
        Replenishment.Options options = Replenishment.Options.defaults();
        NextPurchase a = Replenishment.fit(twice.build(), end, options, Parallelism.SEQUENTIAL)
                .next("k2", "milk")
                .orElseThrow();
        NextPurchase b = Replenishment.fit(once.build(), end, options, Parallelism.SEQUENTIAL)
                .next("k2", "milk")
                .orElseThrow();
        assertThat(a.location()).isCloseTo(b.location(), within(1e-9)); // sums of logs differ in the last place
        assertThat(a.due()).isEqualTo(b.due());
    }

    @Test
    void productsWithFewGapsLeanOnTheOthers() {
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int p = 0; p < 12; p++) {
            new SimulatedRhythm(20, 0.5, 0.4, 0.3, 0.3, 0.05).addTo(log, "p" + p, "k", 60, 360, p);
        }
        log.add("k1", SimulatedRhythm.START, 3).product("new");
        log.add("k1", SimulatedRhythm.START.plusDays(300), 3).product("new");
        ReplenishmentModel model = Replenishment.fit(log.build(), Replenishment.Options.defaults());
        ProductRhythm fresh = model.rhythm("new");
        assertThat(fresh.fitted()).isFalse();
        assertThat(fresh.gaps()).isEqualTo(1);
        assertThat(fresh.usualQuantity()).isEqualTo(1);
        assertThat(fresh.quantityExponent()).isZero();
        assertThat(fresh.medianDays()).isBetween(20.0, 32.0); // that of the others, of some two pieces: 20 * 2^0.5
        assertThat(fresh.quantileDays(0.5)).isCloseTo(fresh.medianDays(), within(1e-9));
        assertThat(fresh.quantileDays(0.9)).isGreaterThan(fresh.medianDays());
    }

    @Test
    void gapsAllAlikeStillGiveAnInterval() {
        TransactionLogBuilder log = TransactionLog.builderWithoutAmounts();
        for (int c = 0; c < 30; c++) {
            for (int k = 0; k < 10; k++) {
                log.add("k" + c, SimulatedRhythm.START.plusDays(7L * k), 0).product("weekly");
            }
        }
        ReplenishmentModel model = Replenishment.fit(log.build(), Replenishment.Options.defaults());
        ProductRhythm weekly = model.rhythm("weekly");
        assertThat(weekly.medianDays()).isCloseTo(7, within(0.05));
        assertThat(weekly.withinSd())
                .isGreaterThanOrEqualTo(GapLikelihood.LEAST_SD)
                .isLessThan(0.05);
        assertThat(model.next("k0", "weekly").orElseThrow().due())
                .isEqualTo(model.asOf().plusDays(7));
    }

    @Test
    void whatCannotBeLearntOrAskedIsRefused() {
        TransactionLog none = TransactionLog.builder("EUR")
                .add("ann", SimulatedRhythm.START, 2)
                .build();
        Replenishment.Options options = Replenishment.Options.defaults();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Replenishment.fit(none, options))
                .withMessageContaining("name the column of products");
        TransactionLog once = TransactionLog.builder("EUR")
                .add("ann", SimulatedRhythm.START, 2)
                .product("milk")
                .build();
        assertThatExceptionOfType(InsufficientDataException.class)
                .isThrownBy(() -> Replenishment.fit(once, options))
                .withMessageContaining("none of 1 has 5 gaps")
                .withMessageContaining("lower minGaps");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() ->
                        Replenishment.fit(once, SimulatedRhythm.START.minusDays(1), options, Parallelism.SEQUENTIAL));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withMinGaps(0));
        assertThatIllegalArgumentException().isThrownBy(() -> DueOptions.withinDays(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueOptions.withinDays(7).withMinStillBuying(Double.NaN));
        ProductRhythm rhythm = new ProductRhythm("milk", 10, 90, true, 10, 0, 1, 1, 0.5, 0.5, 0.4, 0.1, 10);
        LocalDate day = SimulatedRhythm.START;
        assertThatIllegalArgumentException().isThrownBy(() -> rhythm.next(List.of(), day));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rhythm.next(List.of(day, day), day))
                .withMessageContaining("must rise");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rhythm.next(List.of(day), List.of(Double.NaN), day))
                .withMessageContaining("purchase 1 needs a quantity above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> rhythm.next(List.of(day), day.minusDays(1)));
        NextPurchase next = rhythm.next(List.of(day), day);
        assertThatIllegalArgumentException().isThrownBy(() -> next.earliest(1));
        assertThatIllegalArgumentException().isThrownBy(() -> next.probabilityWithin(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProductRhythm("milk", 1, 1, true, 0, 0, 1, 1, 0.5, 0.5, 0.4, 0.1, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NextPurchase(0, "milk", 1, day, day, Double.NaN, 1, 0.1));
        TransactionLog log = shop(50, 200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplenishmentCheck.of(log, log.lastDay(), 0.8, 1, options, Parallelism.SEQUENTIAL))
                .withMessageContaining("nothing came after");
    }
}

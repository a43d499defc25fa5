package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

class IsolationRuleTest {
    private static final LocalDateTime NINE = LocalDateTime.of(2025, 3, 1, 9, 0);

    @Test
    void manyPurchasesOfAProductWithinSecondsAreLaidAside() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (int i = 0; i < 4; i++) {
            builder.add("bot", NINE.plusSeconds(3L * i), 1).product("card");
        }
        builder.add("bot", NINE.plusSeconds(5), 9).product("cup");
        builder.add("bot", NINE.plusMinutes(5), 1).product("card");
        builder.add("ann", NINE, 1).product("card").add("ann", NINE, 1).product("card");
        Cleaned clean = apply(builder.build(), IsolationRule.repeats(3, Duration.ofSeconds(6)));
        assertThat(clean.isolated("impossible repeats").size()).isEqualTo(4);
        assertThat(clean.log().size()).isEqualTo(4);
        CleaningStep step = clean.report().step("impossible repeats").orElseThrow();
        assertThat(step.amountChange()).isEqualTo(-4);
        assertThat(step.rule()).contains("(1 customer)");
        assertThat(step.examples()).extracting("line").containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void linesOfOneOrderAndRefundsAreNoRepeats() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (int i = 0; i < 5; i++) {
            builder.add("ann", NINE, 2).product("espresso").order("1");
        }
        builder.add("ann", NINE, -2).product("espresso").order("2");
        assertThat(apply(builder.build(), IsolationRule.repeats(2, Duration.ofSeconds(10)))
                        .isolated("impossible repeats")
                        .size())
                .isZero();
    }

    @Test
    void oneCardAtTwoPlacesIsLaidAside() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", NINE, 2)
                .channel("Paris")
                .add("ann", NINE.plusSeconds(59), 3)
                .channel("Lyon")
                .add("ann", NINE.plusHours(9), 4)
                .channel("Lyon")
                .add("bob", NINE, 5)
                .channel("Paris")
                .add("bob", NINE, 6)
                .build();
        Cleaned clean = apply(log, IsolationRule.twoPlaces(Duration.ofMinutes(1)));
        assertThat(amounts(clean.isolated("two places at once"))).containsExactly(2, 3);
    }

    @Test
    void testTransactionsAreToldByAmountProductOrderOrCustomer() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", NINE, 0.01)
                .product("cup")
                .order("17")
                .add("ann", NINE, 0)
                .product("cup")
                .order("18")
                .add("ann", NINE, -0.01)
                .product("cup")
                .order("19")
                .add("ann", NINE, 5)
                .product("Test product")
                .order("20")
                .add("ann", NINE, 6)
                .product("contest")
                .order("TEST-1")
                .add("tester-1", NINE, 7)
                .product("cup")
                .order("21")
                .add("ann", NINE, 8)
                .build();
        CleaningPlan keep = CleaningPlan.defaults().withRefunds(RefundRule.KEEP);
        assertThat(laidAside(keep, log, IsolationRule.amountsUpTo(0.01))).containsExactly(0.01, -0.01);
        assertThat(laidAside(keep, log, IsolationRule.products("(?i)test.*"))).containsExactly(5);
        assertThat(laidAside(keep, log, IsolationRule.ordersStartingWith("TEST")))
                .containsExactly(6);
        assertThat(laidAside(keep, log, IsolationRule.customers("tester.*"))).containsExactly(7);
        assertThat(laidAside(keep, log, IsolationRule.customersListed(List.of("tester-1", "nobody"))))
                .containsExactly(7);
    }

    @Test
    void staffBuysMoreOftenThanPeopleDo() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (int day = 0; day < 5; day++) {
            for (int i = 0; i < 6; i++) {
                builder.add("staff", NINE.plusDays(day).plusHours(i), 1).order("s" + day + "-" + i);
                builder.add("lines", NINE.plusDays(day), 1).order("l" + day); // one order of six lines
            }
            builder.add("ann", NINE.plusDays(day), 1);
        }
        for (int i = 0; i < 9; i++) {
            builder.add("party", NINE.plusHours(i), 1); // one busy day
        }
        Cleaned clean = apply(builder.build(), IsolationRule.purchasesPerDay(4, 3));
        assertThat(clean.isolated("many purchases a day").customers().size()).isEqualTo(1);
        assertThat(clean.isolated("many purchases a day").customers().id(0)).isEqualTo("staff");
        assertThat(clean.log().customers().size()).isEqualTo(3);
        assertThat(clean.report().toString()).doesNotContain("staff");
    }

    @Test
    void staffGetsLargerDiscounts() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (int i = 0; i < 10; i++) {
            builder.add("staff", NINE.plusDays(i), 5).discount(5);
            builder.add("ann", NINE.plusDays(i), 9).discount(1);
        }
        builder.add("lucky", NINE, 1).discount(9);
        Cleaned clean = apply(builder.build(), IsolationRule.discountShare(0.4, 5));
        assertThat(clean.isolated("large discounts").size()).isEqualTo(10);
        assertThat(apply(builder().build(), IsolationRule.discountShare(0.5, 5))
                        .log()
                        .size())
                .isEqualTo(2);
    }

    private static TransactionLogBuilder builder() { // exactly half is granted, and "more than half" is asked
        return TransactionLog.builder("")
                .add("a", NINE, 5)
                .discount(5)
                .add("a", NINE, 5)
                .discount(5);
    }

    @Test
    void whoIsStaffIsNotLearntAfterTheCut() {
        TransactionLogBuilder builder =
                TransactionLog.builder("").add("ann", NINE, 5).discount(0);
        for (int i = 1; i < 20; i++) {
            builder.add("ann", NINE.plusDays(9).plusHours(i), 1).discount(99);
        }
        TransactionLog log = builder.build();
        CleaningPlan plan = CleaningPlan.defaults()
                .withIsolation(IsolationRule.purchasesPerDay(5, 1))
                .withIsolation(IsolationRule.discountShare(0.5, 1));
        assertThat(plan.apply(log).log().size()).isZero();
        Cleaned cut = plan.withCalibrationEnd(LocalDate.of(2025, 3, 1)).apply(log);
        assertThat(cut.log().size()).isEqualTo(20);
        assertThat(cut.plan().describe()).anyMatch(words -> words.contains("judged by rows up to 2025-03-01"));
    }

    @Test
    void aBurstDoesNotReachAcrossTheCut() {
        LocalDateTime midnight = LocalDateTime.of(2025, 3, 2, 0, 0);
        TransactionLog log = TransactionLog.builder("")
                .add("ann", midnight.minusSeconds(2), 1)
                .product("cup")
                .add("ann", midnight.minusSeconds(1), 1)
                .product("cup")
                .add("ann", midnight, 1)
                .product("cup")
                .build();
        CleaningPlan plan = CleaningPlan.defaults().withIsolation(IsolationRule.repeats(3, Duration.ofSeconds(9)));
        assertThat(plan.apply(log).log().size()).isZero();
        assertThat(plan.withCalibrationEnd(LocalDate.of(2025, 3, 1))
                        .apply(log)
                        .log()
                        .size())
                .isEqualTo(3);
    }

    @Test
    void idsOfCustomersStandNowhere() {
        CleaningPlan plan = CleaningPlan.defaults()
                .withIsolation(IsolationRule.customersListed(List.of("secret-id-1")))
                .withIsolation(IsolationRule.customers("secret-id-2"));
        TransactionLog log = TransactionLog.builder("")
                .add("secret-id-1", NINE, 1)
                .add("secret-id-2", NINE, 2)
                .build();
        Cleaned clean = plan.apply(log);
        assertThat(clean.log().size()).isZero();
        assertThat(plan.text() + plan.describe() + plan + clean + clean.report() + clean.provenance())
                .doesNotContain("secret");
    }

    @Test
    void badRulesAreRefused() {
        assertThatThrownBy(() -> IsolationRule.repeats(1, Duration.ZERO)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> IsolationRule.twoPlaces(Duration.ofSeconds(-1)))
                .hasMessageContaining("whole seconds");
        assertThatThrownBy(() -> IsolationRule.amountsUpTo(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IsolationRule.amountsUpTo(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IsolationRule.products("(")).hasMessageContaining("no regular expression");
        assertThatThrownBy(() -> IsolationRule.customers("secret(")).hasMessageNotContaining("secret");
        assertThatThrownBy(() -> IsolationRule.ordersStartingWith("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IsolationRule.customersListed(List.of())).hasMessageContaining("empty");
        assertThatThrownBy(() -> IsolationRule.purchasesPerDay(0.5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IsolationRule.discountShare(1, 1)).isInstanceOf(IllegalArgumentException.class);
        TransactionLog log = TransactionLog.builder("").add("ann", NINE, 1).build();
        assertThatThrownBy(() -> apply(log, IsolationRule.products("x")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("'test products' needs a product column");
        assertThatThrownBy(() -> apply(log, IsolationRule.twoPlaces(Duration.ZERO)))
                .hasMessageContaining("channel column");
    }

    private static double[] laidAside(CleaningPlan plan, TransactionLog log, IsolationRule rule) {
        Cleaned clean = plan.withIsolation(rule.named("aside")).apply(log);
        assertThat(clean.isolatingSteps()).containsExactly("aside");
        assertThat(clean.log().size() + clean.isolated("aside").size()).isEqualTo(log.size());
        return amounts(clean.isolated("aside"));
    }

    private static Cleaned apply(TransactionLog log, IsolationRule rule) {
        return CleaningPlan.defaults().withIsolation(rule).apply(log);
    }

    private static double[] amounts(TransactionLog log) {
        return IntStream.range(0, log.size()).mapToDouble(log::amount).toArray();
    }
}

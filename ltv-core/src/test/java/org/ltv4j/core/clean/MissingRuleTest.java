package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.feature.Features;

class MissingRuleTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Test
    void aLogThatMissesAmountsIsRefusedUnlessAPlanSaysWhatToDo() {
        TransactionLog log = missing(TransactionLog.builder("").add("ann", DAY, 2), "ann", DAY)
                .build();
        assertThatThrownBy(() -> CleaningPlan.defaults().apply(log))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("1 of 2 rows have no amount")
                .hasMessageContaining("withMissing");
        assertThatThrownBy(() -> Features.asOf(DAY).rfm().from(log))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("have no amount");
    }

    @Test
    void rowsWithoutAmountAreDroppedAndCounted() {
        TransactionLog log = missing(TransactionLog.builder("").add("ann", DAY, 2), "bob", DAY)
                .build();
        Cleaned clean = apply(log, MissingRule.drop());
        assertThat(clean.log().size()).isEqualTo(1);
        CleaningStep step = clean.report().step("without amount").orElseThrow();
        assertThat(step.rowsDropped()).isEqualTo(1);
        assertThat(step.amountChange()).isZero();
        assertThat(step.examples().get(0).toString()).isEqualTo("line 2, column amount: is missing");
        assertThat(clean.report().step("filled amount")).isEmpty();
    }

    @Test
    void filledRowsStayRecognisable() {
        TransactionLogBuilder builder = TransactionLog.builder("").add("ann", DAY, 2);
        TransactionLog log =
                missing(missing(builder, "ann", DAY.plusDays(1)), "bob", DAY).build();
        Cleaned clean = apply(log, MissingRule.constant(5));
        assertThat(amounts(clean.log())).containsExactly(2, 5, 5);
        assertThat(clean.filled().stream()).containsExactly(1, 2);
        assertThat(clean.filledShare(DAY.plusDays(1))).containsExactly(0.5, 1);
        assertThat(clean.filledShare(DAY)).containsExactly(0, 1);
        assertThat(clean.filledShare(DAY.minusDays(1))).containsExactly(0, 0);
        assertThat(clean.log().amountFilled(0)).isFalse();
        assertThat(clean.log().amountFilled(1)).isTrue();
        CleaningStep step = clean.report().step("filled amount").orElseThrow();
        assertThat(step.rowsChanged()).isEqualTo(2);
        assertThat(step.amountChange()).isEqualTo(10);
        assertThat(clean.log().until(DAY).amountFilled(1)).isTrue(); // bob's row moved up
    }

    @Test
    void meanMedianAndModeAreThoseOfSales() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (double amount : new double[] {1, 1, 3, 7, 0, -100}) {
            builder.add("ann", DAY, amount);
        }
        TransactionLog log = missing(builder, "bob", DAY).build();
        CleaningPlan plan = CleaningPlan.defaults().withRefunds(RefundRule.KEEP);
        assertThat(filled(plan, log, MissingRule.mean(Peers.ALL))).isEqualTo(3); // (1 + 1 + 3 + 7) / 4
        assertThat(filled(plan, log, MissingRule.median(Peers.ALL))).isEqualTo(2); // (1 + 3) / 2
        assertThat(filled(plan, log, MissingRule.mode(Peers.ALL))).isEqualTo(1);
    }

    @Test
    void peersAreTheProductTheCustomerOrTheProductInTheChannel() {
        TransactionLogBuilder builder = TransactionLog.builder("")
                .add("ann", DAY, 10)
                .product("pot")
                .channel("shop")
                .add("ann", DAY, 2)
                .product("cup")
                .channel("shop")
                .add("bob", DAY, 4)
                .product("cup")
                .channel("web")
                .add("bob", DAY, 6)
                .product("cup")
                .channel("web")
                .addWithoutAmount(0, second(DAY.plusDays(1)), 5)
                .product("cup")
                .channel("web");
        TransactionLog log = builder.build();
        CleaningPlan plan = CleaningPlan.defaults();
        assertThat(filled(plan, log, MissingRule.mean(Peers.PRODUCT))).isEqualTo(4); // (2 + 4 + 6) / 3
        assertThat(filled(plan, log, MissingRule.mean(Peers.CUSTOMER))).isEqualTo(6); // (10 + 2) / 2
        assertThat(filled(plan, log, MissingRule.mean(Peers.PRODUCT_AND_CHANNEL)))
                .isEqualTo(5); // (4 + 6) / 2
    }

    @Test
    void likeSpendersAreFifthsOfTheCustomers() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        for (int customer = 0; customer < 10; customer++) { // mean amounts 1 to 10: fifths of two
            builder.add("c" + customer, DAY, customer + 1);
        }
        TransactionLog log =
                missing(missing(builder, "c3", DAY.plusDays(1)), "new", DAY).build();
        Cleaned clean = apply(log, MissingRule.mean(Peers.SPEND_QUINTILE));
        assertThat(amounts(clean.log())).contains(3.5); // customers with 3 and 4
        assertThat(clean.report().step("without amount").orElseThrow().rowsDropped())
                .isEqualTo(1); // nobody is like "new"
    }

    @Test
    void whereOneRuleKnowsNothingTheNextIsTried() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        builder.customers().index("ann");
        builder.addWithoutAmount(0, second(DAY), 1)
                .addWithoutAmount(0, second(DAY.plusDays(1)), 2)
                .quantity(3)
                .unitPrice(1.5)
                .add("ann", DAY.plusDays(2), 8)
                .addWithoutAmount(0, second(DAY.plusDays(3)), 4);
        Cleaned clean = apply(
                builder.build(),
                MissingRule.quantityTimesPrice().orElse(MissingRule.lastKnown()).orElse(MissingRule.constant(99)));
        assertThat(amounts(clean.log())).containsExactly(99, 4.5, 8, 8);
        assertThat(clean.report().step("filled amount").orElseThrow().rule())
                .contains("quantity times unit price, else the customer's last known value, else 99");
    }

    @Test
    void lastKnownLooksOnlyBack() {
        TransactionLogBuilder builder = TransactionLog.builder("");
        missing(builder, "ann", DAY).add("ann", DAY.plusDays(1), 8);
        Cleaned clean = apply(builder.build(), MissingRule.lastKnown());
        assertThat(amounts(clean.log())).containsExactly(8);
    }

    @Test
    void theAmountOfAReturnIsFilledWithAMinus() {
        TransactionLogBuilder builder =
                TransactionLog.builder("").add("ann", DAY, 8).quantity(1);
        missing(builder, "ann", DAY.plusDays(1)).quantity(-1);
        Cleaned clean = CleaningPlan.defaults()
                .withRefunds(RefundRule.KEEP)
                .withMissing(LogColumn.AMOUNT, MissingRule.median(Peers.CUSTOMER))
                .apply(builder.build());
        assertThat(amounts(clean.log())).containsExactly(8, -8);
    }

    @Test
    void otherColumnsAreFilledWhereTheyCanBeAndStayWithoutElse() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", DAY, 8)
                .quantity(2)
                .product("cup")
                .discount(0)
                .add("ann", DAY, 8)
                .product("pot")
                .add("bob", DAY, 8)
                .build();
        Cleaned clean = CleaningPlan.defaults()
                .withMissing(LogColumn.QUANTITY, MissingRule.median(Peers.CUSTOMER))
                .withMissing(LogColumn.DISCOUNT, MissingRule.mode(Peers.ALL))
                .withMissing(LogColumn.PRODUCT, MissingRule.constant("unknown"))
                .withMissing(LogColumn.CHANNEL, MissingRule.constant("shop"))
                .withMissing(LogColumn.UNIT_PRICE, MissingRule.mean(Peers.ALL))
                .apply(log);
        assertThat(clean.log().quantity(1)).isEqualTo(2);
        assertThat(clean.log().quantity(2)).isNaN();
        assertThat(clean.log().discount(2)).isZero();
        assertThat(clean.log().products().id(clean.log().product(2))).isEqualTo("unknown");
        assertThat(clean.log().channels().id(clean.log().channel(0))).isEqualTo("shop");
        assertThat(clean.log().unitPrice(0)).isNaN(); // no price is known
        assertThat(clean.report().step("filled quantity").orElseThrow().rowsAffected())
                .isEqualTo(1);
        assertThat(clean.filled().isEmpty()).isTrue();
        assertThat(CleaningPlan.defaults()
                        .withMissing(LogColumn.PRODUCT, MissingRule.drop())
                        .apply(log)
                        .report()
                        .droppedByStep())
                .containsEntry("without product", 1L);
    }

    @ParameterizedTest
    @EnumSource(Peers.class)
    void fillsLearnNothingAfterTheCut(Peers peers) {
        LocalDate cut = DAY.plusDays(5);
        double[] fills = new double[2];
        for (int future = 0; future < 2; future++) {
            TransactionLogBuilder builder = TransactionLog.builder("");
            for (int day = 0; day < 6; day++) {
                builder.add("ann", DAY.plusDays(day), 3 + day).product("cup").channel("web");
            }
            builder.addWithoutAmount(0, second(DAY.plusDays(5)), 7)
                    .product("cup")
                    .channel("web");
            for (int day = 6; day < 20; day++) {
                builder.add(future == 0 ? "ann" : "bob", DAY.plusDays(day), 1000.0 * (future + 1))
                        .product("cup")
                        .channel("web");
            }
            Cleaned clean = CleaningPlan.defaults()
                    .withCalibrationEnd(cut)
                    .withMissing(LogColumn.AMOUNT, MissingRule.mean(peers))
                    .apply(builder.build());
            fills[future] = clean.log().amount(6);
            assertThat(clean.log().amountFilled(6)).isTrue();
        }
        assertThat(fills[0]).isCloseTo(5.5, within(1e-12)); // the mean of 3 to 8
        assertThat(fills[1]).isEqualTo(fills[0]);
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        CleaningPlan plan = CleaningPlan.defaults();
        assertThatThrownBy(() -> plan.withMissing(LogColumn.CUSTOMER, MissingRule.constant("x")))
                .hasMessageContaining("customer column cannot be filled");
        assertThatThrownBy(() -> plan.withMissing(LogColumn.AMOUNT, MissingRule.constant("x")))
                .hasMessageContaining("amount column cannot be filled with 'x'");
        assertThatThrownBy(() -> plan.withMissing(LogColumn.PRODUCT, MissingRule.mean(Peers.ALL)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan.withMissing(LogColumn.QUANTITY, MissingRule.quantityTimesPrice()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MissingRule.constant(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> MissingRule.constant(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MissingRule.constant(1).orElse(MissingRule.drop()))
                .hasMessageContaining("nothing is left");
    }

    private static double filled(CleaningPlan plan, TransactionLog log, MissingRule rule) {
        TransactionLog clean =
                plan.withMissing(LogColumn.AMOUNT, rule).apply(log).log();
        return IntStream.range(0, clean.size())
                .filter(clean::amountFilled)
                .mapToDouble(clean::amount)
                .findFirst()
                .orElseThrow();
    }

    private static TransactionLogBuilder missing(TransactionLogBuilder builder, String customer, LocalDate day) {
        return builder.addWithoutAmount(builder.customers().index(customer), second(day), builder.size() + 1);
    }

    private static long second(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    private static Cleaned apply(TransactionLog log, MissingRule rule) {
        return CleaningPlan.defaults().withMissing(LogColumn.AMOUNT, rule).apply(log);
    }

    private static double[] amounts(TransactionLog log) {
        return IntStream.range(0, log.size()).mapToDouble(log::amount).toArray();
    }
}

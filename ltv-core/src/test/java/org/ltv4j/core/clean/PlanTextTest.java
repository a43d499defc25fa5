package org.ltv4j.core.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TransactionLog;

class PlanTextTest {

    @Test
    void theTextOfTheUsualPlanIsFixed() {
        assertThat(CleaningPlan.defaults().text())
                .isEqualTo("cleaning 1\n"
                        + "currency: one\n"
                        + "exact duplicates: KEEP\n"
                        + "missing amounts: fail\n"
                        + "zero amounts: KEEP\n"
                        + "refunds: MATCH_THEN_NET, cancellations C");
        assertThat(CleaningPlan.defaults().fingerprint()).matches("[0-9a-f]{64}");
    }

    /** Whatever is set shows in the text, so that two plans that differ differ in their fingerprint. */
    @Test
    void everyChoiceChangesTheFingerprint() {
        List<UnaryOperator<CleaningPlan>> choices = List.of(
                plan -> plan.withRefunds(RefundRule.NET),
                plan -> plan.withRefunds(RefundRule.KEEP),
                plan -> plan.withDuplicates(DuplicateRule.DROP),
                plan -> plan.withZeroAmounts(ZeroRule.DROP),
                plan -> plan.withCancellationPrefix(""),
                plan -> plan.withCancellationPrefix("X"),
                plan -> plan.withFutureAfter(LocalDate.of(2025, 1, 1)),
                plan -> plan.withCalibrationEnd(LocalDate.of(2025, 1, 1)),
                plan -> plan.withCalibrationEnd(LocalDate.of(2025, 1, 2)),
                plan -> plan.keepCurrency("EUR"),
                plan -> plan.withTimeZone(ZoneId.of("UTC"), ZoneId.of("Asia/Shanghai")),
                plan -> plan.withIds(LogColumn.CUSTOMER, IdRule.asRead().trimmed()),
                plan -> plan.withIds(LogColumn.PRODUCT, IdRule.asRead().trimmed()),
                plan -> plan.withIds(LogColumn.CUSTOMER, IdRule.asRead().composed()),
                plan -> plan.withIds(LogColumn.CUSTOMER, IdRule.asRead().withoutWidth()),
                plan -> plan.withDuplicateKeys(DuplicateKeys.of(LogColumn.ORDER)),
                plan -> plan.withDuplicateKeys(DuplicateKeys.of(LogColumn.ORDER).named("x")),
                plan -> plan.withDuplicateKeys(DuplicateKeys.of(LogColumn.ORDER).within(Duration.ofSeconds(1))),
                plan -> plan.withDuplicateKeys(DuplicateKeys.of(LogColumn.ORDER).within(Duration.ofSeconds(2))),
                plan -> plan.withUnits(Map.of("a", 2.0)),
                plan -> plan.withUnits(Map.of("a", 3.0)),
                plan -> plan.withUnits(Map.of("b", 3.0)),
                plan -> plan.withIsolation(IsolationRule.amountsUpTo(0.01)),
                plan -> plan.withIsolation(IsolationRule.amountsUpTo(0.02)),
                plan -> plan.withIsolation(IsolationRule.repeats(2, Duration.ofSeconds(1))),
                plan -> plan.withIsolation(IsolationRule.repeats(3, Duration.ofSeconds(1))),
                plan -> plan.withIsolation(IsolationRule.purchasesPerDay(3, 4)),
                plan -> plan.withIsolation(IsolationRule.purchasesPerDay(3, 5)),
                plan -> plan.withIsolation(IsolationRule.customersListed(List.of("a", "b"))),
                plan -> plan.withMissing(LogColumn.AMOUNT, MissingRule.drop()),
                plan -> plan.withMissing(LogColumn.AMOUNT, MissingRule.mean(Peers.ALL)),
                plan -> plan.withMissing(LogColumn.AMOUNT, MissingRule.mean(Peers.PRODUCT)),
                plan -> plan.withMissing(LogColumn.QUANTITY, MissingRule.mean(Peers.PRODUCT)),
                plan -> plan.withMissing(
                        LogColumn.QUANTITY, MissingRule.mean(Peers.PRODUCT).orElse(MissingRule.drop())),
                plan -> plan.withOutliers(OutlierRule.mad(3.5)),
                plan -> plan.withOutliers(OutlierRule.mad(4)),
                plan -> plan.withOutliers(OutlierRule.mad(4).capped()),
                plan -> plan.withOutliers(OutlierRule.mad(4).onLogScale()),
                plan -> plan.withOutliers(OutlierRule.mad(4).perProduct()),
                plan -> plan.withOutliers(OutlierRule.mad(4).upperOnly()),
                plan -> plan.withOutliers(OutlierRule.mad(4).of(LogColumn.QUANTITY)),
                plan -> plan.withOutliers(OutlierRule.winsorise(0.01, 0.99)),
                CleaningPlan::withRounding,
                plan -> plan.withRounding(2));
        List<String> fingerprints = choices.stream()
                .map(choice -> choice.apply(CleaningPlan.defaults()).fingerprint())
                .toList();
        assertThat(fingerprints)
                .doesNotHaveDuplicates()
                .doesNotContain(CleaningPlan.defaults().fingerprint());
    }

    @Test
    void theOrderInWhichRulesAreStatedDoesNotMatterButForRulesOfOneKind() {
        CleaningPlan one = CleaningPlan.defaults()
                .withRounding(2)
                .withOutliers(OutlierRule.mad(5))
                .withMissing(LogColumn.AMOUNT, MissingRule.drop())
                .withMissing(LogColumn.QUANTITY, MissingRule.drop())
                .withIsolation(IsolationRule.amountsUpTo(0.01));
        CleaningPlan two = CleaningPlan.defaults()
                .withIsolation(IsolationRule.amountsUpTo(0.01))
                .withMissing(LogColumn.QUANTITY, MissingRule.drop())
                .withMissing(LogColumn.AMOUNT, MissingRule.drop())
                .withOutliers(OutlierRule.mad(5))
                .withRounding(2);
        assertThat(one.text()).isEqualTo(two.text());
        OutlierRule other = OutlierRule.winsorise(0, 0.99).named("cap");
        assertThat(one.withOutliers(other).text())
                .isNotEqualTo(CleaningPlan.defaults()
                        .withOutliers(other)
                        .withOutliers(OutlierRule.mad(5))
                        .text());
    }

    @Test
    void aPlanIsNotChangedByThoseMadeOfIt() {
        CleaningPlan plan = CleaningPlan.defaults().withOutliers(OutlierRule.mad(5));
        String before = plan.text();
        plan.withOutliers(OutlierRule.iqr(3).named("x"))
                .withIsolation(IsolationRule.amountsUpTo(1))
                .withRounding();
        plan.withMissing(LogColumn.AMOUNT, MissingRule.drop()).withIds(LogColumn.CUSTOMER, IdRule.asRead());
        assertThat(plan.text()).isEqualTo(before);
    }

    @Test
    void thePlanIsDescribedInTheOrderInWhichItIsApplied() {
        List<String> words = CleaningPlan.defaults()
                .withOutliers(OutlierRule.winsorise(0, 0.999))
                .withMissing(LogColumn.AMOUNT, MissingRule.median(Peers.PRODUCT).orElse(MissingRule.drop()))
                .withCalibrationEnd(LocalDate.of(2025, 3, 1))
                .describe();
        assertThat(words)
                .hasSize(6)
                .anyMatch(line ->
                        line.equals("missing amount: the median of the product, else the row is left out, learnt"
                                + " from rows up to 2025-03-01"));
        assertThat(words.get(5))
                .isEqualTo(
                        "amount values outside the quantiles 0 and 0.999 are capped there; the fences are learnt from"
                                + " rows up to 2025-03-01");
    }

    @Test
    void whatAModelShouldRememberIsTold() {
        TransactionLog log = TransactionLog.builder("")
                .add("ann", LocalDate.of(2025, 3, 1), 0)
                .add("ann", LocalDate.of(2025, 3, 1), 5)
                .build();
        Cleaned clean = CleaningPlan.defaults().withZeroAmounts(ZeroRule.DROP).apply(log);
        assertThat(clean.provenance())
                .containsEntry("cleaning.plan", clean.plan().text())
                .containsEntry("cleaning.fingerprint", clean.plan().fingerprint())
                .containsEntry("cleaning.rowsRead", "2")
                .containsEntry("cleaning.rowsKept", "1")
                .containsEntry("cleaning.dropped.zero amounts", "1");
    }
}

package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.clean.CleaningReport;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.TransactionLog;

class ConsentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private final TransactionLog log = TransactionLog.builder("EUR")
            .add("ann", DAY.minusDays(90), 10)
            .add("bob", DAY.minusDays(80), 20)
            .add("cleo", DAY.minusDays(70), 40)
            .add("bob", DAY.minusDays(60), 0.5)
            .build();

    @Test
    void theLastDecisionOnOrBeforeTheDayCounts() {
        Consent consent = Consent.unknownMeansNo()
                .withdrawn("ann", DAY.plusDays(10))
                .given("ann", DAY)
                .build();
        assertThat(consent.has("ann", DAY.minusDays(1))).as("not yet").isFalse();
        assertThat(consent.has("ann", DAY)).isTrue();
        assertThat(consent.has("ann", DAY.plusDays(9))).isTrue();
        assertThat(consent.has("ann", DAY.plusDays(10))).isFalse();
        assertThat(consent.isKnown("ann", DAY.minusDays(1))).isFalse();
        assertThat(consent.isKnown("ann", DAY)).isTrue();
    }

    @Test
    void theRuleForUnknownCustomersIsStated() {
        assertThat(Consent.unknownMeansNo().build().has("zoe", DAY)).isFalse();
        assertThat(Consent.unknownMeansYes().build().has("zoe", DAY)).isTrue();
    }

    @Test
    void onADayWithBothTheNoCounts() {
        assertThat(Consent.unknownMeansYes()
                        .given("ann", DAY)
                        .withdrawn("ann", DAY)
                        .build()
                        .has("ann", DAY))
                .isFalse();
        assertThat(Consent.unknownMeansYes()
                        .withdrawn("ann", DAY)
                        .given("ann", DAY)
                        .build()
                        .has("ann", DAY))
                .isFalse();
    }

    @Test
    void unicodeFormsAreOneCustomer() {
        Consent consent = Consent.unknownMeansNo().given("Zoe\u0308", DAY).build();
        assertThat(consent.has("Zo\u00eb", DAY)).isTrue();
    }

    @Test
    void customersWithoutConsentAreLeftOutAndCounted() {
        Consent consent = Consent.unknownMeansNo()
                .given("ann", DAY)
                .given("bob", DAY.minusDays(300))
                .withdrawn("bob", DAY)
                .build();
        Screened allowed = consent.apply(log, CleaningReport.ofRows(4), DAY);
        assertThat(allowed.log().customers().size()).isEqualTo(1);
        assertThat(allowed.log().customers().id(0)).isEqualTo("ann");
        assertThat(allowed.report().rowsKept()).isEqualTo(1);
        CleaningStep step = allowed.report().step("consent").orElseThrow();
        assertThat(step.rowsDropped()).isEqualTo(3);
        assertThat(step.amountChange()).isEqualTo(-60.5);
        assertThat(step.rule())
                .isEqualTo("customers without consent on 2026-06-01 are left out: 2 of 3 customers;"
                        + " 1 decided nothing, which means no");
        assertThat(step.examples())
                .hasSize(2)
                .allSatisfy(bad -> assertThat(bad.value()).isEmpty());
    }

    @Test
    void aListOfObjectionsKeepsTheOthers() {
        Screened allowed =
                Consent.unknownMeansYes().withdrawn("bob", DAY).build().apply(log, DAY);
        assertThat(allowed.log().customers().size()).isEqualTo(2);
        assertThat(allowed.report().step("consent").orElseThrow().rule())
                .endsWith("2 decided nothing, which means yes");
        assertThat(Consent.unknownMeansYes().build().apply(log, DAY).log()).isSameAs(log);
    }

    @Test
    void aReportOfAnotherLogIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Consent.unknownMeansYes().build().apply(log, CleaningReport.ofRows(5), DAY));
    }

    @Test
    void theTextFormCountsOnly() {
        assertThat(Consent.unknownMeansNo().given("planted", DAY).build())
                .hasToString("decisions of 1 customers, unknown means no");
    }
}

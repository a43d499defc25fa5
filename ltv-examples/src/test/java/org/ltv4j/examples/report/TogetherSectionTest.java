package org.ltv4j.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes together, in the report. */
class TogetherSectionTest {
    private static String page(Together together) {
        ReportData full = ReportFixture.full();
        return HtmlReport.of(new ReportData(
                full.source(),
                full.reading(),
                full.cleaning(),
                full.profile(),
                full.failure(),
                full.result(),
                full.sideBySide(),
                Optional.of(together),
                full.version()));
    }

    @Test
    void theStrongestRuleIsSaidInBothLanguages() {
        assertThat(page(ReportFixture.together()))
                .contains("70% of the receipts with butter &lt;salted&gt; and toast have coffee too: 1.5 times")
                .contains("有 butter &lt;salted&gt;和toast 的小票中，70% 也有 coffee，是全部小票中比例的 1.5 倍");
    }

    @Test
    void theTableHasTheCountsAndTheInterval() {
        // 225 of 320 by Wilson's score at 95 %
        assertThat(page(ReportFixture.together())).contains("65.1 – 75.1", ">225<", ">73<", ">1.48<");
    }

    @Test
    void withoutRulesItSaysSo() {
        Together none = new Together(
                12_000, false, 300, 40, 60, 0, ReportFixture.together().best().keep(rule -> false));
        assertThat(page(none))
                .contains("12,000 such days, 300 of them")
                .contains("No products are bought together more often than chance explains, on at least 60 receipts")
                .doesNotContain("Fisher's exact test");
    }
}

package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompareTest {
    private static final Run.Figure ANCHOR = figure("Likelihood[customers=2357]", "textbook", 800_000);

    @Test
    void showsHowManyTimesLongerARivalTakes() {
        Run run = new Run(List.of(ANCHOR, figure("Likelihood[customers=2357]", "ltv4j", 16_000)));
        assertThat(Compare.rivals(run))
                .contains("| Likelihood.textbook[customers=2357] | 800.0 us | 800.0 us | 0.0 | 50.00 |")
                .contains("| Likelihood.ltv4j[customers=2357] | 16.0 us | 16.0 us | 0.0 |  |");
    }

    @Test
    void aMachineTwiceAsSlowIsNoRegression() {
        Run before = new Run(List.of(ANCHOR, figure("Fit[customers=2357]", "ltv4j", 1e6)));
        Run after = new Run(List.of(
                figure("Likelihood[customers=2357]", "textbook", 1_600_000),
                figure("Fit[customers=2357]", "ltv4j", 2e6)));
        Compare.Verdict verdict = Compare.runs(before, after);
        assertThat(verdict.failed()).isFalse();
        assertThat(verdict.lines()).contains("| Fit.ltv4j[customers=2357] | 1000.0 us | 2000.0 us | 1.00 |  |");
    }

    @Test
    void warnsAtTenPercentAndFailsAtTwentyFive() {
        Run before = new Run(List.of(ANCHOR, figure("Fit", "ltv4j", 100)));
        Compare.Verdict warned = Compare.runs(before, new Run(List.of(ANCHOR, figure("Fit", "ltv4j", 112))));
        Compare.Verdict failed = Compare.runs(before, new Run(List.of(ANCHOR, figure("Fit", "ltv4j", 126))));
        assertThat(warned.failed()).isFalse();
        assertThat(warned.lines()).contains("| Fit.ltv4j | 100.0 ns | 112.0 ns | 1.12 | slower? |");
        assertThat(failed.failed()).isTrue();
        assertThat(failed.lines()).contains("| Fit.ltv4j | 100.0 ns | 126.0 ns | 1.26 | SLOWER |");
    }

    @Test
    void aRivalThatBecameSlowerIsNobodysFault() {
        Run before = new Run(List.of(ANCHOR, figure("Csv", "duckdb", 100)));
        Compare.Verdict verdict = Compare.runs(before, new Run(List.of(ANCHOR, figure("Csv", "duckdb", 300))));
        assertThat(verdict.failed()).isFalse();
        assertThat(verdict.lines()).contains("| Csv.duckdb | 100.0 ns | 300.0 ns | 3.00 | rival |");
    }

    @Test
    void namesWhatCameAndWhatWent() {
        Compare.Verdict verdict = Compare.runs(
                new Run(List.of(ANCHOR, figure("Fit", "ltv4j", 100))),
                new Run(List.of(ANCHOR, figure("Score", "ltv4j", 5))));
        assertThat(verdict.lines())
                .contains("| Score.ltv4j | | 5.0 ns | | new |")
                .contains("| Fit.ltv4j | 100.0 ns | | | gone |");
    }

    @Test
    void aScoreThatAllocatesIsReported() {
        Run.Figure clean = new Run.Figure("OneCustomer", "ltv4jAlive", 8, 8, 0.002);
        Run.Figure wasteful = new Run.Figure("OneCustomer", "ltv4jExpected", 8, 8, 24);
        Run.Figure uncounted = new Run.Figure("OneCustomer", "ltv4jUpdate", 8, 8, Double.NaN);
        Run.Figure fit = new Run.Figure("Fit", "ltv4j", 8, 8, 1e6);
        assertThat(Benchmarks.allocating(new Run(List.of(clean, wasteful, uncounted, fit))))
                .containsExactly(wasteful, uncounted);
    }

    private static Run.Figure figure(String group, String method, double nanos) {
        return new Run.Figure(group, method, nanos, nanos, 0);
    }
}

package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.CustomerSummary;

class CsvToSummariesTest {
    @Test
    void bothEnginesMakeTheSameSummaries() throws Exception {
        CsvToSummaries race = new CsvToSummaries();
        race.open(20_000);
        try {
            List<CustomerSummary> ours = sorted(race.ltv4j());
            List<CustomerSummary> theirs = sorted(race.duckdb());
            assertThat(ours).hasSameSizeAs(theirs).hasSizeGreaterThan(500);
            for (int i = 0; i < ours.size(); i++) {
                assertThat(ours.get(i).frequency()).isEqualTo(theirs.get(i).frequency());
                assertThat(ours.get(i).recency()).isEqualTo(theirs.get(i).recency());
                assertThat(ours.get(i).age()).isEqualTo(theirs.get(i).age());
                assertThat(ours.get(i).meanRepeatSpend())
                        .isCloseTo(
                                theirs.get(i).meanRepeatSpend(),
                                within(1e-9 * (1 + theirs.get(i).meanRepeatSpend())));
            }
        } finally {
            race.close();
        }
    }

    private static List<CustomerSummary> sorted(CustomerSummaries summaries) {
        return summaries.stream()
                .sorted(Comparator.comparingDouble(CustomerSummary::age)
                        .thenComparingDouble(CustomerSummary::recency)
                        .thenComparingInt(CustomerSummary::frequency)
                        .thenComparingDouble(CustomerSummary::meanRepeatSpend))
                .toList();
    }
}

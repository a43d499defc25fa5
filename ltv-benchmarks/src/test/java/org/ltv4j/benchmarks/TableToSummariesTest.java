package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableToSummariesTest {
    @Test
    void bothWaysFindTheSameCustomers() {
        TableToSummaries race = new TableToSummaries();
        race.open(5_000);
        assertThat(race.ltv4j().size())
                .isEqualTo(race.tablesaw().get(1).rowCount())
                .isGreaterThan(200);
    }
}

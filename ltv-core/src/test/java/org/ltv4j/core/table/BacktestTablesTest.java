package org.ltv4j.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.backtest.Backtest;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.Bootstrap;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;
import tech.tablesaw.api.Table;

class BacktestTablesTest {
    private static final LocalDate LAST = LocalDate.of(2026, 3, 1);

    /** Predicts 5 for everybody, and cannot before the newest date. */
    private record Five(String name) implements OutcomeEstimator {
        @Override
        public OutcomeModel fit(KnownSales known, Outcome outcome) {
            if (known.asOf().isBefore(LAST.minusDays(10))) {
                throw new InvalidDataException("too early");
            }
            double[] values = new double[known.customers().size()];
            Arrays.fill(values, 5);
            Predictions five = Predictions.of(known.customers(), known.asOf(), outcome, values);
            return new OutcomeModel() {
                @Override
                public Outcome outcome() {
                    return outcome;
                }

                @Override
                public Predictions predict(KnownSales at) {
                    return five;
                }
            };
        }
    }

    @Test
    void everyMetricOfEveryDateHasARowAndSoHasAFailure() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("ann", LocalDate.of(2026, 1, 5), 10)
                .add("bob", LocalDate.of(2026, 2, 5), 3)
                .add("ann", LAST, 7)
                .build();
        BacktestTable backtest = Backtest.of(
                        KnownSales.until(log, LAST), Outcome.spend(Horizon.parse("10d")), List.of(new Five("five")))
                .withCuts(CutDates.upTo(2))
                .withBootstrap(Bootstrap.of(100, 1))
                .run();
        Table table = Tables.of(backtest);
        assertThat(table.columnNames())
                .containsExactly(
                        "model",
                        "date",
                        "metric",
                        "value",
                        "standard_error",
                        "lower",
                        "upper",
                        "fit_seconds",
                        "predict_seconds",
                        "problem");
        int metrics = backtest.result("five").metrics().size();
        assertThat(table.rowCount()).isEqualTo(2 * metrics + 1);
        assertThat(table.stringColumn("date").unique().asList())
                .containsExactlyInAnyOrder("all", "2026-02-09", "2026-02-19");
        Table failed = table.where(table.stringColumn("problem").isNotMissing());
        assertThat(failed.stringColumn("problem").asList()).containsExactly("too early");
        assertThat(failed.stringColumn("date").asList()).containsExactly("2026-02-09");
        Table errors = table.where(table.stringColumn("metric")
                .isEqualTo(Metric.MAE.name())
                .and(table.stringColumn("date").isEqualTo("2026-02-19")));
        // ann spends 7, bob nothing: |5 - 7| and |5 - 0|
        assertThat(errors.doubleColumn("value").asList()).containsExactly(3.5);
        assertThat(errors.doubleColumn("lower").getDouble(0)).isEqualTo(2);
        assertThat(errors.doubleColumn("upper").getDouble(0)).isEqualTo(5);
        // constant predictions have no rank correlation, and so no row
        assertThat(table.stringColumn("metric").asList()).doesNotContain(Metric.SPEARMAN.name());
    }
}

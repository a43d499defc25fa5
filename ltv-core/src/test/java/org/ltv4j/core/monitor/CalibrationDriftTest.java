package org.ltv4j.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ltv4j.core.monitor.Matrices.JUNE;
import static org.ltv4j.core.monitor.Matrices.range;
import static org.ltv4j.core.monitor.Matrices.times;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.internal.math.Samplers;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.Predictions;

class CalibrationDriftTest {
    private static final Horizon QUARTER = Horizon.parse("90d");

    private static CalibrationDrift of(Outcome outcome, double[] predicted, double[] actual) {
        Predictions then = Predictions.of(IdTable.numbered(predicted.length), JUNE, outcome, predicted);
        return CalibrationDrift.of(then, actual, CalibrationOptions.defaults());
    }

    private static CalibrationDrift purchases(double[] predicted, double[] actual) {
        return of(Outcome.purchases(QUARTER), predicted, actual);
    }

    @Test
    void ratiosAreTotalsOverTotals() {
        double[] actual = new double[100];
        Arrays.setAll(actual, i -> i < 10 ? 0 : 2 * (i + 1));
        CalibrationDrift drift = purchases(range(1, 100), actual);
        assertThat(drift.overall().expected()).isEqualTo(5050);
        assertThat(drift.overall().actual()).isEqualTo(2 * (5050 - 55));
        assertThat(drift.tenths()).hasSize(10);
        assertThat(drift.tenths().get(0).ratio()).hasValue(0); // the lowest predictions
        assertThat(drift.tenths().get(9).ratio()).hasValue(2);
        assertThat(drift.level()).isEqualTo(DriftLevel.STRONG);
        assertThat(drift.toString()).contains("Actual over expected purchases in 90d as of 2026-06-30: 1.98 [");
    }

    @Test
    void equalPredictionsAreOneGroup() {
        CalibrationDrift drift = purchases(times(100, 0.5), times(100, 0.5));
        assertThat(drift.tenths()).hasSize(1);
        assertThat(drift.level()).isEqualTo(DriftLevel.NONE);
    }

    @Test
    void nobodyWhoBoughtGivesThePoissonBound() {
        CalibrationDrift drift = purchases(times(100, 1), times(100, 0));
        // no event: the exact 97.5 % bound of a Poisson mean is 3.6889 (Garwood 1936), over 100 expected
        assertThat(drift.overall().interval().orElseThrow().lower()).isZero();
        assertThat(drift.overall().interval().orElseThrow().upper()).isCloseTo(0.036889, within(5e-7));
        assertThat(drift.level()).isEqualTo(DriftLevel.STRONG);
    }

    @Test
    void nothingForetoldHasNoRatio() {
        CalibrationDrift drift = purchases(times(100, 0), times(100, 1));
        assertThat(drift.overall().ratio()).isEmpty();
        assertThat(drift.overall().interval()).isEmpty();
    }

    @Test
    void whoForetellsNothingIsRightWhereNothingHappensAndElseStronglyWrong() {
        assertThat(purchases(times(100, 0), times(100, 1)).level()).isEqualTo(DriftLevel.STRONG);
        assertThat(purchases(times(100, 0), times(100, 0)).level()).isEqualTo(DriftLevel.NONE);
        assertThat(purchases(times(10, 0), times(10, 1)).level()).isEqualTo(DriftLevel.TOO_FEW_ROWS);
        // refunds only, or less than nothing foretold: there is no ratio to tell by
        assertThat(of(Outcome.spend(QUARTER), times(100, 0), times(100, -1)).level())
                .isEqualTo(DriftLevel.TOO_FEW_ROWS);
        assertThat(of(Outcome.spend(QUARTER), times(100, -1), times(100, 1)).level())
                .isEqualTo(DriftLevel.TOO_FEW_ROWS);
    }

    @Test
    void refundsBelowZeroAndSingleCustomersAreNoError() {
        Outcome spend = Outcome.spend(QUARTER);
        CalibrationDrift refunds = of(spend, times(100, 1), times(100, -1));
        assertThat(refunds.overall().ratio()).hasValue(-1);
        assertThat(refunds.overall().interval()).contains(new Interval(-1, -1));
        CalibrationDrift one = of(spend, times(1, 1), times(1, 9));
        assertThat(one.overall().interval()).isEmpty();
        assertThat(one.level()).isEqualTo(DriftLevel.TOO_FEW_ROWS);
    }

    @Test
    void outcomesThatAreNotFiniteOrOfOthersAreRefused() {
        assertThatThrownBy(() -> purchases(times(3, 1), new double[] {1, Double.NaN, 1}))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("row 2: need a finite outcome, got NaN");
        assertThatThrownBy(() -> purchases(times(3, 1), times(2, 1)))
                .hasMessage("need as many outcomes as predictions, and at least one, got 2 and 3");
        assertThatThrownBy(() -> purchases(times(0, 1), times(0, 1))).hasMessageContaining("got 0 and 0");
    }

    @Test
    void takesWhatHappenedFromTheSalesThatFollowed() {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("ann", JUNE, 5)
                .add("bob", JUNE, 5)
                .add("ann", JUNE.plusDays(90), 30)
                .add("bob", JUNE.plusDays(91), 999)
                .build();
        Predictions then =
                Predictions.of(IdTable.of("bob", "ann"), JUNE, Outcome.spend(QUARTER), new double[] {20, 20});
        CalibrationDrift drift = CalibrationDrift.of(then, KnownSales.until(log, JUNE.plusDays(95)));
        assertThat(drift.overall().ratio()).hasValue(0.75);
        assertThatThrownBy(() -> CalibrationDrift.of(then, KnownSales.until(log, JUNE.plusDays(89))))
                .hasMessageContaining("is known on 2026-09-28");
    }

    @ParameterizedTest(name = "{0}, {1} customers, true ratio {2}")
    @CsvSource({
        "PURCHASES, 60, 1",
        "PURCHASES, 400, 1",
        "PURCHASES, 400, 0.6",
        "SPEND, 60, 1",
        "SPEND, 400, 1",
        "SPEND, 400, 1.5",
        "CHURN, 60, 1",
        "CHURN, 400, 1",
        "CHURN, 400, 1.2"
    })
    void intervalsHoldTheTrueRatio(String kind, int customers, double truth) {
        RandomGenerator random = Samplers.generator(11, Samplers.Purpose.HISTORY, customers);
        int held = 0;
        int together = 0;
        int runs = 1000;
        for (int run = 0; run < runs; run++) {
            CalibrationDrift drift = draw(kind, customers, truth, random);
            held += holds(drift.overall(), truth) ? 1 : 0;
            together += drift.tenths().stream().allMatch(tenth -> holds(tenth, truth)) ? 1 : 0;
        }
        // 95 % of 1000 is 950, its standard error 6.9: fewer than 934 would come by chance in 1 %
        assertThat(held).as("held").isBetween(934, 995);
        if (customers >= 400) { // tenths of six customers with skewed amounts promise nothing
            assertThat(together).isGreaterThanOrEqualTo(934);
        }
    }

    private static boolean holds(CalibrationRatio ratio, double truth) {
        Interval ends = ratio.interval().orElseThrow();
        return ends.lower() <= truth && truth <= ends.upper();
    }

    /** True means by a gamma law; purchases are Poisson, amounts log-normal, churn a coin. */
    private static CalibrationDrift draw(String kind, int customers, double truth, RandomGenerator random) {
        double[] predicted = new double[customers];
        double[] actual = new double[customers];
        for (int i = 0; i < customers; i++) {
            if (kind.equals("CHURN")) {
                predicted[i] = 0.8 * Samplers.beta(random, 2, 1);
                actual[i] = Samplers.uniform(random) < truth * predicted[i] ? 1 : 0;
            } else {
                double mean = Samplers.gamma(random, 0.7);
                int count = poisson(mean * truth, random);
                boolean spend = kind.equals("SPEND");
                predicted[i] = mean * (spend ? Math.exp(0.245) : 1);
                for (int k = 0; k < count; k++) {
                    actual[i] += spend ? Math.exp(0.7 * Samplers.normal(random)) : 1;
                }
            }
        }
        return of(
                kind.equals("SPEND")
                        ? Outcome.spend(QUARTER)
                        : kind.equals("CHURN") ? Outcome.churn(QUARTER) : Outcome.purchases(QUARTER),
                predicted,
                actual);
    }

    private static int poisson(double mean, RandomGenerator random) {
        int count = 0;
        for (double time = Samplers.exponential(random, 1); time < mean; count++) {
            time += Samplers.exponential(random, 1);
        }
        return count;
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        CalibrationOptions usual = CalibrationOptions.defaults();
        assertThatThrownBy(() -> usual.withThresholds(0.3, 0.2)).hasMessageContaining("got 0.3 and 0.2");
        assertThatThrownBy(() -> usual.withConfidence(1)).hasMessageContaining("(0, 1), got 1.0");
        assertThatThrownBy(() -> new CalibrationOptions(0.1, 0.2, 0.9, 1)).hasMessageContaining("at least 2, got 1");
    }
}

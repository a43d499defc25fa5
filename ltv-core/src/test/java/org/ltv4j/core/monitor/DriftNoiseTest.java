package org.ltv4j.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ltv4j.core.monitor.Matrices.JULY;
import static org.ltv4j.core.monitor.Matrices.JUNE;
import static org.ltv4j.core.monitor.Matrices.flat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.feature.FeatureMatrix;

/** Two samples of one population, again and again: how often is it called a shift? */
class DriftNoiseTest {
    private static final int PAIRS = 400;

    /** Numbers of several shapes, a name with rare levels, gaps. */
    private static FeatureMatrix draw(LocalDate date, int rows, Random random) {
        Matrices matrix = Matrices.asOf(date)
                .number("skewed", numbers(rows, () -> Math.exp(2 * random.nextGaussian())))
                .number("normal", numbers(rows, random::nextGaussian))
                .number("few", numbers(rows, () -> random.nextInt(4)))
                .number("zeros", numbers(rows, () -> random.nextDouble() < 0.7 ? 0 : random.nextDouble()))
                .number("gaps", numbers(rows, () -> random.nextDouble() < 0.3 ? Double.NaN : random.nextDouble()));
        List<String> names = IntStream.range(0, rows)
                .mapToObj(i -> "shop " + (int) (12 * Math.pow(random.nextDouble(), 2)))
                .toList();
        return matrix.category("shop", Sensitivity.PLAIN, names).build();
    }

    private static double[] numbers(int rows, DoubleSupplier next) {
        double[] values = new double[rows];
        Arrays.setAll(values, i -> next.getAsDouble());
        return values;
    }

    @ParameterizedTest(name = "{0} customers then, {1} now")
    @CsvSource({"60, 60", "200, 150", "2000, 100", "100, 2000", "600, 600"})
    void withoutAShiftAlarmsAreAtMostAsOftenAsStated(int then, int now) {
        Random random = new Random(42);
        // thresholds next to nothing: whatever is kept from being an alarm is so by the noise bound alone
        DriftOptions options = DriftOptions.defaults().withThresholds(1e-9, 1e-9);
        int alarms = 0;
        int single = 0;
        int beyond = 0;
        double index = 0;
        double expected = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            FeatureMatrix before = draw(JUNE, then, random);
            FeatureMatrix after = draw(JULY, now, random);
            DriftReport report = DriftBaseline.of(before, flat(before)).compare(after, flat(after), options);
            alarms += report.shifted().isEmpty() ? 0 : 1;
            for (ColumnDrift column : report.features()) {
                single += column.pValue() < 0.05 ? 1 : 0;
                beyond += column.psi() > column.noiseBound(0.05) ? 1 : 0;
                index += column.psi();
                expected += column.expectedByChance();
            }
        }
        // 5 % of 400 is 20; 31 or more would come by chance in less than 1 % of such tests
        assertThat(alarms).isLessThanOrEqualTo(30);
        // of 2400 columns 5 % are 120, and 147 or more would come by chance in less than 1 %
        assertThat(single).isBetween(80, 146);
        // the bound of the index is of large samples: it is passed more often where there are six rows per bin
        assertThat(beyond).isBetween(100, 190);
        assertThat(index / expected).isBetween(0.95, 1.1);
    }

    @ParameterizedTest(name = "{0} customers")
    @ValueSource(ints = {60, 120})
    void theUsualThresholdsAloneWouldCryWolf(int rows) {
        Random random = new Random(7);
        int conventional = 0;
        int alarms = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            FeatureMatrix before = draw(JUNE, rows, random);
            FeatureMatrix after = draw(JULY, rows, random);
            DriftReport report = DriftBaseline.of(before, flat(before)).compare(after, flat(after));
            conventional += report.features().stream().anyMatch(column -> column.psi() >= 0.1) ? 1 : 0;
            alarms += report.shifted().isEmpty() ? 0 : 1;
        }
        assertThat(conventional).isGreaterThan(PAIRS / 2);
        assertThat(alarms).isLessThanOrEqualTo(30);
    }
}

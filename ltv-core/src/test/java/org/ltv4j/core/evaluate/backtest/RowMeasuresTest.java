package org.ltv4j.core.evaluate.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.evaluate.HighValue;
import org.ltv4j.core.evaluate.HighValueEvaluation;
import org.ltv4j.core.evaluate.ProbabilityEvaluation;

/** Metrics of a resample against the plain evaluation of the rows written out as often as they were drawn. */
class RowMeasuresTest {
    @Property(tries = 300, seed = "20261122")
    void customersThatCountTwiceAreLikeTwoCustomers(@ForAll @IntRange(min = 1, max = 40) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] predicted = random.ints(n, 0, 8).mapToDouble(v -> v / 2.0).toArray();
        double[] actual = random.ints(n, -1, 6).mapToDouble(v -> v).toArray();
        int[] customer = random.ints(n, 3, 3 + n).toArray(); // several rows of one, numbers with gaps
        JudgedPredictions rows = JudgedPredictions.ofAmounts(predicted, actual)
                .withCustomers(customer)
                .withHighValue(HighValue.above(2));
        RowMeasures measures = new RowMeasures(rows);
        int[] drawn = random.ints(measures.units(), 0, 4).toArray();
        List<Integer> written = written(customer, drawn);
        double[] values = measures.of(drawn, new double[n], new double[n]);
        if (written.isEmpty()) {
            assertThat(values).containsOnly(Double.NaN);
            return;
        }
        double[] p = written.stream().mapToDouble(i -> predicted[i]).toArray();
        double[] a = written.stream().mapToDouble(i -> actual[i]).toArray();
        Evaluation expected = Evaluation.of(p, a);
        agree(measures, values, Metric.MAE, OptionalDouble.of(expected.meanAbsoluteError()));
        agree(measures, values, Metric.RMSE, OptionalDouble.of(expected.rootMeanSquaredError()));
        agree(measures, values, Metric.BIAS_PERCENT, expected.biasPercent());
        agree(measures, values, Metric.SPEARMAN, expected.spearman());
        agree(measures, values, Metric.NORMALISED_GINI, expected.normalisedGini());
        agree(measures, values, Metric.TOP_DECILE_CAPTURE, expected.topDecileCapture());
        HighValueEvaluation high = HighValueEvaluation.of(p, 2, a, 2);
        agree(measures, values, Metric.HIGH_VALUE_PRECISION, high.precision());
        agree(measures, values, Metric.HIGH_VALUE_RECALL, high.recall());
        agree(measures, values, Metric.HIGH_VALUE_F1, high.f1());
        agree(measures, values, Metric.HIGH_VALUE_ACCURACY, OptionalDouble.of(high.accuracy()));
        agree(measures, values, Metric.HIGH_VALUE_AUC, high.auc());
    }

    @Property(tries = 200, seed = "20261122")
    void probabilitiesToo(@ForAll @IntRange(min = 1, max = 40) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] predicted = random.ints(n, 0, 5).mapToDouble(v -> v / 4.0).toArray();
        double[] actual = random.ints(n, 0, 2).mapToDouble(v -> v).toArray();
        int[] customer = random.ints(n, 0, n).toArray();
        RowMeasures measures = new RowMeasures(
                JudgedPredictions.ofProbabilities(predicted, actual).withCustomers(customer));
        int[] drawn = random.ints(measures.units(), 0, 3).toArray();
        List<Integer> written = written(customer, drawn);
        if (written.isEmpty()) {
            return;
        }
        double[] values = measures.of(drawn, new double[n], new double[n]);
        ProbabilityEvaluation expected = ProbabilityEvaluation.of(
                written.stream().mapToDouble(i -> predicted[i]).toArray(),
                written.stream().mapToDouble(i -> actual[i]).toArray());
        agree(measures, values, Metric.AUC, expected.auc());
        agree(measures, values, Metric.BRIER, OptionalDouble.of(expected.brier()));
        agree(measures, values, Metric.LOG_LOSS, OptionalDouble.of(expected.logLoss()));
    }

    /** Row numbers, each as often as its customer was drawn; customers stand by rising number. */
    private static List<Integer> written(int[] customer, int[] drawn) {
        int[] numbers = Arrays.stream(customer).sorted().distinct().toArray();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < customer.length; i++) {
            for (int k = 0; k < drawn[Arrays.binarySearch(numbers, customer[i])]; k++) {
                rows.add(i);
            }
        }
        return rows;
    }

    private static void agree(RowMeasures measures, double[] values, Metric metric, OptionalDouble expected) {
        double value = values[measures.column(metric)];
        if (expected.isEmpty()) {
            assertThat(value).as(metric.name()).isNaN();
        } else {
            double scale = Math.max(1, Math.abs(expected.getAsDouble()));
            assertThat(value).as(metric.name()).isCloseTo(expected.getAsDouble(), within(1e-11 * scale));
        }
    }
}

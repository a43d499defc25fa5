package org.ltv4j.models.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.evaluate.Evaluation;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.outcome.CustomerFolds;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.FeatureEstimator;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.outcome.TrainingSet;

class CustomerSplitTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Outcome MONTH = Outcome.spend(Horizon.parse("30d"));
    private static final SearchSpace SPACE =
            SearchSpace.builder().real("share", 0, 2).build();

    /** Customer i of 10 buys every (i + 2)th day of 120 for i + 1, on three dates. */
    private static TrainingSet data() {
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int i = 0; i < 10; i++) {
            for (int day = i; day < 120; day += i + 2) {
                log.add("c" + i, FIRST.plusDays(day), i + 1);
            }
        }
        return TrainingSet.rolling(
                KnownSales.until(log.build(), FIRST.plusDays(119)),
                FeatureSource.of(Features.asOf(FIRST).rfm()),
                MONTH,
                CutDates.upTo(3));
    }

    /** Foretells a share of the mean outcome of all rows that it was fitted on. */
    private record MeanShare(double share, List<TrainingSet> fits) implements FeatureEstimator<FeatureModel> {
        @Override
        public FeatureModel fit(TrainingSet data) {
            fits.add(data);
            double value = share * Arrays.stream(data.outcomes()).average().orElseThrow();
            return new FeatureModel() {
                @Override
                public String kind() {
                    return "mean-share";
                }

                @Override
                public Optional<FitReport> fit() {
                    return Optional.empty();
                }

                @Override
                public Outcome outcome() {
                    return data.outcome();
                }

                @Override
                public FeatureSchema schema() {
                    return data.schema();
                }

                @Override
                public Predictions predict(FeatureMatrix features) {
                    double[] values = new double[features.customers().size()];
                    Arrays.fill(values, value);
                    return Predictions.of(IdTable.numbered(values.length), FIRST, data.outcome(), values);
                }
            };
        }
    }

    @Test
    void eachFoldIsForetoldByAModelOfTheOthers() {
        TrainingSet data = data();
        CustomerFolds folds = CustomerFolds.of(data, 4, 9);
        List<TrainingSet> fits = new ArrayList<>();
        TuningResult result = Tuner.random(SPACE, 3)
                .trials(1)
                .minimise(CustomerSplit.of(data, 4, 9)
                        .loss(settings -> new MeanShare(settings.real("share"), fits), CustomerSplitTest::absolute));
        double share = result.best().settings().real("share");
        assertThat(fits).hasSize(4);
        for (int fold = 0; fold < 4; fold++) {
            double[] training = data.rows(folds.rowsOutside(data, fold)).outcomes();
            double[] validation = data.rows(folds.rowsIn(data, fold)).outcomes();
            double foretold = share * Arrays.stream(training).average().orElseThrow();
            double[] same = new double[validation.length];
            Arrays.fill(same, foretold);
            assertThat(result.best().losses().get(fold)).isEqualTo(absolute(same, validation));
            assertThat(fits.get(fold).outcomes()).isEqualTo(training);
            assertThat(training.length + validation.length).isEqualTo(data.rows());
        }
    }

    @Test
    void theBestShareOfAMeanIsFound() {
        TuningResult result = Tuner.bayesian(SPACE, 3)
                .trials(40)
                .minimise(CustomerSplit.of(data(), 5, 9)
                        .loss(
                                settings -> new MeanShare(settings.real("share"), new ArrayList<>()),
                                Evaluation::rootMeanSquaredError));
        assertThat(result.best().settings().real("share")).isBetween(0.85, 1.1);
    }

    @Test
    void moreFoldsThanCustomersAreAnError() {
        assertThatThrownBy(() -> CustomerSplit.of(data(), 11, 1)).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> CustomerSplit.of(data(), 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMeanOfNoStepsIsAnError() {
        Trial trial = new Trial(0, SPACE.fill(p -> 1.0), Pruning.none(), List.of());
        assertThatThrownBy(() -> trial.meanOf(List.<Integer>of(), i -> 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a mean needs at least one step");
        trial.report(100);
        assertThat(trial.meanOf(List.of(1, 2), i -> i)).isEqualTo(1.5);
    }

    private static double absolute(double[] predicted, double[] actual) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += Math.abs(predicted[i] - actual[i]);
        }
        return sum;
    }
}

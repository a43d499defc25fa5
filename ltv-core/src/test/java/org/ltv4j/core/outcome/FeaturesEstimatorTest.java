package org.ltv4j.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.model.FitReport;

class FeaturesEstimatorTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Horizon WEEK = Horizon.of(7, TimeScale.DAY);

    /** Says of each customer what was spent so far, or a probability of a quarter. */
    private record SpentSoFar(Outcome outcome, FeatureSchema schema) implements FeatureModel {
        @Override
        public String kind() {
            return "spent-so-far";
        }

        @Override
        public Optional<FitReport> fit() {
            return Optional.empty();
        }

        @Override
        public Predictions predict(FeatureMatrix features) {
            double[] values = features.column("total_spend");
            for (int i = 0; i < values.length; i++) {
                values[i] = outcome.isProbability() ? 0.25 : values[i];
            }
            return Predictions.of(features.customers(), features.asOf(), outcome, values);
        }
    }

    private static Predictions predicted(Outcome outcome) {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("brings back", DAY, -9)
                .add("ann", DAY, 3)
                .add("bob", DAY.plusDays(1), 4)
                .add("ann", DAY.plusDays(20), 1)
                .build();
        FeaturesEstimator estimator = new FeaturesEstimator(
                "so far",
                FeatureSource.of(Features.asOf(DAY).rfm()),
                CutDates.newest(),
                data -> new SpentSoFar(data.outcome(), data.schema()));
        KnownSales known = KnownSales.until(log, DAY.plusDays(20));
        Predictions predicted = estimator.fit(known, outcome).predict(known);
        assertThat(predicted.customers().size()).isEqualTo(3);
        return predicted;
    }

    /** Who only brought something back has no features, but stays in its place. */
    @Test
    void everyCustomerIsForetoldInItsPlace() {
        Predictions spend = predicted(Outcome.spend(WEEK));
        Predictions churn = predicted(Outcome.churn(WEEK));
        assertThat(spend.customers().id(0)).isEqualTo("brings back");
        assertThat(spend.values()).containsExactly(0, 4, 4);
        assertThat(churn.values()).containsExactly(1, 0.25, 0.25);
    }
}

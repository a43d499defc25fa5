package org.ltv4j.models.lineup;

import java.util.List;
import java.util.Optional;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.FeatureEstimator;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.FeaturesEstimator;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.TrainingSet;

/** Features that several models learn from, made once for the same sales: those to learn from and those to foretell from. */
final class SharedFeatures implements FeatureSource {
    private static final String NOW = "features";

    private final FeatureSource source;
    private final CutDates cuts;
    private final Shared<FeatureMatrix> matrices = new Shared<>();
    private final Shared<TrainingSet> sets = new Shared<>();

    /** Of a source, as of past dates for learning. */
    SharedFeatures(FeatureSource source, CutDates cuts) {
        this.source = source;
        this.cuts = cuts;
    }

    @Override
    public FeatureMatrix from(KnownSales known) {
        return matrices.get(known, NOW, () -> source.from(known));
    }

    /** What {@link FeaturesEstimator} fits, from the training set that all estimators of these features share. */
    OutcomeEstimator learning(String name, FeatureEstimator<? extends FeatureModel> model) {
        return new Learning(name, this, model);
    }

    private TrainingSet trainingSet(KnownSales known, Outcome outcome) {
        return sets.get(known, List.of(outcome), () -> TrainingSet.rolling(known, source, outcome, cuts));
    }

    private record Learning(String name, SharedFeatures shared, FeatureEstimator<? extends FeatureModel> model)
            implements OutcomeEstimator {
        @Override
        public Optional<FeatureSource> features() {
            return Optional.of(shared);
        }

        @Override
        public FeaturesEstimator.Fitted fit(KnownSales known, Outcome outcome) {
            return new FeaturesEstimator.Fitted(shared, model.fit(shared.trainingSet(known, outcome)));
        }
    }
}

package org.ltv4j.models.lineup;

import java.util.List;
import java.util.Optional;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;

/**
 * An estimator that is fitted once to the same sales, however many ask for it by its name.
 *
 * @param estimator fits the model
 * @param models those that were fitted
 */
record SharedEstimator(OutcomeEstimator estimator, Shared<OutcomeModel> models) implements OutcomeEstimator {
    @Override
    public String name() {
        return estimator.name();
    }

    @Override
    public Optional<FeatureSource> features() {
        return estimator.features();
    }

    @Override
    public OutcomeModel fit(KnownSales known, Outcome outcome) {
        return models.get(known, List.of(name(), outcome), () -> estimator.fit(known, outcome));
    }
}

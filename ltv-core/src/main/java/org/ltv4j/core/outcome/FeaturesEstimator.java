package org.ltv4j.core.outcome;

import java.util.Optional;

/**
 * A model of features as an estimator of outcomes: it learns from past dates whose outcomes are known by now.
 *
 * @param name what a table of models calls it
 * @param source makes the features
 * @param cuts which past dates to learn from
 * @param model fits the model
 */
public record FeaturesEstimator(
        String name, FeatureSource source, CutDates cuts, FeatureEstimator<? extends FeatureModel> model)
        implements OutcomeEstimator {

    @Override
    public Fitted fit(KnownSales known, Outcome outcome) {
        return new Fitted(source, model.fit(TrainingSet.rolling(known, source, outcome, cuts)));
    }

    @Override
    public Optional<FeatureSource> features() {
        return Optional.of(source);
    }

    /**
     * A fitted model with the source of its features.
     *
     * @param source makes the features
     * @param model foretells the outcome from them
     */
    public record Fitted(FeatureSource source, FeatureModel model) implements OutcomeModel {
        @Override
        public Outcome outcome() {
            return model.outcome();
        }

        /**
         * Foretells the outcome of every customer. Those without features, who never bought but only brought back, are expected to do
         * nothing: 0 spend and purchases, churn for certain.
         */
        @Override
        public Predictions predict(KnownSales known) {
            Predictions predicted = model.predict(source.from(known));
            double[] values = new double[known.customers().size()];
            for (int i = 0; i < values.length; i++) {
                int place = predicted.customers().indexOf(known.customers(), i);
                values[i] = place >= 0 ? predicted.value(place) : outcome().isProbability() ? 1 : 0;
            }
            return Predictions.of(known.customers(), known.asOf(), outcome(), values);
        }
    }
}

package org.ltv4j.core.outcome;

import java.util.Optional;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;

/**
 * An estimator that learns an outcome over a shorter horizon than is asked for, and scales what it foretells by the ratio of the two. A young
 * shop needs it: who has nine months of sales cannot have seen what anybody did in the nine months after a date with some
 * history before it.
 *
 * <p>Scaling takes for granted that customers go on at one pace. They do not, since some leave: predictions come out somewhat high the more the
 * horizons differ. Choose the longest horizon that leaves enough history before it, say a third of the sales.
 *
 * @param estimator what learns
 * @param longest the longest horizon that it is asked to learn; at least a day
 */
public record ShorterHorizon(OutcomeEstimator estimator, Horizon longest) implements OutcomeEstimator {
    /**
     * Checks the horizon.
     *
     * @param estimator what learns
     * @param longest the longest horizon that it is asked to learn; at least a day
     */
    public ShorterHorizon {
        if (Math.round(longest.in(TimeScale.DAY)) < 1) {
            throw new IllegalArgumentException("a horizon to learn from is at least a day long, got " + longest);
        }
    }

    /** The name of the estimator itself. */
    @Override
    public String name() {
        return estimator.name();
    }

    /** The features of the estimator itself. */
    @Override
    public Optional<FeatureSource> features() {
        return estimator.features();
    }

    /**
     * Fits the estimator, to the outcome itself if its horizon is short enough.
     *
     * @param known the sales that are known
     * @param outcome what to foretell
     * @return the model
     * @throws IllegalArgumentException if a probability is asked for over a longer horizon: probabilities cannot be scaled
     */
    @Override
    public OutcomeModel fit(KnownSales known, Outcome outcome) {
        Outcome learnt = new Outcome(outcome.kind(), longest, outcome.margin());
        if (learnt.days() >= outcome.days()) {
            return estimator.fit(known, outcome);
        }
        if (outcome.isProbability()) {
            throw new IllegalArgumentException(outcome + " cannot be learnt over " + longest
                    + ": a probability over a shorter horizon says too little of a longer one");
        }
        return new Fitted(outcome, estimator.fit(known, learnt));
    }

    /**
     * A model of a shorter horizon that foretells a longer one.
     *
     * @param outcome what is foretold
     * @param shorter foretells the same over a shorter horizon
     */
    public record Fitted(Outcome outcome, OutcomeModel shorter) implements OutcomeModel {
        /**
         * Checks that the two belong together.
         *
         * @param outcome what is foretold; no probability
         * @param shorter foretells the same over a shorter horizon
         * @throws IllegalArgumentException if it does not
         */
        public Fitted {
            if (outcome.isProbability()
                    || shorter.outcome().days() > outcome.days()
                    || !shorter.outcome().over(outcome.horizon()).equals(outcome)) {
                throw new IllegalArgumentException(
                        "a model of " + shorter.outcome() + " cannot be scaled to foretell " + outcome);
            }
        }

        /**
         * How much longer the horizon is that is asked for.
         *
         * @return at least 1
         */
        public double ratio() {
            return outcome.days() / (double) shorter.outcome().days();
        }

        /** What the model of the shorter horizon can tell, and what it tells where the horizon is longer than that. */
        @Override
        public Optional<OutcomeModel> over(Horizon horizon) {
            Outcome asked = outcome.over(horizon);
            if (asked.equals(shorter.outcome())) {
                return Optional.of(shorter);
            }
            return asked.days() >= shorter.outcome().days()
                    ? Optional.of(new Fitted(asked, shorter))
                    : shorter.over(horizon);
        }

        @Override
        public Predictions predict(KnownSales known) {
            Predictions predicted = shorter.predict(known);
            double[] values = predicted.values();
            for (int i = 0; i < values.length; i++) {
                values[i] *= ratio();
            }
            return Predictions.of(predicted.customers(), known.asOf(), outcome, values);
        }
    }
}

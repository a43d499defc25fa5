package org.ltv4j.models.interval;

import org.ltv4j.core.outcome.FeatureModel;

/** How errors differ from customer to customer: what a residual is divided by before it calibrates, and a margin multiplied with after. */
public sealed interface Spread {
    /** The same for all: intervals of one width. */
    Spread CONSTANT = new Constant();

    /**
     * Errors that grow with the prediction.
     *
     * @param least what smaller predictions count as, above 0, in the unit of the outcome: half a usual basket, or half a purchase
     * @return {@code max(least, |prediction|)}
     */
    static Spread ofPrediction(double least) {
        return new OfPrediction(least);
    }

    /**
     * Errors that a model foretells.
     *
     * @param model foretells the absolute residual from the same features
     * @param least what smaller predictions count as, above 0
     * @return {@code max(least, prediction of the model)}
     */
    static Spread ofModel(FeatureModel model, double least) {
        return new OfModel(model, least);
    }

    /** The same for all. */
    record Constant() implements Spread {}

    /**
     * Errors that grow with the prediction.
     *
     * @param least what smaller predictions count as, above 0
     */
    record OfPrediction(double least) implements Spread {
        /**
         * Checks the number.
         *
         * @param least what smaller predictions count as, above 0
         */
        public OfPrediction {
            Scales.checkLeast(least);
        }
    }

    /**
     * Errors that a model foretells.
     *
     * @param model foretells the absolute residual
     * @param least what smaller predictions count as, above 0
     */
    record OfModel(FeatureModel model, double least) implements Spread {
        /**
         * Checks the number.
         *
         * @param model foretells the absolute residual
         * @param least what smaller predictions count as, above 0
         */
        public OfModel {
            Scales.checkLeast(least);
        }
    }
}

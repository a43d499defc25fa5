package org.ltv4j.segmentation.recommend.factor;

import org.ltv4j.core.model.Parallelism;
import org.ltv4j.segmentation.recommend.Interactions;

/**
 * Implicit alternating least squares. With a row of factors x for each customer and y for each item, it makes
 *
 * <pre>{@code
 * sum over bought pairs of w (1 - x'y)^2  +  a sum over all pairs of (x'y)^2
 *     + r ( sum over customers of (items bought + a items) |x|^2  +  sum over items of (customers who bought + a customers) |y|^2 )
 * }</pre>
 *
 * as small as can be, by solving for all customers with the items held, and then the other way round; no step makes it larger. The weight is
 * {@code w = 1 + v log(times bought)}. The regularisation that grows with the number of pairs, and the way it starts, are those of Rendle
 * and others (2022), with which the method is as good as any newer one on their benchmarks.
 */
public final class Ials {
    private Ials() {}

    /**
     * Options. What suits depends on the data: find {@code unobserved} and {@code regularisation} by powers of three on later baskets.
     *
     * @param factors tastes, from 1 to 512
     * @param epochs how often all customers and all items are solved for, from 1 to 1000
     * @param unobserved a, the weight of a pair that was not bought beside one that was; above 0
     * @param regularisation r, above 0
     * @param repeatWeight v, how much more a pair counts that was bought often; at least 0
     * @param historyWeight weight of what a customer bought before, beside 1 for the basket, when a visit is folded in; from 0, where it is
     *     not looked at, to 1. With an empty basket the history has weight 1
     * @param seed of the start
     */
    public record Options(
            int factors,
            int epochs,
            double unobserved,
            double regularisation,
            double repeatWeight,
            double historyWeight,
            long seed) {
        private static final Options DEFAULTS = new Options(32, 15, 0.03, 0.03, 0, 0.5, 1);

        /**
         * Checks the numbers.
         *
         * @param factors tastes, from 1 to 512
         * @param epochs from 1 to 1000
         * @param unobserved above 0
         * @param regularisation above 0
         * @param repeatWeight at least 0
         * @param historyWeight from 0 to 1
         * @param seed of the start
         */
        public Options {
            if (factors < 1 || factors > 512) {
                throw new IllegalArgumentException("factors are 1 to 512, got " + factors);
            }
            if (epochs < 1 || epochs > 1000) {
                throw new IllegalArgumentException("epochs are 1 to 1000, got " + epochs);
            }
            if (!(unobserved >= 1e-9 && unobserved <= 1e9)) {
                throw new IllegalArgumentException(
                        "the weight of unobserved pairs lies from 1e-9 to 1e9, got " + unobserved);
            }
            if (!(regularisation >= 1e-9 && regularisation <= 1e9)) {
                throw new IllegalArgumentException("regularisation lies from 1e-9 to 1e9, got " + regularisation);
            }
            if (!(repeatWeight >= 0 && repeatWeight <= 1e9)) {
                throw new IllegalArgumentException("the weight of repeats lies from 0 to 1e9, got " + repeatWeight);
            }
            if (!(historyWeight >= 0 && historyWeight <= 1)) {
                throw new IllegalArgumentException("the weight of the history lies from 0 to 1, got " + historyWeight);
            }
        }

        /**
         * 32 factors, 15 epochs, a = 0.03, r = 0.03, repeats do not count, half weight for the history, seed 1.
         *
         * @return the defaults
         */
        public static Options defaults() {
            return DEFAULTS;
        }

        /**
         * Another number of tastes.
         *
         * @param newFactors from 1 to 512
         * @return a copy
         */
        public Options withFactors(int newFactors) {
            return new Options(newFactors, epochs, unobserved, regularisation, repeatWeight, historyWeight, seed);
        }

        /**
         * Another number of epochs.
         *
         * @param newEpochs from 1 to 1000
         * @return a copy
         */
        public Options withEpochs(int newEpochs) {
            return new Options(factors, newEpochs, unobserved, regularisation, repeatWeight, historyWeight, seed);
        }

        /**
         * Another weight of pairs that were not bought.
         *
         * @param newUnobserved above 0
         * @return a copy
         */
        public Options withUnobserved(double newUnobserved) {
            return new Options(factors, epochs, newUnobserved, regularisation, repeatWeight, historyWeight, seed);
        }

        /**
         * Another regularisation.
         *
         * @param newRegularisation above 0
         * @return a copy
         */
        public Options withRegularisation(double newRegularisation) {
            return new Options(factors, epochs, unobserved, newRegularisation, repeatWeight, historyWeight, seed);
        }

        /**
         * Another weight of repeats.
         *
         * @param newRepeatWeight at least 0
         * @return a copy
         */
        public Options withRepeatWeight(double newRepeatWeight) {
            return new Options(factors, epochs, unobserved, regularisation, newRepeatWeight, historyWeight, seed);
        }

        /**
         * Another weight of the history.
         *
         * @param newHistoryWeight from 0 to 1
         * @return a copy
         */
        public Options withHistoryWeight(double newHistoryWeight) {
            return new Options(factors, epochs, unobserved, regularisation, repeatWeight, newHistoryWeight, seed);
        }

        /**
         * Another start.
         *
         * @param newSeed any number
         * @return a copy
         */
        public Options withSeed(long newSeed) {
            return new Options(factors, epochs, unobserved, regularisation, repeatWeight, historyWeight, newSeed);
        }
    }

    /**
     * Fits with the default options on the calling thread.
     *
     * @param rows customers with all they bought, or baskets
     * @return the recommender
     */
    public static IalsRecommender fit(Interactions rows) {
        return fit(rows, Options.defaults(), Parallelism.SEQUENTIAL);
    }

    /**
     * Fits on the calling thread.
     *
     * @param rows customers with all they bought, or baskets
     * @param options how
     * @return the recommender
     */
    public static IalsRecommender fit(Interactions rows, Options options) {
        return fit(rows, options, Parallelism.SEQUENTIAL);
    }

    /**
     * Fits. An epoch costs, with d factors, {@code d^2} steps for each pair and {@code d^3 / 3} for each customer and item.
     *
     * @param rows customers with all they bought, or baskets
     * @param options how
     * @param parallelism threads; they cannot move a bit
     * @return the recommender
     * @throws org.ltv4j.core.model.InsufficientDataException if nobody bought anything
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; its interrupt flag stays set
     */
    public static IalsRecommender fit(Interactions rows, Options options, Parallelism parallelism) {
        return new AlternatingSolver(rows, options).fit(parallelism);
    }
}

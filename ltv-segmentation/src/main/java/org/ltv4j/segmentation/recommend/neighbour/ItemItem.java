package org.ltv4j.segmentation.recommend.neighbour;

import org.ltv4j.core.model.Parallelism;
import org.ltv4j.segmentation.recommend.Interactions;

/** Finds for each item those that are most often bought together with it. */
public final class ItemItem {
    private ItemItem() {}

    /**
     * Options.
     *
     * @param likeness by what neighbours are found and weighted
     * @param neighbours how many are kept for each item, from 1 to 100,000
     * @param shrinkage s, at least 0: the likeness of two items is multiplied by {@code both / (both + s)}, so that a likeness which rests
     *     on few rows counts less
     * @param historyWeight weight of what a customer bought before, beside 1 for the basket; from 0 to 1
     */
    public record Options(Likeness likeness, int neighbours, double shrinkage, double historyWeight) {
        private static final Options DEFAULTS = new Options(Likeness.COSINE, 20, 10, 0.5);

        /**
         * Checks the numbers.
         *
         * @param likeness by what neighbours are found and weighted
         * @param neighbours how many are kept for each item, from 1 to 100,000
         * @param shrinkage at least 0
         * @param historyWeight from 0 to 1
         */
        public Options {
            if (neighbours < 1 || neighbours > 100_000) {
                throw new IllegalArgumentException("an item has 1 to 100,000 neighbours, got " + neighbours);
            }
            if (!(shrinkage >= 0 && shrinkage <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("shrinkage is a finite number of at least 0, got " + shrinkage);
            }
            if (!(historyWeight >= 0 && historyWeight <= 1)) {
                throw new IllegalArgumentException("the weight of the history lies from 0 to 1, got " + historyWeight);
            }
        }

        /**
         * Cosine, 20 neighbours, a shrinkage of 10, half weight for the history.
         *
         * @return the defaults
         */
        public static Options defaults() {
            return DEFAULTS;
        }

        /**
         * Another likeness.
         *
         * @param newLikeness by what neighbours are found and weighted
         * @return a copy
         */
        public Options withLikeness(Likeness newLikeness) {
            return new Options(newLikeness, neighbours, shrinkage, historyWeight);
        }

        /**
         * Another number of neighbours.
         *
         * @param newNeighbours how many are kept for each item, from 1 to 100,000
         * @return a copy
         */
        public Options withNeighbours(int newNeighbours) {
            return new Options(likeness, newNeighbours, shrinkage, historyWeight);
        }

        /**
         * Another shrinkage.
         *
         * @param newShrinkage at least 0
         * @return a copy
         */
        public Options withShrinkage(double newShrinkage) {
            return new Options(likeness, neighbours, newShrinkage, historyWeight);
        }

        /**
         * Another weight of the history.
         *
         * @param newHistoryWeight from 0 to 1
         * @return a copy
         */
        public Options withHistoryWeight(double newHistoryWeight) {
            return new Options(likeness, neighbours, shrinkage, newHistoryWeight);
        }
    }

    /**
     * Fits with the default options on the calling thread.
     *
     * @param rows baskets, or customers with all they bought
     * @return the recommender
     */
    public static ItemItemRecommender fit(Interactions rows) {
        return fit(rows, Options.defaults());
    }

    /**
     * Fits on the calling thread.
     *
     * @param rows baskets, or customers with all they bought
     * @param options what counts as alike, and how many neighbours are kept
     * @return the recommender
     */
    public static ItemItemRecommender fit(Interactions rows, Options options) {
        return fit(rows, options, Parallelism.SEQUENTIAL);
    }

    /**
     * Fits. Counts the pairs of each row, which takes the sum of the squared lengths of the rows; a row as long as a shop's whole range is
     * thus better left out before.
     *
     * @param rows baskets, or customers with all they bought; how often an item was bought does not count
     * @param options what counts as alike, and how many neighbours are kept
     * @param parallelism threads; they cannot move a bit
     * @return the recommender
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; its interrupt flag stays set
     */
    public static ItemItemRecommender fit(Interactions rows, Options options, Parallelism parallelism) {
        return new PairCounts(rows, options).fit(parallelism);
    }
}

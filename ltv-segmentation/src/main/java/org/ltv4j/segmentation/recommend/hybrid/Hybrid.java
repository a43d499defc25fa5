package org.ltv4j.segmentation.recommend.hybrid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.Selection;
import org.ltv4j.segmentation.recommend.evaluate.RankingMetric;

/** Recommenders to be weighted, each as a function of the baskets that it learns from. Immutable. */
public final class Hybrid {
    private final List<Part> parts;

    private Hybrid(List<Part> parts) {
        this.parts = parts;
    }

    /** A recommender that is not fitted yet. */
    record Part(String name, Function<BasketLog, ? extends Recommender> fit) {}

    /** What the weights are to be good at. */
    public enum Task {
        /** To find the item that was hidden from a basket. */
        HIDDEN_ITEM,
        /** To foretell what a customer buys next, with an empty basket. */
        NEXT_PURCHASES,
        /** To foretell what a customer buys next for the first time. */
        FIRST_PURCHASES
    }

    /**
     * How weights are chosen.
     *
     * @param task what they are to be good at
     * @param metric by what
     * @param k length of the lists, from 1 to 1000
     * @param learning share of the training baskets, the earliest, that the parts learn from while weights are chosen; in (0, 1)
     * @param steps most parts that are added up, one of them possibly several times, from 1 to 1000: weights are multiples of one
     *     divided by no more than this
     * @param visits most visits that are looked at, evenly spread; at least 1
     */
    public record Options(Task task, RankingMetric metric, int k, double learning, int steps, int visits) {
        private static final Options DEFAULTS = new Options(Task.HIDDEN_ITEM, RankingMetric.NDCG, 10, 0.8, 20, 1000);

        /**
         * Checks the numbers.
         *
         * @param task what they are to be good at
         * @param metric by what
         * @param k length of the lists, from 1 to 1000
         * @param learning in (0, 1)
         * @param steps from 1 to 1000
         * @param visits at least 1
         */
        public Options {
            if (k < 1 || k > 1000) {
                throw new IllegalArgumentException("lists have 1 to 1000 items, got k = " + k);
            }
            if (!(learning > 0 && learning < 1)) {
                throw new IllegalArgumentException(
                        "the share of baskets to learn from lies in (0, 1), got " + learning);
            }
            if (steps < 1 || steps > 1000) {
                throw new IllegalArgumentException("steps are 1 to 1000, got " + steps);
            }
            if (visits < 1) {
                throw new IllegalArgumentException("need at least 1 visit, got " + visits);
            }
        }

        /**
         * The hidden item, NDCG at 10, four fifths to learn from, 20 steps, 1000 visits.
         *
         * @return the defaults
         */
        public static Options defaults() {
            return DEFAULTS;
        }

        /**
         * Another task.
         *
         * @param newTask what the weights are to be good at
         * @return a copy
         */
        public Options withTask(Task newTask) {
            return new Options(newTask, metric, k, learning, steps, visits);
        }

        /**
         * Another metric.
         *
         * @param newMetric by what
         * @param newK length of the lists, from 1 to 1000
         * @return a copy
         */
        public Options withMetric(RankingMetric newMetric, int newK) {
            return new Options(task, newMetric, newK, learning, steps, visits);
        }

        /**
         * Another share to learn from.
         *
         * @param newLearning in (0, 1)
         * @return a copy
         */
        public Options withLearning(double newLearning) {
            return new Options(task, metric, k, newLearning, steps, visits);
        }

        /**
         * Another number of visits.
         *
         * @param newVisits at least 1
         * @return a copy
         */
        public Options withVisits(int newVisits) {
            return new Options(task, metric, k, learning, steps, newVisits);
        }

        Selection selection() {
            Selection best = Selection.top(k);
            return task == Task.FIRST_PURCHASES ? best.notBoughtBefore() : best;
        }
    }

    /**
     * A first part.
     *
     * @param name what it is called
     * @param fit makes it from baskets; its items must be those of the baskets, under the same numbers
     * @return a hybrid of one part
     */
    public static Hybrid of(String name, Function<BasketLog, ? extends Recommender> fit) {
        return new Hybrid(List.of(new Part(name, fit)));
    }

    /**
     * One part more.
     *
     * @param name what it is called, unlike the others
     * @param fit makes it from baskets; its items must be those of the baskets, under the same numbers
     * @return a hybrid with it
     * @throws IllegalArgumentException if another part has this name
     */
    public Hybrid and(String name, Function<BasketLog, ? extends Recommender> fit) {
        if (parts.stream().anyMatch(part -> part.name().equals(name))) {
            throw new IllegalArgumentException(
                    "there is a part called " + name + " already: each needs a name of its own");
        }
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(name, fit));
        return new Hybrid(List.copyOf(more));
    }

    /**
     * Fits all parts to the earlier training baskets, chooses weights on the later ones, and fits those that have any weight to all of them.
     *
     * @param training baskets to learn from; cut by time, or by their order where they have none
     * @param options how weights are chosen
     * @return the recommender
     * @throws IllegalArgumentException if the baskets cannot be cut, the later ones have nothing to judge by, or the task asks for customers
     *     that are not known
     */
    public HybridRecommender fit(BasketLog training, Options options) {
        return new WeightSearch(parts, training, options).fit();
    }
}

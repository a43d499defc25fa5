package org.ltv4j.segmentation.rule;

import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.itemset.FrequentItemsets;
import org.ltv4j.segmentation.itemset.ItemConstraints;
import org.ltv4j.segmentation.itemset.Itemsets;
import org.ltv4j.segmentation.itemset.MinSupport;
import org.ltv4j.segmentation.itemset.MiningAlgorithm;
import org.ltv4j.segmentation.itemset.MiningLimits;
import org.ltv4j.segmentation.itemset.MiningOptions;

/**
 * Association rules by the name under which they are known (Agrawal and Srikant 1994). Frequent itemsets are found by the algorithm
 * that fits the data, see {@link Itemsets}; rules are made from their counts.
 *
 * <pre>{@code
 * RuleSet rules = Apriori.mine(BasketLog.byOrder(log), Apriori.Options.defaults().withMinSupport(0.01));
 * rules.top(10, Measure.LIFT).asList().forEach(System.out::println);
 * }</pre>
 */
public final class Apriori {
    private Apriori() {}

    /**
     * Finds rules, on the calling thread.
     *
     * @param baskets the baskets; empty ones count
     * @param options what to look for
     * @return rules by falling lift, see {@link RuleSet#sortedBy}; none where nothing is frequent
     */
    public static RuleSet mine(BasketLog baskets, Options options) {
        return mine(baskets, options, Parallelism.SEQUENTIAL, ProgressListener.NONE);
    }

    /**
     * Finds rules.
     *
     * @param baskets the baskets; empty ones count
     * @param options what to look for
     * @param parallelism threads at most; the result does not depend on it
     * @param listener hears how far the search for itemsets has come
     * @return rules by falling lift, see {@link RuleSet#sortedBy}; none where nothing is frequent. Where a limit ended the search, those
     *     found until then, and {@link RuleSet#stop()} says so
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static RuleSet mine(BasketLog baskets, Options options, Parallelism parallelism, ProgressListener listener) {
        long started = System.nanoTime();
        MiningOptions mining = MiningOptions.defaults()
                .with(options.minSupport())
                .withLengths(1, options.maxItems())
                .with(options.algorithm())
                .with(options.limits())
                .with(ItemConstraints.NONE.withNone(options.items().nowhere().toArray(String[]::new)));
        FrequentItemsets itemsets = Itemsets.mine(baskets, mining, parallelism, listener);
        return from(itemsets, options, RuleGuard.of(options.limits(), System.nanoTime() - started));
    }

    /**
     * Makes rules of itemsets that were found before. Support and length are those of the itemsets; the counts of the parts of a
     * rule must be known, so take all frequent itemsets rather than closed or maximal ones: rules of other parts are left out.
     *
     * @param itemsets frequent itemsets
     * @param options of which those of confidence, lift, sides and items hold, and the limits of bytes and time
     * @return rules by falling lift, see {@link RuleSet#sortedBy}
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public static RuleSet from(FrequentItemsets itemsets, Options options) {
        return from(itemsets, options, RuleGuard.of(options.limits(), 0));
    }

    private static RuleSet from(FrequentItemsets itemsets, Options options, RuleGuard guard) {
        return new RuleGenerator(itemsets, options, guard).rules().sortedBy(Measure.LIFT);
    }

    /**
     * What to look for.
     *
     * @param minSupport in how many baskets all items of a rule must be
     * @param minConfidence least confidence, from 0 to 1: {@code (double) n11 / n1x >= minConfidence}
     * @param minLift least lift, finite, at least 0
     * @param maxItems most items of a rule on both sides together, at least 1
     * @param consequents one item on the right, or any number
     * @param emptyAntecedents whether "all baskets hold Y" is a rule
     * @param items which items rules must, must not or may alone hold
     * @param algorithm how itemsets are found; changes no result
     * @param limits when to stop before all are found
     */
    public record Options(
            MinSupport minSupport,
            double minConfidence,
            double minLift,
            int maxItems,
            Consequents consequents,
            boolean emptyAntecedents,
            RuleConstraints items,
            MiningAlgorithm algorithm,
            MiningLimits limits) {
        private static final Options DEFAULTS = new Options(
                MinSupport.share(0.01),
                0.2,
                0,
                Integer.MAX_VALUE,
                Consequents.ONE,
                false,
                RuleConstraints.NONE,
                MiningAlgorithm.AUTO,
                MiningLimits.defaults());

        /**
         * Checks the ranges.
         *
         * @param minSupport in how many baskets all items of a rule must be
         * @param minConfidence least confidence, from 0 to 1
         * @param minLift least lift, finite, at least 0
         * @param maxItems most items of a rule on both sides together, at least 1
         * @param consequents one item on the right, or any number
         * @param emptyAntecedents whether "all baskets hold Y" is a rule
         * @param items which items rules must, must not or may alone hold
         * @param algorithm how itemsets are found
         * @param limits when to stop before all are found
         * @throws IllegalArgumentException if a number is outside its range
         */
        public Options {
            new RuleThresholds(0, minConfidence, minLift);
            if (maxItems < 1) {
                throw new IllegalArgumentException("need at least 1 item in a rule, got a maximum of " + maxItems);
            }
        }

        /**
         * Rules of any length with one item on the right, in at least 1 % of the baskets and with a confidence of at least 0.2.
         *
         * @return the defaults
         */
        public static Options defaults() {
            return DEFAULTS;
        }

        /**
         * With another minimum support.
         *
         * @param share share of all baskets, above 0, at most 1
         * @return changed options
         */
        public Options withMinSupport(double share) {
            return with(MinSupport.share(share));
        }

        /**
         * With a minimum number of baskets.
         *
         * @param baskets at least 1
         * @return changed options
         */
        public Options withMinCount(int baskets) {
            return with(MinSupport.count(baskets));
        }

        /**
         * With another minimum support.
         *
         * @param value in how many baskets all items of a rule must be
         * @return changed options
         */
        public Options with(MinSupport value) {
            return new Options(
                    value, minConfidence, minLift, maxItems, consequents, emptyAntecedents, items, algorithm, limits);
        }

        /**
         * With another minimum confidence.
         *
         * @param value from 0 to 1
         * @return changed options
         */
        public Options withMinConfidence(double value) {
            return new Options(
                    minSupport, value, minLift, maxItems, consequents, emptyAntecedents, items, algorithm, limits);
        }

        /**
         * With a minimum lift.
         *
         * @param value finite, at least 0
         * @return changed options
         */
        public Options withMinLift(double value) {
            return new Options(
                    minSupport,
                    minConfidence,
                    value,
                    maxItems,
                    consequents,
                    emptyAntecedents,
                    items,
                    algorithm,
                    limits);
        }

        /**
         * With at most so many items in a rule.
         *
         * @param value on both sides together, at least 1
         * @return changed options
         */
        public Options withMaxItems(int value) {
            return new Options(
                    minSupport, minConfidence, minLift, value, consequents, emptyAntecedents, items, algorithm, limits);
        }

        /**
         * With one or any number of items on the right.
         *
         * @param value which
         * @return changed options
         */
        public Options with(Consequents value) {
            return new Options(
                    minSupport, minConfidence, minLift, maxItems, value, emptyAntecedents, items, algorithm, limits);
        }

        /**
         * With or without rules about all baskets.
         *
         * @param value true for rules with nothing on the left
         * @return changed options
         */
        public Options withEmptyAntecedents(boolean value) {
            return new Options(
                    minSupport, minConfidence, minLift, maxItems, consequents, value, items, algorithm, limits);
        }

        /**
         * With constraints on items.
         *
         * @param value which items rules must, must not or may alone hold
         * @return changed options
         */
        public Options with(RuleConstraints value) {
            return new Options(
                    minSupport,
                    minConfidence,
                    minLift,
                    maxItems,
                    consequents,
                    emptyAntecedents,
                    value,
                    algorithm,
                    limits);
        }

        /**
         * By a stated algorithm.
         *
         * @param value how itemsets are found
         * @return changed options
         */
        public Options with(MiningAlgorithm value) {
            return new Options(
                    minSupport, minConfidence, minLift, maxItems, consequents, emptyAntecedents, items, value, limits);
        }

        /**
         * With other limits. That of memory holds for the rules too.
         *
         * @param value when to stop before all are found
         * @return changed options
         */
        public Options with(MiningLimits value) {
            return new Options(
                    minSupport,
                    minConfidence,
                    minLift,
                    maxItems,
                    consequents,
                    emptyAntecedents,
                    items,
                    algorithm,
                    value);
        }
    }
}

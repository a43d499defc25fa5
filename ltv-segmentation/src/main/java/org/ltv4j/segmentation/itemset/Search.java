package org.ltv4j.segmentation.itemset;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;

/**
 * One search for frequent, closed or maximal sets by one algorithm.
 *
 * @param input the baskets
 * @param algorithm how
 * @param parallelism threads at most
 * @param guard the limits
 * @param listener hears of progress
 */
record Search(
        MiningInput input,
        MiningAlgorithm algorithm,
        Parallelism parallelism,
        MiningGuard guard,
        ProgressListener listener) {

    /** Whether sets of this kind are found as such, not picked from all frequent ones. */
    boolean findsDirectly(ItemsetKind kind) {
        return kind == ItemsetKind.FREQUENT || (kind != ItemsetKind.GENERATORS && algorithm == MiningAlgorithm.LCM);
    }

    /**
     * Finds the sets of a plan whose kind is found directly.
     *
     * @param minCount from so many baskets on
     * @param plan which sets
     * @return the sets by their ranks among all items
     */
    Found find(int minCount, MiningPlan plan) {
        Optional<RankedBaskets> rows = guarded(() -> rows(minCount));
        if (rows.isEmpty()) {
            return new Found(Found.nothing().tree(), null, Optional.ofNullable(guard.reason()));
        }
        RankedBaskets data = rows.get();
        TreeBuilder.Joined joined = TreeBuilder.join(segments(data, plan, false), plan);
        int[] rankOf = input.ranking().rankOf();
        int[] ranks = joined.tree().ranks;
        if (data.ranks() > 0 && rankOf[data.itemOf[data.ranks() - 1]] >= data.ranks()) { // some items were left out
            for (int node = 0; node < ranks.length; node++) {
                ranks[node] = rankOf[data.itemOf[ranks[node]]];
            }
        }
        ItemsetTree tree = joined.tree();
        return new Found(
                tree, tree.members(plan), Optional.ofNullable(guard.reason()).or(joined::cut));
    }

    /**
     * Counts the sets of a plan, as long as there are no more than it may have.
     *
     * @param minCount from so many baskets on
     * @param plan which sets
     * @return how many, or more than its limit where there are more
     */
    long count(int minCount, MiningPlan plan) {
        Segments segments = guarded(() -> rows(minCount))
                .map(data -> segments(data, plan, true))
                .orElseGet(() -> nothing(plan));
        return segments.last() < Integer.MAX_VALUE ? plan.maxItemsets() + 1 : segments.members();
    }

    /** The baskets for a search from so many of them on. */
    RankedBaskets rows(int minCount) {
        return input.from(minCount, parallelism.threads(), guard);
    }

    /** Runs miners of one's own over all ranks. */
    Segments run(RankedBaskets data, MiningPlan plan, boolean countsOnly, Function<NodeBuffer, RankMiner> miners) {
        return new RankWork(data, guard, plan, countsOnly, miners).run(parallelism, listener);
    }

    private Segments segments(RankedBaskets data, MiningPlan plan, boolean countsOnly) {
        boolean byLevels = algorithm == MiningAlgorithm.APRIORI && plan.kind() == ItemsetKind.FREQUENT;
        return guarded(() ->
                        byLevels ? levelWise(data, plan, countsOnly) : run(data, plan, countsOnly, miners(data, plan)))
                .orElseGet(() -> nothing(plan));
    }

    private static Segments nothing(MiningPlan plan) {
        return new Segments(0, plan.maxItemsets());
    }

    /** What a step makes, or nothing if it has met a limit. */
    <T> Optional<T> guarded(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (StopSignal stop) {
            return Optional.empty();
        } catch (OutOfMemoryError full) { // the limit that nobody stated
            guard.setReason(MiningStop.Reason.MEMORY);
            return Optional.empty();
        }
    }

    /** Makes a miner for each thread, which share what is read only. */
    Function<NodeBuffer, RankMiner> miners(RankedBaskets data, MiningPlan plan) {
        if (plan.kind() != ItemsetKind.FREQUENT) {
            Occurrences rowsOf = Occurrences.of(data);
            return out -> new ClosedSets(data, rowsOf, plan, guard, out);
        }
        int longest = plan.maxLength();
        if (algorithm == MiningAlgorithm.FP_GROWTH) {
            FpTree tree = FpGrowth.tree(data, guard);
            return out -> new FpGrowth(data, tree, longest, guard, out);
        }
        @Nullable
        Extensions pairs = algorithm == MiningAlgorithm.ECLAT || algorithm == MiningAlgorithm.AUTO
                ? Extensions.of(data, parallelism.threads(), longest > 2, guard)
                : null;
        if (pairs != null) {
            return out -> new Eclat(data, pairs, longest, guard, out);
        }
        Occurrences rowsOf = Occurrences.of(data);
        return algorithm == MiningAlgorithm.DECLAT
                ? out -> new DeltaEclat(data, rowsOf, longest, guard, out)
                : out -> new Lcm(data, rowsOf, longest, guard, out);
    }

    private Segments levelWise(RankedBaskets data, MiningPlan plan, boolean countsOnly) {
        LevelWise miner = new LevelWise(data, plan.maxLength(), guard);
        miner.run();
        MiningGuard again = new MiningGuard(MiningLimits.defaults(), 1); // what was found is listed even after a stop
        Segments segments = new RankWork(data, again, plan, countsOnly, out -> rank -> miner.addAll(rank, out))
                .run(Parallelism.SEQUENTIAL, ProgressListener.NONE);
        guard.setReasonOf(again);
        return segments;
    }
}

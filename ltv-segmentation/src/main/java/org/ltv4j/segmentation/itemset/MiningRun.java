package org.ltv4j.segmentation.itemset;

import java.util.Optional;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.basket.BasketLog;

/** One call of {@link Itemsets#mine}. */
final class MiningRun {
    /** Part of the time that the search may take; the rest is for the hint. */
    private static final double FOR_THE_SEARCH = 0.8;
    /** Picking closed sets from so many frequent ones is quicker than looking for closed ones. */
    private static final long FEW = 500_000;

    private final BasketLog log;
    private final MiningOptions options;
    private final int minCount;
    private final MiningInput input;
    private final MiningGuard guard;
    private final Search search;

    MiningRun(BasketLog log, MiningOptions options, Parallelism parallelism, ProgressListener listener) {
        this.log = log;
        this.options = options;
        this.minCount = options.minSupport().among(log.size());
        this.guard = new MiningGuard(options.limits(), FOR_THE_SEARCH);
        // whether a set is a generator is seen from its subsets, also from those that lack what must be there
        this.input = MiningInput.of(log, options.items(), options.kind() != ItemsetKind.GENERATORS);
        this.search = new Search(input, options.algorithm(), parallelism, guard, listener);
    }

    FrequentItemsets run() {
        int required = input.isRequiring() ? options.items().all().size() : 0;
        MiningPlan plan = new MiningPlan(
                options.kind(),
                Math.max(1, options.minLength() - required),
                options.maxLength() - required,
                options.limits().itemsets());
        Found found = options.top().isPresent()
                ? new TopSearch(search, plan, options, minCount)
                        .find(options.top().get())
                : all(plan);
        Optional<MiningStop.Reason> reason = Optional.ofNullable(guard.reason()).or(found::cut);
        Optional<MiningStop> stop = reason.map(why -> new MiningStop(
                why, found.size(), new SupportHint(search, plan, minCount).text(why, found.size(), options)));
        return new FrequentItemsets(log, input.ranking(), minCount, found.tree(), found.members(), stop);
    }

    private Found all(MiningPlan plan) {
        Found found = Found.nothing();
        if (plan.maxLength() >= 1) {
            boolean direct = search.findsDirectly(plan.kind()) || (isUpwards(plan) && isAuto() && areMany());
            found = direct ? search.find(minCount, plan) : sifted(plan);
        }
        return input.isRequiring() ? new RequiredItems(input, options, minCount).complete(found) : found;
    }

    private boolean isAuto() {
        return options.algorithm() == MiningAlgorithm.AUTO;
    }

    /** Whether larger sets decide what is a set of this kind. */
    private static boolean isUpwards(MiningPlan plan) {
        return plan.kind() == ItemsetKind.CLOSED || plan.kind() == ItemsetKind.MAXIMAL;
    }

    /** Whether there are more frequent sets than it is wise to pick from. */
    private boolean areMany() {
        MiningPlan few = new MiningPlan(ItemsetKind.FREQUENT, 1, Integer.MAX_VALUE, guard.nodesLimit(FEW));
        return search.count(minCount, few) > few.maxItemsets();
    }

    /** Closed sets, maximal sets or generators, picked from all frequent ones. */
    private Found sifted(MiningPlan plan) {
        int longest = isUpwards(plan) ? Integer.MAX_VALUE : plan.maxLength();
        Found frequent = search.find(minCount, plan.withAll(ItemsetKind.FREQUENT, longest));
        Sifting sifting = new Sifting(plan.kind(), input.rows().size());
        return input.isRequiring()
                ? sifting.of(frequent, plan, new int[] {})
                : sifting.of(frequent, plan, input.ranksOf(options.items().all()));
    }
}

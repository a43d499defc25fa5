package org.ltv4j.segmentation.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.itemset.MiningStop;

/**
 * Depth-first search over lists of baskets (Zaki 2000, Eclat), with weights added up in place of counts; baskets come ascending, so that
 * sums do not depend on anything but the data.
 */
final class WeightedMiner {
    private static final double ROUNDING = 1e-12;
    /** How often the rules stand in memory while they are counted and sorted. */
    private static final long COPIES = 5;

    private static final long BYTES_OF_TAIL = 56;

    private final BasketLog baskets;
    private final double[] weights;
    private final Apriori.Options options;
    private final double least;
    private final RuleColumns rules = new RuleColumns();
    private final BitSet left = new BitSet();
    private final BitSet right = new BitSet();
    private final int[] must;
    private final long limit;
    private final RuleGuard guard;
    private long found;
    private long taken;

    WeightedMiner(BasketLog baskets, double[] weights, Apriori.Options options) {
        if (options.consequents() != Consequents.ONE || options.emptyAntecedents()) {
            throw new IllegalArgumentException(
                    "weighted rules have one item on the right and at least one on the left: leave out"
                            + " Consequents.ANY and empty antecedents");
        }
        this.baskets = baskets;
        this.weights = weights;
        this.options = options;
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }

        double share = options.minSupport().share() > 0
                ? options.minSupport().share()
                : (double) options.minSupport().count() / baskets.size();
        this.least = sum * share * (1 - ROUNDING);
        this.guard = RuleGuard.of(options.limits(), 0);
        this.limit = options.limits().itemsets();
        this.must = options.items().anywhere().stream()
                .mapToInt(name -> baskets.items().indexOf(name).orElse(-1))
                .toArray();
    }

    /** An item with the baskets of a prefix that hold it. */
    private record Tail(int item, int[] tids, double weight) {}

    WeightedRules mine() {
        List<Tail> singles = singles();
        for (int i = 0; i < singles.size() && !guard.isOver(); i++) {
            grow(new int[] {singles.get(i).item()}, singles.get(i), singles.subList(0, i));
        }
        Optional<MiningStop> stop = guard.reason().map(this::stopped);
        RuleSet candidates = RuleSet.canonical(baskets.items(), baskets.size(), RuleThresholds.NONE, rules, stop);
        WeightedRules all = WeightedRules.count(candidates, baskets, weights);
        int[] kept = IntStream.range(0, candidates.size())
                .filter(i -> all.confidence(i) >= options.minConfidence() * (1 - ROUNDING))
                .filter(i -> options.minLift() == 0 || all.lift(i) >= options.minLift() * (1 - ROUNDING))
                .toArray();
        WeightedRules some = all.ordered(kept);
        double[] lifts = IntStream.range(0, kept.length).mapToDouble(some::lift).toArray();
        return some.ordered(RuleOrder.best(some.rules().columns(), lifts));
    }

    private MiningStop stopped(MiningStop.Reason why) {
        String most = switch (why) {
            case ITEMSETS -> "limit of " + limit + " itemsets";
            case MEMORY -> "limit of bytes";
            case TIME -> "limit of time";
        };
        return new MiningStop(why, found, "raise the minimum support, ask for fewer items, or raise the " + most);
    }

    private List<Tail> singles() {
        int items = baskets.items().size();
        double[] weight = new double[items];
        int[][] tids = new int[items][];
        int[] used = new int[items];
        for (int item = 0; item < items; item++) {
            tids[item] = new int[baskets.count(item)];
        }
        for (int b = 0; b < baskets.size(); b++) {
            for (int at = baskets.start(b); at < baskets.start(b + 1); at++) {
                int item = baskets.itemAt(at);
                tids[item][used[item]++] = b;
                weight[item] += weights[b];
            }
        }
        RuleConstraints constraints = options.items();
        List<Tail> singles = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            String name = baskets.items().id(item);
            if (weight[item] >= least && !constraints.nowhere().contains(name)) {
                singles.add(new Tail(item, tids[item], weight[item]));
                left.set(
                        item,
                        constraints.antecedents().isEmpty()
                                || constraints.antecedents().contains(name));
                right.set(
                        item,
                        constraints.consequents().isEmpty()
                                || constraints.consequents().contains(name));
            }
        }
        return singles;
    }

    /** All sets of a prefix and items before it. */
    private void grow(int[] prefix, Tail last, List<Tail> before) {
        guard.step(true);
        if (found == limit) {
            guard.stop(MiningStop.Reason.ITEMSETS);
        }
        if (guard.isOver()) {
            return;
        }
        found++;
        emit(prefix);
        guard.hold(taken + COPIES * rules.bytes());
        if (prefix.length >= options.maxItems()) {
            return;
        }
        List<Tail> tails = new ArrayList<>();
        long outside = taken;
        for (int i = 0; i < before.size() && !guard.isOver(); i++) {
            Tail tail = both(last, before.get(i));
            guard.step(false);
            if (tail.weight() >= least) {
                tails.add(tail);
                taken += BYTES_OF_TAIL + (long) Integer.BYTES * tail.tids().length;
                guard.hold(taken + COPIES * rules.bytes());
            }
        }
        for (int i = 0; i < tails.size() && !guard.isOver(); i++) {
            int[] longer = java.util.Arrays.copyOf(prefix, prefix.length + 1);
            longer[prefix.length] = tails.get(i).item();
            grow(longer, tails.get(i), tails.subList(0, i));
        }
        taken = outside;
    }

    private Tail both(Tail a, Tail b) {
        int[] tids = new int[Math.min(a.tids().length, b.tids().length)];
        int used = 0;
        double weight = 0;
        for (int i = 0, j = 0; i < a.tids().length && j < b.tids().length; ) {
            int order = Integer.compare(a.tids()[i], b.tids()[j]);
            if (order == 0) {
                tids[used++] = a.tids()[i];
                weight += weights[a.tids()[i]];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return new Tail(b.item(), java.util.Arrays.copyOf(tids, used), weight);
    }

    private void emit(int[] set) {
        if (set.length < 2 || !holdsMust(set)) {
            return;
        }
        for (int k = 0; k < set.length; k++) {
            int[] rest = new int[set.length - 1];
            System.arraycopy(set, 0, rest, 0, k);
            System.arraycopy(set, k + 1, rest, k, rest.length - k);
            if (right.get(set[k]) && IntStream.of(rest).allMatch(left::get)) {
                rules.add(rest, 0, rest.length, new int[] {set[k]}, 1, 0, 0, 0);
            }
        }
    }

    private boolean holdsMust(int[] set) {
        return IntStream.of(must).allMatch(item -> IntStream.of(set).anyMatch(member -> member == item));
    }
}

package org.ltv4j.segmentation.rule;

import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.itemset.FrequentItemsets;
import org.ltv4j.segmentation.itemset.MiningStop;

/**
 * Rules from itemsets. With any number of items on the right, those grow item by item as long as the rule is confident: one that
 * is not stays so with more on its right (Agrawal and Srikant 1994).
 */
final class RuleGenerator {
    private final FrequentItemsets sets;
    private final Apriori.Options options;
    private final RuleColumns rules = new RuleColumns();
    private final RuleGuard guard;
    private final BitSet left;
    private final BitSet right;
    private final int[] must;

    RuleGenerator(FrequentItemsets sets, Apriori.Options options, RuleGuard guard) {
        this.sets = sets;
        this.options = options;
        this.guard = guard;
        RuleConstraints items = options.items();
        BitSet none = numbers(items.nowhere());
        this.left = allowed(items.antecedents(), none);
        this.right = allowed(items.consequents(), none);
        this.must = items.anywhere().stream()
                .mapToInt(name -> sets.items().indexOf(name).orElse(-1))
                .sorted()
                .toArray();
    }

    private BitSet numbers(Set<String> names) {
        BitSet numbers = new BitSet();
        names.forEach(name -> sets.items().indexOf(name).ifPresent(numbers::set));
        return numbers;
    }

    private BitSet allowed(Set<String> only, BitSet none) {
        BitSet allowed;
        if (only.isEmpty()) {
            allowed = new BitSet();
            allowed.set(0, sets.items().size());
        } else {
            allowed = numbers(only);
        }
        allowed.andNot(none);
        return allowed;
    }

    RuleSet rules() {
        for (int i = 0; i < sets.size() && !guard.isOver(); i++) {
            guard.step(false);
            int length = sets.length(i);
            if (length > options.maxItems() || (length == 1 && !options.emptyAntecedents())) {
                continue;
            }
            int[] set = sets.items(i);
            if (!holdsMust(set)) {
                continue;
            }
            if (options.consequents() == Consequents.ONE) {
                singles(i, set);
            } else {
                any(i, set);
            }
        }
        IdTable items = sets.items();
        int n = sets.baskets();
        double support = options.minSupport().share() > 0
                ? options.minSupport().share()
                : n == 0 ? 0 : Math.min(1, (double) options.minSupport().count() / n);
        RuleThresholds thresholds = new RuleThresholds(support, options.minConfidence(), options.minLift());
        return RuleSet.canonical(items, n, thresholds, rules, stop());
    }

    private Optional<MiningStop> stop() {
        return guard.reason().map(this::stopped).or(sets::stop);
    }

    private MiningStop stopped(MiningStop.Reason why) {
        String end = why == MiningStop.Reason.TIME ? " took too long" : " do not fit into memory";
        return new MiningStop(
                why,
                rules.size,
                "rules beyond the first " + rules.size + end + ": raise the minimum support, confidence or"
                        + " lift, or ask for one item on the right");
    }

    private boolean holdsMust(int[] set) {
        for (int item : must) {
            boolean found = false;
            for (int member : set) {
                found |= member == item;
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private void singles(int i, int[] set) {
        if (set.length == 1) {
            if (right.get(set[0])) {
                add(set, 0, 0, set, 1, sets.count(i), sets.baskets(), sets.count(i));
            }
            return;
        }
        int strangers = 0;
        for (int item : set) {
            strangers += left.get(item) ? 0 : 1;
        }
        int[] one = new int[1];
        for (int k = 0; k < set.length && strangers <= 1; k++) {
            int item = set[k];
            if (!right.get(item) || (strangers == 1 && left.get(item))) {
                continue;
            }
            int n1x = sets.countWithout(i, k);
            if (n1x > 0 && confident(sets.count(i), n1x)) {
                one[0] = item;
                int[] rest = new int[set.length - 1];
                System.arraycopy(set, 0, rest, 0, k);
                System.arraycopy(set, k + 1, rest, k, set.length - k - 1);
                add(rest, 0, rest.length, one, 1, sets.count(i), n1x, sets.countOf(item));
            }
        }
    }

    /** "All baskets hold the whole set": with any number of items on the right. */
    private void emptyAntecedent(int i, int[] set) {
        if (!options.emptyAntecedents()) {
            return;
        }
        for (int item : set) {
            if (!right.get(item)) {
                return;
            }
        }
        int count = sets.count(i);
        if (confident(count, sets.baskets())) {
            add(set, 0, 0, set, set.length, count, sets.baskets(), count);
        }
    }

    private void any(int i, int[] set) {
        if (set.length > 1) {
            new Growth(i, set).grow(0, 0);
        }
        emptyAntecedent(i, set);
    }

    private boolean confident(int n11, int n1x) {
        return (double) n11 / n1x >= options.minConfidence();
    }

    private void add(int[] antecedent, int from, int to, int[] consequent, int length, int n11, int n1x, int nx1) {
        if (nx1 <= 0 || guard.isOver() || !confident(n11, n1x)) {
            return;
        }
        if (options.minLift() > 0
                && (double) ((long) n11 * sets.baskets()) / (double) ((long) n1x * nx1) < options.minLift()) {
            return;
        }
        rules.add(antecedent, from, to, consequent, length, n11, n1x, nx1);
        if ((rules.size & 0xFFF) == 0) {
            guard.hold(rules.bytes() * 2);
        }
    }

    /** The consequents of one set, item by item. */
    private final class Growth {
        private final int[] set;
        private final int count;
        private final boolean[] onRight;

        Growth(int i, int[] set) {
            this.set = set;
            this.count = sets.count(i);
            this.onRight = new boolean[set.length];
        }

        /** Adds each further item to the right that keeps the rule confident. */
        void grow(int from, int size) {
            for (int k = from; k < set.length && size + 1 < set.length && !guard.isOver(); k++) {
                guard.step(false);
                if (!right.get(set[k])) {
                    continue;
                }
                onRight[k] = true;
                int[] antecedent = side(false, set.length - size - 1);
                int n1x = sets.countOf(antecedent);
                if (n1x > 0 && confident(count, n1x)) {
                    if (all(antecedent)) {
                        int[] consequent = side(true, size + 1);
                        add(
                                antecedent,
                                0,
                                antecedent.length,
                                consequent,
                                size + 1,
                                count,
                                n1x,
                                sets.countOf(consequent));
                    }
                    grow(k + 1, size + 1);
                }
                onRight[k] = false;
            }
        }

        private boolean all(int[] antecedent) {
            for (int item : antecedent) {
                if (!left.get(item)) {
                    return false;
                }
            }
            return true;
        }

        private int[] side(boolean rightOne, int length) {
            int[] side = new int[length];
            int at = 0;
            for (int k = 0; k < set.length; k++) {
                if (onRight[k] == rightOne) {
                    side[at++] = set[k];
                }
            }
            return side;
        }
    }
}

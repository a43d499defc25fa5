package org.ltv4j.segmentation.rule;

import java.util.Arrays;

/** For each rule the simpler ones of the same set: the same consequent, a proper subset of the antecedent. */
final class SimplerRules {
    private static final int MOST_BITS = 24;

    private final RuleColumns rules;
    private final int[] slots;
    /** Number of the group of rules with one consequent. */
    private final int[] groupOf;
    /** Rules ordered by group, and where each group begins. */
    private final int[] grouped;

    private final int[] groupStarts;

    private SimplerRules(RuleColumns rules) {
        this.rules = rules;
        int capacity = Integer.highestOneBit(Math.max(8, Math.min(1 << 28, rules.size * 2))) << 1;
        this.slots = new int[capacity];
        this.groupOf = groups();
        int groups = 0;
        for (int group : groupOf) {
            groups = Math.max(groups, group + 1);
        }
        this.groupStarts = new int[groups + 1];
        for (int group : groupOf) {
            groupStarts[group + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            groupStarts[g + 1] += groupStarts[g];
        }
        int[] next = Arrays.copyOf(groupStarts, groups);
        this.grouped = new int[rules.size];
        for (int rule = 0; rule < rules.size; rule++) {
            grouped[next[groupOf[rule]]++] = rule;
        }
        Arrays.fill(slots, 0);
        for (int rule = 0; rule < rules.size; rule++) {
            int slot = find(groupOf[rule], rules.items, rules.starts[rule], rules.middles[rule]);
            slots[slot] = rule + 1;
        }
    }

    /** Hears of a rule and one of the simpler ones. */
    interface Visitor {
        /** One pair. */
        void visit(int rule, int simpler);
    }

    /** The highest confidence of the simpler rules of each rule; NaN where there is none. */
    static double[] bestConfidences(RuleColumns rules, int baskets) {
        double[] best = new double[rules.size];
        Arrays.fill(best, Double.NaN);
        visit(rules, (rule, simpler) -> {
            double confidence = (double) rules.both[simpler] / rules.antecedents[simpler];
            if (!(best[rule] >= confidence)) {
                best[rule] = confidence;
            }
        });
        return best;
    }

    /** Goes through all pairs, rule by rule. */
    static void visit(RuleColumns rules, Visitor visitor) {
        SimplerRules index = new SimplerRules(rules);
        for (int rule = 0; rule < rules.size; rule++) {
            int length = rules.antecedentLength(rule);
            int group = index.groupOf[rule];
            int inGroup = index.groupStarts[group + 1] - index.groupStarts[group];
            if (length > 0 && length < MOST_BITS && 1 << length <= Math.max(16, inGroup)) {
                index.visitSubsets(rule, length, visitor);
            } else if (length > 0) {
                index.visitGroup(rule, visitor);
            }
        }
    }

    private void visitSubsets(int rule, int length, Visitor visitor) {
        int[] subset = new int[length];
        int from = rules.starts[rule];
        for (int mask = 0; mask < (1 << length) - 1; mask++) {
            int size = 0;
            for (int bits = mask; bits != 0; bits &= bits - 1) {
                subset[size++] = rules.items[from + Integer.numberOfTrailingZeros(bits)];
            }
            int found = slots[find(groupOf[rule], subset, 0, size)] - 1;
            if (found >= 0) {
                visitor.visit(rule, found);
            }
        }
    }

    private void visitGroup(int rule, Visitor visitor) {
        int group = groupOf[rule];
        for (int i = groupStarts[group]; i < groupStarts[group + 1]; i++) {
            int other = grouped[i];
            if (rules.antecedentLength(other) < rules.antecedentLength(rule) && holds(rule, other)) {
                visitor.visit(rule, other);
            }
        }
    }

    /** Whether the antecedent of a rule holds that of another; both ascend. */
    private boolean holds(int rule, int other) {
        int at = rules.starts[rule];
        for (int i = rules.starts[other]; i < rules.middles[other]; i++) {
            while (at < rules.middles[rule] && rules.items[at] < rules.items[i]) {
                at++;
            }
            if (at == rules.middles[rule] || rules.items[at] != rules.items[i]) {
                return false;
            }
        }
        return true;
    }

    /** Numbers the consequents, with the slots as a first hash table. */
    private int[] groups() {
        int[] group = new int[rules.size];
        int groups = 0;
        int mask = slots.length - 1;
        for (int rule = 0; rule < rules.size; rule++) {
            int from = rules.middles[rule];
            int to = rules.starts[rule + 1];
            int slot = hash(17, rules.items, from, to) & mask;
            while (slots[slot] != 0) {
                int first = slots[slot] - 1;
                if (Arrays.equals(rules.items, from, to, rules.items, rules.middles[first], rules.starts[first + 1])) {
                    break;
                }
                slot = (slot + 1) & mask;
            }
            if (slots[slot] == 0) {
                slots[slot] = rule + 1;
                group[rule] = groups++;
            } else {
                group[rule] = group[slots[slot] - 1];
            }
        }
        return group;
    }

    /** The slot of the rule with this antecedent in a group, or the free one where it belongs. */
    private int find(int group, int[] antecedent, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash(group, antecedent, from, to) & mask;
        while (slots[slot] != 0) {
            int rule = slots[slot] - 1;
            if (groupOf[rule] == group
                    && Arrays.equals(antecedent, from, to, rules.items, rules.starts[rule], rules.middles[rule])) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int hash(int start, int[] items, int from, int to) {
        int h = start;
        for (int i = from; i < to; i++) {
            h = (h ^ items[i]) * 0x9E3779B9;
            h ^= h >>> 15;
        }
        h *= 0x85EBCA6B;
        return h ^ (h >>> 13);
    }
}

package org.ltv4j.segmentation.rule;

import java.util.Arrays;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Counts rules anew in any baskets: a bit for each basket and item of a rule, a block of baskets at a time, so that memory stays bounded; a
 * rule is then some ANDs of words.
 */
final class RuleCounter {
    private static final int MOST_WORDS = 1 << 22;

    private final BasketLog baskets;
    private final RuleColumns rules;
    /** Numbers of the rules' items in the baskets, -1 where unknown there. */
    private final int[] itemOf;

    private final int[] slotOf;
    private final int words;
    private final long[] bits;

    /** Numbers of baskets by rule. */
    final int[] both;

    final int[] antecedents;
    final int[] consequents;

    RuleCounter(RuleColumns rules, IdTable items, BasketLog baskets) {
        this.baskets = baskets;
        this.rules = rules;
        this.itemOf = new int[items.size()];
        this.slotOf = new int[baskets.items().size()];
        Arrays.fill(slotOf, -1);
        for (int i = 0; i < itemOf.length; i++) {
            itemOf[i] = baskets.items().indexOf(items, i);
            if (itemOf[i] >= 0) {
                slotOf[itemOf[i]] = i;
            }
        }
        int all = (baskets.size() + 63) / 64;
        this.words = Math.max(1, Math.min(all, MOST_WORDS / Math.max(1, itemOf.length)));
        this.bits = new long[words * itemOf.length];
        this.both = new int[rules.size];
        this.antecedents = new int[rules.size];
        this.consequents = new int[rules.size];
    }

    /** Hears of each rule in a block of baskets. */
    interface Block {
        /**
         * One rule.
         *
         * @param rule its number
         * @param left which baskets of the block hold the antecedent, a bit each
         * @param right which hold the consequent
         * @param used words that count
         * @param first number of the block's first basket
         */
        void rule(int rule, long[] left, long[] right, int used, int first);
    }

    /** Counts all rules. */
    RuleCounter count() {
        forEach((rule, left, right, used, first) -> {
            for (int w = 0; w < used; w++) {
                antecedents[rule] += Long.bitCount(left[w]);
                consequents[rule] += Long.bitCount(right[w]);
                both[rule] += Long.bitCount(left[w] & right[w]);
            }
        });
        return this;
    }

    /** Goes through all rules, a block of baskets after the other. */
    void forEach(Block visitor) {
        long[] left = new long[words];
        long[] right = new long[words];
        for (long next = 0; next < baskets.size(); next += words * 64L) {
            int first = (int) next;
            int count = Math.min(baskets.size() - first, words * 64);
            int used = (count + 63) / 64;
            fill(first, count);
            for (int rule = 0; rule < rules.size; rule++) {
                side(rules.starts[rule], rules.middles[rule], left, used, count);
                side(rules.middles[rule], rules.starts[rule + 1], right, used, count);
                visitor.rule(rule, left, right, used, first);
            }
        }
    }

    private void fill(int first, int count) {
        Arrays.fill(bits, 0);
        for (int b = 0; b < count; b++) {
            for (int at = baskets.start(first + b); at < baskets.start(first + b + 1); at++) {
                int slot = slotOf[baskets.itemAt(at)];
                if (slot >= 0) {
                    bits[slot * words + (b >> 6)] |= 1L << b;
                }
            }
        }
    }

    private void side(int from, int to, long[] target, int used, int count) {
        Arrays.fill(target, 0, used, -1L);
        if ((count & 63) != 0) {
            target[used - 1] = (1L << count) - 1;
        }
        for (int at = from; at < to; at++) {
            int base = rules.items[at] * words;
            for (int w = 0; w < used; w++) {
                target[w] &= bits[base + w];
            }
        }
    }
}

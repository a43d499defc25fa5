package org.ltv4j.segmentation.rule;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;
import org.ltv4j.core.data.IdTable;

/**
 * Finds the rules whose antecedent is in a basket. Each rule stands in the list of the rarest item of its antecedent, with a signature of the
 * others; a basket walks the lists of its items only. Immutable, thread-safe, a few microseconds for a basket of ten items
 * and 10,000 rules.
 *
 * <p>Baskets are numbers of an {@link IdTable}: that of the rules, or that of a {@link
 * org.ltv4j.segmentation.basket.BasketLog}. A number that the table does not have, -1 for example, is an item that no rule knows and does
 * nothing. Rules are numbers of the {@link RuleSet}.
 */
public final class RuleMatcher {
    private final RuleSet rules;
    private final IdTable table;
    /** List of each item: from {@code lists[item]} to {@code lists[item + 1] - 1} of the entries. */
    private final int[] lists;

    private final int[] ruleOf;
    private final long[] signatures;
    /** Other items of an entry's antecedent: from {@code restStarts[e]} on. */
    private final int[] restStarts;

    private final int[] rest;
    private final int[] always;
    private final int[] consequentStarts;
    private final int[] consequents;

    private RuleMatcher(RuleSet rules, IdTable table) {
        this.rules = rules;
        this.table = table;
        MatcherIndex index = new MatcherIndex(rules, table);
        this.lists = index.lists;
        this.ruleOf = index.ruleOf;
        this.signatures = index.signatures;
        this.restStarts = index.restStarts;
        this.rest = index.rest;
        this.always = index.always;
        this.consequentStarts = index.consequentStarts;
        this.consequents = index.consequents;
    }

    /**
     * A matcher for baskets of the rules' own item numbers.
     *
     * @param rules the rules
     * @return a matcher over {@link RuleSet#items()}
     */
    public static RuleMatcher of(RuleSet rules) {
        return new RuleMatcher(rules, rules.items());
    }

    /**
     * A matcher for baskets of another table's item numbers, for example those of a log. Rules with an item on the left that the table does
     * not have can fire for no basket.
     *
     * @param rules the rules
     * @param items the table that baskets are numbers of
     * @return a matcher over that table
     */
    public static RuleMatcher of(RuleSet rules, IdTable items) {
        return new RuleMatcher(rules, items);
    }

    /**
     * The rules.
     *
     * @return what rule numbers are numbers of
     */
    public RuleSet rules() {
        return rules;
    }

    /**
     * The items.
     *
     * @return what the numbers of baskets are numbers of
     */
    public IdTable items() {
        return table;
    }

    /**
     * The rules that fire for a basket.
     *
     * @param basket item numbers in any order
     * @return numbers of the rules whose antecedent is in it, ascending
     */
    public int[] match(int... basket) {
        return collect(ascending(basket), false);
    }

    /**
     * The rules that fire for a basket.
     *
     * @param basket names of items; those that no rule knows do nothing
     * @return numbers of the rules whose antecedent is in it, ascending
     */
    public int[] match(Collection<String> basket) {
        return match(numbers(basket));
    }

    /**
     * The rules that fire for a basket and have something new to say: an item on the right that is not in it.
     *
     * @param basket item numbers in any order
     * @return their numbers, ascending
     */
    public int[] offers(int... basket) {
        return collect(ascending(basket), true);
    }

    /**
     * The rules that fire for a basket and have something new to say: an item on the right that is not in it.
     *
     * @param basket names of items; those that no rule knows do nothing
     * @return their numbers, ascending
     */
    public int[] offers(Collection<String> basket) {
        Set<String> held = new HashSet<>(basket);
        int[] numbers = ascending(numbers(basket));
        // an item that the table does not have is told by its name
        return Arrays.stream(collect(numbers, false))
                .filter(rule -> isNew(rule, numbers, held))
                .toArray();
    }

    /**
     * Tells each rule that fires, in no stated order: the way without any allocation.
     *
     * @param basket item numbers, strictly ascending
     * @param length how many of them count
     * @param visitor hears the rule numbers
     */
    public void forEach(int[] basket, int length, IntConsumer visitor) {
        for (int rule : always) {
            visitor.accept(rule);
        }
        long missing = ~signature(basket, length);
        for (int i = 0; i < length; i++) {
            int item = basket[i];
            if (item < 0 || item >= lists.length - 1) {
                continue;
            }
            for (int entry = lists[item]; entry < lists[item + 1]; entry++) {
                if ((signatures[entry] & missing) == 0 && holdsRest(entry, basket, length)) {
                    visitor.accept(ruleOf[entry]);
                }
            }
        }
    }

    /**
     * Writes the numbers of the rules that fire, in no stated order and without any allocation.
     *
     * @param basket item numbers, strictly ascending
     * @param length how many of them count
     * @param target takes rule numbers from its beginning on, as many as it has room for
     * @return how many rules fire, which may be more than {@code target} has room for
     */
    public int match(int[] basket, int length, int[] target) {
        int found = 0;
        for (int rule : always) {
            if (found < target.length) {
                target[found] = rule;
            }
            found++;
        }
        long missing = ~signature(basket, length);
        for (int i = 0; i < length; i++) {
            int item = basket[i];
            if (item < 0 || item >= lists.length - 1) {
                continue;
            }
            for (int entry = lists[item]; entry < lists[item + 1]; entry++) {
                if ((signatures[entry] & missing) == 0 && holdsRest(entry, basket, length)) {
                    if (found < target.length) {
                        target[found] = ruleOf[entry];
                    }
                    found++;
                }
            }
        }
        return found;
    }

    /**
     * Whether a rule has something new to say to a basket.
     *
     * @param rule number of a rule
     * @param basket item numbers, strictly ascending
     * @param length how many of them count
     * @return true if an item on its right is not in the basket
     */
    public boolean isNew(int rule, int[] basket, int length) {
        for (int at = consequentStarts[rule]; at < consequentStarts[rule + 1]; at++) {
            if (consequents[at] < 0 || Arrays.binarySearch(basket, 0, length, consequents[at]) < 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isNew(int rule, int[] basket, Set<String> held) {
        for (int k = 0; k < rules.consequentLength(rule); k++) {
            int item = consequents[consequentStarts[rule] + k];
            boolean missing = item < 0
                    ? !held.contains(rules.items().id(rules.consequent(rule, k)))
                    : Arrays.binarySearch(basket, item) < 0;
            if (missing) {
                return true;
            }
        }
        return false;
    }

    private int[] collect(int[] basket, boolean newOnly) {
        int[] found = new int[64];
        int count = match(basket, basket.length, found);
        if (count > found.length) {
            found = new int[count];
            match(basket, basket.length, found);
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (!newOnly || isNew(found[i], basket, basket.length)) {
                found[kept++] = found[i];
            }
        }
        int[] result = Arrays.copyOf(found, kept);
        Arrays.sort(result);
        return result;
    }

    private int[] numbers(Collection<String> names) {
        return names.stream()
                .mapToInt(name -> table.indexOf(name).orElse(-1))
                .filter(item -> item >= 0)
                .toArray();
    }

    private static int[] ascending(int[] basket) {
        for (int i = 1; i < basket.length; i++) {
            if (basket[i] <= basket[i - 1]) {
                return Arrays.stream(basket).sorted().distinct().toArray();
            }
        }
        return basket;
    }

    private boolean holdsRest(int entry, int[] basket, int length) {
        for (int at = restStarts[entry]; at < restStarts[entry + 1]; at++) {
            if (Arrays.binarySearch(basket, 0, length, rest[at]) < 0) {
                return false;
            }
        }
        return true;
    }

    private static long signature(int[] basket, int length) {
        long signature = 0;
        for (int i = 0; i < length; i++) {
            signature |= MatcherIndex.bit(basket[i]);
        }
        return signature;
    }
}

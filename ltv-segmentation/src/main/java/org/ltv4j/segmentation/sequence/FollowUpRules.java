package org.ltv4j.segmentation.sequence;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ltv4j.segmentation.itemset.MiningStop;

/**
 * Rules "after A, then B". Those with the highest lift come first; equal ones by falling number of customers followed, then by the
 * names of A and B. Immutable.
 */
public final class FollowUpRules implements Iterable<FollowUpRule> {
    private final List<FollowUpRule> rules;
    private final long tests;
    private final @Nullable MiningStop stop;

    FollowUpRules(List<FollowUpRule> rules, long tests, @Nullable MiningStop stop) {
        this.rules = List.copyOf(rules);
        this.tests = tests;
        this.stop = stop;
    }

    /**
     * The rules.
     *
     * @return how many
     */
    public int size() {
        return rules.size();
    }

    /**
     * A rule.
     *
     * @param i from 0 to {@code size() - 1}
     * @return the rule
     */
    public FollowUpRule get(int i) {
        return rules.get(i);
    }

    /**
     * All rules.
     *
     * @return in their order
     */
    public List<FollowUpRule> asList() {
        return rules;
    }

    /** All rules in their order. */
    @Override
    public Iterator<FollowUpRule> iterator() {
        return rules.iterator();
    }

    /**
     * How many rules could have been found, and count for the correction: pairs of items that enough customers bought.
     *
     * @return at least {@link #size()}
     */
    public long tests() {
        return tests;
    }

    /**
     * Some of the rules.
     *
     * @param wanted which
     * @return in the same order, with the same p values
     */
    public FollowUpRules where(Predicate<FollowUpRule> wanted) {
        return new FollowUpRules(rules.stream().filter(wanted).toList(), tests, stop);
    }

    /**
     * The rules whose difference is no chance.
     *
     * @param alpha the largest adjusted p value, from 0 to 1
     * @return in the same order
     */
    public FollowUpRules significant(double alpha) {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("a level of significance lies in [0, 1], got " + alpha);
        }
        return where(rule -> rule.adjustedP() <= alpha);
    }

    /**
     * What follows an item.
     *
     * @param item A
     * @return in the same order; none for an unknown item
     */
    public FollowUpRules after(String item) {
        return where(rule -> rule.after().equals(item));
    }

    /**
     * Why there are fewer rules than asked for.
     *
     * @return empty if all were kept
     */
    public Optional<MiningStop> stop() {
        return Optional.ofNullable(stop);
    }

    /** The number of rules; no names. */
    @Override
    public String toString() {
        return "FollowUpRules[" + size() + " rules of " + tests + " possible ones]";
    }
}

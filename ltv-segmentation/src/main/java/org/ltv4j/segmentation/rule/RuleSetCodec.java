package org.ltv4j.segmentation.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.io.ModelCodec;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.segmentation.itemset.MiningStop;

/**
 * Saves rules as columns: lengths and items of both sides, and the counts. Loading checks all that {@link RuleSet} promises.
 * Some million rules of three items fit into the largest document that is read.
 */
public final class RuleSetCodec implements ModelCodec<RuleSet> {
    private static final long MOST_BYTES = 60L << 20;
    /** Two lengths and three counts, and an item, with their commas: more than nearly all rules need. */
    private static final long BYTES_A_RULE = 26;

    private static final long BYTES_AN_ITEM = 6;

    /** Made by the {@code ServiceLoader}. */
    public RuleSetCodec() {}

    @Override
    public String kind() {
        return RuleSet.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<RuleSet> modelClass() {
        return RuleSet.class;
    }

    @Override
    public String module() {
        return "ltv-segmentation";
    }

    @Override
    public void write(RuleSet model, ModelWriter out) {
        RuleColumns rules = model.columns();
        if (BYTES_A_RULE * rules.size + BYTES_AN_ITEM * rules.starts[rules.size] > MOST_BYTES) {
            throw new IllegalArgumentException(
                    rules.size + " rules are more than a document holds that can be loaded again: save"
                            + " the best ones, for example rules.top(1_000_000, Measure.LIFT)");
        }
        out.integer("baskets", model.baskets())
                .object(
                        "thresholds",
                        inner -> inner.number("minSupport", model.thresholds().minSupport())
                                .number("minConfidence", model.thresholds().minConfidence())
                                .number("minLift", model.thresholds().minLift()));
        model.stop()
                .ifPresent(stop -> out.object(
                        "stop",
                        inner -> inner.choice("reason", stop.reason())
                                .integer("found", stop.found())
                                .text("hint", stop.hint())));
        out.texts("items", model.itemNames())
                .integers("antecedentLengths", lengths(rules.size, rules::antecedentLength))
                .integers("consequentLengths", lengths(rules.size, rules::consequentLength))
                .integers("ruleItems", Arrays.copyOf(rules.items, rules.starts[rules.size]))
                .integers("both", Arrays.copyOf(rules.both, rules.size))
                .integers("antecedents", Arrays.copyOf(rules.antecedents, rules.size))
                .integers("consequents", Arrays.copyOf(rules.consequents, rules.size));
    }

    private static int[] lengths(int size, java.util.function.IntUnaryOperator length) {
        return IntStream.range(0, size).map(length).toArray();
    }

    @Override
    public RuleSet read(ModelReader in, int version) {
        int baskets = in.integer("baskets", 0, Integer.MAX_VALUE);
        ModelReader limits = in.object("thresholds");
        RuleThresholds thresholds = new RuleThresholds(
                limits.number("minSupport"), limits.number("minConfidence"), limits.number("minLift"));
        IdTable items = items(in);
        RuleColumns rules = columns(in, items.size());
        for (int rule = 0; rule < rules.size; rule++) {
            checkCounts(in, rules, rule, baskets);
        }
        checkUsed(in, rules, items.size());
        checkDistinct(in, rules);
        return new RuleSet(items, baskets, thresholds, rules, stop(in));
    }

    private static Optional<MiningStop> stop(ModelReader in) {
        if (!in.has("stop")) {
            return Optional.empty();
        }
        ModelReader stop = in.object("stop");
        return Optional.of(new MiningStop(
                stop.choice("reason", MiningStop.Reason.class), stop.whole("found", 0, 1L << 53), stop.text("hint")));
    }

    private static IdTable items(ModelReader in) {
        List<String> names = in.texts("items");
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i - 1).compareTo(names.get(i)) >= 0) {
                throw in.error("items", "need distinct names in the order of texts, number " + i + " is out of order");
            }
        }
        try {
            return IdTable.of(names.toArray(String[]::new));
        } catch (InvalidDataException e) {
            throw in.error("items", "a name is no Unicode");
        }
    }

    private static RuleColumns columns(ModelReader in, int items) {
        int[] left = in.integers("antecedentLengths", 0, items);
        int[] right = in.integers("consequentLengths", 1, Math.max(1, items));
        int[] flat = in.integers("ruleItems", 0, Math.max(0, items - 1));
        int[] both = in.integers("both", 0, Integer.MAX_VALUE);
        int[] antecedents = in.integers("antecedents", 0, Integer.MAX_VALUE);
        int[] consequents = in.integers("consequents", 0, Integer.MAX_VALUE);
        requireLength(in, "consequentLengths", right, left.length);
        requireLength(in, "both", both, left.length);
        requireLength(in, "antecedents", antecedents, left.length);
        requireLength(in, "consequents", consequents, left.length);
        long total = 0;
        for (int rule = 0; rule < left.length; rule++) {
            total += (long) left[rule] + right[rule];
        }
        if (total != flat.length) {
            throw in.error("ruleItems", "need " + total + " items, got " + flat.length);
        }
        RuleColumns rules = new RuleColumns();
        int at = 0;
        for (int rule = 0; rule < left.length; rule++) {
            int middle = at + left[rule];
            int end = middle + right[rule];
            if (!sides(flat, at, middle, end)) {
                throw in.error("ruleItems", "need ascending items on each side of rule " + rule + " and none on both");
            }
            int[] consequent = Arrays.copyOfRange(flat, middle, end);
            rules.add(flat, at, middle, consequent, right[rule], both[rule], antecedents[rule], consequents[rule]);
            at = end;
        }
        return rules.trim();
    }

    private static void requireLength(ModelReader in, String name, int[] values, int length) {
        if (values.length != length) {
            throw in.error(name, "need a number for each of " + length + " rules, got " + values.length);
        }
    }

    private static boolean sides(int[] items, int from, int middle, int to) {
        for (int at = from + 1; at < to; at++) {
            if (at != middle && items[at - 1] >= items[at]) {
                return false;
            }
        }
        for (int at = middle; at < to; at++) {
            if (Arrays.binarySearch(items, from, middle, items[at]) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static void checkCounts(ModelReader in, RuleColumns rules, int rule, int baskets) {
        try {
            new RuleCounts(rules.both[rule], rules.antecedents[rule], rules.consequents[rule], baskets);
        } catch (IllegalArgumentException e) {
            throw in.error("both", "rule " + rule + ": " + e.getMessage());
        }
        if (rules.antecedentLength(rule) == 0 && rules.antecedents[rule] != baskets) {
            throw in.error(
                    "antecedents",
                    "rule " + rule + " has nothing on the left, which is in all " + baskets + " baskets, got "
                            + rules.antecedents[rule]);
        }
    }

    private static void checkUsed(ModelReader in, RuleColumns rules, int items) {
        boolean[] used = new boolean[items];
        for (int i = 0; i < rules.starts[rules.size]; i++) {
            used[rules.items[i]] = true;
        }
        for (int item = 0; item < items; item++) {
            if (!used[item]) {
                throw in.error("items", "number " + item + " is in no rule");
            }
        }
    }

    private static void checkDistinct(ModelReader in, RuleColumns rules) throws ModelFormatException {
        Integer[] order = new Integer[rules.size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, rules::compareItems);
        for (int i = 1; i < order.length; i++) {
            if (rules.compareItems(order[i - 1], order[i]) == 0) {
                throw in.error("ruleItems", "rules " + order[i - 1] + " and " + order[i] + " are the same");
            }
        }
    }
}

package org.ltv4j.models.boost;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** Options as members of a model document; ranges are checked by the options themselves. */
final class OptionsCodec {
    private static final int MOST = Integer.MAX_VALUE;

    private OptionsCodec() {}

    static void write(XgbOptions options, ModelWriter out) {
        out.choice("objective", options.objective().kind())
                .numbers("parameters", doubles(options.objective().parameters()))
                .object("growth", o -> write(options.growth(), o))
                .object("sampling", o -> write(options.sampling(), o))
                .object("stopping", o -> write(options.stopping(), o))
                .object("constraints", o -> write(options.constraints(), o))
                .object("categories", o -> write(options.categories(), o))
                .number("positiveWeight", options.positiveWeight())
                .flag("clampsNegative", options.clampsNegative())
                .text("seed", Long.toString(options.seed()));
    }

    static XgbOptions read(ModelReader in) {
        return new XgbOptions(
                new Objective(in.choice("objective", ObjectiveKind.class), list(in.numbers("parameters"))),
                growth(in.object("growth")),
                sampling(in.object("sampling")),
                stopping(in.object("stopping")),
                constraints(in.object("constraints")),
                categories(in.object("categories")),
                in.number("positiveWeight"),
                in.flag("clampsNegative"),
                seed(in));
    }

    /** As a text, since not every long is a double. */
    private static long seed(ModelReader in) {
        String text = in.text("seed");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw in.error("seed", "need a whole number in quotes");
        }
    }

    private static void write(Growth growth, ModelWriter out) {
        out.integer("rounds", growth.rounds())
                .number("learningRate", growth.learningRate())
                .integer("maxDepth", growth.maxDepth())
                .number("minChildWeight", growth.minChildWeight())
                .number("minSplitGain", growth.minSplitGain())
                .number("l2", growth.l2())
                .number("l1", growth.l1())
                .integer("bins", growth.bins());
    }

    private static Growth growth(ModelReader in) {
        return new Growth(
                in.integer("rounds", 1, MOST),
                in.number("learningRate"),
                in.integer("maxDepth", 1, MOST),
                in.number("minChildWeight"),
                in.number("minSplitGain"),
                in.number("l2"),
                in.number("l1"),
                in.integer("bins", 2, MOST));
    }

    private static void write(Sampling sampling, ModelWriter out) {
        out.number("rows", sampling.rows())
                .number("columnsPerTree", sampling.columnsPerTree())
                .number("columnsPerLevel", sampling.columnsPerLevel())
                .number("columnsPerSplit", sampling.columnsPerSplit())
                .integer("parallelTrees", sampling.parallelTrees());
    }

    private static Sampling sampling(ModelReader in) {
        return new Sampling(
                in.number("rows"),
                in.number("columnsPerTree"),
                in.number("columnsPerLevel"),
                in.number("columnsPerSplit"),
                in.integer("parallelTrees", 1, MOST));
    }

    private static void write(EarlyStopping stopping, ModelWriter out) {
        out.choice("part", stopping.part())
                .integer("patience", stopping.patience())
                .integer("oneIn", stopping.oneIn())
                .flag("refit", stopping.refit());
    }

    private static EarlyStopping stopping(ModelReader in) {
        return new EarlyStopping(
                in.choice("part", ValidationPart.class),
                in.integer("patience", 1, MOST),
                in.integer("oneIn", 2, MOST),
                in.flag("refit"));
    }

    private static void write(Constraints constraints, ModelWriter out) {
        out.texts("increasing", constraints.increasing())
                .texts("decreasing", constraints.decreasing())
                .objects("interacting", constraints.interacting(), (group, o) -> o.texts("features", group));
    }

    private static Constraints constraints(ModelReader in) {
        return new Constraints(
                in.texts("increasing"),
                in.texts("decreasing"),
                in.objects("interacting").stream()
                        .map(group -> group.texts("features"))
                        .toList());
    }

    private static void write(CategoryRules rules, ModelWriter out) {
        out.integer("oneHotUpTo", rules.oneHotUpTo())
                .integer("mostLevels", rules.mostLevels())
                .choice("unseen", rules.unseen());
    }

    private static CategoryRules categories(ModelReader in) {
        return new CategoryRules(
                in.integer("oneHotUpTo", 1, MOST),
                in.integer("mostLevels", 1, MOST),
                in.choice("unseen", UnseenLevel.class));
    }

    private static double[] doubles(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}

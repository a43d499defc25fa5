package org.ltv4j.models.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** With 60 trials each, over the seeds 1 to 20, the Bayesian search gets much nearer to the minimum than the random one. */
class TpeSearchTest {
    private static final int TRIALS = 60;
    private static final int SEEDS = 20;

    @Test
    void aQuadraticFunctionIsMinimisedBetterThanAtRandom() {
        SearchSpace space =
                SearchSpace.builder().real("x", -5, 5).real("y", -5, 5).build();
        compare(space, s -> square(s.real("x") - 1.3) + square(s.real("y") + 2.1));
    }

    @Test
    void theFunctionOfBraninIsMinimisedBetterThanAtRandom() {
        // Dixon and Szegoe (1978): three minima of 0.397887 (that is 10 / (8 pi)) in this square
        SearchSpace space =
                SearchSpace.builder().real("x", -5, 10).real("y", 0, 15).build();
        compare(space, s -> {
            double x = s.real("x");
            double valley = s.real("y") - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
            double minimum = 10 / (8 * Math.PI);
            return square(valley) + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10 - minimum;
        });
    }

    @Test
    void aFunctionOfNumbersAndChoicesIsMinimisedBetterThanAtRandom() {
        SearchSpace space = SearchSpace.builder()
                .choice("kind", "a", "b", "c", "d")
                .logReal("rate", 1e-4, 1)
                .integer("depth", 1, 12)
                .flag("hurdle")
                .build();
        Map<String, Double> kinds = Map.of("a", 1.0, "b", 0.5, "c", 0.0, "d", 2.0);
        compare(
                space,
                s -> kinds.getOrDefault(s.choice("kind"), Double.NaN)
                        + square(Math.log10(s.real("rate")) + 2)
                        + 0.05 * square(s.integer("depth") - 7)
                        + (s.flag("hurdle") ? 0 : 0.3));
    }

    @Test
    void aFunctionWithAConditionIsMinimisedBetterThanAtRandom() {
        SearchSpace space = SearchSpace.builder()
                .choice("booster", "tree", "dart")
                .integer("depth", 2, 10)
                .logReal("rate", 1e-3, 0.5)
                .real("sample", 0.5, 1)
                .when("booster", "dart", dart -> dart.real("drop", 0, 0.5))
                .build();
        compare(
                space,
                s -> 0.2 * square(Math.log(s.real("rate") / 0.05))
                        + 0.1 * square(s.integer("depth") - 5)
                        + square(s.real("sample") - 0.8)
                        + (s.has("drop") ? 3 * square(s.real("drop") - 0.1) : 0.2));
    }

    /** The minimum of each function is 0. */
    private static void compare(SearchSpace space, ToDoubleFunction<Settings> function) {
        double[] random = LongStream.rangeClosed(1, SEEDS)
                .mapToDouble(seed -> best(Tuner.random(space, seed), function))
                .sorted()
                .toArray();
        double[] bayesian = LongStream.rangeClosed(1, SEEDS)
                .mapToDouble(seed -> best(Tuner.bayesian(space, seed), function))
                .sorted()
                .toArray();
        assertThat(bayesian[SEEDS / 2]).as("median").isLessThan(0.35 * random[SEEDS / 2]);
        assertThat(bayesian[3 * SEEDS / 4]).as("upper quartile").isLessThan(random[SEEDS / 2]);
    }

    private static double best(Tuner tuner, ToDoubleFunction<Settings> function) {
        return tuner.trials(TRIALS)
                .minimise(trial -> function.applyAsDouble(trial.settings()))
                .best()
                .loss()
                .orElseThrow();
    }

    private static double square(double x) {
        return x * x;
    }
}

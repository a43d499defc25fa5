package org.ltv4j.models.tune;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ltv4j.core.internal.math.Samplers;

/**
 * The tree-structured Parzen estimator: of some settings drawn from the density of the good trials, those are tried for which
 * the ratio of that density to the density of the other trials is highest.
 */
record TpeSearch(SearchSpace space, long seed, Tpe options) implements Search {
    private static final Comparator<TrialResult> BEST_FIRST = Comparator.comparing(TrialResult::state)
            .thenComparingDouble(trial -> trial.loss().orElse(0))
            .thenComparingInt(trial -> -trial.losses().size())
            .thenComparingDouble(
                    trial -> Means.of(trial.losses(), trial.losses().size()))
            .thenComparingInt(TrialResult::number);

    @Override
    public Optional<Settings> next(int number, List<TrialResult> earlier) {
        RandomGenerator random = Samplers.generator(seed, Samplers.Purpose.TRIALS, number);
        long usable =
                earlier.stream().filter(t -> t.state() != TrialState.FAILED).count();
        if (usable < options.startupTrials()) {
            return Optional.of(space.draw(random));
        }
        int good = options.goodOf((int) usable);
        List<Settings> ranked =
                earlier.stream().sorted(BEST_FIRST).map(TrialResult::settings).toList();
        ParzenMixture better = new ParzenMixture(space, ranked.subList(0, good), options.priorWeight());
        ParzenMixture worse = new ParzenMixture(space, ranked.subList(good, ranked.size()), options.priorWeight());
        Set<Settings> tried = new HashSet<>(ranked);
        List<Settings> candidates = candidates(() -> better.draw(random));
        List<Settings> fresh =
                candidates.stream().filter(c -> !tried.contains(c)).toList();
        if (fresh.isEmpty()) {
            fresh = candidates(() -> space.draw(random)).stream()
                    .filter(c -> !tried.contains(c))
                    .toList();
        }
        return Optional.of(best(fresh.isEmpty() ? candidates : fresh, better, worse));
    }

    private List<Settings> candidates(Supplier<Settings> source) {
        return Stream.generate(source).limit(options.candidates()).toList();
    }

    /** The candidate of the highest ratio, the first of equals. */
    private static Settings best(List<Settings> candidates, ParzenMixture better, ParzenMixture worse) {
        Settings best = candidates.get(0);
        double highest = Double.NEGATIVE_INFINITY;
        for (Settings candidate : candidates) {
            double ratio = better.logDensity(candidate) - worse.logDensity(candidate);
            if (ratio > highest) {
                best = candidate;
                highest = ratio;
            }
        }
        return best;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public String describe() {
        return "tpe 1, " + options + ", seed " + seed;
    }
}

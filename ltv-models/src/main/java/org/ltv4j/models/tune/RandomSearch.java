package org.ltv4j.models.tune;

import java.util.List;
import java.util.Optional;
import org.ltv4j.core.internal.math.Samplers;

/** Independent draws from the prior. */
record RandomSearch(SearchSpace space, long seed) implements Search {

    @Override
    public Optional<Settings> next(int number, List<TrialResult> earlier) {
        return Optional.of(space.draw(Samplers.generator(seed, Samplers.Purpose.TRIALS, number)));
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public String describe() {
        return "random 1, seed " + seed;
    }
}

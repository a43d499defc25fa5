package org.ltv4j.models.tune;

import java.util.List;
import java.util.Optional;

/** Proposes what to try next: a function of the trial's number and of the trials before it, and of nothing else. */
sealed interface Search permits GridSearch, RandomSearch, TpeSearch {
    SearchSpace space();

    /** What trial {@code number} tries, or empty where there is nothing left. */
    Optional<Settings> next(int number, List<TrialResult> earlier);

    /** How many trials there are at most, 0 where there is no end. */
    int size();

    /** Method, options and seed in words; studies are continued only by a search with the same words. */
    String describe();
}

package org.ltv4j.core.outcome;

import java.util.Optional;

/** Makes a model that foretells an outcome from the sales up to a date, and from nothing else. */
public interface OutcomeEstimator {
    /**
     * What a table of models calls this one.
     *
     * @return for example {@code BG/NBD + Gamma-Gamma}
     */
    String name();

    /**
     * Fits a model.
     *
     * @param known the sales that are known
     * @param outcome what to foretell
     * @return the fitted model; the same sales and outcome give the same model
     * @throws org.ltv4j.core.data.InvalidDataException if nothing can be learnt from these sales, for example because they span less
     *     than the horizon
     */
    OutcomeModel fit(KnownSales known, Outcome outcome);

    /**
     * What the model learns from, for whoever watches whether its customers change.
     *
     * @return the source of its features; empty where it reads none, or several
     */
    default Optional<FeatureSource> features() {
        return Optional.empty();
    }
}

package org.ltv4j.core.outcome;

import java.util.Optional;
import org.ltv4j.core.data.Horizon;

/** Whatever foretells an outcome of every customer of a shop. Immutable and thread-safe. */
public interface OutcomeModel {
    /**
     * What is foretold.
     *
     * @return the outcome
     */
    Outcome outcome();

    /**
     * Foretells the outcome of every customer, from the sales up to a date: that of the fit or another.
     *
     * @param known the sales that are known
     * @return a prediction per customer, in the order of {@link KnownSales#customers()}
     * @throws org.ltv4j.core.data.InvalidDataException if the sales lack what the model needs
     */
    Predictions predict(KnownSales known);

    /**
     * The same model for another horizon, where it can tell for any: a model of purchases and spend over time can, one that learnt the
     * outcomes of a horizon cannot.
     *
     * @param horizon how far ahead, at least a day
     * @return a model of the same outcome over that horizon, or empty where it cannot tell
     */
    default Optional<OutcomeModel> over(Horizon horizon) {
        return Optional.empty();
    }
}

package org.ltv4j.core.outcome;

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
}

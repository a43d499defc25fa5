package org.ltv4j.core.model;

import java.util.Optional;

/**
 * A model of purchases and a model of spend together: all that is needed to say what a customer is worth. Value is
 * computed in {@code org.ltv4j.core.score}, nowhere else.
 *
 * @param purchases when customers buy and leave
 * @param spend how much they spend per purchase
 */
public record ValueModel(TransactionModel purchases, SpendModel spend) implements LtvModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "value";

    @Override
    public String kind() {
        return KIND;
    }

    /** Empty: each of the two parts has a report of its own. */
    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }
}

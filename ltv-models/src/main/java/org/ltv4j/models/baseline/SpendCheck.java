package org.ltv4j.models.baseline;

import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeKind;

/** Refuses to foretell spend from sales that do not state it. */
final class SpendCheck {
    private SpendCheck() {}

    static void check(String name, KnownSales known, Outcome outcome) {
        if (outcome.kind() == OutcomeKind.SPEND) {
            known.log().currency();
            known.log().requireAmounts();
            if (!known.log().hasAmounts()) {
                throw new InvalidDataException(
                        name + " is asked for spend, but the sales have no amounts: ask for purchases or churn");
            }
        }
    }
}

package org.ltv4j.core.evaluate.plot;

import org.ltv4j.core.chart.ChartText;
import org.ltv4j.core.outcome.Outcome;

/** The English words of a plot: its id, and what is foretold. */
record Words(String id, Outcome outcome) {
    ChartText text(String title, String description, String x, String y) {
        return ChartText.of(id, title, description, x, y);
    }

    /** What is added up, such as {@code spend}. */
    String total() {
        return switch (outcome.kind()) {
            case SPEND -> outcome.margin() == 1 ? "spend" : "margin";
            case PURCHASES -> "purchases";
            case CHURN -> "customers without a purchase";
        };
    }

    /** What stands on an axis of predictions. */
    String predicted() {
        return outcome.isProbability()
                ? "predicted probability of no purchase"
                : "predicted " + total() + " per customer";
    }

    /** What stands on an axis of what happened. */
    String actual() {
        return outcome.isProbability() ? "actual share without a purchase" : "actual " + total() + " per customer";
    }

    /** Over which time. */
    String ahead() {
        return " of the next " + outcome.days() + " days";
    }
}

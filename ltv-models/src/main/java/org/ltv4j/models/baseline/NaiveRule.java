package org.ltv4j.models.baseline;

/** The rules of {@link NaiveBaseline}. */
enum NaiveRule {
    HISTORICAL_RATE("historical rate"),
    POPULATION_MEAN("population mean"),
    LAST_PERIOD("same as last period");

    private final String label;

    NaiveRule(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The probability of no purchase where so many are expected. */
    double silence(double expected) {
        return this == LAST_PERIOD ? (expected == 0 ? 1 : 0) : StrictMath.exp(-expected);
    }
}

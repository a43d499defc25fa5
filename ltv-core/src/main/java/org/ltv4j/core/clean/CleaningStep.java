package org.ltv4j.core.clean;

import java.util.List;
import org.ltv4j.core.data.BadValue;

/**
 * What one rule did to the rows.
 *
 * @param name short name, unique within a report, for example {@code missing customer}
 * @param rule what the rule does, in words, with the choice that was made
 * @param rowsAffected rows that the rule met, whether or not it changed them
 * @param rowsDropped rows that the rule took away
 * @param rowsChanged rows that stayed with another amount
 * @param amountChange total of all amounts after the rule less the total before it; 0 where amounts are not known or
 *     stand in several currencies
 * @param examples the first rows concerned, in the order of the source: line, column, and the value where it names
 *     nobody
 */
public record CleaningStep(
        String name,
        String rule,
        long rowsAffected,
        long rowsDropped,
        long rowsChanged,
        double amountChange,
        List<BadValue> examples) {
    /** How many examples a step keeps. */
    public static final int MOST_EXAMPLES = 5;

    /**
     * Checks the counts and copies the examples.
     *
     * @param name short name, unique within a report, for example {@code missing customer}
     * @param rule what the rule does, in words, with the choice that was made
     * @param rowsAffected rows that the rule met, whether or not it changed them
     * @param rowsDropped rows that the rule took away
     * @param rowsChanged rows that stayed with another amount
     * @param amountChange total of all amounts after the rule less the total before it; 0 where amounts are not known or stand in several currencies
     * @param examples the first rows concerned, in the order of the source: line, column, and the value where it names nobody
     */
    public CleaningStep {
        if (rowsDropped < 0 || rowsChanged < 0 || rowsAffected < rowsDropped + rowsChanged) {
            throw new IllegalArgumentException(
                    "step " + name + ": need 0 <= dropped + changed <= affected, got dropped=" + rowsDropped
                            + ", changed=" + rowsChanged + ", affected=" + rowsAffected);
        }
        if (!Double.isFinite(amountChange)) {
            throw new IllegalArgumentException("step " + name + ": need a finite amount, got " + amountChange);
        }
        examples = List.copyOf(examples);
    }

    /** For example {@code missing customer: 135080 rows dropped (rows without a customer id are left out)}. */
    @Override
    public String toString() {
        StringBuilder out =
                new StringBuilder(name).append(": ").append(rowsAffected).append(" rows concerned");
        if (rowsDropped > 0) {
            out.append(", ").append(rowsDropped).append(" dropped");
        }
        if (rowsChanged > 0) {
            out.append(", ").append(rowsChanged).append(" changed");
        }
        return out.append(" (").append(rule).append(')').toString();
    }
}

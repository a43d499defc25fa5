package org.ltv4j.core.feature;

import java.util.Locale;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;

/**
 * One feature: its name and what a data dictionary says of it.
 *
 * @param name lower-case letters, digits and underscores, starting with a letter; unique in its schema
 * @param type what its values are
 * @param unit unit of the values, for example {@code days}, {@code EUR} or {@code share}; empty for pure numbers
 * @param meaning what it tells of a customer, in a sentence
 * @param formula how it is computed, in words or symbols
 * @param source columns or other data it is made from, for example {@code date, amount}
 * @param asOf what of the source is used, for example {@code rows on or before the date}
 * @param missing when the value is missing; empty if it never is
 * @param sensitivity how closely it points at a person
 */
public record Feature(
        String name,
        FeatureType type,
        String unit,
        String meaning,
        String formula,
        String source,
        String asOf,
        String missing,
        Sensitivity sensitivity) {
    /** What most features use of their source. */
    public static final String ON_OR_BEFORE = "rows on or before the date";

    /**
     * Checks the name.
     *
     * @param name lower-case letters, digits and underscores, starting with a letter; unique in its schema
     * @param type what its values are
     * @param unit unit of the values; empty for pure numbers
     * @param meaning what it tells of a customer, in a sentence
     * @param formula how it is computed, in words or symbols
     * @param source columns or other data it is made from
     * @param asOf what of the source is used
     * @param missing when the value is missing; empty if it never is
     * @param sensitivity how closely it points at a person
     * @throws InvalidDataException if the name is not as said
     */
    public Feature {
        if (!name.matches("[a-z][a-z0-9_]{0,99}")) {
            throw new InvalidDataException(
                    "a feature's name is made of lower-case letters, digits and underscores, starts"
                            + " with a letter and has at most 100 characters, got '" + name.toLowerCase(Locale.ROOT)
                            + "'");
        }
    }

    /**
     * A plain feature of the sales rows on or before the date.
     *
     * @param name unique name
     * @param type what its values are
     * @param unit unit of the values; empty for pure numbers
     * @param meaning what it tells of a customer
     * @param formula how it is computed
     * @param source columns it is made from
     * @return the feature, never missing
     */
    public static Feature of(
            String name, FeatureType type, String unit, String meaning, String formula, String source) {
        return new Feature(name, type, unit, meaning, formula, source, ON_OR_BEFORE, "", Sensitivity.PLAIN);
    }

    /**
     * The same under another name.
     *
     * @param other the name
     * @return the feature
     */
    public Feature withName(String other) {
        return new Feature(other, type, unit, meaning, formula, source, asOf, missing, sensitivity);
    }

    /**
     * The same where values may be missing.
     *
     * @param when when a value is missing
     * @return the feature
     */
    public Feature withMissing(String when) {
        return new Feature(name, type, unit, meaning, formula, source, asOf, when, sensitivity);
    }

    /**
     * The same using something else of its source.
     *
     * @param rule what is used, for example {@code rows of the last 90 days, the date included}
     * @return the feature
     */
    public Feature withAsOf(String rule) {
        return new Feature(name, type, unit, meaning, formula, source, rule, missing, sensitivity);
    }

    /**
     * The same with another sensitivity.
     *
     * @param other how closely it points at a person
     * @return the feature
     */
    public Feature withSensitivity(Sensitivity other) {
        return new Feature(name, type, unit, meaning, formula, source, asOf, missing, other);
    }
}

package org.ltv4j.core.feature;

import org.ltv4j.core.data.Sensitivity;

/**
 * What a data dictionary says of one column, feature or metric.
 *
 * @param kind what it is
 * @param name its name
 * @param type what its values are, for example {@code COUNT} or {@code TEXT}
 * @param unit unit of the values; empty for none
 * @param meaning what it tells
 * @param formula how it is computed; empty for columns as the source has them
 * @param source what it is made from
 * @param asOf what of the source is used; empty where everything is
 * @param missing when it is missing; empty if never
 * @param sensitivity how closely it points at a person
 */
public record DictionaryEntry(
        Kind kind,
        String name,
        String type,
        String unit,
        String meaning,
        String formula,
        String source,
        String asOf,
        String missing,
        Sensitivity sensitivity) {
    /** What an entry stands for. */
    public enum Kind {
        /** A column of the sales. */
        COLUMN("Columns"),
        /** A feature of a customer. */
        FEATURE("Features"),
        /** A figure of the whole shop. */
        METRIC("Shop metrics");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /**
     * A feature as an entry.
     *
     * @param feature the feature
     * @return the entry
     */
    public static DictionaryEntry of(Feature feature) {
        return new DictionaryEntry(
                Kind.FEATURE,
                feature.name(),
                feature.type().name(),
                feature.unit(),
                feature.meaning(),
                feature.formula(),
                feature.source(),
                feature.asOf(),
                feature.missing(),
                feature.sensitivity());
    }
}

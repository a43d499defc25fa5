package org.ltv4j.core.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model was made from, without any personal data and without the clock: the same data and options give the same
 * provenance.
 *
 * @param library version of this library
 * @param data what the data were: counts, scale, dates, fingerprint; names to values
 * @param options the options of the fit; names to values
 */
public record Provenance(String library, Map<String, String> data, Map<String, String> options) {
    /**
     * Copies the maps, in the order of their names.
     *
     * @param library version of this library
     * @param data what the data were: counts, scale, dates, fingerprint; names to values
     * @param options the options of the fit; names to values
     */
    public Provenance {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }
}

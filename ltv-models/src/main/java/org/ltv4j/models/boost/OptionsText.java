package org.ltv4j.models.boost;

import java.util.Map;
import java.util.TreeMap;

/** Options as names and values, for the provenance of a model. */
final class OptionsText {
    private OptionsText() {}

    static Map<String, String> of(XgbOptions options) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("objective", options.objective().toString());
        texts.put("growth", options.growth().toString());
        texts.put("sampling", options.sampling().toString());
        texts.put("stopping", options.stopping().toString());
        texts.put("constraints", options.constraints().toString());
        texts.put("categories", options.categories().toString());
        texts.put("positiveWeight", Double.toString(options.positiveWeight()));
        texts.put("clampsNegative", Boolean.toString(options.clampsNegative()));
        texts.put("seed", Long.toString(options.seed()));
        return texts;
    }
}

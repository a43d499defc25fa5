package org.ltv4j.examples.quickstart;

import java.util.Map;
import org.ltv4j.examples.report.Phrase;
import org.ltv4j.models.lineup.StandardModels;

/** Names of compared models in the words of the report; one that is not known is shown as the library calls it. */
final class ModelNames {
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry(StandardModels.PROBABILITY, "probability"),
            Map.entry(StandardModels.BOOSTED, "boosted"),
            Map.entry(StandardModels.HYBRID, "hybrid"),
            Map.entry(StandardModels.FUSED, "fused"),
            Map.entry("stacked", "stacked"),
            Map.entry("decision tree", "tree"),
            Map.entry("random forest", "forest"),
            Map.entry("hurdle", "hurdle"),
            Map.entry("hybrid, linear", "hybrid-linear"),
            Map.entry("hybrid, single tree", "hybrid-tree"),
            Map.entry("hybrid, squared error", "hybrid-squared"),
            Map.entry("hybrid, absolute error", "hybrid-absolute"),
            Map.entry("historical rate", "historical-rate"),
            Map.entry("same as last period", "last-period"),
            Map.entry("formula CLTV", "formula"),
            Map.entry("RFM cells", "rfm"),
            Map.entry("elastic net", "elastic-net"));

    private ModelNames() {}

    static Phrase phrase(String name) {
        String key = KEYS.get(name);
        return key == null ? Phrase.verbatim(name) : Phrase.of("compare.model." + key);
    }
}

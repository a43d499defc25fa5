package org.ltv4j.examples.quickstart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.model.ModelComparison;
import org.ltv4j.examples.report.Phrase;

/**
 * What fits found, in the words of the report's languages. A finding is known by how its sentence begins; one that is not
 * known is shown as the library says it.
 */
final class Findings {
    private static final Map<String, String> KEYS = keys();

    private Findings() {}

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("Differences between customers' purchase rates are not identified", "finding.rate");
        keys.put("Drop-out is hardly identified", "finding.drop-out.hardly");
        keys.put("Drop-out is not identified", "finding.drop-out.none");
        keys.put("Differences between customers' drop-out probabilities are not identified", "finding.drop-out.fixed");
        keys.put("The data say that a share q of the customers leaves", "finding.drop-out.never-or-at-once");
        keys.put("Nobody made more than one repeat purchase", "finding.drop-out.at-once");
        keys.put("The information matrix is singular", "finding.singular");
        return keys;
    }

    static List<Phrase> of(LtvModel... models) {
        List<Phrase> phrases = new ArrayList<>();
        for (LtvModel model : models) {
            model.fit().ifPresent(fit -> fit.findings().forEach(finding -> phrases.add(phrase(finding, fit))));
        }
        return phrases;
    }

    private static Phrase phrase(String finding, FitReport fit) {
        Optional<String> key = KEYS.entrySet().stream()
                .filter(entry -> finding.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (key.isEmpty()) {
            return Phrase.verbatim(finding);
        }
        double shortfall = fit.comparisons().stream()
                .filter(other -> other.model().startsWith("NBD"))
                .mapToDouble(ModelComparison::shortfall)
                .findFirst()
                .orElse(0);
        return Phrase.of(key.get(), shortfall);
    }
}

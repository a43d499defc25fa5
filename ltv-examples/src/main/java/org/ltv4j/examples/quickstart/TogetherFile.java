package org.ltv4j.examples.quickstart;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ltv4j.examples.report.Together;
import org.ltv4j.segmentation.rule.AssociationRule;

/** What is bought together in {@code summary.json}: the rules that the report shows, as counts. */
final class TogetherFile {
    private TogetherFile() {}

    static Map<String, Object> asMap(GoingTogether together) {
        Together view = together.view();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("baskets", view.receipts());
        map.put("basketIs", view.byReceipt() ? "order" : "customer and day");
        map.put("withSeveralProducts", view.several());
        map.put("products", view.products());
        map.put("leastBaskets", view.least());
        map.put("rules", view.found());
        map.put("best", view.best().asList().stream().map(TogetherFile::rule).toList());
        return map;
    }

    private static Map<String, Object> rule(AssociationRule rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("antecedent", rule.antecedent());
        map.put("consequent", rule.consequent().get(0));
        map.put("baskets", rule.counts().n11());
        map.put("confidence", rule.confidence());
        map.put("confidence95", rule.counts().confidenceInterval(0.95));
        map.put("lift", rule.lift());
        map.put("basketsBeyondChance", rule.counts().leverage() * rule.counts().n());
        return map;
    }
}

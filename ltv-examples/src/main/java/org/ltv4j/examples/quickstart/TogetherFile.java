package org.ltv4j.examples.quickstart;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ltv4j.examples.report.Together;

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
        map.put("best", view.rules().stream().map(TogetherFile::rule).toList());
        return map;
    }

    private static Map<String, Object> rule(Together.Rule rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("antecedent", rule.has());
        map.put("consequent", rule.buys());
        map.put("baskets", rule.both());
        map.put("confidence", rule.share());
        map.put("confidenceLower", rule.lower());
        map.put("confidenceUpper", rule.upper());
        map.put("lift", rule.lift());
        map.put("basketsBeyondChance", rule.extra());
        return map;
    }
}

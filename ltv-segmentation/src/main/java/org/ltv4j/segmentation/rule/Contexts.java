package org.ltv4j.segmentation.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ltv4j.segmentation.basket.BasketLabels;

/**
 * Rules by context: what goes together in one shop, at one hour, for one segment. Supports, confidences and lifts of a context are
 * those among its baskets alone, and so is the minimum support.
 */
public final class Contexts {
    private Contexts() {}

    /**
     * Finds the rules of each context.
     *
     * @param labels of the baskets
     * @param options what to look for in each
     * @return rules by label, in the order of the labels
     */
    public static Map<String, RuleSet> mine(BasketLabels labels, Apriori.Options options) {
        Map<String, RuleSet> rules = new LinkedHashMap<>();
        for (String label : labels.labels()) {
            rules.put(label, Apriori.mine(labels.baskets(label), options));
        }
        return rules;
    }
}

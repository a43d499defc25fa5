package org.ltv4j.segmentation.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.basket.ItemHierarchy;

/**
 * Rules whose items may be products, categories or departments: "who buys espresso buys cake of some kind", where no single cake is
 * frequent enough. Srikant and Agrawal (1995), Mining generalized association rules.
 */
public final class GeneralisedRules {
    private GeneralisedRules() {}

    /**
     * Finds rules over all levels.
     *
     * @param baskets of items
     * @param hierarchy classes of the items
     * @param options what to look for; items and classes by the names of {@link BasketLog#extended}
     * @return rules by falling lift, none with an item and a class that contains it: those say nothing. Classes are called by {@link
     *     ItemHierarchy#starred(String, int)}
     */
    public static RuleSet mine(BasketLog baskets, ItemHierarchy hierarchy, Apriori.Options options) {
        RuleSet rules = Apriori.mine(baskets.extended(hierarchy), options);
        Map<String, List<String>> above = hierarchy.starredAncestors();
        return rules.keep(i -> !saysNothing(rules.rule(i), above));
    }

    private static boolean saysNothing(AssociationRule rule, Map<String, List<String>> above) {
        Set<String> names = new HashSet<>(rule.antecedent());
        names.addAll(rule.consequent());
        for (String name : names) {
            for (String ancestor : above.getOrDefault(name, List.of())) {
                if (names.contains(ancestor)) {
                    return true;
                }
            }
        }
        return false;
    }
}

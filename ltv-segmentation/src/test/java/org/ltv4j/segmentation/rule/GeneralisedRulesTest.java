package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.basket.ItemHierarchy;

class GeneralisedRulesTest {

    @Test
    void aRuleMayHoldForACategoryThoughForNoItemOfIt() {
        List<List<String>> baskets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            baskets.add(List.of("espresso", "cake " + i % 10));
            baskets.add(List.of("tea"));
        }
        Map<String, List<String>> classes =
                new java.util.HashMap<>(Map.of("espresso", List.of("coffee"), "tea", List.of("infusion")));
        for (int i = 0; i < 10; i++) {
            classes.put("cake " + i, List.of("cake"));
        }
        RuleSet rules = GeneralisedRules.mine(
                BasketLog.of(baskets),
                ItemHierarchy.of(classes),
                Apriori.Options.defaults().withMinSupport(0.1).with(Consequents.ANY));
        assertThat(rules.asList())
                .extracting(rule -> rule.antecedent() + " => " + rule.consequent())
                .contains("[espresso] => [cake*]", "[cake*] => [espresso]", "[coffee*] => [cake*]")
                .doesNotContain("[espresso] => [coffee*]", "[coffee*] => [espresso]", "[cake*, espresso] => [coffee*]");
    }
}

package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.testing.Digests;
import org.ltv4j.segmentation.testing.SharedBaskets;

/** Rules of the groceries: the same ones, with the same counts, as arules, mlxtend and others find. */
class RuleReferenceTest {
    private static final Map<String, Measure> MEASURES =
            Map.of("lift", Measure.LIFT, "confidence", Measure.CONFIDENCE, "leverage", Measure.LEVERAGE);

    static Json reference() {
        return Json.read(SharedData.file("reference/rules-groceries.json"));
    }

    static Apriori.Options options(Json entry) {
        return Apriori.Options.defaults()
                .withMinSupport(entry.get("minSupport").number())
                .withMinConfidence(entry.get("minConfidence").number());
    }

    static String digest(RuleSet rules) {
        List<String> lines = new ArrayList<>();
        for (AssociationRule rule : rules.asList()) {
            RuleCounts counts = rule.counts();
            lines.add(Digests.joined(rule.antecedent()) + "=>" + Digests.joined(rule.consequent()) + "\t" + counts.n11()
                    + "\t" + counts.n1x() + "\t" + counts.nx1());
        }
        return Digests.ofLines(lines);
    }

    @TestFactory
    List<DynamicTest> rulesAreThoseOfTheReference() {
        BasketLog baskets = SharedBaskets.groceries();
        return reference().get("rules").list().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.get("minSupport").number() + " and "
                                + entry.get("minConfidence").number(),
                        () -> {
                            Apriori.Options one = options(entry);
                            check(Apriori.mine(baskets, one), entry.get("singleConsequent"));
                            check(
                                    Apriori.mine(baskets, one.withEmptyAntecedents(true)),
                                    entry.get("singleConsequentWithEmptyAntecedent"));
                            if (entry.has("anyConsequent")) {
                                check(Apriori.mine(baskets, one.with(Consequents.ANY)), entry.get("anyConsequent"));
                            }
                        }))
                .toList();
    }

    private static void check(RuleSet rules, Json expected) {
        assertThat(rules.size()).isEqualTo(expected.get("count").integer());
        assertThat(rules.stop()).isEmpty();
        assertThat(digest(rules)).isEqualTo(expected.get("sha256").text());
        if (expected.has("byRuleSize")) {
            Json sizes = expected.get("byRuleSize");
            for (String size : sizes.names()) {
                assertThat(rules.asList().stream().filter(rule -> rule.length() == Integer.parseInt(size)))
                        .hasSize(sizes.get(size).integer());
            }
        }
    }

    @TestFactory
    List<DynamicTest> theBestRulesStandInTheOrderOfTheReference() {
        BasketLog baskets = SharedBaskets.groceries();
        return reference().get("topRules").list().stream()
                .map(top -> DynamicTest.dynamicTest(
                        "by " + top.get("orderedBy").text() + " above "
                                + top.get("minSupport").number(),
                        () -> {
                            RuleSet mined = Apriori.mine(baskets, options(top).withEmptyAntecedents(true));
                            List<Json> expected = top.get("rules").list();
                            Measure measure = MEASURES.get(top.get("orderedBy").text());
                            RuleSet rules = mined.keep(i -> mined.antecedentLength(i) > 0)
                                    .top(expected.size(), measure);
                            double[] improvements = mined.improvements();
                            double[] boosts = mined.boosts();
                            Map<AssociationRule, Integer> places = new HashMap<>();
                            for (AssociationRule rule : mined.asList()) {
                                places.put(rule, places.size());
                            }
                            for (int i = 0; i < expected.size(); i++) {
                                Json rule = expected.get(i);
                                assertThat(rules.rule(i).antecedent())
                                        .isEqualTo(rule.get("antecedent").list().stream()
                                                .map(Json::text)
                                                .toList());
                                assertThat(rules.rule(i).consequent())
                                        .isEqualTo(rule.get("consequent").list().stream()
                                                .map(Json::text)
                                                .toList());
                                assertThat(rules.counts(i).n11())
                                        .isEqualTo(rule.get("n11").integer());
                                int at = places.get(rules.rule(i));
                                Json measures = rule.get("measures");
                                assertThat(improvements[at])
                                        .isCloseTo(measures.get("improvement").number(), within(1e-12));
                                if (Double.isInfinite(measures.get("boost").number())) {
                                    assertThat(boosts[at]).isInfinite();
                                } else {
                                    assertThat(boosts[at])
                                            .isCloseTo(measures.get("boost").number(), within(1e-11));
                                    assertThat(boosts[at])
                                            .isCloseTo(measures.get("LIC").number(), within(1e-11));
                                }
                            }
                        }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> redundantRulesAreThoseOfTheReference() {
        BasketLog baskets = SharedBaskets.groceries();
        return reference().get("pruning").list().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.get("minSupport").number() + " and "
                                + entry.get("minConfidence").number(),
                        () -> {
                            Json counts = entry.get("arules");
                            RuleSet rules = Apriori.mine(baskets, options(entry));
                            assertThat(rules.size())
                                    .isEqualTo(counts.get("rules").integer());
                            RuleSet pruned = rules.nonRedundant();
                            assertThat(pruned.size())
                                    .isEqualTo(counts.get("nonRedundant").integer());
                            assertThat(digest(pruned))
                                    .isEqualTo(entry.get("nonRedundantSha256").text());
                            assertThat(rules.nonRedundant(0.01).size())
                                    .isEqualTo(counts.get("nonRedundantImprovement001")
                                            .integer());
                            RuleSet all = Apriori.mine(baskets, options(entry).withEmptyAntecedents(true));
                            RuleSet strict = all.nonRedundant();
                            assertThat(strict.keep(i -> strict.antecedentLength(i) > 0)
                                            .size())
                                    .isEqualTo(counts.get("nonRedundantWithEmptyAntecedentRulesPresent")
                                            .integer());
                        }))
                .toList();
    }

    @Test
    void listedRulesAreFound() {
        Json listing = reference().get("digestListings").get("singleConsequentRules");
        RuleSet rules = Apriori.mine(SharedBaskets.groceries(), options(listing));
        assertThat(rules.size()).isEqualTo(listing.get("lines").size());
        assertThat(rules.rule(0).toString())
                .isEqualTo("{citrus fruit, root vegetables} => {other vegetables} (102 of 174 baskets, lift 3.03)");
    }
}

package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.segmentation.basket.BasketLabels;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.basket.BasketLogBuilder;

/** Rules of a grocer by the age of the household, as recorded in {@code reference/rules-context-dunnhumby.json}. */
class ContextReferenceTest {

    /** Fields of a line of CSV whose quoted fields hold no quotes. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static Map<String, String> column(String file, int key, int value) {
        Map<String, String> column = new HashMap<>();
        List<String> lines = SharedData.lines("data/baskets/" + file);
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            column.put(fields.get(key), fields.get(value));
        }
        return column;
    }

    /** A basket for each household and week with the categories of its products. */
    private static BasketLog baskets() {
        Map<String, String> categories = column("dunnhumby-products.csv.gz", 0, 4);
        Map<String, List<String>> baskets = new TreeMap<>();
        List<String> lines = SharedData.lines("data/baskets/dunnhumby-transactions-sample.csv.gz");
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            String category = categories.getOrDefault(fields[3], "");
            if (!category.isEmpty()) {
                baskets.computeIfAbsent(fields[0] + " " + fields[9], k -> new ArrayList<>())
                        .add(category);
            }
        }
        BasketLogBuilder builder = BasketLog.builder();
        baskets.forEach((key, items) -> builder.add(items).customer(key.substring(0, key.indexOf(' '))));
        return builder.build();
    }

    @Test
    void rulesOfEachAgeAreThoseOfTheReference() {
        Json reference = Json.read(SharedData.file("reference/rules-context-dunnhumby.json"));
        Map<String, String> ages = column("dunnhumby-demographics.csv.gz", 0, 1);
        BasketLog baskets = baskets();
        Apriori.Options options = Apriori.Options.defaults()
                .withMinSupport(reference.get("minSupport").number())
                .withMinConfidence(reference.get("minConfidence").number());
        BasketLabels labels = BasketLabels.byCustomer(baskets, ages::get);
        Map<String, RuleSet> rules = Contexts.mine(labels, options);
        Json contexts = reference.get("contexts");
        check(Apriori.mine(baskets, options), contexts.get("(all)"));
        List<String> others = new ArrayList<>(contexts.names());
        others.remove("(all)");
        assertThat(rules.keySet()).containsExactlyElementsOf(others);
        rules.forEach((label, found) -> check(found, contexts.get(label)));
    }

    private static void check(RuleSet rules, Json expected) {
        assertThat(rules.baskets()).isEqualTo(expected.get("baskets").integer());
        assertThat(rules.size()).isEqualTo(expected.get("rules").integer());
        assertThat(RuleReferenceTest.digest(rules))
                .isEqualTo(expected.get("rulesSha256").text());
        for (int i = 0; i < expected.get("top10ByLift").size(); i++) {
            Json rule = expected.get("top10ByLift").get(i);
            assertThat(rules.rule(i).antecedent())
                    .isEqualTo(rule.get("antecedent").list().stream()
                            .map(Json::text)
                            .toList());
            assertThat(rules.rule(i).consequent())
                    .isEqualTo(List.of(rule.get("consequent").text()));
            assertThat(rules.counts(i).n11()).isEqualTo(rule.get("n11").integer());
            assertThat(rules.counts(i).lift()).isCloseTo(rule.get("lift").number(), within(1e-12));
            assertThat(rules.counts(i).confidence())
                    .isCloseTo(rule.get("confidence").number(), within(1e-12));
        }
    }
}

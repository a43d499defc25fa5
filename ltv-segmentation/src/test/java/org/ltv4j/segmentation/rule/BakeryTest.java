package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.testing.SharedBaskets;

/** The whole way from baskets to rules on the sales of a bakery, counted once more the plain way. */
class BakeryTest {
    private static BasketLog bakery;
    private static List<Set<String>> names;

    @BeforeAll
    static void read() {
        bakery = SharedBaskets.bakery();
        names = IntStream.range(0, bakery.size())
                .mapToObj(basket -> Set.copyOf(bakery.names(basket)))
                .toList();
    }

    @Test
    void theBasketsAreThoseOfTheRecipe() {
        // the data's own description
        assertThat(bakery.size()).isEqualTo(9_465);
        assertThat(bakery.items().size()).isEqualTo(94);
        assertThat(bakery.occurrences()).isEqualTo(18_887);
    }

    @Test
    void everyRuleHasTheCountsOfAPlainCount() {
        RuleSet rules = Apriori.mine(
                bakery,
                Apriori.Options.defaults()
                        .withMinSupport(0.002)
                        .withMinConfidence(0)
                        .with(Consequents.ANY));
        assertThat(rules.size()).isGreaterThan(500);
        for (AssociationRule rule : rules.asList()) {
            Set<String> all = new HashSet<>(rule.antecedent());
            all.addAll(rule.consequent());
            assertThat(rule.counts())
                    .as(rule.toString())
                    .isEqualTo(new RuleCounts(
                            count(all), count(rule.antecedent()), count(rule.consequent()), bakery.size()));
        }
    }

    @Test
    void whoHasToastHasCoffeeTooAndChanceDoesNotExplainIt() {
        RuleSet rules = Significance.heldOut(
                        bakery,
                        Apriori.Options.defaults().withMinSupport(0.005).withMinConfidence(0.5),
                        Correction.BENJAMINI_HOCHBERG,
                        1)
                .significant(0.05);
        assertThat(rules.asList())
                .anyMatch(rule -> rule.antecedent().equals(List.of("Toast"))
                        && rule.consequent().equals(List.of("Coffee")));
    }

    private static int count(Iterable<String> items) {
        int count = 0;
        for (Set<String> basket : names) {
            boolean holds = true;
            for (String item : items) {
                holds &= basket.contains(item);
            }
            count += holds ? 1 : 0;
        }
        return count;
    }
}

package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.basket.BasketLog;

/** Which rules fire for a basket. */
class RuleMatcherTest {
    private static final RuleSet RULES = RuleSet.of(List.of(
            rule(List.of("tea"), "cake", 3, 5, 6),
            rule(List.of("espresso", "milk"), "cake", 2, 3, 6),
            rule(List.of(), "cake", 6, 10, 6),
            rule(List.of("milk"), "tea", 1, 4, 5)));

    private static AssociationRule rule(List<String> antecedent, String consequent, int n11, int n1x, int nx1) {
        return new AssociationRule(antecedent, List.of(consequent), new RuleCounts(n11, n1x, nx1, 10));
    }

    @Test
    void rulesFireWhoseAntecedentIsInTheBasket() {
        RuleMatcher matcher = RuleMatcher.of(RULES);
        assertThat(matcher.match(List.of("milk", "espresso"))).containsExactly(1, 2, 3);
        assertThat(matcher.match(List.of("tea"))).containsExactly(0, 2);
        assertThat(matcher.match(List.of())).containsExactly(2);
    }

    @Test
    void anOfferIsNotInTheBasketYet() {
        RuleMatcher matcher = RuleMatcher.of(RULES);
        assertThat(matcher.offers(List.of("milk", "cake"))).containsExactly(3);
        assertThat(matcher.offers(List.of("milk", "tea"))).containsExactly(0, 2);
    }

    @Test
    void unknownItemsDoNothing() {
        RuleMatcher matcher = RuleMatcher.of(RULES);
        assertThat(matcher.match(List.of("tea", "a name with ',' and \"quotes\"")))
                .containsExactly(0, 2);
        int tea = RULES.items().indexOf("tea").orElseThrow();
        assertThat(matcher.match(-1, tea, 1_000_000, tea, Integer.MIN_VALUE)).containsExactly(0, 2);
    }

    @Test
    void basketsMayBeNumbersOfAnotherTable() {
        IdTable items = IdTable.of("milk", "nuts", "tea");
        RuleMatcher matcher = RuleMatcher.of(RULES, items);
        assertThat(matcher.items()).isSameAs(items);
        assertThat(matcher.rules()).isSameAs(RULES);
        assertThat(matcher.match(2, 0)).containsExactly(0, 2, 3);
        assertThat(matcher.offers(0, 2)).containsExactly(0, 2);
        assertThat(matcher.match(List.of("espresso", "milk"))).containsExactly(2, 3);
    }

    @Test
    void anItemThatTheTableDoesNotHaveIsToldByItsName() {
        IdTable onlyTea = IdTable.of("tea", "scone");
        RuleSet rules = RuleSet.of(List.of(rule(List.of("tea"), "biscuit", 4, 5, 9)));
        RuleMatcher matcher = RuleMatcher.of(rules, onlyTea);
        assertThat(matcher.offers(List.of("tea", "scone"))).containsExactly(0);
        assertThat(matcher.offers(List.of("tea", "biscuit"))).isEmpty();
    }

    @Test
    void aTargetTooShortTakesWhatFitsAndTheNumberIsRight() {
        RuleMatcher matcher = RuleMatcher.of(RULES);
        int[] basket = IntStream.range(0, RULES.items().size()).toArray();
        int[] target = new int[2];
        assertThat(matcher.match(basket, basket.length, target)).isEqualTo(4);
        assertThat(target).doesNotHaveDuplicates();
        assertThat(matcher.match(basket, 0, target)).isEqualTo(1);
        assertThat(matcher.match(basket, basket.length, new int[0])).isEqualTo(4);
    }

    @Test
    void firingRulesAreThoseThatAPlainSearchFinds() {
        SplittableRandom random = new SplittableRandom(3);
        List<List<String>> lines = new ArrayList<>();
        for (int basket = 0; basket < 400; basket++) {
            List<String> line = new ArrayList<>();
            for (int item = 0; item < 90; item++) {
                if (random.nextInt(10) == 0) {
                    line.add("item " + item);
                }
            }
            lines.add(line);
        }
        BasketLog baskets = BasketLog.of(lines);
        RuleSet rules = Apriori.mine(
                baskets,
                Apriori.Options.defaults().withMinCount(5).withMinConfidence(0).with(Consequents.ANY));
        assertThat(rules.size()).isGreaterThan(500);
        RuleMatcher matcher = RuleMatcher.of(rules, baskets.items());
        for (int b = 0; b < baskets.size(); b++) {
            List<String> names = baskets.names(b);
            int[] expected = IntStream.range(0, rules.size())
                    .filter(i -> names.containsAll(rules.rule(i).antecedent()))
                    .toArray();
            int basket = b;
            int[] numbers = IntStream.range(0, baskets.length(b))
                    .map(k -> baskets.item(basket, k))
                    .toArray();
            assertThat(matcher.match(numbers)).containsExactly(expected);
            List<Integer> visited = new ArrayList<>();
            matcher.forEach(numbers, numbers.length, visited::add);
            assertThat(visited)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.of(expected).boxed().toList());
            int[] offers = IntStream.of(expected)
                    .filter(i -> !names.containsAll(rules.rule(i).consequent()))
                    .toArray();
            assertThat(matcher.offers(numbers)).containsExactly(offers);
        }
    }
}

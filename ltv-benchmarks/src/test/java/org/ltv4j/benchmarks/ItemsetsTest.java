package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.itemset.FrequentItemsets;

/** The textbook finds the same itemsets, and the made-up baskets are of the kind that they are said to be. */
class ItemsetsTest {
    @Test
    void allFindTheSameSets() {
        ItemsetsOfShops race = new ItemsetsOfShops();
        race.open(QuestBaskets.of(3_000), 0.004);
        Set<String> textbook = race.textbook().stream()
                .map(set ->
                        Arrays.stream(set, 0, set.length - 1).sorted().boxed().toList() + " " + set[set.length - 1])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(textbook).hasSizeGreaterThan(500);
        for (FrequentItemsets ours : List.of(race.ltv4j(), race.twoThreads(), race.fpGrowth())) {
            Set<String> sets = new TreeSet<>();
            for (int i = 0; i < ours.size(); i++) {
                sets.add(Arrays.stream(ours.items(i)).sorted().boxed().toList() + " " + ours.count(i));
            }
            assertThat(sets).isEqualTo(textbook);
        }
    }

    @Test
    void chartsShowEveryLine() {
        List<Run.Figure> figures = new java.util.ArrayList<>();
        for (String support : List.of("0.01", "0.001")) {
            for (String baskets : List.of("10000", "100000")) {
                for (String method : List.of("ltv4j", "twoThreads", "textbook")) {
                    String group = "ItemsetsOfMany[baskets=" + baskets + ", support=" + support + "]";
                    figures.add(new Run.Figure(group, method, 3e6, 4e6, Double.NaN));
                }
            }
        }
        assertThat(MiningPlot.byBaskets(new Run(figures)))
                .contains("support 0.01", "support 0.001, textbook", "100000")
                .doesNotContain("twoThreads");
        assertThat(MiningPlot.bySupport(new Run(figures)))
                .contains("10000 baskets", "100000 baskets, textbook", "0.001");
    }

    @Test
    void madeUpBasketsHaveSomeTenItems() {
        BasketLog log = QuestBaskets.of(5_000);
        assertThat(log.size()).isEqualTo(5_000);
        assertThat((double) log.occurrences() / log.size()).isBetween(8.5, 11.5);
        assertThat(log.items().size()).isBetween(700, 1_000);
    }
}

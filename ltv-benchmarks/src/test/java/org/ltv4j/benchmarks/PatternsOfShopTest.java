package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.segmentation.sequence.SequentialPatterns;

/** A race between two that do different jobs would say nothing. */
class PatternsOfShopTest {
    @Test
    void bothFindTheSamePatterns() {
        PatternsOfShop race = new PatternsOfShop();
        race.support = 0.05;
        race.open(400);
        SequentialPatterns ours = race.ltv4j();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            lines.add(line(ours, i));
        }
        assertThat(lines).hasSizeGreaterThan(300).containsExactlyInAnyOrderElementsOf(race.textbook());
        assertThat(race.ltv4jTwoThreads().asList()).isEqualTo(ours.asList());
    }

    /** By numbers, those of an event ascending, as the textbook writes them. */
    private static String line(SequentialPatterns patterns, int i) {
        List<String> events = new ArrayList<>();
        List<Integer> event = new ArrayList<>();
        for (int k = 0; k < patterns.length(i); k++) {
            if (patterns.opensEvent(i, k) && k > 0) {
                events.add(text(event));
                event.clear();
            }
            event.add(patterns.item(i, k));
        }
        events.add(text(event));
        return String.join(" -> ", events) + " #" + patterns.count(i);
    }

    private static String text(List<Integer> event) {
        return String.join(" ", event.stream().sorted().map(String::valueOf).toList());
    }
}

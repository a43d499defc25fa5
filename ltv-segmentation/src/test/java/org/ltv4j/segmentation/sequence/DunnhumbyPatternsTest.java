package org.ltv4j.segmentation.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.segmentation.itemset.MinSupport;
import org.ltv4j.segmentation.testing.Digests;
import org.ltv4j.segmentation.testing.DunnhumbySales;

/** Every pattern and count of {@code reference/rules-sequences-dunnhumby.json}, on which three algorithms of SPMF agreed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DunnhumbyPatternsTest {
    private Json golden;
    private SequenceLog sequences;

    @BeforeAll
    void read() {
        golden = Json.read(SharedData.file("reference/rules-sequences-dunnhumby.json"));
        sequences = weeks();
    }

    static SequenceLog weeks() {
        SequenceLogBuilder builder = SequenceLog.builder();
        for (DunnhumbySales sale : DunnhumbySales.read()) {
            if (!sale.category().isEmpty()) {
                builder.add(sale.household(), LocalDate.EPOCH.plusWeeks(sale.week()), sale.category());
            }
        }
        return builder.build();
    }

    @Test
    void theSequencesAreThoseOfTheReference() {
        assertThat(sequences.size()).isEqualTo(golden.get("sequences").integer());
        assertThat(sequences.events()).isEqualTo(golden.get("events").integer());
        assertThat(sequences.items().size()).isEqualTo(golden.get("items").integer());
        assertThat(sequences.occurrences()).isEqualTo(golden.get("occurrences").integer());
        int longest = 0;
        int largest = 0;
        for (int s = 0; s < sequences.size(); s++) {
            longest = Math.max(longest, sequences.start(s + 1) - sequences.start(s));
        }
        for (int e = 0; e < sequences.events(); e++) {
            largest = Math.max(largest, sequences.length(e));
        }
        assertThat(longest).isEqualTo(golden.get("longestSequence").integer());
        assertThat(largest).isEqualTo(golden.get("largestEvent").integer());
    }

    @Test
    void everyPatternHasItsCount() {
        for (Json expected : golden.get("patterns").list()) {
            int minCount = expected.get("minCount").integer();
            PatternOptions.Builder options = PrefixSpan.options().minSupport(MinSupport.count(minCount));
            check(PrefixSpan.mine(sequences, options.build()), expected);
            check( // lists of ends, as limits of gaps need them, find the same where the limit is never reached
                    PrefixSpan.mine(
                            sequences, options.maxGap(1_000_000).build(), Parallelism.of(2), ProgressListener.NONE),
                    expected);
        }
    }

    private static void check(SequentialPatterns patterns, Json expected) {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> bySize = new TreeMap<>();
        Map<String, Integer> byEvents = new TreeMap<>();
        List<String> top = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            SequencePattern pattern = patterns.pattern(i);
            List<String> events = pattern.events().stream().map(Digests::joined).toList();
            lines.add(String.join(" -> ", events) + "\t" + pattern.count());
            bySize.merge(Integer.toString(pattern.items()), 1, Integer::sum);
            byEvents.merge(Integer.toString(events.size()), 1, Integer::sum);
            if (events.size() > 1 && top.size() < 20) {
                top.add(String.join(" -> ", events) + "  #" + pattern.count());
            }
        }
        assertThat(patterns.size()).isEqualTo(expected.get("total").integer());
        bySize.forEach((size, count) ->
                assertThat(count).isEqualTo(expected.get("bySize").get(size).integer()));
        byEvents.forEach((size, count) ->
                assertThat(count).isEqualTo(expected.get("byEvents").get(size).integer()));
        assertThat(Digests.ofLines(lines)).isEqualTo(expected.get("sha256").text());
        assertThat(top)
                .containsExactlyInAnyOrderElementsOf(expected.get("top20WithTwoOrMoreEvents").list().stream()
                        .map(Json::text)
                        .toList());
    }

    @Test
    void closedPatternsAreAsManyAsTheReferenceCounts() {
        for (Json expected : golden.get("patterns").list().subList(0, 3)) { // the fourth states none
            int minCount = expected.get("minCount").integer();
            PatternOptions options = PrefixSpan.options()
                    .minSupport(MinSupport.count(minCount))
                    .closed(true)
                    .build();
            assertThat(PrefixSpan.mine(sequences, options).size())
                    .isEqualTo(expected.get("closed").integer());
        }
    }

    @Test
    void aShareIsTheSmallestCountThatReachesIt() {
        double share = golden.get("patterns").list().get(0).get("minSupport").number(); // 475 / 2374 as a double
        PatternOptions options = PrefixSpan.options().minSupport(share).build();
        assertThat(PrefixSpan.mine(sequences, options).minCount()).isEqualTo(475);
    }
}

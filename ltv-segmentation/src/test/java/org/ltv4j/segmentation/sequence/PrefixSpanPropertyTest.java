package org.ltv4j.segmentation.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.itemset.ItemConstraints;
import org.ltv4j.segmentation.itemset.MinSupport;

/** Every answer against that of {@link BruteForce}, on random sequences. */
class PrefixSpanPropertyTest {

    @Property(tries = 200, seed = "20261122")
    void withoutLimitsAllOccurrencesAreFound(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int minCount) {
        SequenceLog log = RandomSequences.draw(seed, 8, 5, 4);
        PatternOptions options =
                PrefixSpan.options().minSupport(MinSupport.count(minCount)).build();
        agree(log, options);
    }

    @Property(tries = 400, seed = "20261122")
    void withLimitsOfGapsAndSpansToo(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 4) int minGap,
            @ForAll @IntRange(min = 0, max = 8) int more,
            @ForAll @IntRange(min = 4, max = 20) int maxSpan) {
        SequenceLog log = RandomSequences.draw(seed, 8, 6, 3);
        PatternOptions options = PrefixSpan.options()
                .minSupport(MinSupport.count(2))
                .minGap(minGap)
                .maxGap(minGap + more)
                .maxSpan(maxSpan)
                .build();
        agree(log, options);
    }

    @Property(tries = 400, seed = "20261122")
    void closedPatternsAreThoseWithoutALongerOneInTheSameSequences(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int maxGap, @ForAll boolean limited) {
        SequenceLog log = RandomSequences.draw(seed, 7, 5, 3);
        PatternOptions.Builder options =
                PrefixSpan.options().minSupport(MinSupport.count(2)).closed(true);
        agree(log, (limited ? options.maxGap(maxGap).maxSpan(2 * maxGap) : options).build());
    }

    @Property(tries = 300, seed = "20261122")
    void numbersOfItemsAndEventsAndConstraintsOfItems(@ForAll long seed, @ForAll boolean closed) {
        Random random = new Random(seed);
        SequenceLog log = RandomSequences.draw(seed, 9, 5, 5);
        int minItems = 1 + random.nextInt(3);
        int minEvents = 1 + random.nextInt(2);
        ItemConstraints constraints = ItemConstraints.NONE;
        constraints = random.nextBoolean() ? constraints.withAll("b") : constraints;
        constraints = random.nextBoolean() ? constraints.withNone("c", "unknown") : constraints;
        constraints = random.nextBoolean() ? constraints.withOnly("a", "b", "d") : constraints;
        PatternOptions options = PrefixSpan.options()
                .minSupport(MinSupport.count(2))
                .items(minItems, minItems + random.nextInt(3))
                .events(minEvents, minEvents + random.nextInt(3))
                .maxGap(random.nextBoolean() ? 9 : PatternOptions.NO_LIMIT)
                .constraints(constraints)
                .closed(closed)
                .build();
        agree(log, options);
    }

    @Property(tries = 200, seed = "20261122")
    void theBestAreTheFirstOfAll(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int k,
            @ForAll boolean closed,
            @ForAll boolean limited) {
        SequenceLog log = RandomSequences.draw(seed, 12, 5, 4);
        PatternOptions.Builder options = PrefixSpan.options()
                .minSupport(MinSupport.count(1))
                .closed(closed)
                .events(2, 4)
                .maxGap(limited ? 7 : PatternOptions.NO_LIMIT);
        List<SequencePattern> all = PrefixSpan.mine(log, options.build()).asList();
        PatternOptions best = options.top(k).build();
        assertThat(PrefixSpan.mine(log, best).asList()).isEqualTo(all.subList(0, Math.min(k, all.size())));
        assertThat(PrefixSpan.mine(log, best, Parallelism.of(3), ProgressListener.NONE)
                        .asList())
                .isEqualTo(all.subList(0, Math.min(k, all.size())));
    }

    @Property(tries = 50, seed = "20261122")
    void theOrderOfCustomersAndItemsChangesNothing(@ForAll long seed) {
        SequenceLog log = RandomSequences.draw(seed, 10, 5, 4);
        SequenceLogBuilder turned = SequenceLog.builder();
        for (int s = log.size() - 1; s >= 0; s--) {
            turned.customer("other" + s);
            for (int e = log.start(s + 1) - 1; e >= log.start(s); e--) {
                List<String> names = new ArrayList<>(log.names(e));
                Collections.reverse(names);
                turned.add("other" + s, LocalDate.ofEpochDay(log.day(e)), names);
            }
        }
        PatternOptions options =
                PrefixSpan.options().minSupport(MinSupport.count(2)).maxGap(9).build();
        assertThat(PrefixSpan.mine(turned.build(), options).asList())
                .isEqualTo(PrefixSpan.mine(log, options).asList());
    }

    private static void agree(SequenceLog log, PatternOptions options) {
        SequentialPatterns patterns = PrefixSpan.mine(log, options);
        Map<List<List<String>>, Integer> actual = new HashMap<>();
        patterns.asList().forEach(pattern -> actual.put(pattern.events(), pattern.count()));
        assertThat(actual).isEqualTo(BruteForce.mine(log, options));
        assertThat(patterns.size()).as("no pattern stands twice").isEqualTo(actual.size());
        assertThat(PrefixSpan.mine(log, options, Parallelism.of(4), ProgressListener.NONE)
                        .asList())
                .isEqualTo(patterns.asList());
    }
}

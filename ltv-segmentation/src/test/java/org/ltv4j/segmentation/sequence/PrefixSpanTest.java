package org.ltv4j.segmentation.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.itemset.ItemConstraints;
import org.ltv4j.segmentation.itemset.MinSupport;
import org.ltv4j.segmentation.itemset.MiningLimits;
import org.ltv4j.segmentation.itemset.MiningStop;

class PrefixSpanTest {
    /** Table 1 of Pei and others (2004): a(abc)(ac)d(cf), (ad)c(bc)(ae), (ef)(ab)(df)cb, eg(af)cbc. */
    private static final SequenceLog PAPER = SequenceLog.of(List.of(
            events("a", "abc", "ac", "d", "cf"),
            events("ad", "c", "bc", "ae"),
            events("ef", "ab", "df", "c", "b"),
            events("e", "g", "af", "c", "b", "c")));

    private static List<List<String>> events(String... events) {
        List<List<String>> sequence = new ArrayList<>();
        for (String event : events) {
            sequence.add(List.of(event.split("")));
        }
        return sequence;
    }

    private static PatternOptions atLeast(int count) {
        return PrefixSpan.options().minSupport(MinSupport.count(count)).build();
    }

    @Test
    void thePaperHas53PatternsInTwoOfFourSequences() {
        SequentialPatterns patterns = PrefixSpan.mine(PAPER, atLeast(2));
        assertThat(patterns.size()).isEqualTo(53); // their table 2 lists them; so many by brute force, too
        assertThat(patterns.asList().stream().map(SequencePattern::text)).contains("a|b -> d -> c", "e -> f -> c -> b");
        assertThat(BruteForce.mine(PAPER, atLeast(2))).hasSize(53);
        assertThat(patterns.pattern(0)).isEqualTo(new SequencePattern(List.of(List.of("a")), 4, 4));
        assertThat(patterns.stop()).isEmpty();
    }

    @Test
    void lengthsAndEventsAndSupportsAreReadByNumber() {
        SequentialPatterns patterns = PrefixSpan.mine(PAPER, atLeast(2));
        int i = patterns.asList().stream().map(SequencePattern::text).toList().indexOf("a|b -> d -> c");
        assertThat(patterns.length(i)).isEqualTo(4);
        assertThat(patterns.events(i)).isEqualTo(3);
        assertThat(patterns.count(i)).isEqualTo(2);
        assertThat(patterns.support(i)).isEqualTo(0.5);
        assertThat(patterns.items().id(patterns.item(i, 1))).isEqualTo("b");
        assertThat(patterns.opensEvent(i, 0)).isTrue();
        assertThat(patterns.opensEvent(i, 1)).isFalse();
        assertThat(patterns.pattern(i).support()).isEqualTo(0.5);
        assertThatThrownBy(() -> patterns.item(i, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(patterns).hasToString("SequentialPatterns[53 patterns in at least 2 of 4 sequences]");
    }

    @Test
    void rulesHaveTheLastEventOnTheRight() {
        SequentialPatterns patterns = PrefixSpan.mine(PAPER, atLeast(2));
        List<SequenceRule> rules = patterns.rules(0.7);
        assertThat(rules).isSortedAccordingTo(Comparator.comparingDouble(rule -> -rule.confidence()));
        assertThat(rules).allMatch(rule -> rule.confidence() >= 0.7);
        assertThat(patterns.rules(0)).hasSize((int) patterns.asList().stream()
                .filter(pattern -> pattern.events().size() > 1)
                .count());
        SequenceRule rule = rules.stream()
                .filter(one -> one.text().equals("a -> c => b"))
                .findFirst()
                .orElseThrow();
        // a -> c in all four, a -> c -> b in three (not in the first, where no b comes after a c), b in all four
        assertThat(rule.both()).isEqualTo(3);
        assertThat(rule.nX()).isEqualTo(4);
        assertThat(rule.nY()).isEqualTo(4);
        assertThat(rule.support()).isEqualTo(0.75);
        assertThat(rule.confidence()).isEqualTo(0.75);
        assertThat(rule.lift()).isEqualTo(0.75);
        assertThatIllegalArgumentException().isThrownBy(() -> patterns.rules(Double.NaN));
    }

    @Test
    void emptySequencesCountAmongAll() {
        SequenceLog log = SequenceLog.of(List.of(events("a", "b"), List.of(), List.of(), events("a")));
        SequentialPatterns patterns =
                PrefixSpan.mine(log, PrefixSpan.options().minSupport(0.25).build());
        assertThat(patterns.sequences()).isEqualTo(4);
        assertThat(patterns.support(0)).isEqualTo(0.5); // a
        assertThat(PrefixSpan.mine(log.withoutEmpty(), atLeast(1)).sequences()).isEqualTo(2);
    }

    @Test
    void noSequenceOrNothingFrequentGivesNoPattern() {
        assertThat(PrefixSpan.mine(SequenceLog.of(List.of()), atLeast(1)).size())
                .isZero();
        assertThat(PrefixSpan.mine(
                                SequenceLog.of(List.of(List.of())),
                                PrefixSpan.options().build())
                        .size())
                .isZero();
        assertThat(PrefixSpan.mine(PAPER, atLeast(5)).size()).isZero();
    }

    @Test
    void oneEventHasNoGap() {
        SequenceLog log = SequenceLog.of(List.of(events("ab"), events("ab")));
        PatternOptions options = PrefixSpan.options()
                .minSupport(1)
                .minGap(3)
                .maxGap(3)
                .maxSpan(3)
                .build();
        assertThat(PrefixSpan.mine(log, options).asList().stream().map(SequencePattern::text))
                .containsExactly("a", "b", "a|b");
    }

    @Test
    void aLaterOccurrenceMayReachWhatTheFirstDoesNot() {
        SequenceLog log = SequenceLog.of(List.of(events("a", "x", "x", "a", "b")));
        PatternOptions options = PrefixSpan.options().minSupport(1).maxGap(1).build();
        assertThat(PrefixSpan.mine(log, options).asList().stream().map(SequencePattern::text))
                .contains("a -> b")
                .doesNotContain("x -> b");
    }

    @Test
    void aLimitOfPatternsStopsAtTheSameOnesOnAnyNumberOfThreads() {
        PatternOptions options = PrefixSpan.options()
                .minSupport(MinSupport.count(2))
                .limits(MiningLimits.defaults().withItemsets(20))
                .build();
        SequentialPatterns stopped = PrefixSpan.mine(PAPER, options);
        assertThat(stopped.size()).isEqualTo(20);
        MiningStop stop = stopped.stop().orElseThrow();
        assertThat(stop.reason()).isEqualTo(MiningStop.Reason.ITEMSETS);
        assertThat(stop.found()).isEqualTo(20);
        assertThat(stop.hint()).contains("Raise the minimum support from 2 to 3 of 4 sequences");
        assertThat(stopped)
                .hasToString("SequentialPatterns[20 patterns in at least 2 of 4 sequences, stopped by ITEMSETS]");
        assertThat(PrefixSpan.mine(PAPER, options, Parallelism.of(4), ProgressListener.NONE)
                        .asList())
                .isEqualTo(stopped.asList());
        PatternOptions enough = PrefixSpan.options()
                .minSupport(MinSupport.count(2))
                .limits(MiningLimits.defaults().withItemsets(53))
                .build();
        assertThat(PrefixSpan.mine(PAPER, enough).stop()).isEmpty();
    }

    /** Two equal sequences of 60 events with one item each: all of their 2^60 - 1 patterns occur in both. */
    private static SequenceLog explosive() {
        List<List<String>> sequence = new ArrayList<>();
        for (int e = 0; e < 60; e++) {
            sequence.add(List.of("i" + (e < 10 ? "0" : "") + e));
        }
        return SequenceLog.of(List.of(sequence, sequence));
    }

    @Test
    void theBestNeedNoGuessOfASupport() {
        PatternOptions best = PrefixSpan.options()
                .minSupport(MinSupport.count(1))
                .events(2, 60)
                .top(5)
                .build();
        assertThat(PrefixSpan.mine(explosive(), best).asList().stream().map(SequencePattern::text))
                .containsExactly("i00 -> i01", "i00 -> i02", "i00 -> i03", "i00 -> i04", "i00 -> i05");
        SequentialPatterns all = PrefixSpan.mine(PAPER, atLeast(1));
        SequentialPatterns ten = PrefixSpan.mine(
                PAPER,
                PrefixSpan.options().minSupport(MinSupport.count(1)).top(10).build());
        assertThat(ten.asList()).isEqualTo(all.asList().subList(0, 10));
        assertThat(ten.minCount()).isEqualTo(1);
    }

    @Test
    void anItemThatMustBeThereButIsRareEndsTheSearchAtOnce() {
        PatternOptions options = PrefixSpan.options()
                .minSupport(1)
                .constraints(ItemConstraints.NONE.withAll("chalk"))
                .build();
        assertThat(PrefixSpan.mine(explosive(), options).size()).isZero();
    }

    @Test
    void explosionsStopByMemoryOrTime() {
        SequenceLog log = explosive();
        PatternOptions.Builder options = PrefixSpan.options().minSupport(1);
        SequentialPatterns byMemory = PrefixSpan.mine(
                log, options.limits(MiningLimits.defaults().withBytes(300_000)).build());
        assertThat(byMemory.stop().orElseThrow().reason()).isEqualTo(MiningStop.Reason.MEMORY);
        assertThat(byMemory.size()).isPositive();
        SequentialPatterns byTime = PrefixSpan.mine(
                log,
                options.limits(MiningLimits.defaults().withTime(Duration.ofMillis(30)))
                        .build());
        assertThat(byTime.stop().orElseThrow().reason()).isEqualTo(MiningStop.Reason.TIME);
    }

    @Test
    void anInterruptedThreadCancels() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> PrefixSpan.mine(PAPER, atLeast(1))).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void progressCountsItems() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        PrefixSpan.mine(
                PAPER,
                atLeast(2),
                Parallelism.SEQUENTIAL,
                (phase, done, total) -> heard.add(phase + " " + done + "/" + total));
        assertThat(heard).hasSize(6).endsWith("sequential patterns 6/6");
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        PatternOptions.Builder options = PrefixSpan.options();
        assertThatIllegalArgumentException().isThrownBy(() -> options.minSupport(0));
        assertThatIllegalArgumentException().isThrownBy(() -> options.minSupport(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> options.minSupport(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrefixSpan.options().items(3, 2).build())
                .withMessageContaining("got min 3 and max 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrefixSpan.options().events(0, 2).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrefixSpan.options().minGap(-1).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrefixSpan.options().minGap(5).maxSpan(4).build())
                .withMessageContaining("raise maxSpan or lower minGap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrefixSpan.options().top(-1).build());
    }
}

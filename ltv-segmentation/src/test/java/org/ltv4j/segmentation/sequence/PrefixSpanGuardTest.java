package org.ltv4j.segmentation.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.segmentation.itemset.MinSupport;
import org.ltv4j.segmentation.itemset.MiningLimits;
import org.ltv4j.segmentation.itemset.MiningStop;

/** Long sequences and large events end in a result, not in an error. */
class PrefixSpanGuardTest {
    private static final int DAYS = 4_000;

    private static SequenceLog daily(int days) {
        return SequenceLog.of(List.of(Collections.nCopies(days, List.of("milk"))));
    }

    private static SequenceLog oneLargeEventTwice(int items) {
        List<List<String>> customer = List.of(IntStream.range(0, items)
                .mapToObj(i -> String.format("i%05d", i))
                .toList());
        return SequenceLog.of(List.of(customer, customer));
    }

    @Test
    void patternsMayBeLongerThanAStackOfCallsIsDeep() {
        SequenceLog log = daily(DAYS);
        SequentialPatterns free = PrefixSpan.mine(
                log, PrefixSpan.options().minSupport(1).events(DAYS - 1, DAYS).build());
        assertThat(free.size()).isEqualTo(2);
        assertThat(free.length(1)).isEqualTo(DAYS);
        SequentialPatterns gaps = PrefixSpan.mine(
                log,
                PrefixSpan.options()
                        .minSupport(1)
                        .maxGap(2)
                        .events(DAYS - 1, DAYS)
                        .build());
        assertThat(gaps.size()).isEqualTo(2);
        SequentialPatterns closed = PrefixSpan.mine(
                log, PrefixSpan.options().minSupport(1).closed(true).build());
        assertThat(closed.size()).isEqualTo(1);
        assertThat(closed.length(0)).isEqualTo(DAYS);
    }

    @Test
    void theMemoryOfResultsAndOfWorkKeepsToItsLimit() {
        long limit = 4 << 20;
        for (SequenceLog log : List.of(oneLargeEventTwice(600), daily(DAYS))) {
            SequentialPatterns found = PrefixSpan.mine(
                    log,
                    PrefixSpan.options()
                            .minSupport(MinSupport.share(1))
                            .limits(MiningLimits.defaults().withBytes(limit))
                            .build());
            assertThat(found.stop().orElseThrow().reason()).isEqualTo(MiningStop.Reason.MEMORY);
            long codes =
                    IntStream.range(0, found.size()).mapToLong(found::length).sum();
            // a task's buffer and the merged one, or the merged and the sorted one, stand side by side
            assertThat(2 * Integer.BYTES * codes).isLessThan(limit);
        }
    }

    @Test
    void theBestOfALargeEventNeedLittleMemory() {
        SequentialPatterns best = PrefixSpan.mine(
                oneLargeEventTwice(10_000),
                PrefixSpan.options()
                        .top(3)
                        .limits(MiningLimits.defaults().withBytes(8 << 20))
                        .build());
        assertThat(best.stop()).isEmpty();
        assertThat(best.asList().stream().map(SequencePattern::text)).containsExactly("i00000", "i00001", "i00002");
    }

    @Test
    void hintsAskForWhatIsPossible() {
        MiningStop one = PrefixSpan.mine(
                        daily(100),
                        PrefixSpan.options()
                                .limits(MiningLimits.defaults().withItemsets(5))
                                .build())
                .stop()
                .orElseThrow();
        assertThat(one.hint()).contains("Limit items").doesNotContain("of 1 sequences");
        MiningStop best = PrefixSpan.mine(
                        oneLargeEventTwice(200),
                        PrefixSpan.options()
                                .top(7)
                                .closed(true)
                                .limits(MiningLimits.defaults().withItemsets(9).withBytes(200_000))
                                .build())
                .stop()
                .orElseThrow();
        assertThat(best.found()).isLessThanOrEqualTo(7);
    }
}

package org.ltv4j.segmentation.itemset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.itemset.MiningStop.Reason;

/** Searches that would not end: two baskets with forty items have a million million frequent itemsets. */
@Timeout(60)
class StopTest {
    private static final List<String> FORTY =
            IntStream.range(0, 40).mapToObj(i -> "item " + i).toList();
    private static final BasketLog EXPLOSIVE =
            BasketLog.of(List.of(FORTY, FORTY, Set.of("item 3", "other"), Set.of("other")));
    private static final MiningOptions ALL = MiningOptions.defaults().withMinCount(1);

    @ParameterizedTest(name = "{0}")
    @EnumSource(MiningAlgorithm.class)
    void aLimitOfItemsetsLeavesTheFirstOnesOnAnyNumberOfThreads(MiningAlgorithm algorithm) {
        MiningOptions options = ALL.with(algorithm)
                .with(MiningLimits.defaults().withItemsets(10_000).withBytes(8_000_000));
        FrequentItemsets sets = Itemsets.mine(EXPLOSIVE, options);
        assertThat(sets.size()).isEqualTo(10_000);
        if (algorithm != MiningAlgorithm.APRIORI) { // which runs out of memory on its way through the lengths
            assertThat(sets.stop().map(MiningStop::reason)).contains(Reason.ITEMSETS);
            SameSets.check(sets, Itemsets.mine(EXPLOSIVE, ALL.with(options.limits())));
        }
        SameSets.check(Itemsets.mine(EXPLOSIVE, options, Parallelism.of(4), ProgressListener.NONE), sets);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(MiningAlgorithm.class)
    void aLimitOfMemoryLeavesASubsetClosedBeginning(MiningAlgorithm algorithm) {
        MiningOptions options = ALL.with(algorithm).with(MiningLimits.defaults().withBytes(3_000_000));
        FrequentItemsets sets = Itemsets.mine(EXPLOSIVE, options);
        assertThat(sets.stop().map(MiningStop::reason)).contains(Reason.MEMORY);
        assertThat(sets.size()).isBetween(100, 200_000);
        for (int i = 0; i < sets.size(); i++) {
            for (int k = 0; k < sets.length(i); k++) {
                assertThat(sets.countWithout(i, k)).isGreaterThanOrEqualTo(sets.count(i));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(MiningAlgorithm.class)
    void aLimitOfTimeEndsTheSearch(MiningAlgorithm algorithm) {
        MiningOptions options = ALL.with(algorithm).with(MiningLimits.defaults().withTime(Duration.ofMillis(60)));
        FrequentItemsets sets = Itemsets.mine(EXPLOSIVE, options, Parallelism.of(2), ProgressListener.NONE);
        assertThat(sets.stop().map(MiningStop::reason)).isPresent();
        assertThat(sets.size()).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(MiningAlgorithm.class)
    void littleMemoryIsALimitAndNoError(MiningAlgorithm algorithm) {
        BasketLog baskets = wide();
        for (long bytes : new long[] {1, 1_000, 100_000, 1_000_000}) {
            for (ItemsetKind kind : ItemsetKind.values()) {
                MiningOptions options = ALL.with(algorithm)
                        .with(kind)
                        .with(MiningLimits.defaults().withBytes(bytes));
                FrequentItemsets sets = Itemsets.mine(baskets, options);
                if (sets.stop().isPresent()) {
                    assertThat(sets.stop().get().reason()).isEqualTo(Reason.MEMORY);
                    assertThat(sets.stop().get().found()).isEqualTo(sets.size());
                } else { // few sets, found directly, fit into little memory
                    assertThat(kind).isIn(ItemsetKind.CLOSED, ItemsetKind.MAXIMAL);
                    SameSets.check(
                            sets, Itemsets.mine(baskets, ALL.withMinCount(1).with(kind)));
                }
            }
            FrequentItemsets best = Itemsets.mine(
                    baskets,
                    ALL.withTop(5, TopItemsets.Measure.LIFT)
                            .with(algorithm)
                            .withMinCount(1)
                            .with(MiningLimits.defaults().withBytes(bytes)));
            assertThat(best.size()).isLessThanOrEqualTo(5);
        }
    }

    /** 300 baskets of 30 of 2,000 items. */
    private static BasketLog wide() {
        List<List<String>> baskets = new ArrayList<>();
        for (int b = 0; b < 300; b++) {
            int from = b * 37;
            baskets.add(IntStream.range(0, 30)
                    .mapToObj(i -> "item " + (from + i * i) % 2000)
                    .distinct()
                    .toList());
        }
        return BasketLog.of(baskets);
    }

    @Test
    void aSearchThatWasStoppedAtOnceHasAHintToo() {
        List<List<String>> baskets = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int b = 0; b < 2_000; b++) {
            baskets.add(IntStream.range(0, 60)
                    .filter(i -> random.nextInt(5) > 0)
                    .mapToObj(i -> "item " + i)
                    .toList());
        }
        BasketLog log = BasketLog.of(baskets);
        MiningLimits few = MiningLimits.defaults().withItemsets(1_000);
        String hint = Itemsets.mine(log, ALL.with(few)).stop().orElseThrow().hint();
        Matcher said = Pattern.compile("to at least (0\\.\\d+) \\(\\d+ baskets\\): (\\d+) itemsets")
                .matcher(hint);
        assertThat(said.find()).as(hint).isTrue();
        FrequentItemsets fewer = Itemsets.mine(log, ALL.with(few).withMinSupport(Double.parseDouble(said.group(1))));
        assertThat(fewer.stop()).isEmpty();
        assertThat(fewer.size()).isEqualTo(Integer.parseInt(said.group(2)));
    }

    @Test
    void theHintNamesASupportThatIsEnough() {
        List<List<String>> baskets = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            List<String> basket = new ArrayList<>();
            for (int item = 0; item < 14; item++) {
                if (Integer.bitCount(i * (2 * item + 1) & 0xFF) % 3 != 0) {
                    basket.add("item " + item);
                }
            }
            baskets.add(basket);
        }
        BasketLog log = BasketLog.of(baskets);
        MiningOptions options = ALL.with(MiningLimits.defaults().withItemsets(500));
        MiningStop stop = Itemsets.mine(log, options).stop().orElseThrow();
        Matcher hint = Pattern.compile("at least ([0-9.]+) \\((\\d+) baskets\\): (\\d+) itemsets")
                .matcher(stop.hint());
        assertThat(hint.find()).as(stop.hint()).isTrue();
        FrequentItemsets enough = Itemsets.mine(log, options.withMinSupport(Double.parseDouble(hint.group(1))));
        assertThat(enough.stop()).isEmpty();
        assertThat(enough.minCount()).isEqualTo(Integer.parseInt(hint.group(2)));
        assertThat(enough.size()).isEqualTo(Integer.parseInt(hint.group(3))).isLessThanOrEqualTo(500);
        assertThat(stop.found()).isEqualTo(500);
    }

    @Test
    void closedAndMaximalSetsOfExplosiveBasketsAreFew() {
        for (ItemsetKind kind : List.of(ItemsetKind.CLOSED, ItemsetKind.MAXIMAL)) {
            FrequentItemsets sets = Itemsets.mine(EXPLOSIVE, ALL.with(kind));
            assertThat(sets.stop()).isEmpty();
            assertThat(sets.size()).isEqualTo(kind == ItemsetKind.CLOSED ? 4 : 2);
        }
    }

    @Test
    void pickingClosedSetsFromSomeOfAllIsRefused() {
        FrequentItemsets sets = Itemsets.mine(
                EXPLOSIVE,
                ALL.with(ItemsetKind.CLOSED)
                        .with(MiningAlgorithm.ECLAT)
                        .with(MiningLimits.defaults().withBytes(3_000_000)));
        assertThat(sets.size()).isZero();
        assertThat(sets.stop().map(MiningStop::reason)).contains(Reason.MEMORY);
    }

    @Test
    void theBestOfExplosiveBasketsAreFoundWithoutAGuess() {
        FrequentItemsets top = Itemsets.mine(EXPLOSIVE, ALL.withTop(60, TopItemsets.Measure.SUPPORT));
        assertThat(top.stop()).isEmpty();
        assertThat(top.names(0)).containsExactly("item 3");
        assertThat(top.count(0)).isEqualTo(3);
        assertThat(top.count(59)).isEqualTo(2);
        assertThat(top.size()).isEqualTo(60);
    }

    @Test
    void anInterruptedThreadGivesUp() {
        try {
            assertThatThrownBy(() -> Itemsets.mine(EXPLOSIVE, ALL, Parallelism.of(2), (phase, done, total) -> {
                        if (done > 15) {
                            Thread.currentThread().interrupt();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void progressIsToldFromTheCallingThread() {
        Thread caller = Thread.currentThread();
        List<Long> done = new ArrayList<>();
        Itemsets.mine(BasketLog.of(List.of(FORTY)), ALL.withLengths(1, 2), Parallelism.of(2), (phase, so, total) -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            assertThat(phase).isEqualTo("mining itemsets");
            assertThat(total).isEqualTo(40);
            done.add(so);
        });
        assertThat(done).isSorted().contains(40L);
    }

    @Test
    void anExceptionOfTheListenerComesThrough() {
        assertThatThrownBy(() -> Itemsets.mine(EXPLOSIVE, ALL, Parallelism.of(3), (phase, done, total) -> {
                    if (done == 12) {
                        throw new IllegalStateException("enough");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }
}

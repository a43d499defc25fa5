package org.ltv4j.segmentation.itemset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.basket.BasketLog;

/** The rows that miners read against a list that is written down basket by basket. */
class RankedBasketsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 3, 2, 1", // one basket
        "50, 5, 6, 1", // one block
        "50, 5, 6, 51", // nothing is frequent
        "90_000, 500, 20, 300", // some are frequent, some threads start
        "90_000, 20_000, 20, 20", // more ranks than a small block has occurrences
        "300, 20_000, 8_000, 2", // baskets that are longer than a block
    })
    void rowsAreTheBasketsWhateverTheThreads(int size, int items, int longest, int minCount) {
        BasketLog log = random(size, items, longest);
        Ranking ranking = Ranking.of(log);
        int[] counts = new int[log.items().size()];
        for (int item = 0; item < counts.length; item++) {
            counts[item] = log.count(item);
        }
        int[] expected = rows(log, ranking, minCount);
        for (int threads : new int[] {1, 2, 5}) {
            MiningGuard guard = new MiningGuard(MiningLimits.defaults(), 1);
            RankedBaskets ranked = RankedBaskets.of(log, ranking, counts, minCount, threads, guard);
            assertThat(ranked.rows).isEqualTo(expected);
            assertThat(ranked.counts).hasSize(ranked.ranks());
            for (int rank = 0; rank < ranked.ranks(); rank++) {
                assertThat(ranked.itemOf[rank]).isEqualTo(ranking.itemOf()[rank]);
                assertThat(ranked.counts[rank]).isEqualTo(counts[ranked.itemOf[rank]]);
            }
        }
    }

    /** Pairs enough for several shares, on a machine that has none of the large data sets. */
    @Test
    void sharesOfTheBasketsGiveTheSameItemsets() {
        BasketLog log = random(60_000, 300, 24);
        MiningOptions options = MiningOptions.defaults().withMinSupport(0.002);
        MiningInput input = MiningInput.of(log, ItemConstraints.NONE, true);
        int minCount = options.minSupport().among(log.size());
        RankedBaskets ranked = input.from(minCount, 1, new MiningGuard(MiningLimits.defaults(), 1));
        assertThat(PairCounts.shares(ranked, 5, Long.MAX_VALUE)).isEqualTo(5);
        FrequentItemsets expected = Itemsets.mine(log, options.with(MiningAlgorithm.LCM));
        assertThat(expected.size()).isGreaterThan(5_000);
        for (int threads : new int[] {1, 2, 5}) {
            SameSets.check(Itemsets.mine(log, options, Parallelism.of(threads), ProgressListener.NONE), expected);
        }
    }

    private static int[] rows(BasketLog log, Ranking ranking, int minCount) {
        List<int[]> rows = new ArrayList<>();
        int length = 1;
        for (int b = 0; b < log.size(); b++) {
            int basket = b;
            int[] ranks = IntStream.range(0, log.length(b))
                    .map(k -> log.item(basket, k))
                    .filter(item -> log.count(item) >= minCount)
                    .map(item -> ranking.rankOf()[item])
                    .sorted()
                    .toArray();
            if (ranks.length >= 2) {
                rows.add(ranks);
                length += 1 + ranks.length;
            }
        }
        int[] all = new int[length];
        int at = 0;
        for (int[] row : rows) {
            all[at] = RankedBaskets.SENTINEL;
            System.arraycopy(row, 0, all, at + 1, row.length);
            at += 1 + row.length;
        }
        all[at] = RankedBaskets.SENTINEL;
        return all;
    }

    /** Items with a small number are in more baskets than others. */
    private static BasketLog random(int size, int items, int longest) {
        SplittableRandom random = new SplittableRandom(20261122);
        List<List<String>> baskets = new ArrayList<>();
        for (int b = 0; b < size; b++) {
            List<String> basket = new ArrayList<>();
            for (int left = random.nextInt(longest + 1); left > 0; left--) {
                double u = random.nextDouble();
                basket.add("i" + (int) (items * u * u));
            }
            baskets.add(basket);
        }
        return BasketLog.of(baskets);
    }
}

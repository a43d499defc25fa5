package org.ltv4j.segmentation.itemset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.testing.SharedBaskets;

/** 100,000 made-up baskets and 19,773 receipts: numbers of itemsets that arules, Borgelt's programs, SPMF and Smile agree on. */
class LargeBasketsTest {

    @ParameterizedTest(name = "{0}: {1} sets")
    @CsvSource({"0.01, 385", "0.001, 27532", "0.0002, 129875"})
    void madeUpBasketsHaveAsManyItemsetsAsElsewhere(double support, int sets) {
        BasketLog baskets = SharedBaskets.t10i4d100k();
        MiningOptions options = MiningOptions.defaults().withMinSupport(support);
        FrequentItemsets alone = Itemsets.mine(baskets, options);
        assertThat(alone.size()).isEqualTo(sets);
        SameSets.check(Itemsets.mine(baskets, options, Parallelism.of(3), ProgressListener.NONE), alone);
    }

    @ParameterizedTest(name = "{0}: {1} sets")
    @CsvSource({"0.01, 2026", "0.003, 181736"})
    void receiptsHaveAsManyItemsetsAsElsewhere(double support, int sets) {
        BasketLog baskets = SharedBaskets.onlineRetail();
        assertThat(baskets.size()).isEqualTo(19_773);
        assertThat(baskets.longest()).isEqualTo(1_106);
        MiningOptions options = MiningOptions.defaults().withMinSupport(support);
        FrequentItemsets alone = Itemsets.mine(baskets, options);
        assertThat(alone.size()).isEqualTo(sets);
        SameSets.check(Itemsets.mine(baskets, options, Parallelism.of(3), ProgressListener.NONE), alone);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(MiningAlgorithm.class)
    void algorithmsAgreeOnTheWayToTheLastNumber(MiningAlgorithm algorithm) {
        for (BasketLog baskets : new BasketLog[] {SharedBaskets.t10i4d100k(), SharedBaskets.onlineRetail()}) {
            MiningOptions options = MiningOptions.defaults().withMinSupport(0.004);
            SameSets.check(Itemsets.mine(baskets, options.with(algorithm)), Itemsets.mine(baskets, options));
        }
    }

    @Test
    void closedSetsFoundDirectlyAreThosePickedFromAll() {
        for (ItemsetKind kind : new ItemsetKind[] {ItemsetKind.CLOSED, ItemsetKind.MAXIMAL}) {
            for (BasketLog baskets : new BasketLog[] {SharedBaskets.t10i4d100k(), SharedBaskets.onlineRetail()}) {
                MiningOptions options =
                        MiningOptions.defaults().withMinSupport(0.004).with(kind);
                SameSets.check(
                        Itemsets.mine(baskets, options.with(MiningAlgorithm.LCM)),
                        Itemsets.mine(baskets, options.with(MiningAlgorithm.ECLAT)));
            }
        }
    }

    /** 8,163,271 sets: too many for most tools to hold; here they are counted and not kept. */
    @Test
    void manyMillionsAreCountedWithoutBeingKept() {
        BasketLog baskets = SharedBaskets.onlineRetail();
        MiningGuard guard = new MiningGuard(MiningLimits.defaults(), 1);
        MiningInput input = MiningInput.of(baskets, ItemConstraints.NONE, true);
        Search search = new Search(input, MiningAlgorithm.AUTO, Parallelism.SEQUENTIAL, guard, ProgressListener.NONE);
        MiningPlan all = new MiningPlan(ItemsetKind.FREQUENT, 1, Integer.MAX_VALUE, Long.MAX_VALUE);
        assertThat(search.count(MinSupport.share(0.002).among(baskets.size()), all))
                .isEqualTo(8_163_271);
    }
}

package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.itemset.FrequentItemsets;
import org.ltv4j.segmentation.itemset.Itemsets;
import org.ltv4j.segmentation.itemset.MiningLimits;
import org.ltv4j.segmentation.itemset.MiningOptions;
import org.ltv4j.segmentation.itemset.MiningStop;
import org.ltv4j.segmentation.itemset.MiningStop.Reason;

/** Rules that would not end: the itemsets of a basket with 18 items divide into two sides in 3^18 ways, 387 million. */
@Timeout(60)
class RuleStopTest {
    private static final BasketLog LONG = BasketLog.of(List.of(items(18), items(18)));
    private static final BasketLog ENDLESS = BasketLog.of(List.of(items(60), items(60)));
    /** No set is kept, so that memory is no limit. */
    private static final Apriori.Options NOTHING_FITS = Apriori.Options.defaults()
            .withMinCount(2)
            .with(Consequents.ANY)
            .with(RuleConstraints.NONE.withAntecedents("in no basket"));

    private static final Apriori.Options ALL = Apriori.Options.defaults().withMinCount(2);

    private static List<String> items(int count) {
        return IntStream.range(0, count).mapToObj(i -> "item " + i).toList();
    }

    @AfterEach
    void noInterruptIsLeft() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aLimitOfTimeHoldsForMakingRulesToo() {
        FrequentItemsets sets = Itemsets.mine(LONG, MiningOptions.defaults());
        RuleSet rules =
                Apriori.from(sets, NOTHING_FITS.with(MiningLimits.defaults().withTime(Duration.ofMillis(100))));
        assertThat(rules.stop().map(MiningStop::reason)).contains(Reason.TIME);
        assertThat(rules.stop().get().hint()).startsWith("rules beyond the first 0 took too long: raise the minimum");
    }

    @Test
    void makingRulesEndsWhenTheThreadIsInterrupted() {
        FrequentItemsets sets = Itemsets.mine(LONG, MiningOptions.defaults());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Apriori.from(sets, NOTHING_FITS)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void weightedRulesEndAtLimitsOfBytesAndTime() {
        MiningLimits bytes = MiningLimits.defaults().withBytes(4_000_000);
        RuleSet some = WeightedRules.mine(ENDLESS, b -> 1, ALL.with(bytes)).rules();
        assertThat(some.stop().map(MiningStop::reason)).contains(Reason.MEMORY);
        assertThat(some.size()).isPositive();
        MiningLimits time = MiningLimits.defaults().withTime(Duration.ofMillis(100));
        RuleConstraints none = RuleConstraints.NONE.withAnywhere("in no basket");
        RuleSet late =
                WeightedRules.mine(ENDLESS, b -> 1, ALL.with(none).with(time)).rules();
        assertThat(late.stop().map(MiningStop::reason)).contains(Reason.TIME);
        assertThat(late.stop().get().hint())
                .isEqualTo("raise the minimum support, ask for fewer items, or raise the limit of time");
    }

    @Test
    void weightedRulesEndWhenTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> WeightedRules.mine(ENDLESS, b -> 1, ALL)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aLimitThatIsJustReachedStopsNothing() {
        BasketLog baskets = BasketLog.of(List.of(items(4), items(4))); // 15 itemsets, 4 + 8 + 12 + 4 = 28 rules
        MiningLimits limits = MiningLimits.defaults();
        RuleSet all = WeightedRules.mine(baskets, b -> 1, ALL.with(limits.withItemsets(15)))
                .rules();
        assertThat(all.stop()).isEmpty();
        assertThat(all.size()).isEqualTo(28);
        RuleSet some = WeightedRules.mine(baskets, b -> 1, ALL.with(limits.withItemsets(14)))
                .rules();
        assertThat(some.stop()).get().extracting(MiningStop::found).isEqualTo(14L);
        assertThat(new ArrayList<>(all.asList())).containsAll(some.asList());
    }
}

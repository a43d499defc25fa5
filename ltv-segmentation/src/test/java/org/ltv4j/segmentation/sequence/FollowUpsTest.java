package org.ltv4j.segmentation.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.segmentation.itemset.MinSupport;
import org.ltv4j.segmentation.itemset.MiningStop;
import org.ltv4j.segmentation.rule.Correction;

class FollowUpsTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    /** Two customers whose every number can be counted on fingers; known until day 40, so that with 10 days day 30 is the last complete. */
    private static SequenceLog small() {
        return SequenceLog.builder()
                .add("ann", START, "a")
                .add("ann", START.plusDays(4), "b")
                .add("ann", START.plusDays(5), "a", "b")
                .add("ann", START.plusDays(38), "a")
                .add("ann", START.plusDays(40), "b")
                .add("bob", START.plusDays(10), "a")
                .add("bob", START.plusDays(20), "b")
                .add("bob", START.plusDays(21), "c")
                .add("cat", START.plusDays(1), "c")
                .add("dan", START.plusDays(33), "a")
                .build();
    }

    @Test
    void countsAreThoseOnFingers() {
        FollowUpRule rule = FollowUps.rule(small(), "a", "b", 10);
        assertThat(rule.purchases()).isEqualTo(5); // ann 0, 5, 38; bob 10; dan 33
        assertThat(rule.complete()).isEqualTo(3); // not 38 and 33
        assertThat(rule.censored()).isEqualTo(2);
        assertThat(rule.followed()).isEqualTo(2); // ann 0, bob 10; not ann 5, where b stands on the same day
        assertThat(rule.customers()).isEqualTo(3);
        assertThat(rule.customersFollowed()).isEqualTo(2);
        assertThat(rule.allCustomers()).isEqualTo(4);
        assertThat(rule.support()).isEqualTo(0.5);
        assertThat(rule.base()).isEqualTo(7); // ann 0, 4, 5; bob 10, 20, 21; cat 1
        assertThat(rule.baseFollowed()).isEqualTo(3); // ann 0, 4; bob 10
        assertThat(rule.confidence()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(rule.lift()).isCloseTo(2 / 3.0 / (3 / 7.0), within(1e-15));
        // ann: 2 purchases of a, 2 of 3 followed; bob: 1, 1 of 3
        assertThat(rule.ownLift()).isCloseTo(2 / (2 * 2 / 3.0 + 1 / 3.0), within(1e-15));
    }

    @Test
    void youngPurchasesCountAsLongAsTheyAreKnown() {
        DaysToPurchase days = FollowUps.rule(small(), "a", "b", 10).days();
        // b comes after 4 and 10 days, after 2 for the one of day 38, which is known for 2 days; dan's of day 33 for 7
        assertThat(days.atRisk(1)).isEqualTo(5);
        assertThat(days.atRisk(2)).isEqualTo(5);
        assertThat(days.bought(2)).isEqualTo(1);
        assertThat(days.atRisk(3)).isEqualTo(4);
        assertThat(days.atRisk(4)).isEqualTo(4);
        assertThat(days.atRisk(5)).isEqualTo(3);
        assertThat(days.atRisk(8)).isEqualTo(2);
        assertThat(days.atRisk(10)).isEqualTo(2);
        assertThat(days.probabilityBy(1)).isZero();
        assertThat(days.probabilityBy(2)).isCloseTo(1 / 5.0, within(1e-15));
        assertThat(days.probabilityBy(4)).isCloseTo(1 - 4 / 5.0 * 3 / 4.0, within(1e-15));
        assertThat(days.probabilityBy(10)).isCloseTo(1 - 4 / 5.0 * 3 / 4.0 * 1 / 2.0, within(1e-15)); // 0.7
        assertThat(days.dayOfBuyers(0.5)).hasValue(4); // 0.4 is the first of at least 0.35
        assertThat(days.day(0.5)).hasValue(10);
        assertThat(days.day(0.8)).isEmpty();
        assertThat(days.window()).isEqualTo(10);
        assertThat(days).hasToString("DaysToPurchase[10 days, 0.7 by then]");
    }

    @Test
    void theTextSaysItInPlainWords() {
        assertThat(FollowUps.rule(small(), "a", "b", 10).text())
                .isEqualTo("after a, 66.7 % buy b within 10 days, half of them by day 4;"
                        + " 1.6 times as often as after any purchase");
        assertThat(FollowUps.rule(small(), "b", "a", 1000).text())
                .isEqualTo("after b, nobody knows yet who buys a within 1000 days");
        assertThat(FollowUps.rule(small(), "c", "a", 10).text()).isEqualTo("after c, 0.0 % buy a within 10 days");
    }

    @Test
    void nothingKnownGivesTheWholeInterval() {
        FollowUpRule rule = FollowUps.rule(small(), "b", "a", 1000);
        assertThat(rule.confidence()).isNaN();
        assertThat(rule.confidenceInterval(0.95)).isEqualTo(new Interval(0, 1));
        assertThat(rule.pValue()).isEqualTo(1);
        assertThat(rule.probability()).isPositive(); // ann bought a one day after b
    }

    @Test
    void purchasesOfManyCustomersHaveWilsonsInterval() {
        SequenceLogBuilder log = SequenceLog.builder();
        for (int c = 0; c < 100; c++) {
            log.add("k" + c, START, "a");
            if (c < 18) {
                log.add("k" + c, START.plusDays(3), "b");
            }
        }
        FollowUpRule rule = FollowUps.rule(log.build().observedUntil(START.plusDays(60)), "a", "b", 30);
        assertThat(rule.confidence()).isEqualTo(0.18);
        assertThat(rule.effective()).isCloseTo(100, within(1.01)); // k - 1 in the variance of k customers
        Interval interval = rule.confidenceInterval(0.95);
        assertThat(interval.lower()).isCloseTo(0.1170, within(0.001)); // Wilson (1927): 18 of 100 has 0.1170 to 0.2667
        assertThat(interval.upper()).isCloseTo(0.2667, within(0.001));
    }

    @Test
    void purchasesOfFewCustomersAreWorthLess() {
        SequenceLogBuilder log = SequenceLog.builder();
        for (int c = 0; c < 10; c++) {
            for (int k = 0; k < 10; k++) {
                LocalDate day = START.plusDays(40L * k);
                log.add("k" + c, day, "a");
                if (c < 2) { // two customers always follow, the others never
                    log.add("k" + c, day.plusDays(3), "b");
                }
            }
        }
        FollowUpRule rule = FollowUps.rule(log.build().observedUntil(START.plusDays(600)), "a", "b", 30);
        assertThat(rule.complete()).isEqualTo(100);
        assertThat(rule.effective()).isCloseTo(10, within(1.5));
        Interval interval = rule.confidenceInterval(0.95);
        assertThat(interval.upper() - interval.lower()).isGreaterThan(0.4); // of 100 independent ones it is 0.16
    }

    @Test
    void underNoEffectPValuesAreSpreadEvenly() {
        Random random = new Random(3);
        int below = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            SequenceLogBuilder log = SequenceLog.builder();
            for (int c = 0; c < 60; c++) {
                double likes = random.nextDouble(); // b is bought in bursts of customers, a by chance
                for (int k = 0; k < 12; k++) {
                    LocalDate day = START.plusDays(10L * k);
                    log.add("k" + c, day, random.nextInt(4) == 0 ? "a" : "x");
                    if (random.nextDouble() < likes * likes) {
                        log.add("k" + c, day, "b");
                    }
                }
            }
            below += FollowUps.rule(log.build(), "a", "b", 15).pValue() < 0.05 ? 1 : 0;
        }
        assertThat((double) below / runs).isCloseTo(0.05, within(0.033)); // three binomial standard deviations
    }

    @Test
    void aTrueEffectIsFoundAmongManyRules() {
        Random random = new Random(5);
        SequenceLogBuilder log = SequenceLog.builder();
        for (int c = 0; c < 300; c++) {
            for (int k = 0; k < 10; k++) {
                LocalDate day = START.plusDays(14L * k);
                boolean grinder = random.nextInt(8) == 0;
                log.add("k" + c, day, grinder ? "grinder" : "item" + random.nextInt(6));
                if (grinder && random.nextInt(3) == 0) {
                    log.add("k" + c, day.plusDays(1 + random.nextInt(9)), "beans");
                }
                if (random.nextInt(20) == 0) {
                    log.add("k" + c, day.plusDays(2), "beans");
                }
            }
        }
        FollowUps.Options options = FollowUps.Options.defaults().withWindow(14).withMinSupport(0.02);
        FollowUpRules rules = FollowUps.mine(log.build(), options);
        FollowUpRules significant = rules.significant(0.01).where(rule -> rule.lift() > 1);
        assertThat(significant.get(0).after()).isEqualTo("grinder");
        assertThat(significant.get(0).then()).isEqualTo("beans");
        assertThat(significant.get(0).ownLift()).isGreaterThan(2);
        assertThat(rules.tests()).isEqualTo(64); // eight items after eight
        assertThat(rules.after("grinder").asList())
                .allMatch(rule -> rule.after().equals("grinder"));
        assertThat(rules.after("chalk").size()).isZero();
        assertThat(rules).hasToString("FollowUpRules[" + rules.size() + " rules of 64 possible ones]");
        double[] p = rules.asList().stream().mapToDouble(FollowUpRule::pValue).toArray();
        assertThat(rules.asList().stream().mapToDouble(FollowUpRule::adjustedP).toArray())
                .containsExactly(Correction.BENJAMINI_HOCHBERG.adjust(p, 64), within(1e-15));
    }

    @Property(tries = 150, seed = "20261122")
    void everyCountIsThatOfTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int window) {
        SequenceLog log = RandomSequences.draw(seed, 12, 6, 4);
        if (log.events() == 0) {
            return;
        }
        FollowUps.Options options =
                FollowUps.Options.defaults().withWindow(window).withMinSupport(MinSupport.count(1));
        FollowUpRules rules = FollowUps.mine(log, options);
        assertThat(FollowUps.mine(log, options, Parallelism.of(3)).asList()).isEqualTo(rules.asList());
        Map<String, Integer> customers = new HashMap<>();
        PatternOptions pairs = PrefixSpan.options()
                .minSupport(MinSupport.count(1))
                .items(2, 2)
                .events(2, 2)
                .minGap(1)
                .maxGap(window)
                .build();
        PrefixSpan.mine(log, pairs).asList().forEach(pattern -> customers.put(pattern.text(), pattern.count()));
        assertThat(rules.size()).isEqualTo(customers.size());
        for (FollowUpRule rule : rules) {
            assertThat(rule.customersFollowed()).isEqualTo(customers.get(rule.after() + " -> " + rule.then()));
            check(rule, log, window);
        }
    }

    /** By going through all events, and Kaplan and Meier's product from the list of times. */
    private static void check(FollowUpRule rule, SequenceLog log, int window) {
        int end = (int) log.observedUntil().toEpochDay();
        List<int[]> times = new ArrayList<>(); // day, and 1 if b came then
        int complete = 0;
        int followed = 0;
        int base = 0;
        int baseFollowed = 0;
        for (int s = 0; s < log.size(); s++) {
            for (int e = log.start(s); e < log.start(s + 1); e++) {
                int first = Integer.MAX_VALUE;
                for (int f = log.start(s + 1) - 1; f > e; f--) {
                    if (log.names(f).contains(rule.then()) && log.day(f) - log.day(e) <= window) {
                        first = log.day(f) - log.day(e);
                    }
                }
                boolean known = log.day(e) + window <= end;
                boolean yes = first <= window;
                base += known ? 1 : 0;
                baseFollowed += known && yes ? 1 : 0;
                if (log.names(e).contains(rule.after())) {
                    complete += known ? 1 : 0;
                    followed += known && yes ? 1 : 0;
                    times.add(new int[] {yes ? first : Math.min(window, end - log.day(e)), yes ? 1 : 0});
                }
            }
        }
        assertThat(rule.purchases()).isEqualTo(times.size());
        assertThat(rule.complete()).isEqualTo(complete);
        assertThat(rule.followed()).isEqualTo(followed);
        assertThat(rule.base()).isEqualTo(base);
        assertThat(rule.baseFollowed()).isEqualTo(baseFollowed);
        double left = 1;
        for (int day = 1; day <= window; day++) {
            int now = day;
            long atRisk = times.stream().filter(t -> t[0] >= now).count();
            long bought = times.stream().filter(t -> t[0] == now && t[1] == 1).count();
            assertThat((long) rule.days().atRisk(day)).isEqualTo(atRisk);
            left *= atRisk == 0 ? 1 : 1 - (double) bought / atRisk;
            assertThat(rule.days().probabilityBy(day)).isCloseTo(1 - left, within(1e-12));
        }
        assertThat(rule.effective()).isBetween(0.0, (double) Math.max(complete, 0));
        assertThat(rule.pValue()).isBetween(0.0, 1.0);
    }

    @Test
    void tooManyRulesRaiseTheMinimum() {
        SequenceLog log = RandomSequences.draw(7, 40, 6, 5);
        FollowUps.Options options = FollowUps.Options.defaults().withMinSupport(MinSupport.count(1));
        FollowUpRules all = FollowUps.mine(log, options);
        assertThat(all.stop()).isEmpty();
        FollowUpRules some = FollowUps.mine(log, options.withMost(10));
        assertThat(some.size()).isPositive().isLessThanOrEqualTo(10);
        assertThat(some.stop().orElseThrow().hint())
                .contains("more than 10 rules: the minimum support was raised from 1");
        int least = some.asList().stream()
                .mapToInt(FollowUpRule::customersFollowed)
                .min()
                .orElseThrow();
        assertThat(all.asList().stream().filter(rule -> rule.customersFollowed() >= least))
                .hasSize(some.size());
        assertThat(FollowUps.mine(log, options.withRepeats(false)).asList())
                .noneMatch(rule -> rule.after().equals(rule.then()));
    }

    @Test
    void byTheCustomersOwnBaseLabelsPutAnywhereHaveNoLift() {
        Random random = new Random(9);
        double followed = 0;
        double expected = 0;
        double other = 0;
        double otherExpected = 0;
        for (int run = 0; run < 40; run++) {
            SequenceLogBuilder log = SequenceLog.builder();
            for (int c = 0; c < 200; c++) {
                double share = random.nextDouble(); // who likes a buys it often, yet at any time
                for (int k = 0; k < 5; k++) {
                    log.add(
                            "k" + c,
                            START.plusDays(9L * k + random.nextInt(9)),
                            random.nextDouble() < share ? "a" : "b");
                }
            }
            SequenceLog shop = log.build().observedUntil(START.plusDays(80));
            FollowUpRule repeat = FollowUps.rule(shop, "a", "a", 15);
            assertThat(repeat.lift()).isGreaterThan(1.15); // likes alone make it
            followed += repeat.followed();
            expected += repeat.ownExpected();
            FollowUpRule next = FollowUps.rule(shop, "b", "a", 15);
            other += next.followed();
            otherExpected += next.ownExpected();
        }
        assertThat(followed / expected)
                .isCloseTo(1, within(0.015)); // some 13,000 followed: three deviations of the sum are 0.013
        assertThat(other / otherExpected).isGreaterThan(1.05); // after b the others are a: labels share the places
    }

    @Test
    void emptyDataAndBadValues() {
        FollowUps.Options options = FollowUps.Options.defaults();
        assertThat(FollowUps.mine(SequenceLog.of(List.of()), options).size()).isZero();
        assertThat(FollowUps.mine(SequenceLog.of(List.of(List.of(List.of("a")))), options)
                        .size())
                .isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> options.withWindow(0));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withMinSupport(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withMost(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FollowUps.rule(small(), "a", "chalk", 10))
                .withMessageContaining("no item \"chalk\" among the 3");
        FollowUpRule rule = FollowUps.rule(small(), "a", "b", 10);
        assertThatIllegalArgumentException().isThrownBy(() -> rule.confidenceInterval(1));
        assertThatIllegalArgumentException().isThrownBy(() -> rule.days().day(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> rule.days().dayOfBuyers(0));
        assertThatIllegalArgumentException().isThrownBy(() -> rule.days().probabilityBy(11));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FollowUps.mine(small(), options).significant(2));
    }

    @Test
    void moreRulesThanMemoryHoldsRaiseTheMinimum() {
        List<String> wide = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            wide.add("i" + i);
        }
        SequenceLog log = SequenceLog.of(List.of(List.of(wide, wide), List.of(wide, wide)));
        FollowUps.Options options =
                FollowUps.Options.defaults().withWindow(36_500).withMost(Integer.MAX_VALUE);
        FollowUpRules rules = FollowUps.mine(log, options); // 160,000 with 36,500 days each would need 90 GB
        assertThat(rules.stop().orElseThrow().reason()).isEqualTo(MiningStop.Reason.MEMORY);
        assertThat(rules.stop().orElseThrow().hint()).contains("a shorter window");
    }
}

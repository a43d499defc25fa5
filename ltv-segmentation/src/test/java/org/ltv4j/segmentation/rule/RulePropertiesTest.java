package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.segmentation.basket.BasketLog;

/** Rules of small random baskets against a try of all, and what every measure must fulfil. */
class RulePropertiesTest {

    @Provide
    Arbitrary<List<Set<String>>> baskets() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f")
                .set()
                .ofMaxSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<RuleCounts> counts() {
        Arbitrary<Integer> cell = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 4), Arbitraries.integers().between(0, 400));
        return Combinators.combine(cell, cell, cell, cell)
                .as((a, b, c, d) -> new RuleCounts(a, (long) a + b, (long) a + c, (long) a + b + c + d));
    }

    @Property(tries = 150, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void rulesAreThoseThatATryOfAllFinds(
            @ForAll("baskets") List<Set<String>> baskets,
            @ForAll @IntRange(min = 1, max = 4) int minCount,
            @ForAll @DoubleRange(min = 0, max = 1) double minConfidence,
            @ForAll boolean any,
            @ForAll boolean empty) {
        Apriori.Options options = Apriori.Options.defaults()
                .withMinCount(minCount)
                .withMinConfidence(minConfidence)
                .with(any ? Consequents.ANY : Consequents.ONE)
                .withEmptyAntecedents(empty);
        RuleSet rules = Apriori.mine(BasketLog.of(baskets), options);
        Map<String, RuleCounts> expected = tryAll(baskets, minCount, minConfidence, any, empty);
        Map<String, RuleCounts> found = new HashMap<>();
        rules.asList().forEach(rule -> found.put(rule.antecedent() + "=>" + rule.consequent(), rule.counts()));
        assertThat(found).isEqualTo(expected);
        assertThat(rules.size()).isEqualTo(found.size());
        assertThat(Apriori.mine(BasketLog.of(baskets), options, Parallelism.of(3), ProgressListener.NONE))
                .isEqualTo(rules);
        assertThat(rules.recount(BasketLog.of(baskets)).asList()).isEqualTo(rules.asList());
    }

    private static Map<String, RuleCounts> tryAll(
            List<Set<String>> baskets, int minCount, double minConfidence, boolean any, boolean empty) {
        List<String> items = List.of("a", "b", "c", "d", "e", "f");
        Map<String, RuleCounts> all = new HashMap<>();
        for (int x = empty ? 0 : 1; x < 64; x++) {
            for (int y = 1; y < 64; y++) {
                if ((x & y) != 0 || (!any && Integer.bitCount(y) > 1)) {
                    continue;
                }
                Set<String> left = names(items, x);
                Set<String> right = names(items, y);
                long both = baskets.stream()
                        .filter(b -> b.containsAll(left) && b.containsAll(right))
                        .count();
                long one = baskets.stream().filter(b -> b.containsAll(left)).count();
                long two = baskets.stream().filter(b -> b.containsAll(right)).count();
                if (both >= minCount && (double) both / one >= minConfidence) {
                    all.put(
                            List.copyOf(left) + "=>" + List.copyOf(right),
                            new RuleCounts(both, one, two, baskets.size()));
                }
            }
        }
        return all;
    }

    private static Set<String> names(List<String> items, int mask) {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < items.size(); i++) {
            if ((mask >> i & 1) == 1) {
                names.add(items.get(i));
            }
        }
        return names;
    }

    @Property(tries = 100, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void constraintsLeaveTheRulesThatFulfilThem(@ForAll("baskets") List<Set<String>> baskets, @ForAll boolean any) {
        Apriori.Options options = Apriori.Options.defaults()
                .withMinCount(1)
                .withMinConfidence(0.3)
                .with(any ? Consequents.ANY : Consequents.ONE);
        BasketLog log = BasketLog.of(baskets);
        RuleConstraints constraints = RuleConstraints.NONE
                .withAnywhere("b")
                .withNowhere("f", "unknown")
                .withAntecedents("a", "b", "c", "f")
                .withConsequents("b", "c", "d");
        List<AssociationRule> expected = Apriori.mine(log, options).asList().stream()
                .filter(rule ->
                        rule.antecedent().contains("b") || rule.consequent().contains("b"))
                .filter(rule -> Set.of("a", "b", "c").containsAll(rule.antecedent()))
                .filter(rule -> Set.of("b", "c", "d").containsAll(rule.consequent()))
                .toList();
        assertThat(Apriori.mine(log, options.with(constraints)).asList()).isEqualTo(expected);
        RuleConstraints unknown = RuleConstraints.NONE.withAnywhere("no such item");
        assertThat(Apriori.mine(log, options.with(unknown)).size()).isZero();
    }

    @Property(tries = 100, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void simplerRulesAreFoundAsByATryOfAllPairs(@ForAll("baskets") List<Set<String>> baskets, @ForAll boolean any) {
        RuleSet rules = Apriori.mine(
                BasketLog.of(baskets),
                Apriori.Options.defaults()
                        .withMinCount(1)
                        .withMinConfidence(0.2)
                        .withEmptyAntecedents(true)
                        .with(any ? Consequents.ANY : Consequents.ONE));
        double[] improvements = rules.improvements();
        List<AssociationRule> list = new ArrayList<>(rules.asList());
        for (int i = 0; i < list.size(); i++) {
            AssociationRule rule = list.get(i);
            double best = list.stream()
                    .filter(other -> other.consequent().equals(rule.consequent())
                            && other.antecedent().size() < rule.antecedent().size()
                            && new HashSet<>(rule.antecedent()).containsAll(other.antecedent()))
                    .mapToDouble(AssociationRule::confidence)
                    .max()
                    .orElse(0);
            assertThat(improvements[i]).isEqualTo(rule.confidence() - best);
        }
    }

    @Property(seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void measuresStayWithinTheirRanges(@ForAll("counts") RuleCounts c) {
        Map<Measure, double[]> ranges = new HashMap<>();
        for (Measure measure : List.of(
                Measure.SUPPORT,
                Measure.CONFIDENCE,
                Measure.JACCARD,
                Measure.COSINE,
                Measure.KULCZYNSKI,
                Measure.IMBALANCE,
                Measure.FISHER_GREATER,
                Measure.FISHER_LESS,
                Measure.FISHER_TWO_SIDED,
                Measure.CHI_SQUARED_P,
                Measure.COVERAGE,
                Measure.MUTUAL_INFORMATION,
                Measure.HYPER_CONFIDENCE,
                Measure.LAPLACE)) {
            ranges.put(measure, new double[] {0, 1});
        }
        for (Measure measure : List.of(
                Measure.ZHANG,
                Measure.PHI,
                Measure.YULE_Q,
                Measure.YULE_Y,
                Measure.CERTAINTY,
                Measure.RELATIVE_LINKAGE,
                Measure.KAPPA,
                Measure.DIFFERENCE_OF_CONFIDENCE,
                Measure.ADDED_VALUE)) {
            ranges.put(measure, new double[] {-1, 1});
        }
        ranges.put(Measure.LEVERAGE, new double[] {-0.25, 0.25});
        ranges.forEach((measure, range) -> {
            double value = measure.of(c);
            assertThat(Double.isNaN(value) || (value >= range[0] - 1e-12 && value <= range[1] + 1e-12))
                    .as("%s of %s is %s", measure, c, value)
                    .isTrue();
        });
    }

    @Property(seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void measuresOfAttractionAgreeAboutIndependence(@ForAll("counts") RuleCounts c) {
        double excess = c.excess();
        for (Measure measure : List.of(
                Measure.LEVERAGE,
                Measure.ZHANG,
                Measure.PHI,
                Measure.ADDED_VALUE,
                Measure.VARYING_LIAISON,
                Measure.KAPPA)) {
            double value = measure.of(c);
            if (!Double.isNaN(value)) {
                assertThat(Math.signum(value)).as(measure + " of " + c).isEqualTo(Math.signum(excess));
            }
        }
        if (excess > 0) {
            assertThat(c.lift()).isGreaterThan(1);
        }
        if (c.n1x() > 0 && c.nx1() > 0) {
            assertThat(c.lift()).isCloseTo(c.confidence() / c.consequentSupport(), within(1e-12 * c.lift()));
        }
    }

    @Property(seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void symmetricMeasuresDoNotKnowTheSides(@ForAll("counts") RuleCounts c) {
        RuleCounts turned = new RuleCounts(c.n11(), c.nx1(), c.n1x(), c.n());
        for (Measure measure : List.of(
                Measure.LIFT,
                Measure.LEVERAGE,
                Measure.JACCARD,
                Measure.COSINE,
                Measure.KULCZYNSKI,
                Measure.IMBALANCE,
                Measure.ODDS_RATIO,
                Measure.CHI_SQUARED,
                Measure.PHI,
                Measure.FISHER_GREATER,
                Measure.FISHER_TWO_SIDED,
                Measure.FISHER_LESS,
                Measure.COLLECTIVE_STRENGTH,
                Measure.KAPPA)) {
            double value = measure.of(c);
            double other = measure.of(turned);
            if (Double.isFinite(value)) {
                assertThat(other)
                        .as(measure + " of " + c)
                        .isCloseTo(value, within(1e-11 * Math.max(1, Math.abs(value))));
            } else {
                assertThat(Double.compare(other, value)).isZero();
            }
        }
    }

    @Property(tries = 300, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void exactTestsAreSumsOfAllTables(@ForAll("counts") RuleCounts c) {
        Hypergeometric tables = new Hypergeometric(c);
        double greater = 0;
        double less = 0;
        double extreme = 0;
        double all = 0;
        double own = tables.probability(c.n11());
        for (long k = 0; k <= c.n(); k++) {
            double p = tables.probability(k);
            all += p;
            greater += k >= c.n11() ? p : 0;
            less += k <= c.n11() ? p : 0;
            extreme += p <= own * (1 + 1e-10) ? p : 0;
        }
        assertThat(all).isCloseTo(1, within(1e-11));
        assertThat(c.fisherGreater()).isCloseTo(greater, within(1e-11));
        assertThat(c.fisherLess()).isCloseTo(less, within(1e-11));
        assertThat(c.fisherTwoSided()).isCloseTo(extreme, within(1e-11));
    }

    @Property(tries = 300, seed = "20261122", edgeCases = EdgeCasesMode.NONE)
    void intervalsHoldTheirMeasure(@ForAll("counts") RuleCounts c) {
        if (c.n1x() > 0) {
            assertThat(c.confidence())
                    .isBetween(
                            c.confidenceInterval(0.95).lower(),
                            c.confidenceInterval(0.95).upper());
            assertThat(c.confidenceInterval(0.99).lower())
                    .isLessThanOrEqualTo(c.confidenceInterval(0.9).lower());
        }
        if (c.n11() > 0) {
            assertThat(c.lift())
                    .isBetween(
                            c.liftInterval(0.95).lower(), c.liftInterval(0.95).upper());
        }
        assertThat(c.oddsRatioInterval(0.95).lower()).isGreaterThan(0);
    }
}

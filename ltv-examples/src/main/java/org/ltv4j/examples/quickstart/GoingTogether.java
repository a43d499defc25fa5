package org.ltv4j.examples.quickstart;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.examples.report.Together;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.rule.Apriori;
import org.ltv4j.segmentation.rule.AssociationRule;
import org.ltv4j.segmentation.rule.Correction;
import org.ltv4j.segmentation.rule.Measure;
import org.ltv4j.segmentation.rule.RuleSet;
import org.ltv4j.segmentation.rule.Significance;

/**
 * Which products go together.
 *
 * @param baskets what was bought at once
 * @param least in how many baskets a rule must at least be
 * @param rules rules of up to three products that chance does not explain, those first that are on most baskets beyond chance
 */
record GoingTogether(BasketLog baskets, int least, RuleSet rules) {
    /** Support to begin with, halved as long as there are few rules. */
    private static final double SUPPORT = 0.005;

    private static final int LEAST_BASKETS = 10;
    private static final int ENOUGH_RULES = 50;
    private static final int MOST_ITEMS = 3;
    private static final double LEAST_CONFIDENCE = 0.05;
    private static final double FALSE_DISCOVERIES = 0.05;
    private static final int SHOWN = 12;

    /** The rules of a shop; empty where the sales name no products or there are too few baskets to tell. */
    static Optional<GoingTogether> in(TransactionLog log, Parallelism parallelism, ProgressListener listener) {
        if (!log.hasProducts()) {
            return Optional.empty();
        }
        BasketLog baskets = log.hasOrders() ? BasketLog.byOrder(log) : BasketLog.byCustomerDay(log);
        if (several(baskets) < LEAST_BASKETS) {
            return Optional.empty();
        }
        int least = Math.max(LEAST_BASKETS, (int) Math.ceil(SUPPORT * baskets.size()));
        RuleSet rules = significant(baskets, least, parallelism, listener);
        while (rules.size() < ENOUGH_RULES && least > LEAST_BASKETS) {
            least = Math.max(LEAST_BASKETS, least / 2);
            rules = significant(baskets, least, parallelism, listener);
        }
        return Optional.of(new GoingTogether(baskets, least, rules));
    }

    private static RuleSet significant(
            BasketLog baskets, int least, Parallelism parallelism, ProgressListener listener) {
        Apriori.Options options = Apriori.Options.defaults()
                .withMinCount(least)
                .withMaxItems(MOST_ITEMS)
                .withMinConfidence(LEAST_CONFIDENCE)
                .withMinLift(1);
        RuleSet found = Apriori.mine(baskets, options, parallelism, listener).nonRedundant();
        // all rules that could have been found count as tests, not only those that were
        double tests = Significance.possibleRules(sold(baskets), MOST_ITEMS);
        RuleSet real =
                Significance.fisher(found, Correction.BENJAMINI_HOCHBERG, tests).significant(FALSE_DISCOVERIES);
        return Significance.productive(real, baskets, Correction.BENJAMINI_HOCHBERG)
                .significant(FALSE_DISCOVERIES)
                .sortedBy(Measure.LEVERAGE);
    }

    /** What the report shows: of rules about the same products the most confident one. */
    Together view() {
        Map<Set<String>, Integer> best = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            AssociationRule rule = rules.rule(i);
            Set<String> products = new TreeSet<>(rule.antecedent());
            products.addAll(rule.consequent());
            best.merge(products, i, this::moreConfident);
        }
        Set<Integer> shown = best.values().stream().limit(SHOWN).collect(Collectors.toSet());
        return new Together(
                baskets.size(),
                baskets.hasOrders(),
                several(baskets),
                sold(baskets),
                least,
                rules.size(),
                rules.keep(shown::contains));
    }

    private int moreConfident(int one, int other) {
        return rules.rule(other).confidence() > rules.rule(one).confidence() ? other : one;
    }

    private static int several(BasketLog baskets) {
        int several = 0;
        for (int basket = 0; basket < baskets.size(); basket++) {
            several += baskets.length(basket) > 1 ? 1 : 0;
        }
        return several;
    }

    private static int sold(BasketLog baskets) {
        int sold = 0;
        for (int item = 0; item < baskets.items().size(); item++) {
            sold += baskets.count(item) > 0 ? 1 : 0;
        }
        return sold;
    }
}

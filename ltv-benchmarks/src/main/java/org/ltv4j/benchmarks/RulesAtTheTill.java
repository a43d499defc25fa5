package org.ltv4j.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ltv4j.segmentation.recommend.Recommendations;
import org.ltv4j.segmentation.recommend.RuleRecommender;
import org.ltv4j.segmentation.recommend.RuleScore;
import org.ltv4j.segmentation.recommend.Visit;
import org.ltv4j.segmentation.rule.AssociationRule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The five best products for a basket of some ten, by 10,000 rules over 5,000 products. */
@State(Scope.Thread)
public class RulesAtTheTill extends PerCall {
    private RuleRecommender recommender;
    private List<AssociationRule> rules = List.of();
    private List<Visit> visits = List.of();
    private List<Set<String>> baskets = List.of();
    private int next;

    /** JMH makes it. */
    @SuppressWarnings("NullAway.Init") // set up by JMH
    public RulesAtTheTill() {}

    /** Mines the rules. */
    @Setup(Level.Trial)
    public void open() {
        open(40_000);
    }

    void open(int learnt) {
        TillShop shop = TillShop.of(learnt, 0);
        recommender = RuleRecommender.of(
                shop.rules(), RuleScore.MAX_CONFIDENCE, shop.baskets().items());
        rules = List.copyOf(shop.rules().asList());
        visits = shop.visits();
        baskets = visits.stream().map(this::names).toList();
    }

    private Set<String> names(Visit visit) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < visit.basketSize(); i++) {
            names.add(recommender.items().id(visit.basketItem(i)));
        }
        return names;
    }

    int rules() {
        return rules.size();
    }

    private int next() {
        next = (next + 1) % visits.size();
        return next;
    }

    /**
     * Ours.
     *
     * @return the list
     */
    @Benchmark
    public Recommendations ltv4j() {
        return recommender.recommend(visits.get(next()), 5);
    }

    /**
     * The loop that one would write: every rule, sets of names, the best confidence of each product, sorted.
     *
     * @return the list
     */
    @Benchmark
    public List<String> plain() {
        Set<String> basket = baskets.get(next());
        Map<String, AssociationRule> best = new HashMap<>();
        for (AssociationRule rule : rules) {
            if (basket.containsAll(rule.antecedent())
                    && !basket.contains(rule.consequent().get(0))) {
                best.merge(rule.consequent().get(0), rule, (a, b) -> BEST.compare(a, b) <= 0 ? a : b);
            }
        }
        List<AssociationRule> list = new ArrayList<>(best.values());
        list.sort(BEST.thenComparing(rule -> rule.consequent().get(0)));
        return list.stream().limit(5).map(rule -> rule.consequent().get(0)).toList();
    }

    private static final Comparator<AssociationRule> BEST = Comparator.comparingDouble(AssociationRule::confidence)
            .reversed()
            .thenComparing(rule -> -rule.counts().n11());
}

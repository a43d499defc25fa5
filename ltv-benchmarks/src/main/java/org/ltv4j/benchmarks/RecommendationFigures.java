package org.ltv4j.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.core.evaluate.backtest.Bootstrap;
import org.ltv4j.core.evaluate.backtest.ResampledMean;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.BuyAgain;
import org.ltv4j.segmentation.recommend.ContentRecommender;
import org.ltv4j.segmentation.recommend.Fallback;
import org.ltv4j.segmentation.recommend.Interactions;
import org.ltv4j.segmentation.recommend.ItemSimilarity;
import org.ltv4j.segmentation.recommend.Popularity;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.RuleRecommender;
import org.ltv4j.segmentation.recommend.RuleScore;
import org.ltv4j.segmentation.recommend.Selection;
import org.ltv4j.segmentation.recommend.evaluate.BasketSplit;
import org.ltv4j.segmentation.recommend.evaluate.RankingEvaluation;
import org.ltv4j.segmentation.recommend.evaluate.RankingMetric;
import org.ltv4j.segmentation.recommend.evaluate.RankingResult;
import org.ltv4j.segmentation.recommend.evaluate.TestVisits;
import org.ltv4j.segmentation.recommend.factor.Ials;
import org.ltv4j.segmentation.recommend.hybrid.Hybrid;
import org.ltv4j.segmentation.recommend.hybrid.HybridRecommender;
import org.ltv4j.segmentation.recommend.neighbour.ItemItem;
import org.ltv4j.segmentation.recommend.neighbour.ItemItemRecommender;
import org.ltv4j.segmentation.recommend.neighbour.Likeness;
import org.ltv4j.segmentation.rule.Apriori;
import org.ltv4j.segmentation.rule.RuleSet;

/**
 * Prints how well recommenders foretell purchases of public data, as tables in Markdown: {@code RecommendationFigures FOLDER [DATA..]} with
 * the data sets {@code groceries}, {@code retail} and {@code dunnhumby}. Settings are chosen within the training baskets, on the last fifth
 * of them, by NDCG at 10.
 */
public final class RecommendationFigures {
    private static final int K = 10;
    private static final Bootstrap BOOTSTRAP = Bootstrap.of(1000, 1);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final BasketLog training;
    private final Hybrid.Task task;
    private final RankingEvaluation judge;
    private final boolean byCustomer;
    private final Map<String, Function<BasketLog, Recommender>> kinds = new LinkedHashMap<>();

    private RecommendationFigures(BasketLog training, TestVisits tests, Hybrid.Task task) {
        this.training = training;
        this.task = task;
        this.byCustomer = task != Hybrid.Task.HIDDEN_ITEM;
        ItemItemRecommender alike = ItemItem.fit(Interactions.ofBaskets(training));
        RankingEvaluation plain = RankingEvaluation.of(tests, training, 5, K).withSimilarity((ItemSimilarity) alike);
        this.judge = task == Hybrid.Task.FIRST_PURCHASES
                ? plain.with(Selection.top(K).notBoughtBefore())
                : plain;
    }

    /**
     * Prints the tables.
     *
     * @param args the folder with the data, then names of data sets; all if none is named
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        ShopData data = new ShopData(Path.of(args[0]));
        List<String> sets =
                args.length > 1 ? List.of(args).subList(1, args.length) : List.of("groceries", "dunnhumby", "retail");
        for (String set : sets) {
            if (set.equals("groceries")) {
                groceries(data);
            } else if (set.equals("retail")) {
                retail(data);
            } else {
                dunnhumby(data);
            }
        }
    }

    private static void groceries(ShopData data) throws IOException {
        BasketLog all = data.groceries();
        BasketLog training = all.keep(b -> b < 8000);
        new RecommendationFigures(training, TestVisits.hiddenItem(all, b -> b >= 8000), Hybrid.Task.HIDDEN_ITEM)
                .print("groceries: the hidden item of 1,437 baskets", 0.001, Optional.of(data.groceriesCatalog()));
    }

    private static void retail(ShopData data) throws IOException {
        BasketLog all = data.retail();
        BasketSplit split = BasketSplit.share(all, 0.8);
        new RecommendationFigures(
                        split.before(), TestVisits.hiddenItem(split.after(), b -> true), Hybrid.Task.HIDDEN_ITEM)
                .print("online retail: the hidden item of an invoice", 0.003, Optional.empty());
        next(split, "online retail", Optional.empty());
    }

    private static void dunnhumby(ShopData data) throws IOException {
        BasketSplit split = BasketSplit.after(data.dunnhumby(), LocalDate.of(2017, 9, 30));
        next(split, "dunnhumby categories", Optional.of(data.dunnhumbyCatalog()));
    }

    private static void next(BasketSplit split, String name, Optional<ProductCatalog> catalog) {
        new RecommendationFigures(
                        split.before(),
                        TestVisits.nextPurchases(split.before(), split.after()),
                        Hybrid.Task.NEXT_PURCHASES)
                .print(name + ": what customers buy next", 0, catalog);
        new RecommendationFigures(
                        split.before(),
                        TestVisits.firstPurchases(split.before(), split.after()),
                        Hybrid.Task.FIRST_PURCHASES)
                .print(name + ": what customers buy next for the first time", 0, catalog);
    }

    private Interactions rows(BasketLog baskets) {
        return byCustomer ? Interactions.ofCustomers(baskets) : Interactions.ofBaskets(baskets);
    }

    private void print(String title, double ruleSupport, Optional<ProductCatalog> catalog) {
        kinds.put("popularity", Popularity::allTime);
        if (training.hasTimes()) {
            kinds.put("popularity, half-life 30 days", b -> Popularity.recent(b, 30));
        }
        if (ruleSupport > 0) {
            for (RuleScore score : RuleScore.values()) {
                String name = score.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                kinds.put("rules, " + name, b -> rules(b, ruleSupport, score));
            }
        }
        kinds.put("item-item, defaults", b -> ItemItem.fit(rows(b)));
        choose("item-item", itemItems());
        choose("iALS", tastes());
        catalog.ifPresent(c -> kinds.put(
                "attributes",
                b -> ContentRecommender.of(c, ContentRecommender.Weights.defaults(), Popularity.allTime(b))));
        if (task == Hybrid.Task.NEXT_PURCHASES) {
            kinds.put(
                    "bought before, then popularity",
                    b -> Fallback.of(BuyAgain.of(Popularity.allTime(b)), Popularity.allTime(b)));
        }
        OUT.printf(Locale.ROOT, "%n### %s%n%n", title);
        OUT.println(
                "| recommender | hit rate at 5 | NDCG at 10 | more than popularity | MAP at 10 | recall at 10 | coverage | novelty, bits |"
                        + " diversity |");
        OUT.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        List<RankingResult> results = new ArrayList<>();
        kinds.forEach((name, fit) -> line(name, fit.apply(training), results));
        HybridRecommender hybrid = hybrid();
        line("hybrid", hybrid, results);
        OUT.printf(
                Locale.ROOT,
                "%n%,d visits of %,d training baskets and %,d items; weights of the hybrid: %s.%n",
                results.get(0).visits(),
                training.size(),
                training.items().size(),
                hybrid);
    }

    private static Recommender rules(BasketLog baskets, double support, RuleScore score) {
        RuleSet rules = Apriori.mine(
                baskets,
                Apriori.Options.defaults()
                        .withMinSupport(support)
                        .withMinConfidence(0.05)
                        .withMaxItems(4));
        return RuleRecommender.of(rules, score, baskets.items());
    }

    private Map<String, Function<BasketLog, Recommender>> itemItems() {
        Map<String, Function<BasketLog, Recommender>> all = new LinkedHashMap<>();
        for (Likeness likeness : Likeness.values()) {
            for (double shrinkage : new double[] {0, 10, 50}) {
                for (int neighbours : new int[] {10, 20, 50, 200}) {
                    ItemItem.Options options = ItemItem.Options.defaults()
                            .withLikeness(likeness)
                            .withShrinkage(shrinkage)
                            .withNeighbours(neighbours);
                    String name = likeness.name().toLowerCase(Locale.ROOT).replace('_', '-');
                    all.put(
                            String.format(Locale.ROOT, "%s, s = %.0f, %d", name, shrinkage, neighbours),
                            b -> ItemItem.fit(rows(b), options));
                }
            }
        }
        return all;
    }

    private Map<String, Function<BasketLog, Recommender>> tastes() {
        Map<String, Function<BasketLog, Recommender>> all = new LinkedHashMap<>();
        for (double unobserved : new double[] {0.03, 0.1, 0.3}) {
            for (double regularisation : new double[] {0.003, 0.01, 0.03, 0.1}) {
                Ials.Options options =
                        Ials.Options.defaults().withUnobserved(unobserved).withRegularisation(regularisation);
                all.put("a = " + unobserved + ", r = " + regularisation, b -> Ials.fit(rows(b), options));
            }
        }
        return all;
    }

    /** Takes the best on the last fifth of the training baskets. */
    private void choose(String kind, Map<String, Function<BasketLog, Recommender>> candidates) {
        BasketSplit split = BasketSplit.share(training, 0.8);
        TestVisits visits = switch (task) {
            case HIDDEN_ITEM -> TestVisits.hiddenItem(split.after(), b -> true);
            case NEXT_PURCHASES -> TestVisits.nextPurchases(split.before(), split.after());
            case FIRST_PURCHASES -> TestVisits.firstPurchases(split.before(), split.after());
        };
        RankingEvaluation validation = RankingEvaluation.of(visits.atMost(2000), split.before(), K);
        if (task == Hybrid.Task.FIRST_PURCHASES) {
            validation = validation.with(Selection.top(K).notBoughtBefore());
        }
        String best = "";
        double most = -1;
        for (Map.Entry<String, Function<BasketLog, Recommender>> candidate : candidates.entrySet()) {
            Recommender fitted = candidate.getValue().apply(split.before());
            double value = validation.evaluate(candidate.getKey(), fitted).value(RankingMetric.NDCG, K);
            if (value > most) {
                most = value;
                best = candidate.getKey();
            }
        }
        kinds.put(kind + ", " + best, candidates.get(best));
    }

    private HybridRecommender hybrid() {
        List<String> names = List.copyOf(kinds.keySet());
        Hybrid hybrid = Hybrid.of(names.get(0), Popularity::allTime);
        for (String name : names.subList(1, names.size())) {
            hybrid = hybrid.and(
                    name, b -> kinds.getOrDefault(name, Popularity::allTime).apply(b));
        }
        return hybrid.fit(training, Hybrid.Options.defaults().withTask(task));
    }

    private void line(String name, Recommender recommender, List<RankingResult> results) {
        RankingResult result = judge.evaluate(name, recommender);
        results.add(result);
        ResampledMean hit = result.estimate(RankingMetric.HIT, 5, BOOTSTRAP);
        ResampledMean gain = result.compare(results.get(0), RankingMetric.NDCG, K, BOOTSTRAP);
        OUT.printf(
                Locale.ROOT,
                "| %s | %.3f %s | %.4f | %s | %.4f | %.4f | %.2f | %.2f | %.2f |%n",
                name,
                hit.value(),
                ends(hit, "%.3f"),
                result.value(RankingMetric.NDCG, K),
                results.size() == 1 ? "" : String.format(Locale.ROOT, "%+.4f ", gain.value()) + ends(gain, "%+.4f"),
                result.value(RankingMetric.AVERAGE_PRECISION, K),
                result.value(RankingMetric.RECALL, K),
                result.coverage(K),
                result.novelty(K),
                result.diversity(K));
    }

    private static String ends(ResampledMean mean, String format) {
        return mean.interval()
                .map(ends -> String.format(Locale.ROOT, "[" + format + ", " + format + "]", ends.lower(), ends.upper()))
                .orElse("");
    }
}

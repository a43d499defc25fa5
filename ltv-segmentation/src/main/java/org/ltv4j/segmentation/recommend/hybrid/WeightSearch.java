package org.ltv4j.segmentation.recommend.hybrid;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.evaluate.BasketSplit;
import org.ltv4j.segmentation.recommend.evaluate.RankingEvaluation;
import org.ltv4j.segmentation.recommend.evaluate.TestVisits;

/**
 * Ensemble selection: begins with the best part, adds the one (possibly again) with which the sum is best, and takes the best sum met on
 * the way. Of equal ones the earlier part, and the shorter sum.
 */
final class WeightSearch {
    private final List<Hybrid.Part> parts;
    private final BasketLog training;
    private final Hybrid.Options options;

    WeightSearch(List<Hybrid.Part> parts, BasketLog training, Hybrid.Options options) {
        this.parts = parts;
        this.training = training;
        this.options = options;
    }

    HybridRecommender fit() {
        BasketSplit split = BasketSplit.share(training, options.learning());
        TestVisits visits = visits(split).atMost(options.visits());
        RankingEvaluation judge =
                RankingEvaluation.of(visits, split.before(), options.k()).with(options.selection());
        List<Recommender> remembered = new ArrayList<>();
        double[] alone = new double[parts.size()];
        for (int p = 0; p < alone.length; p++) {
            Recommender fitted = parts.get(p).fit().apply(split.before());
            remembered.add(RememberedLists.of(fitted, visits, options.k()));
            alone[p] = value(judge, remembered.get(p));
        }
        int[] counts = search(judge, remembered, alone);
        int total = 0;
        for (int count : counts) {
            total += count;
        }
        List<HybridRecommender.Part> chosen = new ArrayList<>();
        for (int p = 0; p < counts.length; p++) {
            if (counts[p] > 0) {
                Hybrid.Part part = parts.get(p);
                chosen.add(new HybridRecommender.Part(
                        part.name(), part.fit().apply(training), counts[p] / (double) total, alone[p]));
            }
        }
        return HybridRecommender.of(chosen);
    }

    private TestVisits visits(BasketSplit split) {
        switch (options.task()) {
            case NEXT_PURCHASES:
                return TestVisits.nextPurchases(split.before(), split.after());
            case FIRST_PURCHASES:
                return TestVisits.firstPurchases(split.before(), split.after());
            default:
                return TestVisits.hiddenItem(split.after(), b -> true);
        }
    }

    private double value(RankingEvaluation judge, Recommender recommender) {
        return judge.evaluate("part", recommender).value(options.metric(), options.k());
    }

    private int[] search(RankingEvaluation judge, List<Recommender> remembered, double[] alone) {
        int first = 0;
        for (int p = 1; p < alone.length; p++) {
            first = alone[p] > alone[first] ? p : first;
        }
        int[] counts = new int[alone.length];
        counts[first] = 1;
        int[] best = counts.clone();
        double bestValue = alone[first];
        for (int step = 2; step <= options.steps() && alone.length > 1; step++) {
            int next = 0;
            double nextValue = -1;
            for (int p = 0; p < counts.length; p++) {
                counts[p]++;
                double value = value(judge, sum(remembered, counts, step));
                counts[p]--;
                if (value > nextValue) {
                    next = p;
                    nextValue = value;
                }
            }
            counts[next]++;
            if (nextValue > bestValue) {
                best = counts.clone();
                bestValue = nextValue;
            }
        }
        return best;
    }

    private static HybridRecommender sum(List<Recommender> remembered, int[] counts, int total) {
        List<HybridRecommender.Part> some = new ArrayList<>();
        for (int p = 0; p < counts.length; p++) {
            if (counts[p] > 0) {
                some.add(new HybridRecommender.Part("part", remembered.get(p), counts[p] / (double) total, 0));
            }
        }
        return HybridRecommender.of(some);
    }
}

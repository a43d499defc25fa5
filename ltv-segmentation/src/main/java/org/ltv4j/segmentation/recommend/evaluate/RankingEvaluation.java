package org.ltv4j.segmentation.recommend.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.ItemSimilarity;
import org.ltv4j.segmentation.recommend.ItemTables;
import org.ltv4j.segmentation.recommend.Recommendations;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.Selection;

/** Judges recommenders on the same visits. Immutable. */
public final class RankingEvaluation {
    private final TestVisits tests;
    private final BasketLog training;
    private final List<Integer> cutoffs;
    private final Selection selection;
    private final ItemSimilarity similarity;

    private RankingEvaluation(
            TestVisits tests,
            BasketLog training,
            List<Integer> cutoffs,
            Selection selection,
            ItemSimilarity similarity) {
        this.tests = tests;
        this.training = training;
        this.cutoffs = cutoffs;
        this.selection = selection;
        this.similarity = similarity;
    }

    /**
     * An examination.
     *
     * @param tests visits and what was bought then
     * @param training what the recommenders learnt from: it says which items are there to be found, and how popular each is
     * @param cutoffs lengths of lists that are judged, distinct, each from 1 to {@link Selection#MOST}
     * @return the examination
     * @throws IllegalArgumentException if there is no length, one is out of range or stands twice, the items differ, or there is no
     *     training basket
     */
    public static RankingEvaluation of(TestVisits tests, BasketLog training, int... cutoffs) {
        List<Integer> sorted =
                Arrays.stream(cutoffs).sorted().distinct().boxed().toList();
        if (sorted.isEmpty() || sorted.size() < cutoffs.length) {
            throw new IllegalArgumentException(
                    "need at least one length of a list, each once, got " + Arrays.toString(cutoffs));
        }
        ItemTables.requireSame(tests.items(), training.items());
        if (training.size() == 0) {
            throw new IllegalArgumentException(
                    "there is no training basket: give those that the recommenders learnt from");
        }
        sorted.forEach(Selection::top);
        Selection longest = Selection.top(sorted.get(sorted.size() - 1));
        return new RankingEvaluation(tests, training, sorted, longest, (a, b) -> 0);
    }

    /**
     * The same with filters, caps and variety of a selection; its length does not count. Shorter lists are the beginnings of the longest
     * one, which looks for variety among more candidates than a short list would by itself.
     *
     * @param newSelection how lists are made
     * @return a copy
     */
    public RankingEvaluation with(Selection newSelection) {
        return new RankingEvaluation(tests, training, cutoffs, newSelection.withTop(selection.k()), similarity);
    }

    /**
     * The same with diversity measured; without this it is 1.
     *
     * @param newSimilarity how alike items are
     * @return a copy
     */
    public RankingEvaluation withSimilarity(ItemSimilarity newSimilarity) {
        return new RankingEvaluation(tests, training, cutoffs, selection, newSimilarity);
    }

    /**
     * Judges a recommender. Cost: one recommendation for each visit.
     *
     * @param name what it is called in tables
     * @param recommender the recommender
     * @return the figures
     * @throws IllegalArgumentException if its items are not those of the visits
     */
    public RankingResult evaluate(String name, Recommender recommender) {
        ItemTables.requireSame(tests.items(), recommender.items());
        RankingMetric[] metrics = RankingMetric.values();
        double[][][] values = new double[cutoffs.size()][metrics.length][tests.size()];
        Beyond[] beyond = new Beyond[cutoffs.size()];
        Arrays.setAll(beyond, c -> new Beyond(training, similarity));
        boolean[] hit = new boolean[selection.k()];
        int answered = 0;
        for (int i = 0; i < tests.size(); i++) {
            Recommendations list = recommender.recommend(tests.visit(i), selection);
            answered += list.size() > 0 ? 1 : 0;
            for (int place = 0; place < list.size(); place++) {
                hit[place] = tests.isWanted(i, list.item(place));
            }
            for (int c = 0; c < cutoffs.size(); c++) {
                for (int m = 0; m < metrics.length; m++) {
                    values[c][m][i] = metrics[m].of(hit, list.size(), cutoffs.get(c), tests.wantedCount(i));
                }
                beyond[c].add(list, cutoffs.get(c));
            }
        }
        return new RankingResult(name, tests, cutoffs, answered, values, beyond);
    }

    /** What lists are besides right: how much of the range they show, how little known their items are, how varied they are. */
    static final class Beyond {
        private final BasketLog training;
        private final ItemSimilarity similarity;
        private final BitSet shown = new BitSet();
        private double information;
        private long items;
        private double variety;
        private int lists;

        Beyond(BasketLog training, ItemSimilarity similarity) {
            this.training = training;
            this.similarity = similarity;
        }

        void add(Recommendations list, int k) {
            int length = Math.min(k, list.size());
            double alike = 0;
            for (int i = 0; i < length; i++) {
                int item = list.item(i);
                shown.set(item);
                double share = Math.max(0.5, training.count(item)) / training.size(); // never bought: as if half a time
                information -= Math.log(share) / Math.log(2);
                items++;
                for (int j = 0; j < i; j++) {
                    alike += similarity.between(item, list.item(j));
                }
            }
            if (length > 1) {
                variety += 1 - alike / (length * (length - 1) / 2.0);
                lists++;
            }
        }

        double coverage() {
            int known = 0;
            for (int item = 0; item < training.items().size(); item++) {
                known += training.count(item) > 0 || shown.get(item) ? 1 : 0;
            }
            return known == 0 ? 0 : shown.cardinality() / (double) known;
        }

        double novelty() {
            return items == 0 ? 0 : information / items;
        }

        double diversity() {
            return lists == 0 ? 0 : variety / lists;
        }
    }
}

package org.ltv4j.segmentation.recommend.hybrid;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.recommend.ItemScores;
import org.ltv4j.segmentation.recommend.Reason;
import org.ltv4j.segmentation.recommend.Recommendations;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.Selection;
import org.ltv4j.segmentation.recommend.Visit;
import org.ltv4j.segmentation.recommend.evaluate.TestVisits;

/**
 * The best items of a recommender for some visits, told again and again without scoring anew. What was bought before is always among them:
 * though it may not be asked for, the other scores are measured by it.
 */
final class RememberedLists implements Recommender {
    private static final int LONG = 200;

    private final IdTable items;
    private final Map<Visit, Remembered> lists;

    /** A list, and what decided between equal scores in it. */
    private record Remembered(Recommendations list, double[] support) {}

    /** Keeps the supports of its last visit. */
    private record Listening(Recommender recommender, double[] support) implements Recommender {
        @Override
        public IdTable items() {
            return recommender.items();
        }

        @Override
        public void score(Visit visit, ItemScores scores) {
            recommender.score(visit, scores);
            for (int i = 0; i < scores.size(); i++) {
                support[scores.item(i)] = scores.support(scores.item(i));
            }
        }

        @Override
        public List<Reason> reasons(Visit visit, int item) {
            return List.of();
        }
    }

    private RememberedLists(IdTable items, Map<Visit, Remembered> lists) {
        this.items = items;
        this.lists = lists;
    }

    static RememberedLists of(Recommender recommender, TestVisits visits, int k) {
        Map<Visit, Remembered> lists = new IdentityHashMap<>();
        Listening listening =
                new Listening(recommender, new double[recommender.items().size()]);
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.visit(i);
            int length = Math.min(Selection.MOST, Math.max(LONG, k) + visit.historySize());
            Recommendations list = listening.recommend(visit, length);
            double[] support = new double[list.size()];
            Arrays.setAll(support, place -> listening.support()[list.item(place)]);
            lists.put(visit, new Remembered(list, support));
        }
        return new RememberedLists(recommender.items(), lists);
    }

    @Override
    public IdTable items() {
        return items;
    }

    @Override
    public void score(Visit visit, ItemScores scores) {
        Remembered remembered = lists.get(visit);
        for (int i = 0; remembered != null && i < remembered.list().size(); i++) {
            int item = remembered.list().item(i);
            scores.add(item, remembered.list().score(i));
            scores.support(item, remembered.support()[i]);
        }
    }

    @Override
    public List<Reason> reasons(Visit visit, int item) {
        return List.of();
    }
}

package org.ltv4j.segmentation.recommend.hybrid;

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

/** The best items of a recommender for some visits, told again and again without scoring anew. */
final class RememberedLists implements Recommender {
    private static final int LONG = 200;

    private final IdTable items;
    private final Map<Visit, Recommendations> lists;

    private RememberedLists(IdTable items, Map<Visit, Recommendations> lists) {
        this.items = items;
        this.lists = lists;
    }

    static RememberedLists of(Recommender recommender, TestVisits visits, Selection selection) {
        Map<Visit, Recommendations> lists = new IdentityHashMap<>();
        Selection longer = selection.withTop(Math.max(LONG, selection.k()));
        for (int i = 0; i < visits.size(); i++) {
            lists.put(visits.visit(i), recommender.recommend(visits.visit(i), longer));
        }
        return new RememberedLists(recommender.items(), lists);
    }

    @Override
    public IdTable items() {
        return items;
    }

    @Override
    public void score(Visit visit, ItemScores scores) {
        Recommendations list = lists.get(visit);
        for (int i = 0; list != null && i < list.size(); i++) {
            scores.add(list.item(i), list.score(i));
            scores.support(list.item(i), -i);
        }
    }

    @Override
    public List<Reason> reasons(Visit visit, int item) {
        return List.of();
    }
}

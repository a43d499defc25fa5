package org.ltv4j.segmentation.recommend;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;

/**
 * Recommends what the customer bought most often before: for goods that are used up, the baseline that is hardest to beat. The score of an
 * item is in how many baskets it was; of equal ones the more popular comes first. A visit without history gives an empty list. Immutable,
 * able to be saved: what a customer bought comes with the visit and is in no file.
 */
public final class BuyAgain implements Recommender, LtvModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "buy-again";

    private final PopularityRecommender popularity;

    private BuyAgain(PopularityRecommender popularity) {
        this.popularity = popularity;
    }

    /**
     * A recommender over the items of a popularity.
     *
     * @param popularity decides between items bought equally often
     * @return the recommender
     */
    public static BuyAgain of(PopularityRecommender popularity) {
        return new BuyAgain(popularity);
    }

    @Override
    public IdTable items() {
        return popularity.items();
    }

    @Override
    public void score(Visit visit, ItemScores scores) {
        for (int i = 0; i < visit.historySize(); i++) {
            scores.add(visit.historyItem(i), visit.historyTimes(i));
            scores.support(visit.historyItem(i), popularity.share(visit.segment(), visit.historyItem(i)));
        }
    }

    @Override
    public List<Reason> reasons(Visit visit, int item) {
        requireKnown(visit, item);
        for (int i = 0; i < visit.historySize(); i++) {
            if (visit.historyItem(i) == item) {
                String name = items().id(item);
                int times = visit.historyTimes(i);
                String text = String.format(
                        Locale.ROOT, "because %s was bought %s before", name, times == 1 ? "once" : times + " times");
                return List.of(new Reason(Reason.Kind.BOUGHT_BEFORE, List.of(name), times, text));
            }
        }
        return List.of();
    }

    /**
     * What decides between items bought equally often.
     *
     * @return the popularity
     */
    public PopularityRecommender popularity() {
        return popularity;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BuyAgain that && popularity.equals(that.popularity);
    }

    @Override
    public int hashCode() {
        return 31 * popularity.hashCode() + KIND.hashCode();
    }

    @Override
    public String toString() {
        return "bought before";
    }
}

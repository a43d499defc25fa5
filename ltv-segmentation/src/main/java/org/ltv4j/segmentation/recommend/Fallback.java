package org.ltv4j.segmentation.recommend;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;

/**
 * A recommender that is filled up by another where it has nothing to say: for an empty basket, an unknown customer, or a list that is too
 * short. Items that only the second one scores come after all others, in its order, with scores from one below the least own score (or
 * below 0, whichever is less) to half of one below it. The reasons of an item are those of the part that scored it. Immutable; able to be
 * saved if both parts are.
 */
public final class Fallback implements Recommender, LtvModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "fallback";

    private final Recommender first;
    private final Recommender second;

    private Fallback(Recommender first, Recommender second) {
        this.first = first;
        this.second = second;
    }

    /**
     * Fills one recommender up by another.
     *
     * @param first whose items come first
     * @param second whose items come after them, for example popularity
     * @return the recommender
     * @throws IllegalArgumentException if the two have different items
     */
    public static Fallback of(Recommender first, Recommender second) {
        ItemTables.requireSame(first.items(), second.items());
        return new Fallback(first, second);
    }

    @Override
    public IdTable items() {
        return first.items();
    }

    @Override
    public void score(Visit visit, ItemScores scores) {
        first.score(visit, scores);
        if (scores.size() == items().size()) {
            return;
        }
        double floor = 0;
        for (int i = 0; i < scores.size(); i++) {
            floor = Math.min(floor, scores.score(scores.item(i)));
        }
        ItemScores more = scores.openInner();
        try {
            second.score(visit, more);
            fill(more, scores, floor);
        } finally {
            scores.closeInner();
        }
    }

    private static void fill(ItemScores more, ItemScores scores, double floor) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < more.size(); i++) {
            double score = more.score(more.item(i));
            least = Math.min(least, score);
            most = Math.max(most, score);
        }
        double shrink = most - least <= Double.MAX_VALUE ? 1 : 0.25; // the width itself may be too large a number
        double width = Math.max(Double.MIN_NORMAL, shrink * most - shrink * least);
        double gap = Math.max(0.5, 4 * Math.ulp(floor));
        boolean supported = supported(more);
        for (int i = 0; i < more.size(); i++) {
            int item = more.item(i);
            if (!scores.has(item)) {
                double score = more.score(item);
                scores.add(item, floor - gap - gap * ((shrink * most - shrink * score) / width));
                scores.support(item, supported ? more.support(item) : score);
            }
        }
    }

    /** Whether the second part decides between equal scores itself; else its score does, where the rescaled ones have become equal. */
    private static boolean supported(ItemScores more) {
        for (int i = 0; i < more.size(); i++) {
            if (more.support(more.item(i)) != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Reason> reasons(Visit visit, int item) {
        return first.scoreOf(visit, item).isPresent() ? first.reasons(visit, item) : second.reasons(visit, item);
    }

    /**
     * Whose items come first.
     *
     * @return the recommender
     */
    public Recommender first() {
        return first;
    }

    /**
     * Whose items come after them.
     *
     * @return the recommender
     */
    public Recommender second() {
        return second;
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
        return other instanceof Fallback that && first.equals(that.first) && second.equals(that.second);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, second);
    }

    @Override
    public String toString() {
        return first + ", else " + second;
    }
}

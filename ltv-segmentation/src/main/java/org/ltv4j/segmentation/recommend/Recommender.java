package org.ltv4j.segmentation.recommend;

import java.util.List;
import java.util.OptionalDouble;
import org.ltv4j.core.data.IdTable;

/**
 * Scores items for a visit and recommends the best. Immutable and safe to use from any number of threads; the same visit gives the same
 * list, to the last bit.
 *
 * <p>Order: the higher score first; of equal scores the one with the larger {@linkplain ItemScores#support support}; then the name that
 * comes first by its code points. An item without a score is not recommended: a list may be shorter than asked for, or empty.
 * {@link Fallback} fills it up. Unknown items and customers are no error.
 *
 * <p>An implementation writes {@link #score} and {@link #reasons}; filters, caps and variety are the same for all.
 */
public interface Recommender {
    /** How many reasons are told at most. */
    int MOST_REASONS = 5;

    /**
     * The items that may be recommended and that visits speak of.
     *
     * @return their table
     */
    IdTable items();

    /**
     * Scores the items for a visit. Those that nothing speaks for get no score. Items of the basket may be scored; they are left out later.
     *
     * @param visit what is known; its items are numbers of {@link #items()}
     * @param scores takes the scores, empty at first
     */
    void score(Visit visit, ItemScores scores);

    /**
     * What speaks for an item, the strongest first. Made on demand, for people: allocates freely.
     *
     * @param visit what is known
     * @param item number of the item
     * @return at most {@link #MOST_REASONS}; empty if nothing speaks for it
     * @throws IllegalArgumentException if the visit or the item is not of this table
     */
    List<Reason> reasons(Visit visit, int item);

    /**
     * Recommends the best items.
     *
     * @param visit what is known
     * @param k how many at most, from 1 to {@link Selection#MOST}
     * @return the list
     * @throws IllegalArgumentException if k is out of range or the visit has items that are not of this table
     */
    default Recommendations recommend(Visit visit, int k) {
        return recommend(visit, Selection.top(k));
    }

    /**
     * Recommends what a selection makes of the scores. Allocates nothing but the result, once a thread has its work space (some 25 bytes an
     * item, as much again for each {@link Fallback} or hybrid within another; the thread keeps it, at the size of the largest table it met).
     *
     * @param visit what is known
     * @param selection length, filters, caps and variety
     * @return the list
     * @throws IllegalArgumentException if the visit has items that are not of this table, or the caps or the similarity are of
     *     another table
     * @throws IllegalStateException if this recommender gave an item a score that is no finite number
     */
    default Recommendations recommend(Visit visit, Selection selection) {
        visit.requireWithin(items());
        selection.requireFits(items());
        ItemScores scores = ItemScores.borrow(items());
        try {
            score(visit, scores);
            return Ranker.rank(scores, visit, selection);
        } finally {
            scores.giveBack();
        }
    }

    /**
     * The score of one item, whether or not it stands in the basket. Scores all items, so ask for lists with {@link #recommend}.
     *
     * @param visit what is known
     * @param item number of the item
     * @return its score, or empty if it has none
     * @throws IllegalArgumentException if the visit or the item is not of this table
     */
    default OptionalDouble scoreOf(Visit visit, int item) {
        requireKnown(visit, item);
        ItemScores scores = ItemScores.borrow(items());
        try {
            score(visit, scores);
            return scores.has(item) ? OptionalDouble.of(scores.score(item)) : OptionalDouble.empty();
        } finally {
            scores.giveBack();
        }
    }

    /**
     * Refuses a visit or an item that is not of {@link #items()}: what {@link #reasons} checks first.
     *
     * @param visit what is known
     * @param item number of the item
     * @throws IllegalArgumentException if one of them is not
     */
    default void requireKnown(Visit visit, int item) {
        visit.requireWithin(items());
        if (item < 0 || item >= items().size()) {
            throw new IllegalArgumentException("there is no item number " + item + ": the recommender's table has "
                    + items().size() + " items, numbered from 0");
        }
    }
}

package org.ltv4j.segmentation.recommend.neighbour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.segmentation.recommend.ItemScores;
import org.ltv4j.segmentation.recommend.ItemSimilarity;
import org.ltv4j.segmentation.recommend.ItemTables;
import org.ltv4j.segmentation.recommend.Reason;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.Visit;

/**
 * Recommends the neighbours of what is in the basket and of what was bought before. The score of an item is the sum of its likeness to the
 * items of the visit among whose neighbours it is; those of the history count with their weight. Immutable, able to be saved.
 *
 * <p>An empty basket without history, or one of unknown items, gives an empty list. Cost: the neighbours of each item of the visit, some
 * nanoseconds each; 16 bytes of memory for each neighbour.
 */
public final class ItemItemRecommender implements Recommender, ItemSimilarity, LtvModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "item-item";

    private final IdTable items;
    private final ItemItem.Options options;
    private final int rows;
    private final int[] counts;
    private final int[] starts;
    private final int[] neighbours;
    private final int[] both;
    private final double[] likeness;

    /** Takes the arrays over; refuses counts that no rows can have. */
    ItemItemRecommender(
            IdTable items,
            ItemItem.Options options,
            int rows,
            int[] counts,
            int[] starts,
            int[] neighbours,
            int[] both) {
        this.items = items;
        this.options = options;
        this.rows = rows;
        this.counts = counts;
        this.starts = starts;
        this.neighbours = neighbours;
        this.both = both;
        this.likeness = new double[neighbours.length];
        for (int i = 0; i < items.size(); i++) {
            for (int at = starts[i]; at < starts[i + 1]; at++) {
                requirePair(i, at);
                likeness[at] = likeness(options, both[at], counts[i], counts[neighbours[at]], rows);
            }
        }
    }

    private void requirePair(int item, int at) {
        int other = neighbours[at];
        boolean rising = at == starts[item] || neighbours[at - 1] < other;
        if (!rising || other == item || other < 0 || other >= items.size() || both[at] < 1) {
            throw new IllegalArgumentException("the neighbours of item number " + item
                    + " must be other items, by rising number, each with at least one row that has both");
        }
    }

    static double likeness(ItemItem.Options options, int both, int a, int b, int rows) {
        double plain = options.likeness().of(both, a, b, rows);
        return options.shrinkage() == 0 ? plain : plain * (both / (both + options.shrinkage()));
    }

    @Override
    public IdTable items() {
        return items;
    }

    /**
     * How the neighbours were found.
     *
     * @return the options
     */
    public ItemItem.Options options() {
        return options;
    }

    /**
     * How many rows were counted.
     *
     * @return baskets or customers
     */
    public int rows() {
        return rows;
    }

    /**
     * How many rows have an item.
     *
     * @param item number of the item
     * @return at least 0
     */
    public int count(int item) {
        return counts[item];
    }

    /**
     * How many pairs of an item and a neighbour are kept.
     *
     * @return at least 0
     */
    public int pairs() {
        return neighbours.length;
    }

    int start(int item) {
        return starts[item];
    }

    int neighbour(int at) {
        return neighbours[at];
    }

    int both(int at) {
        return both[at];
    }

    /**
     * How alike two items are, with shrinkage. Cost: two binary searches.
     *
     * @param a number of an item
     * @param b number of another
     * @return from 0 to 1; 1 for an item and itself; 0 where neither is a neighbour that is kept of the other
     */
    @Override
    public double between(int a, int b) {
        if (a == b) {
            return 1;
        }
        int at = place(a, b);
        at = at >= 0 ? at : place(b, a);
        return at >= 0 ? Math.min(1, likeness[at]) : 0;
    }

    private int place(int item, int neighbour) {
        return Arrays.binarySearch(neighbours, starts[item], starts[item + 1], neighbour);
    }

    @Override
    public void score(Visit visit, ItemScores scores) {
        for (int i = 0; i < visit.basketSize(); i++) {
            add(visit.basketItem(i), 1, scores);
        }
        if (options.historyWeight() > 0) {
            for (int i = 0; i < visit.historySize(); i++) {
                int item = visit.historyItem(i);
                if (!visit.inBasket(item)) {
                    add(item, options.historyWeight(), scores);
                }
            }
        }
    }

    private void add(int item, double weight, ItemScores scores) {
        for (int at = starts[item]; at < starts[item + 1]; at++) {
            scores.add(neighbours[at], weight * likeness[at]);
        }
    }

    @Override
    public List<Reason> reasons(Visit visit, int item) {
        requireKnown(visit, item);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < visit.basketSize(); i++) {
            reason(visit.basketItem(i), item, 1, "is in the basket", reasons);
        }
        for (int i = 0; i < visit.historySize() && options.historyWeight() > 0; i++) {
            if (!visit.inBasket(visit.historyItem(i))) {
                reason(visit.historyItem(i), item, options.historyWeight(), "was bought before", reasons);
            }
        }
        reasons.sort(Comparator.comparingDouble(Reason::strength).reversed());
        return List.copyOf(reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
    }

    private void reason(int from, int item, double weight, String where, List<Reason> reasons) {
        int at = place(from, item);
        if (at >= 0) {
            String name = items.id(from);
            String text = String.format(
                    Locale.ROOT,
                    "because %s %s: %.0f %% of those with %s have %s",
                    name,
                    where,
                    100.0 * both[at] / counts[from],
                    name,
                    items.id(item));
            reasons.add(new Reason(Reason.Kind.BOUGHT_TOGETHER, List.of(name), weight * likeness[at], text));
        }
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
        return other instanceof ItemItemRecommender that
                && options.equals(that.options)
                && rows == that.rows
                && ItemTables.same(items, that.items)
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(neighbours, that.neighbours)
                && Arrays.equals(both, that.both);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * options.hashCode() + Arrays.hashCode(counts)) + Arrays.hashCode(neighbours);
    }

    @Override
    public String toString() {
        return "item-item " + options.likeness() + " of " + items.size() + " items, " + pairs() + " pairs";
    }
}

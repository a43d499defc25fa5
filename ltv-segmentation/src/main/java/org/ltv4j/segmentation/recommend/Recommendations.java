package org.ltv4j.segmentation.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ltv4j.core.data.IdTable;

/** Items to recommend, the best first: numbers of the recommender's table and their scores. Immutable, small: 12 bytes an item. */
public final class Recommendations {
    private final IdTable table;
    private final int[] items;
    private final double[] scores;

    /** Takes the arrays over. */
    Recommendations(IdTable table, int[] items, double[] scores) {
        this.table = table;
        this.items = items;
        this.scores = scores;
    }

    /**
     * How many there are.
     *
     * @return from 0 to what was asked for; fewer where fewer items have a score and pass the filters
     */
    public int size() {
        return items.length;
    }

    /**
     * A recommended item.
     *
     * @param i from 0, the best, to {@code size() - 1}
     * @return its number
     */
    public int item(int i) {
        return items[i];
    }

    /**
     * The name of a recommended item.
     *
     * @param i from 0, the best, to {@code size() - 1}
     * @return its name
     */
    public String name(int i) {
        return table.id(items[i]);
    }

    /**
     * The names of all.
     *
     * @return the best first
     */
    public List<String> names() {
        List<String> names = new ArrayList<>(items.length);
        for (int item : items) {
            names.add(table.id(item));
        }
        return List.copyOf(names);
    }

    /**
     * The score of a recommended item. Its meaning is the recommender's; higher is better.
     *
     * @param i from 0, the best, to {@code size() - 1}
     * @return a finite number; never rises with i unless the list was {@linkplain Selection#diversified diversified}
     */
    public double score(int i) {
        return scores[i];
    }

    /** The same items with the same scores of equally sized tables. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Recommendations that
                && table.size() == that.table.size()
                && Arrays.equals(items, that.items)
                && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(items) + Arrays.hashCode(scores);
    }

    /** Such as {@code [butter 0.31, milk 0.28]}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            parts.add(name(i) + String.format(Locale.ROOT, " %.4g", scores[i]));
        }
        return parts.toString();
    }
}

package org.ltv4j.segmentation.recommend;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;

/**
 * Recommends what is bought most, whatever is in the basket. The score of an item is the share of baskets (each with its weight) that hold
 * it, from 0 to 1; items that were never bought have none. Immutable, able to be saved.
 */
public final class PopularityRecommender implements Recommender, LtvModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "popularity";

    private final IdTable items;
    private final IdTable segments;
    private final double[] shares;
    private final boolean[] empty;

    /** Takes the array over: the shares in all baskets, and then those in each segment's. */
    PopularityRecommender(IdTable items, IdTable segments, double[] shares) {
        if (shares.length != (segments.size() + 1L) * items.size()) {
            throw new IllegalArgumentException("need " + (segments.size() + 1) + " shares of each of the "
                    + items.size() + " items, got " + shares.length);
        }
        this.items = items;
        this.segments = segments;
        this.shares = shares;
        this.empty = new boolean[segments.size() + 1];
        Arrays.fill(empty, true);
        for (int at = 0; at < shares.length; at++) {
            if (!(shares[at] >= 0 && shares[at] <= 1)) {
                throw new IllegalArgumentException("a share lies from 0 to 1, got " + shares[at]);
            }
            empty[at / items.size()] &= shares[at] == 0;
        }
    }

    @Override
    public IdTable items() {
        return items;
    }

    /**
     * The segments.
     *
     * @return their names by number; empty where customers are not told apart
     */
    public IdTable segments() {
        return segments;
    }

    /**
     * The share of all baskets that hold an item.
     *
     * @param item number of the item
     * @return from 0 to 1
     */
    public double share(int item) {
        return shares[item];
    }

    /**
     * The share of a segment's baskets that hold an item.
     *
     * @param segment number of the segment; {@link Visit#NO_SEGMENT} or one that is not known stands for all
     * @param item number of the item
     * @return from 0 to 1
     */
    public double share(int segment, int item) {
        return shares[from(segment) + item];
    }

    private int from(int segment) {
        boolean known = segment >= 0 && segment < segments.size() && !empty[segment + 1];
        return known ? (segment + 1) * items.size() : 0;
    }

    @Override
    public void score(Visit visit, ItemScores scores) {
        int from = from(visit.segment());
        for (int item = 0; item < items.size(); item++) {
            double share = shares[from + item];
            if (share > 0) {
                scores.add(item, share);
            }
        }
    }

    @Override
    public List<Reason> reasons(Visit visit, int item) {
        requireKnown(visit, item);
        int from = from(visit.segment());
        double share = shares[from + item];
        if (share == 0) {
            return List.of();
        }
        String of = from == 0 ? "baskets" : "baskets of " + segments.id(visit.segment());
        return List.of(new Reason(
                Reason.Kind.POPULAR,
                List.of(),
                share,
                String.format(
                        Locale.ROOT, "because many buy it: %.1f %% of %s have %s", 100 * share, of, items.id(item))));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    double[] shares() {
        return shares.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PopularityRecommender that
                && ItemTables.same(items, that.items)
                && ItemTables.same(segments, that.segments)
                && Arrays.equals(shares, that.shares);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return "popularity of " + items.size() + " items"
                + (segments.size() > 0 ? " in " + segments.size() + " segments" : "");
    }
}

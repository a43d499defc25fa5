package org.ltv4j.core.feature;

import static org.ltv4j.core.feature.Define.category;
import static org.ltv4j.core.feature.Define.count;
import static org.ltv4j.core.feature.Define.number;

import java.util.List;
import org.ltv4j.core.data.TransactionLog;

/**
 * Variety and loyalty among products, groups of products or channels; rows that state none are passed over. The levels are the
 * names met on or before the date, so that the future cannot move them.
 */
final class Categories implements FeatureKernel {
    private final List<Feature> features;
    private final Grouping grouping;

    Categories(Grouping grouping) {
        this.grouping = grouping;
        String subject = grouping.subject();
        String source = grouping.source();
        String none = "if no row states a " + subject;
        features = List.of(
                count(
                        "distinct_" + grouping.subjects(),
                        grouping.subjects(),
                        "how many different ones",
                        "distinct " + grouping.subjects(),
                        source),
                number(
                                subject + "_entropy",
                                "nats",
                                "variety: 0 for always the same, ln n for n equally often",
                                "-sum p ln p over the shares p of rows",
                                source)
                        .withMissing(none),
                category(
                                "favourite_" + subject,
                                "the one bought in most rows; of several the one bought first",
                                "most frequent " + subject + " of rows",
                                source)
                        .withMissing(none + ", or the favourite is one that was unknown when the levels were settled"),
                number(
                                "favourite_" + subject + "_share",
                                "share",
                                "part of the rows that the favourite has",
                                "rows of the favourite / rows that state a " + subject,
                                source)
                        .withMissing(none),
                number(
                                "repeat_" + subject + "_share",
                                "share",
                                "part of the rows whose " + subject + " the customer had bought on an earlier day",
                                "rows of a " + subject + " known from an earlier day / rows that state a " + subject,
                                source)
                        .withMissing(none));
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public List<String> levels(int place) {
        return place == 2 ? grouping.levels() : List.of();
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        Tally tally = history.scratch().tally();
        int[] firstDays = history.scratch().ints(history.rows());
        int repeats = 0;
        for (int row = 0; row < history.rows(); row++) {
            int key = grouping.key(history, row);
            if (key == TransactionLog.NONE) {
                continue;
            }
            int before = tally.distinct();
            int place = tally.add(key);
            if (place == before) {
                firstDays[place] = history.day(row);
            } else if (firstDays[place] < history.day(row)) {
                repeats++;
            }
        }
        int most = tally.most();
        out[at] = tally.distinct();
        if (most < 0) {
            for (int i = 1; i < 5; i++) {
                out[at + i] = Double.NaN;
            }
            return;
        }
        int level = grouping.level(tally.key(most));
        out[at + 1] = tally.entropy();
        out[at + 2] = level < 0 ? Double.NaN : level;
        out[at + 3] = (double) tally.count(most) / tally.total();
        out[at + 4] = (double) repeats / tally.total();
    }
}

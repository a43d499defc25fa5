package org.ltv4j.segmentation.recommend.neighbour;

import java.util.Arrays;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.internal.math.Ranking;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.segmentation.recommend.Interactions;

/** Counts, item by item, the rows that have it together with each other one, and keeps the neighbours that are most alike. */
final class PairCounts {
    private static final int BLOCK = 32;

    private final Interactions rows;
    private final ItemItem.Options options;
    private final int items;
    private final int[] byName;
    private final int[] rankOf;
    private final int[] columnStarts;
    private final int[] columns;
    private final int[][] neighbours;
    private final int[][] both;

    PairCounts(Interactions rows, ItemItem.Options options) {
        this.rows = rows;
        this.options = options;
        this.items = rows.items().size();
        this.byName = byName(rows.items());
        this.rankOf = new int[items];
        for (int rank = 0; rank < items; rank++) {
            rankOf[byName[rank]] = rank;
        }
        this.columnStarts = new int[items + 1];
        this.columns = new int[rows.size()];
        this.neighbours = new int[items][];
        this.both = new int[items][];
        transpose();
    }

    private static int[] byName(IdTable items) {
        Integer[] order = new Integer[items.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, items::compareText);
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private void transpose() {
        for (int i = 0; i < items; i++) {
            columnStarts[i + 1] = columnStarts[i] + rows.count(i);
        }
        int[] next = Arrays.copyOf(columnStarts, items);
        for (int row = 0; row < rows.rows(); row++) {
            for (int at = rows.start(row); at < rows.start(row + 1); at++) {
                columns[next[rows.item(at)]++] = row;
            }
        }
    }

    ItemItemRecommender fit(Parallelism parallelism) {
        try (Blocks blocks = new Blocks(parallelism.threads())) {
            blocks.run((items + BLOCK - 1) / BLOCK, block -> {
                Blocks.failIfInterrupted();
                int[] together = new int[items];
                int[] ranks = new int[items];
                for (int i = block * BLOCK; i < Math.min(items, (block + 1) * BLOCK); i++) {
                    count(i, together, ranks);
                }
            });
        }
        return joined();
    }

    /** Other items stand in the order of their names until they are sorted by likeness, so that names decide ties. */
    private void count(int item, int[] together, int[] ranks) {
        int met = 0;
        for (int c = columnStarts[item]; c < columnStarts[item + 1]; c++) {
            int row = columns[c];
            for (int at = rows.start(row); at < rows.start(row + 1); at++) {
                int other = rows.item(at);
                if (together[other]++ == 0) {
                    ranks[met++] = rankOf[other];
                }
            }
        }
        Arrays.sort(ranks, 0, met);
        int[] candidates = new int[met];
        double[] likeness = new double[met];
        int count = 0;
        for (int m = 0; m < met; m++) {
            int other = byName[ranks[m]];
            double value = other == item ? 0 : likeness(item, other, together[other]);
            if (value > 0) {
                candidates[count] = other;
                likeness[count++] = value;
            }
        }
        keepBest(item, Arrays.copyOf(candidates, count), Arrays.copyOf(likeness, count), together);
        for (int m = 0; m < met; m++) {
            together[byName[ranks[m]]] = 0;
        }
    }

    private double likeness(int item, int other, int shared) {
        return ItemItemRecommender.likeness(options, shared, rows.count(item), rows.count(other), rows.rows());
    }

    private void keepBest(int item, int[] candidates, double[] likeness, int[] together) {
        int[] best = candidates;
        if (candidates.length > options.neighbours()) {
            int[] order = Ranking.descending(likeness);
            best = new int[options.neighbours()];
            for (int i = 0; i < best.length; i++) {
                best[i] = candidates[order[i]];
            }
        }
        Arrays.sort(best);
        neighbours[item] = best;
        both[item] = Arrays.stream(best).map(other -> together[other]).toArray();
    }

    private ItemItemRecommender joined() {
        int[] counts = new int[items];
        int[] starts = new int[items + 1];
        for (int i = 0; i < items; i++) {
            counts[i] = rows.count(i);
            starts[i + 1] = Math.addExact(starts[i], neighbours[i].length);
        }
        int[] flat = new int[starts[items]];
        int[] flatBoth = new int[starts[items]];
        for (int i = 0; i < items; i++) {
            System.arraycopy(neighbours[i], 0, flat, starts[i], neighbours[i].length);
            System.arraycopy(both[i], 0, flatBoth, starts[i], neighbours[i].length);
        }
        return new ItemItemRecommender(rows.items(), options, rows.rows(), counts, starts, flat, flatBoth);
    }
}

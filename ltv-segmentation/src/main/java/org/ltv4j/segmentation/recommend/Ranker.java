package org.ltv4j.segmentation.recommend;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes the list of a selection from scores. */
final class Ranker {
    private Ranker() {}

    static Recommendations rank(ItemScores scores, Visit visit, Selection selection) {
        mark(scores, visit, selection, true);
        int found;
        try {
            found = selection.perClass > 0 ? capped(scores, selection) : best(scores, selection, selection.pool());
        } finally {
            mark(scores, visit, selection, false);
        }
        if (selection.similarity != null) {
            found = diversify(scores, selection, selection.similarity, found);
        }
        int[] items = new int[found];
        double[] values = new double[found];
        for (int i = 0; i < found; i++) {
            items[i] = scores.ints[i];
            values[i] = scores.score(items[i]) + 0.0;
        }
        return new Recommendations(scores.items, items, values);
    }

    private static void mark(ItemScores scores, Visit visit, Selection selection, boolean value) {
        for (int i = 0; i < visit.basketSize(); i++) {
            scores.excluded[visit.basketItem(i)] = value;
        }
        if (selection.skipHistory) {
            for (int i = 0; i < visit.historySize(); i++) {
                scores.excluded[visit.historyItem(i)] = value;
            }
        }
    }

    /** Whether item a stands before item b. */
    private static boolean before(ItemScores scores, int a, int b) {
        double scoreA = scores.score(a);
        double scoreB = scores.score(b);
        if (scoreA != scoreB) {
            return scoreA > scoreB;
        }
        double supportA = scores.support(a);
        double supportB = scores.support(b);
        return supportA != supportB ? supportA > supportB : scores.items.compareText(a, b) < 0;
    }

    private static IllegalStateException notFinite(int item, double score) {
        return new IllegalStateException("the recommender gave item number " + item + " the score " + score
                + ": a score must be a finite number");
    }

    /** The best in a heap with the worst on top, then sorted. Filters are asked only for items that would enter. */
    private static int best(ItemScores scores, Selection selection, int wanted) {
        int most = Math.min(wanted, scores.count);
        int[] heap = scores.ints(most);
        int size = 0;
        double worst = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.count; i++) {
            int item = scores.touched[i];
            double score = scores.score(item);
            if (!(Math.abs(score) <= Double.MAX_VALUE)) {
                throw notFinite(item, score);
            }
            if (score < worst || scores.excluded[item]) {
                continue;
            }
            if (size < most) {
                if (selection.filter.allows(item)) {
                    siftUp(scores, heap, size++, item);
                    worst = size == most ? scores.score(heap[0]) : worst;
                }
            } else if (before(scores, item, heap[0]) && selection.filter.allows(item)) {
                siftDown(scores, heap, 0, size, item);
                worst = scores.score(heap[0]);
            }
        }
        for (int end = size - 1; end > 0; end--) {
            int last = heap[end];
            heap[end] = heap[0];
            siftDown(scores, heap, 0, end, last);
        }
        return size;
    }

    private static void siftUp(ItemScores scores, int[] heap, int at, int item) {
        int hole = at;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (!before(scores, heap[parent], item)) {
                break;
            }
            heap[hole] = heap[parent];
            hole = parent;
        }
        heap[hole] = item;
    }

    private static void siftDown(ItemScores scores, int[] heap, int at, int size, int item) {
        int hole = at;
        for (int child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && before(scores, heap[child], heap[child + 1])) {
                child++;
            }
            if (!before(scores, item, heap[child])) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = item;
    }

    /** First among few; only where the cap leaves too few of those, among all. */
    private static int capped(ItemScores scores, Selection selection) {
        int wanted = selection.pool();
        for (int look = Math.max(32, 4 * wanted); ; look = Integer.MAX_VALUE) {
            int found = best(scores, selection, look);
            int kept = keepWithinCap(scores, selection, found);
            if (kept == wanted || found < look) {
                return kept;
            }
        }
    }

    /** Of items by falling score those that are not too many of their class, no more than the pool. */
    private static int keepWithinCap(ItemScores scores, Selection selection, int found) {
        int[] list = scores.ints;
        int[] taken = scores.marks(selection.classes);
        int kept = 0;
        for (int i = 0; i < found && kept < selection.pool(); i++) {
            int item = list[i];
            if (taken[selection.classOf[item]] < selection.perClass) {
                taken[selection.classOf[item]]++;
                list[kept++] = item;
            }
        }
        for (int i = 0; i < kept; i++) {
            taken[selection.classOf[list[i]]] = 0;
        }
        return kept;
    }

    /** Puts the chosen ones in front, in the order of choice. Candidates stand by falling score. */
    private static int diversify(
            ItemScores scores, Selection selection, @Nullable ItemSimilarity similarity, int found) {
        if (similarity == null || found == 0) {
            return found;
        }
        int[] list = scores.ints;
        double top = scores.score(list[0]);
        double range = top - scores.score(list[found - 1]);
        double[] nearest = scores.scratch(found);
        Arrays.fill(nearest, 0, found, 0);
        int wanted = Math.min(selection.k, found);
        for (int chosen = 0; chosen < wanted; chosen++) {
            int next = chosen;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = chosen; i < found; i++) {
                double share = range > 0 ? 1 - (top - scores.score(list[i])) / range : 1;
                double value = selection.relevance * share - (1 - selection.relevance) * nearest[i];
                if (value > most) {
                    most = value;
                    next = i;
                }
            }
            moveTo(list, nearest, next, chosen);
            for (int i = chosen + 1; i < found; i++) {
                nearest[i] = Math.max(nearest[i], between(similarity, list[i], list[chosen]));
            }
        }
        return wanted;
    }

    /** The others keep their order. */
    private static void moveTo(int[] list, double[] nearest, int from, int to) {
        int item = list[from];
        System.arraycopy(list, to, list, to + 1, from - to);
        System.arraycopy(nearest, to, nearest, to + 1, from - to);
        list[to] = item;
    }

    private static double between(ItemSimilarity similarity, int a, int b) {
        double value = similarity.between(a, b);
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalStateException(
                    "the similarity of items " + a + " and " + b + " must lie from 0 to 1, got " + value);
        }
        return value;
    }
}

package org.ltv4j.segmentation.itemset;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.basket.BasketLog;

/**
 * Itemsets with the number of baskets that hold them, in flat arrays. Immutable, safe to share between threads.
 *
 * <p>Order: items are ranked by falling count, those of equal count by item number. A set lists its items from the rarest to the
 * most frequent. Sets come like numbers whose digits are these ranks: first those whose rarest item is the most frequent of all, last
 * those with the rarest item; among sets of one rarest item the item alone first, then by the second rarest, and so on. So every set comes
 * after all of its subsets, and whatever beginning of the list a limit leaves, the subsets of all its sets are in it. The best by a measure
 * ({@link TopItemsets}) come best first instead.
 *
 * <p>The empty set is not in the list; it is in all {@link #baskets()}.
 */
public final class FrequentItemsets {
    private final BasketLog log;
    private final int minCount;
    private final Ranking ranking;
    private final ItemsetTree tree;
    private final int @Nullable [] members;
    private final int @Nullable [] numberOf;
    private final Optional<MiningStop> stop;

    /**
     * Takes what was found.
     *
     * @param log the baskets
     * @param ranking order of the items
     * @param minCount from so many baskets on
     * @param tree the sets
     * @param members nodes of the tree that are in the list, in its order; null for all of them
     * @param stop why there are no more, if there are
     */
    FrequentItemsets(
            BasketLog log,
            Ranking ranking,
            int minCount,
            ItemsetTree tree,
            int @Nullable [] members,
            Optional<MiningStop> stop) {
        this.log = log;
        this.minCount = minCount;
        this.ranking = ranking;
        this.tree = tree;
        this.members = members;
        this.numberOf = members == null ? null : numbers(members, tree.nodes());
        this.stop = stop;
    }

    private static int[] numbers(int[] members, int nodes) {
        int[] numberOf = new int[nodes];
        Arrays.fill(numberOf, -1);
        for (int i = 0; i < members.length; i++) {
            numberOf[members[i]] = i;
        }
        return numberOf;
    }

    /**
     * How many itemsets there are.
     *
     * @return 0 or more
     */
    public int size() {
        return members == null ? tree.nodes() : members.length;
    }

    /**
     * How many baskets were mined, the empty ones included: the count of the empty set.
     *
     * @return 0 or more
     */
    public int baskets() {
        return log.size();
    }

    /**
     * From how many baskets on a set was frequent.
     *
     * @return at least 1
     */
    public int minCount() {
        return minCount;
    }

    /**
     * Names of the item numbers.
     *
     * @return the items of the baskets, also those that are not frequent
     */
    public IdTable items() {
        return log.items();
    }

    /**
     * Why the list is not complete.
     *
     * @return empty if it is
     */
    public Optional<MiningStop> stop() {
        return stop;
    }

    /**
     * In how many baskets a set is.
     *
     * @param i number of a set, from 0
     * @return its count, at least 1
     */
    public int count(int i) {
        return tree.counts[node(i)];
    }

    /**
     * The share of the baskets that hold a set.
     *
     * @param i number of a set, from 0
     * @return above 0, at most 1
     */
    public double support(int i) {
        return (double) count(i) / log.size();
    }

    /**
     * How many items a set has.
     *
     * @param i number of a set, from 0
     * @return at least 1
     */
    public int length(int i) {
        return tree.depths[node(i)];
    }

    /**
     * An item of a set. To read all of them use {@link #copy}, which takes no longer than one of these.
     *
     * @param i number of a set, from 0
     * @param k place in the set, from 0 for its rarest item
     * @return number of the item in {@link #items()}
     */
    public int item(int i, int k) {
        int node = node(i);
        int depth = tree.depths[node];
        if (k < 0 || k >= depth) {
            throw new IndexOutOfBoundsException("item " + k + " of " + depth);
        }
        for (int up = depth - 1 - k; up > 0; up--) {
            node = tree.parents[node];
        }
        return ranking.itemOf()[tree.ranks[node]];
    }

    /**
     * Copies the items of a set, the rarest first.
     *
     * @param i number of a set, from 0
     * @param target takes their numbers, from its beginning on
     * @return how many there are, which is {@link #length}
     */
    public int copy(int i, int[] target) {
        int length = tree.path(node(i), target);
        for (int k = 0; k < length; k++) {
            target[k] = ranking.itemOf()[target[k]];
        }
        return length;
    }

    /**
     * The items of a set, the rarest first.
     *
     * @param i number of a set, from 0
     * @return their numbers, a new array
     */
    public int[] items(int i) {
        int[] set = new int[length(i)];
        copy(i, set);
        return set;
    }

    /**
     * The names of a set's items, the rarest first.
     *
     * @param i number of a set, from 0
     * @return at least one name
     */
    public List<String> names(int i) {
        int[] set = items(i);
        String[] names = new String[set.length];
        for (int k = 0; k < set.length; k++) {
            names[k] = log.items().id(set[k]);
        }
        return List.of(names);
    }

    /**
     * The number of the set with these items.
     *
     * @param set distinct item numbers, in any order
     * @return its number, or -1 if it is not in the list
     */
    public int indexOf(int... set) {
        int node = findNode(set);
        return node < 0 ? -1 : numberOf(node);
    }

    /**
     * In how many baskets these items are together, as far as mining has found that out. A set may be known without being in the list,
     * for instance one that is shorter than was asked for.
     *
     * @param set distinct item numbers, in any order; none for the empty set
     * @return the count, or -1 if it is not known
     */
    public int countOf(int... set) {
        if (set.length == 0) {
            return log.size();
        }
        if (set.length == 1) {
            return log.count(set[0]);
        }
        int node = findNode(set);
        return node < 0 || tree.counts[node] == ItemsetTree.UNKNOWN ? -1 : tree.counts[node];
    }

    /**
     * In how many baskets a set is without one of its items. Needs no array from the caller and one look into an index.
     *
     * @param i number of a set, from 0
     * @param k place of the item that is left out, from 0 for its rarest item
     * @return the count, that of the empty set where only one item was there; -1 if it is not known
     */
    public int countWithout(int i, int k) {
        int node = node(i);
        int depth = tree.depths[node];
        if (k < 0 || k >= depth) {
            throw new IndexOutOfBoundsException("item " + k + " of " + depth);
        }
        if (depth == 1) {
            return log.size();
        }
        if (depth == 2) {
            return singles(k == 0 ? node : tree.parents[node]);
        }
        int rest = tree.without(node, k, new int[depth]);
        return rest < 0 || tree.counts[rest] == ItemsetTree.UNKNOWN ? -1 : tree.counts[rest];
    }

    /**
     * How much more often the items of a set meet than if they had nothing to do with each other: {@code (c / n) / ((c1 / n) (c2 /
     * n) ..)}.
     *
     * @param i number of a set, from 0
     * @return above 0; 1 for a single item
     */
    public double lift(int i) {
        int node = node(i);
        double lift = (double) tree.counts[node] / singles(node);
        for (int n = tree.parents[node]; n >= 0; n = tree.parents[n]) {
            lift *= (double) log.size() / singles(n);
        }
        return lift;
    }

    private int singles(int node) {
        return log.count(ranking.itemOf()[tree.ranks[node]]);
    }

    /**
     * The sets as lists of names, in their order; each is made when it is looked at.
     *
     * @return a view, as long as {@link #size()}
     */
    public List<List<String>> asNames() {
        return new Names();
    }

    private int node(int i) {
        if (members == null) {
            if (i < 0 || i >= tree.nodes()) {
                throw new IndexOutOfBoundsException("itemset " + i + " of " + size());
            }
            return i;
        }
        return members[i];
    }

    private int numberOf(int node) {
        return numberOf == null ? node : numberOf[node];
    }

    private int findNode(int[] set) {
        int[] path = new int[set.length];
        for (int k = 0; k < set.length; k++) {
            int rank = ranking.rankOf()[set[k]];
            if (rank < 0) {
                return -1;
            }
            int at = k; // sorted downwards as they come: sets are short
            while (at > 0 && path[at - 1] < rank) {
                path[at] = path[at - 1];
                at--;
            }
            path[at] = rank;
        }
        return tree.find(path, path.length);
    }

    /** The names of all sets. */
    private final class Names extends AbstractList<List<String>> implements RandomAccess {
        @Override
        public List<String> get(int index) {
            return names(index);
        }

        @Override
        public int size() {
            return FrequentItemsets.this.size();
        }
    }

    @Override
    public String toString() {
        return size() + " itemsets of " + log.size() + " baskets, each in at least " + minCount
                + stop.map(s -> "; " + s.hint()).orElse("");
    }
}

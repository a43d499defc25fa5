package org.ltv4j.core.outcome;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.internal.math.Samplers;

/**
 * Customers dealt into folds. All rows of a customer, of whichever dates, are in one fold, so that nobody is both learnt from and
 * judged by. The same customers, count and seed give the same folds.
 */
public final class CustomerFolds {
    private final int[] foldOfGroup;
    private final int folds;

    private CustomerFolds(int[] foldOfGroup, int folds) {
        this.foldOfGroup = foldOfGroup;
        this.folds = folds;
    }

    /**
     * Deals the customers of a training set.
     *
     * @param data rows of customers
     * @param folds how many, from 2 to the number of customers
     * @param seed of the dealing
     * @return folds whose numbers of customers differ by one at most
     * @throws InvalidDataException if there are fewer customers than folds
     */
    public static CustomerFolds of(TrainingSet data, int folds, long seed) {
        int[] order = withRows(data);
        int groups = order.length;
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be 2 or more, got " + folds);
        }
        if (groups < folds) {
            throw new InvalidDataException(
                    groups + " customers cannot be dealt into " + folds + " folds: use fewer folds or more sales");
        }
        RandomGenerator random = Samplers.generator(seed, Samplers.Purpose.FOLDS, folds);
        for (int i = groups - 1; i > 0; i--) {
            int j = Samplers.index(random, i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        int[] foldOfGroup = new int[data.customers()];
        for (int i = 0; i < groups; i++) {
            foldOfGroup[order[i]] = i % folds;
        }
        return new CustomerFolds(foldOfGroup, folds);
    }

    /** The customers of whom the set has rows. */
    private static int[] withRows(TrainingSet data) {
        BitSet has = new BitSet(data.customers());
        for (int row = 0; row < data.rows(); row++) {
            has.set(data.customer(row));
        }
        return has.stream().toArray();
    }

    /**
     * How many folds there are.
     *
     * @return at least 2
     */
    public int size() {
        return folds;
    }

    /**
     * The rows of one fold.
     *
     * @param data the set that was dealt
     * @param fold from 0 to {@code size() - 1}
     * @return rows in ascending order
     */
    public int[] rowsIn(TrainingSet data, int fold) {
        return rows(data, fold, true);
    }

    /**
     * The rows of all other folds.
     *
     * @param data the set that was dealt
     * @param fold from 0 to {@code size() - 1}
     * @return rows in ascending order
     */
    public int[] rowsOutside(TrainingSet data, int fold) {
        return rows(data, fold, false);
    }

    private int[] rows(TrainingSet data, int fold, boolean inside) {
        if (fold < 0 || fold >= folds || data.customers() != foldOfGroup.length) {
            throw new IllegalArgumentException("fold " + fold + " of " + folds + " of " + foldOfGroup.length
                    + " customers is asked of a set of " + data.customers());
        }
        int[] rows = new int[data.rows()];
        int n = 0;
        for (int row = 0; row < rows.length; row++) {
            if ((foldOfGroup[data.customer(row)] == fold) == inside) {
                rows[n++] = row;
            }
        }
        return Arrays.copyOf(rows, n);
    }
}

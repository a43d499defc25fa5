package org.ltv4j.segmentation.recommend;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;

/**
 * The work space of one recommendation: scores of the items that something speaks for. It is reused by its thread, so nothing may keep it
 * after {@link Recommender#score} has returned. Not thread-safe.
 */
public final class ItemScores {
    private static final ThreadLocal<ItemScores> OF_THREAD = ThreadLocal.withInitial(ItemScores::new);

    IdTable items = IdTable.EMPTY;
    int[] touched = {};
    int count;
    boolean[] excluded = {};
    int[] ints = {};

    private double[] score = {};
    private double[] support = {};
    private boolean[] seen = {};
    private double[] scratch = {};
    private double[] second = {};
    private int[] marks = {};
    private @Nullable ItemScores inner;
    private boolean lent;

    private ItemScores() {}

    /** An empty one for a table: the thread's own, or a new one where that is in use (a filter that itself recommends). */
    static ItemScores borrow(IdTable items) {
        ItemScores own = OF_THREAD.get();
        ItemScores free = own.lent ? new ItemScores() : own;
        free.lent = true;
        free.open(items);
        return free;
    }

    /** Empties it. */
    void giveBack() {
        clear();
        lent = false;
        items = IdTable.EMPTY;
    }

    private void open(IdTable table) {
        items = table;
        if (score.length < table.size()) {
            int size = table.size();
            score = new double[size];
            support = new double[size];
            seen = new boolean[size];
            excluded = new boolean[size];
            touched = new int[size];
        }
    }

    /**
     * Work space for the scores of a part, empty at first and emptied when {@link #closeInner} is called.
     *
     * @return the inner work space, over the same items
     */
    public ItemScores openInner() {
        ItemScores part = inner;
        if (part == null) {
            part = new ItemScores();
            inner = part;
        }
        if (part.lent) {
            throw new IllegalStateException("the inner work space is still in use: close it first");
        }
        part.lent = true;
        part.open(items);
        return part;
    }

    /** Empties the inner work space. */
    public void closeInner() {
        if (inner != null) {
            inner.giveBack();
        }
    }

    /** Forgets all scores. */
    void clear() {
        if (count > items.size() / 4) {
            int size = items.size();
            Arrays.fill(score, 0, size, 0);
            Arrays.fill(support, 0, size, 0);
            Arrays.fill(seen, 0, size, false);
        } else {
            for (int i = 0; i < count; i++) {
                int item = touched[i];
                score[item] = 0;
                support[item] = 0;
                seen[item] = false;
            }
        }
        count = 0;
    }

    /**
     * Adds to the score of an item.
     *
     * @param item number of the item
     * @param value a finite number
     */
    public void add(int item, double value) {
        touch(item);
        score[item] += value;
    }

    /**
     * Raises the score of an item to a value, or its support if the score is already that value.
     *
     * @param item number of the item
     * @param value a finite number
     * @param newSupport how well founded the value is
     */
    public void raise(int item, double value, double newSupport) {
        if (touch(item) || value > score[item]) {
            score[item] = value;
            support[item] = newSupport;
        } else if (value == score[item] && newSupport > support[item]) {
            support[item] = newSupport;
        }
    }

    private boolean touch(int item) {
        if (seen[item]) {
            return false;
        }
        seen[item] = true;
        touched[count++] = item;
        return true;
    }

    /**
     * Sets what decides between equal scores.
     *
     * @param item number of an item that has a score
     * @param value the larger one comes first
     */
    public void support(int item, double value) {
        support[item] = value;
    }

    /**
     * What decides between equal scores.
     *
     * @param item number of the item
     * @return 0 unless it was set
     */
    public double support(int item) {
        return support[item];
    }

    /**
     * The score of an item.
     *
     * @param item number of the item
     * @return 0 if it has none
     */
    public double score(int item) {
        return score[item];
    }

    /**
     * Whether an item has a score.
     *
     * @param item number of the item
     * @return true if any was given
     */
    public boolean has(int item) {
        return seen[item];
    }

    /**
     * How many items have a score.
     *
     * @return from 0 to the size of the table
     */
    public int size() {
        return count;
    }

    /**
     * An item that has a score.
     *
     * @param i from 0 to {@code size() - 1}
     * @return its number; in the order in which scores came
     */
    public int item(int i) {
        return touched[i];
    }

    /**
     * Numbers to work with, whatever stands in them.
     *
     * @param length how many are needed
     * @return an array of at least that length; the same one at the next call
     */
    public double[] scratch(int length) {
        if (scratch.length < length) {
            scratch = new double[length];
        }
        return scratch;
    }

    /**
     * More numbers to work with, whatever stands in them.
     *
     * @param length how many are needed
     * @return an array of at least that length, other than {@link #scratch}; the same one at the next call
     */
    public double[] secondScratch(int length) {
        if (second.length < length) {
            second = new double[length];
        }
        return second;
    }

    /**
     * Counters to work with. Whoever takes them sets them back to 0.
     *
     * @param length how many are needed
     * @return an array of at least that length, all 0; the same one at the next call
     */
    public int[] marks(int length) {
        if (marks.length < length) {
            marks = new int[length];
        }
        return marks;
    }

    /**
     * Whole numbers to work with, whatever stands in them.
     *
     * @param length how many are needed
     * @return an array of at least that length; the same one at the next call
     */
    public int[] ints(int length) {
        if (ints.length < length) {
            ints = new int[length];
        }
        return ints;
    }
}

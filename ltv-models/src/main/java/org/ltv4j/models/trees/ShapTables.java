package org.ltv4j.models.trees;

import java.util.Arrays;
import java.util.List;

/**
 * Contributions of the features to the margins of up to 64 rows, looked up. The bottom of a tree is cut into small groups of
 * leaves, and what all leaves of a group together say about a row depends only on a few bits: see {@link ShapGroup}. A table
 * per group holds what each feature gets for each combination of them. Bits come from {@link Answers}, 64 rows at a time, and
 * number the table's lines as they number leaves in {@link BlockKernel}.
 *
 * <p>{@link ShapPlan} says which trees are here; for the others there is {@link ShapWalk}.
 */
final class ShapTables {
    /** Marks the last condition of a bit, in the lowest place of a condition. */
    static final int LAST = 1;
    /** Marks that the answer must be no, in the second place; the question stands above. */
    static final int NOT = 2;

    private static final int QUESTION = 2;

    private final int groups;
    /** Where the conditions of each group start in {@link #conditions}. */
    private final int[] conditionStart;
    /** Question, {@link #NOT} and {@link #LAST} of each condition; conditions up to the last are joined to one bit. */
    private final int[] conditions;
    /** Where the columns of each group start in {@link #columns}. */
    private final int[] columnStart;
    /** What a column of the table is for: place in {@link #accounts}. */
    private final int[] columns;
    /** Places in an explanation that the tables write to, rising. */
    private final int[] accounts;
    /** Where the table of each group starts. */
    private final int[] tableStart;

    private final float[] table;

    ShapTables(Forest forest, Questions questions, Covers covers, List<ShapGroup> plan) {
        groups = plan.size();
        conditionStart = new int[groups + 1];
        columnStart = new int[groups + 1];
        tableStart = new int[groups + 1];
        for (int g = 0; g < groups; g++) {
            ShapGroup group = plan.get(g);
            conditionStart[g + 1] = conditionStart[g] + group.path().length + group.inner().length;
            columnStart[g + 1] = columnStart[g] + group.width();
            tableStart[g + 1] = Math.addExact(tableStart[g], group.size());
        }
        conditions = new int[conditionStart[groups]];
        columns = new int[columnStart[groups]];
        accounts = plan.stream()
                .flatMapToInt(group -> Arrays.stream(group.features()).map(f -> account(forest, group, f)))
                .sorted()
                .distinct()
                .toArray();
        table = new float[tableStart[groups]];
        ShapGroupTable tables = new ShapGroupTable(forest, covers, Byte.SIZE);
        for (int g = 0; g < groups; g++) {
            ShapGroup group = plan.get(g);
            int[] own = group.conditions(forest, questions);
            System.arraycopy(own, 0, conditions, conditionStart[g], own.length);
            for (int k = 0; k < group.width(); k++) {
                columns[columnStart[g] + k] =
                        Arrays.binarySearch(accounts, account(forest, group, group.features()[k]));
            }
            tables.fill(group, table, tableStart[g]);
        }
    }

    private static int account(Forest forest, ShapGroup group, int feature) {
        return forest.group[group.tree()] * (forest.features + 1) + feature;
    }

    /** Places in an explanation that the tables write to, rising; not to be changed. */
    int[] accounts() {
        return accounts;
    }

    /** A condition: that a question is answered yes or no. */
    static int condition(int question, boolean yes) {
        return question << QUESTION | (yes ? 0 : NOT);
    }

    /** Room for one thread to work in. */
    final class Room {
        private final long[] bits = new long[Byte.SIZE];
        private final int[] line = new int[Answers.ROWS];
        private final int[] lineOf = new int[groups];

        /**
         * Adds what all groups say.
         *
         * @param answers of the rows
         * @param count rows, at most 64
         * @param sums for each of {@link #accounts()} a number per row
         */
        void add(Answers answers, int count, double[][] sums) {
            for (int group = 0; group < groups; group++) {
                int first = columnStart[group];
                int width = columnStart[group + 1] - first;
                lines(group, answers, count, width);
                for (int k = 0; k < width; k++) {
                    addColumn(sums[columns[first + k]], tableStart[group] + k, count);
                }
            }
        }

        /**
         * Adds what all groups say about a single row: the same numbers in the same order, with less to prepare. All lines are
         * found before any is read, so that the processor waits for several at a time: they lie all over the memory.
         *
         * @param answers of the rows
         * @param row which of them, from 0
         * @param sums for each of {@link #accounts()} a number
         */
        void addRow(Answers answers, int row, double[] sums) {
            for (int group = 0; group < groups; group++) {
                int width = columnStart[group + 1] - columnStart[group];
                lineOf[group] = tableStart[group] + width * number(group, answers, row);
            }
            for (int group = 0; group < groups; group++) {
                int end = columnStart[group + 1];
                for (int k = columnStart[group], at = lineOf[group]; k < end; k++, at++) {
                    sums[columns[k]] += table[at];
                }
            }
        }

        /** The bits of a row, the first one highest. */
        private int number(int group, Answers answers, int row) {
            int number = 0;
            long joined = -1;
            for (int i = conditionStart[group]; i < conditionStart[group + 1]; i++) {
                int condition = conditions[i];
                joined &= answers.yes[condition >>> QUESTION] >>> row ^ -(condition >>> 1 & 1L);
                if ((condition & LAST) != 0) {
                    number = number << 1 | (int) joined & 1;
                    joined = -1;
                }
            }
            return number;
        }

        private void addColumn(double[] sum, int column, int count) {
            for (int j = 0; j < count; j++) {
                sum[j] += table[column + line[j]];
            }
        }

        /** Where the line of each row starts, from the start of the table. */
        private void lines(int group, Answers answers, int count, int width) {
            int used = bits(group, answers);
            for (int first = 0; first < count; first += Byte.SIZE) {
                long numbers = BlockKernel.numbers(bits, used, first);
                for (int j = 0; j < Byte.SIZE; j++) {
                    line[first + j] = width * ((int) (numbers >>> (j * Byte.SIZE)) & 0xff);
                }
            }
        }

        private int bits(int group, Answers answers) {
            int used = 0;
            long joined = -1;
            for (int i = conditionStart[group]; i < conditionStart[group + 1]; i++) {
                int condition = conditions[i];
                long answer = answers.yes[condition >>> QUESTION];
                joined &= answer ^ -(condition >>> 1 & 1L);
                if ((condition & LAST) != 0) {
                    bits[used++] = joined;
                    joined = -1;
                }
            }
            return used;
        }
    }
}

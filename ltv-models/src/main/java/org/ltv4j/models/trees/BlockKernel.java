package org.ltv4j.models.trees;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Scores 64 rows at once. The rows first answer all questions, a word of bits per question ({@link Answers}); a tree is then
 * walked for all of them with a few logical operations per node: the rows that come to a node, and those of them that go to
 * its left child, are words too. What comes out is a word per level, bit j of which says whether row j went left there: written
 * one under the other, the bits of a row number its leaf.
 *
 * <p>Trees of up to {@link #MAX_DEPTH} levels are filled up to perfect ones for that; deeper ones are walked row by row over the
 * same answers. Leaves are added in the order of the trees. Memory: 8 bytes per leaf of a perfect tree and 16 per threshold.
 */
final class BlockKernel {
    /** Deepest tree that is walked in words; a leaf number then fits a byte. */
    static final int MAX_DEPTH = 8;

    private static final int AS_IT_IS = -1;

    /** Bit i of a byte as the lowest bit of byte i. */
    private static final long[] SPREAD = new long[256];

    static {
        for (int bits = 0; bits < SPREAD.length; bits++) {
            for (int i = 0; i < Byte.SIZE; i++) {
                SPREAD[bits] |= (bits >> i & 1L) << (i * Byte.SIZE);
            }
        }
    }

    final Questions questions;
    private final Forest forest;
    /** Splits on the longest way in each tree. */
    private final int[] levels;
    /** The same where a tree is walked in words, else {@link #AS_IT_IS}. */
    private final int[] depths;
    /** Where the questions and the leaves of each tree start: it has {@code 1 << depth} places for either. */
    private final int[] starts;
    /** Questions of the inner nodes of a perfect tree, level by level. */
    private final int[] asked;
    /** By number: the leaf, as index into the arrays of the forest. */
    private final int[] leaves;
    /** By number: the leaf itself; empty where leaves are vectors. */
    private final float[] values;

    private final Queue<Room> idle = new ConcurrentLinkedQueue<>();

    BlockKernel(Forest forest) {
        this(forest, new Questions(forest), TreeShape.depths(forest));
    }

    private BlockKernel(Forest forest, Questions questions, int[] levels) {
        this.forest = forest;
        this.questions = questions;
        this.levels = levels;
        depths = Arrays.stream(levels)
                .map(depth -> depth > MAX_DEPTH ? AS_IT_IS : depth)
                .toArray();
        starts = new int[forest.trees + 1];
        for (int tree = 0; tree < forest.trees; tree++) {
            starts[tree + 1] = Math.addExact(starts[tree], depths[tree] == AS_IT_IS ? 0 : 1 << depths[tree]);
        }
        asked = new int[starts[forest.trees]];
        leaves = new int[starts[forest.trees]];
        values = new float[forest.vectorLeaves() ? 0 : starts[forest.trees]];
        for (int tree = 0; tree < forest.trees; tree++) {
            if (depths[tree] != AS_IT_IS) {
                fill(forest.root[tree], 0, 0, depths[tree], starts[tree]);
            }
        }
    }

    /** Writes what stands below a node, which comes {@code number}-th on its level. Left children have the odd numbers. */
    private void fill(int node, int level, int number, int depth, int start) {
        if (level == depth) {
            leaves[start + number] = node;
            if (values.length > 0) {
                values[start + number] = forest.leaf[node];
            }
            return;
        }
        boolean leaf = forest.left[node] < 0;
        asked[start + (1 << level) - 1 + number] = leaf ? Questions.NO : questions.of(node);
        fill(leaf ? node : forest.right[node], level + 1, 2 * number, depth, start);
        fill(leaf ? node : forest.left[node], level + 1, 2 * number + 1, depth, start);
    }

    /** Whether a row answers a question with less work than a walk would meet them: per 64 rows a word is joined or a step taken. */
    boolean worthwhile() {
        long steps = 0;
        for (int tree = 0; tree < forest.trees; tree++) {
            steps += levels[tree];
        }
        return questions.count / Answers.ROWS <= steps;
    }

    /** Numbers made of one bit of each word, the first one highest: those of the eight rows from {@code row} on, a byte each. */
    static long numbers(long[] words, int count, int row) {
        long numbers = 0;
        for (int i = 0; i < count; i++) {
            numbers = numbers << 1 | SPREAD[(int) (words[i] >>> row) & 0xff];
        }
        return numbers;
    }

    /** The margins of rows {@code from} to {@code to - 1}, each into its place in {@code out}. */
    void margins(RowSource rows, int from, int to, float[] out) {
        Room taken = idle.poll();
        Room room = taken == null ? new Room() : taken;
        for (int first = from; first < to; first += Answers.ROWS) {
            room.block(rows, first, Math.min(Answers.ROWS, to - first), out, first * forest.outputs);
        }
        idle.add(room);
    }

    /** What a thread works with. */
    private final class Room {
        private final Answers answers = new Answers(questions);
        private final long[] coming = new long[1 << MAX_DEPTH];
        private final long[] went = new long[MAX_DEPTH];
        private final int[] leaf = new int[Answers.ROWS];
        private final float[] sums = new float[Answers.ROWS];

        private void block(RowSource rows, int from, int count, float[] out, int at) {
            answers.ask(rows, from, count);
            if (forest.outputs == 1 && !forest.vectorLeaves()) {
                single(count, out, at);
            } else {
                several(count, out, at);
            }
        }

        private void single(int count, float[] out, int at) {
            Arrays.fill(sums, forest.baseMargin[0]);
            for (int tree = 0; tree < forest.trees; tree++) {
                if (depths[tree] == AS_IT_IS) {
                    find(tree, count);
                    for (int j = 0; j < count; j++) {
                        sums[j] += forest.leaf[leaf[j]];
                    }
                } else {
                    go(depths[tree], starts[tree]);
                    for (int group = 0; group < count; group += Byte.SIZE) {
                        add(numbers(went, depths[tree], group), starts[tree], group);
                    }
                }
            }
            System.arraycopy(sums, 0, out, at, count);
        }

        private void add(long numbers, int start, int group) {
            for (int j = 0; j < Byte.SIZE; j++) {
                sums[group + j] += values[start + ((int) (numbers >>> (j * Byte.SIZE)) & 0xff)];
            }
        }

        private void several(int count, float[] out, int at) {
            int outputs = forest.outputs;
            for (int j = 0; j < count; j++) {
                System.arraycopy(forest.baseMargin, 0, out, at + j * outputs, outputs);
            }
            for (int tree = 0; tree < forest.trees; tree++) {
                find(tree, count);
                for (int j = 0; j < count; j++) {
                    Walk.add(forest, tree, leaf[j], out, at + j * outputs);
                }
            }
        }

        /** The leaf of each row in a tree. */
        private void find(int tree, int count) {
            int depth = depths[tree];
            if (depth == AS_IT_IS) {
                for (int j = 0; j < count; j++) {
                    leaf[j] = walk(forest.root[tree], j);
                }
                return;
            }
            int start = starts[tree];
            go(depth, start);
            for (int group = 0; group < count; group += Byte.SIZE) {
                long numbers = numbers(went, depth, group);
                for (int j = 0; j < Byte.SIZE; j++) {
                    leaf[group + j] = leaves[start + ((int) (numbers >>> (j * Byte.SIZE)) & 0xff)];
                }
            }
        }

        private void go(int depth, int start) {
            long[] yes = answers.yes;
            coming[0] = -1;
            for (int level = 0; level < depth; level++) {
                int width = 1 << level;
                int first = start + width - 1;
                long left = 0;
                for (int number = width - 1; number >= 0; number--) {
                    long here = coming[number];
                    long lefts = here & yes[asked[first + number]];
                    coming[2 * number] = here ^ lefts;
                    coming[2 * number + 1] = lefts;
                    left |= lefts;
                }
                went[level] = left;
            }
        }

        private int walk(int root, int row) {
            int node = root;
            while (forest.left[node] >= 0) {
                node = (answers.yes[questions.of(node)] >>> row & 1) != 0 ? forest.left[node] : forest.right[node];
            }
            return node;
        }
    }
}

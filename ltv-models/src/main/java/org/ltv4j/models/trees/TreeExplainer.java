package org.ltv4j.models.trees;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.model.Parallelism;

/**
 * Why a model gives a row its margins: exact contributions of the features. Immutable; any number of threads may use one.
 * Made once per model by {@link TreeEnsemble#explainer()}.
 *
 * <p>The contribution of a feature is its Shapley value in the game "predict the margin from the features that are known",
 * where a split on an unknown feature sends a row both ways, in the parts in which it divided the training rows (XGBoost's
 * {@code pred_contribs}, TreeSHAP's {@code tree_path_dependent}). Contributions and bias add up to the margin, up to rounding.
 * They are on the scale of margins, before the objective's link.
 *
 * <p>An explanation has {@link TreeEnsemble#outputs()} times {@link TreeEnsemble#features()} + 1 numbers: for the first output a
 * contribution per feature and the bias, which is the mean margin of training as far as covers tell; then those of the next.
 *
 * <p>Memory: for trees of up to six or seven levels tables of up to 64 MB per model, 12 MB for 200 trees of six levels, made in
 * some tenths of a second; what does not fit is computed, some ten times slower.
 *
 * <p>Lundberg et al. (2020), "From local explanations to global understanding with explainable AI for trees", Nature Machine
 * Intelligence 2.
 */
public final class TreeExplainer {
    /** Numbers in the tables of one model: 64 MB. */
    static final long LIMIT = 1 << 24;

    /** Blocks of rows that a thread takes at once. */
    private static final int TURN = 4;

    /** Fewer rows than this are explained one by one. */
    private static final int FEW = 4;

    private final Forest forest;
    private final Questions questions;
    private final ShapTables tables;
    private final ShapWalk walk;
    /** Trees without tables. */
    private final int[] others;
    /** Per output. */
    private final double[] bias;

    private final Queue<Room> idle = new ConcurrentLinkedQueue<>();

    TreeExplainer(Forest forest, long limit) {
        this.forest = forest;
        if ((long) forest.outputs * (forest.features + 1L) > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("contributions are a number per output and feature, for " + forest.outputs
                    + " outputs and " + forest.features + " features more than an array holds: train with fewer");
        }
        Covers covers = new Covers(forest);
        questions = new Questions(forest);
        ShapPlan plan = new ShapPlan(forest, limit);
        others = plan.others;
        tables = new ShapTables(forest, questions, covers, plan.groups);
        walk = new ShapWalk(forest, covers);
        bias = new double[forest.outputs];
        for (int k = 0; k < bias.length; k++) {
            bias[k] = forest.baseMargin[k];
        }
        for (int tree = 0; tree < forest.trees; tree++) {
            int first = forest.vectorLeaves() ? 0 : forest.group[tree];
            int end = forest.vectorLeaves() ? forest.outputs : first + 1;
            for (int k = first; k < end; k++) {
                bias[k] += covers.mean(tree, k);
            }
        }
    }

    /**
     * How many numbers an explanation of a row has.
     *
     * @return outputs times (features + 1)
     */
    public int size() {
        return forest.outputs * (forest.features + 1);
    }

    /**
     * Explains a row.
     *
     * @param row {@link TreeEnsemble#features()} values, NaN where one is missing
     * @param out takes {@link #size()} numbers
     * @throws IllegalArgumentException if the row or {@code out} has another length
     */
    public void contributions(float[] row, double[] out) {
        Lengths.check(row.length, forest.features, "values in a row");
        Lengths.check(out.length, size(), "contributions");
        explain(new RowSource.ByRow(row, forest.features), 1, out, Parallelism.SEQUENTIAL);
    }

    /**
     * Explains many rows, given row by row.
     *
     * @param rows values of the first row, then of the second, ...: {@code count * features()} of them
     * @param count how many rows, at least 0
     * @param out takes {@code count * size()} numbers, row by row
     * @param parallelism how many threads to use; the result does not depend on it
     * @throws IllegalArgumentException if an array has another length
     */
    public void contributionsOfRows(float[] rows, int count, double[] out, Parallelism parallelism) {
        Lengths.checkCount(count);
        Lengths.check(rows.length, (long) count * forest.features, "values");
        Lengths.check(out.length, (long) count * size(), "contributions");
        explain(new RowSource.ByRow(rows, forest.features), count, out, parallelism);
    }

    /**
     * Explains many rows, given column by column.
     *
     * @param columns a column of {@code count} values per feature, NaN where one is missing; each is rounded to float
     * @param count how many rows, at least 0
     * @param out takes {@code count * size()} numbers, row by row
     * @param parallelism how many threads to use; the result does not depend on it
     * @throws IllegalArgumentException if an array has another length
     */
    public void contributionsOfColumns(double[][] columns, int count, double[] out, Parallelism parallelism) {
        Lengths.checkColumns(columns, count, forest.features);
        Lengths.check(out.length, (long) count * size(), "contributions");
        explain(new RowSource.ByDoubleColumn(columns), count, out, parallelism);
    }

    /**
     * How much each feature matters to the rows given: the mean of its contributions without their signs.
     *
     * @param columns a column of {@code count} values per feature, NaN where one is missing; each is rounded to float
     * @param count how many rows, at least 1
     * @param parallelism how many threads to use; the result does not depend on it
     * @return per output and feature a number of at least 0: {@code outputs * features} of them, output by output
     * @throws IllegalArgumentException if an array has another length, or there is no row
     */
    public double[] meanAbsolute(double[][] columns, int count, Parallelism parallelism) {
        Lengths.checkColumns(columns, count, forest.features);
        if (count == 0) {
            throw new IllegalArgumentException("need at least 1 row for a mean, got 0");
        }
        int features = forest.features;
        int turn = Math.max(1, Math.min(TURN * Answers.ROWS, (Integer.MAX_VALUE - 8) / size()));
        double[][] parts = new double[(int) ((count + (long) turn - 1) / turn)][];
        RowSource rows = new RowSource.ByDoubleColumn(columns);
        blocks(count, turn, parallelism, (room, from, to) -> {
            double[] out = new double[(to - from) * size()];
            room.explain(rows, from, to, out, 0);
            double[] sum = new double[forest.outputs * features];
            for (int i = 0; i < (to - from) * forest.outputs; i++) {
                for (int f = 0; f < features; f++) {
                    sum[i % forest.outputs * features + f] += Math.abs(out[i * (features + 1) + f]);
                }
            }
            parts[from / turn] = sum;
        });
        double[] mean = new double[forest.outputs * features];
        for (double[] part : parts) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += part[i] / count;
            }
        }
        return mean;
    }

    private void explain(RowSource rows, int count, double[] out, Parallelism parallelism) {
        blocks(
                count,
                TURN * Answers.ROWS,
                parallelism,
                (room, from, to) -> room.explain(rows, from, to, out, from * size()));
    }

    /** What is done with some rows, in the room of a thread. */
    @FunctionalInterface
    private interface Work {
        void run(Room room, int from, int to);
    }

    private void blocks(int count, int turn, Parallelism parallelism, Work work) {
        try (Blocks blocks = new Blocks(parallelism.threads())) {
            blocks.run((int) ((count + (long) turn - 1) / turn), i -> {
                Room taken = idle.poll();
                Room room = taken == null ? new Room() : taken;
                work.run(room, i * turn, (int) Math.min(count, (i + 1L) * turn));
                idle.add(room);
            });
        }
    }

    /** What a thread works with. */
    private final class Room {
        private final Answers answers = new Answers(questions);
        private final ShapTables.Room looked = tables.new Room();
        private final ShapWalk.Room walked = walk.new Room();
        private final double[][] sums = new double[tables.accounts().length][Answers.ROWS];
        private final double[] own = new double[tables.accounts().length];
        private final float[] row = new float[forest.features];
        private final float[] one = new float[1];

        void explain(RowSource rows, int from, int to, double[] out, int at) {
            for (int first = from; first < to; first += Answers.ROWS) {
                block(rows, first, Math.min(Answers.ROWS, to - first), out, at + (first - from) * size());
            }
        }

        private void block(RowSource rows, int from, int count, double[] out, int at) {
            answers.ask(rows, from, count);
            boolean few = count < FEW;
            if (!few) {
                for (double[] sum : sums) {
                    Arrays.fill(sum, 0, count, 0);
                }
                looked.add(answers, count, sums);
            }
            for (int j = 0; j < count; j++) {
                if (few) {
                    Arrays.fill(own, 0);
                    looked.addRow(answers, j, own);
                } else {
                    for (int i = 0; i < own.length; i++) {
                        own[i] = sums[i][j];
                    }
                }
                finish(rows, from + j, out, at + j * size());
            }
        }

        /** Writes the explanation of a row: what the tables say, the bias, and what the other trees say. */
        private void finish(RowSource rows, int index, double[] out, int at) {
            Arrays.fill(out, at, at + size(), 0);
            for (int i = 0; i < own.length; i++) {
                out[at + tables.accounts()[i]] = own[i];
            }
            for (int k = 0; k < forest.outputs; k++) {
                out[at + k * (forest.features + 1) + forest.features] = bias[k];
            }
            if (others.length > 0) {
                rows.row(index, row, one);
                for (int tree : others) {
                    walked.add(tree, row, out, at);
                }
            }
        }
    }
}

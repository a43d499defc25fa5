package org.ltv4j.models.trees;

import org.jspecify.annotations.Nullable;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.model.Parallelism;

/**
 * The ways of scoring a forest, each made when it is first needed, and which of them serves best. All give the same bits.
 * Threads may make the same kernel at the same time; one of them is kept.
 */
final class Kernels {
    /** Fewer rows than this are scored one by one: answering all questions would cost more. */
    private static final int FEW = 24;
    /** Blocks of rows that a thread takes at once. */
    private static final int TURN = 16;

    private final Forest forest;
    private volatile @Nullable Choice<RowKernel> row;
    private volatile @Nullable Choice<BlockKernel> block;
    private volatile @Nullable TreeExplainer explainer;

    /** A kernel, or that there is none for this forest. */
    private record Choice<T>(@Nullable T kernel) {}

    Kernels(Forest forest) {
        this.forest = forest;
    }

    /** For one row; null if the plain walk is as good. */
    @Nullable
    RowKernel row() {
        Choice<RowKernel> choice = row;
        if (choice == null) {
            choice = new Choice<>(RowKernel.of(forest));
            row = choice;
        }
        return choice.kernel;
    }

    /** For many rows; null if rows had to answer more questions than they meet on their ways. */
    @Nullable
    BlockKernel block() {
        Choice<BlockKernel> choice = block;
        if (choice == null) {
            BlockKernel kernel = new BlockKernel(forest);
            choice = new Choice<>(kernel.worthwhile() ? kernel : null);
            block = choice;
        }
        return choice.kernel;
    }

    /** For contributions. Others wait while one thread makes it: its tables are large. */
    TreeExplainer explainer() {
        TreeExplainer made = explainer;
        if (made == null) {
            synchronized (this) {
                made = explainer;
                if (made == null) {
                    made = new TreeExplainer(forest, TreeExplainer.LIMIT);
                    explainer = made;
                }
            }
        }
        return made;
    }

    float margin(float[] values) {
        if (forest.vectorLeaves()) {
            float[] out = Scratch.get().margins(1);
            margins(values, out, 0);
            return out[0];
        }
        RowKernel kernel = row();
        return kernel == null
                ? Walk.margin(forest, values)
                : kernel.margin(values, Scratch.get().keys(kernel.scratch()));
    }

    void margins(float[] values, float[] out, int at) {
        RowKernel kernel = row();
        if (kernel == null) {
            Walk.margins(forest, values, out, at);
        } else {
            kernel.margins(values, Scratch.get().keys(kernel.scratch()), out, at);
        }
    }

    /** The margins of {@code count} rows, row by row; the same bits on any number of threads. */
    void margins(RowSource rows, int count, float[] out, Parallelism parallelism) {
        BlockKernel kernel = count < FEW ? null : block();
        int turn = TURN * Answers.ROWS;
        try (Blocks blocks = new Blocks(parallelism.threads())) {
            blocks.run((int) ((count + (long) turn - 1) / turn), i -> {
                int from = i * turn;
                int to = (int) Math.min(count, from + (long) turn);
                if (kernel == null) {
                    oneByOne(rows, from, to, out);
                } else {
                    kernel.margins(rows, from, to, out);
                }
            });
        }
    }

    private void oneByOne(RowSource rows, int from, int to, float[] out) {
        float[] values = new float[forest.features];
        float[] one = new float[1];
        for (int i = from; i < to; i++) {
            rows.row(i, values, one);
            margins(values, out, i * forest.outputs);
        }
    }
}

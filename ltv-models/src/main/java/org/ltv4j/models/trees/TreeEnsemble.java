package org.ltv4j.models.trees;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.model.Parallelism;

/**
 * A boosted model of trees that XGBoost has trained, scored in plain Java. Immutable; any number of threads may use one.
 *
 * <p>A row is a {@code float[]} of {@link #features()} values in the order of training. {@link Float#NaN} is a missing value;
 * infinities are values like others. A categorical feature takes the code of its category: see {@link #categoryCode}.
 */
public final class TreeEnsemble {
    private final ModelHeader header;
    private final Forest forest;
    private final Kernels kernels;

    TreeEnsemble(ModelHeader header, Forest forest) {
        this.header = header;
        this.forest = forest;
        this.kernels = new Kernels(forest);
    }

    /**
     * Reads a model file. Whether it is JSON or UBJ is told by its first bytes, not by its name.
     *
     * @param file a file written by XGBoost's {@code save_model}, version 1.0 or later
     * @return the model
     * @throws ModelFormatException if this is no such file, it is damaged, or holds what is not supported
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static TreeEnsemble read(Path file) {
        try {
            return of(ModelBytes.of(file));
        } catch (ModelFormatException e) {
            throw new ModelFormatException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a model from a stream, to its end; the stream stays open.
     *
     * @param in what XGBoost's {@code save_model} or {@code save_raw} wrote
     * @return the model
     * @throws ModelFormatException if this is no such model, it is damaged, or holds what is not supported
     * @throws IOException if the stream fails
     */
    public static TreeEnsemble read(InputStream in) throws IOException {
        return of(ModelBytes.of(in));
    }

    /**
     * Reads a model from memory.
     *
     * @param model what XGBoost's {@code save_model} or {@code save_raw} wrote; not kept
     * @return the model
     * @throws ModelFormatException if this is no such model, it is damaged, or holds what is not supported
     */
    public static TreeEnsemble of(byte[] model) {
        return ModelParser.parse(ModelBytes.document(model));
    }

    /**
     * How many values a row has.
     *
     * @return the number of features, at least 0
     */
    public int features() {
        return forest.features;
    }

    /**
     * How many margins a row gets: one per class or target, else 1.
     *
     * @return at least 1
     */
    public int outputs() {
        return forest.outputs;
    }

    /**
     * How many predictions a row gets: as many as {@link #outputs()}, but 1, the class, for {@code multi:softmax}.
     *
     * @return at least 1
     */
    public int predictions() {
        return header.link().predictions(forest.outputs);
    }

    /**
     * The names of the features in the order of a row.
     *
     * @return one name per feature, or none if the file does not tell
     */
    public List<String> featureNames() {
        return header.featureNames();
    }

    /**
     * The kinds of the features in the order of a row: {@code q} or {@code float} for numbers, {@code int}, {@code i} for an
     * indicator, {@code c} for a category.
     *
     * @return one kind per feature, or none if the file does not tell
     */
    public List<String> featureTypes() {
        return header.featureTypes();
    }

    /**
     * The levels of a categorical feature in the order of their codes, for files that hold them (version 3.1 and later).
     *
     * @param feature from 0 to {@link #features()} - 1
     * @return level of code 0, 1, ..., whole numbers as text; empty if the feature has none or the file does not tell
     * @throws IndexOutOfBoundsException if there is no such feature
     */
    public List<String> categories(int feature) {
        return header.categories(Objects.checkIndex(feature, forest.features));
    }

    /**
     * The code of a level of a categorical feature: what stands for it in a row.
     *
     * @param feature from 0 to {@link #features()} - 1
     * @param level one of {@link #categories}
     * @return its code, or empty for a level that training has not seen
     * @throws IndexOutOfBoundsException if there is no such feature
     */
    public OptionalInt categoryCode(int feature, String level) {
        int code = categories(feature).indexOf(level);
        return code < 0 ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /**
     * What training has minimised.
     *
     * @return XGBoost's name such as {@code reg:squarederror}
     */
    public String objective() {
        return header.objective();
    }

    /**
     * The version of XGBoost that has written the file.
     *
     * @return such as {@code 3.0.4}; empty if the file does not tell
     */
    public String version() {
        return header.version();
    }

    /**
     * Texts that training has put into the file, such as {@code best_score}.
     *
     * @return by name, in the order of the file
     */
    public Map<String, String> attributes() {
        return header.attributes();
    }

    /**
     * How many rounds of boosting this model has.
     *
     * @return at least 0
     */
    public int rounds() {
        return forest.rounds();
    }

    /**
     * How many trees this model has: per round one per output, times the size of the forest, or one with vector leaves.
     *
     * @return at least 0
     */
    public int trees() {
        return forest.trees;
    }

    /**
     * The round that early stopping found best, counted from 0.
     *
     * @return the attribute {@code best_iteration} of the file; empty if there is none, or this model has fewer rounds
     */
    public OptionalInt bestIteration() {
        OptionalInt best = header.bestIteration();
        return best.isPresent() && best.getAsInt() < rounds() ? best : OptionalInt.empty();
    }

    /**
     * This model with the rounds up to {@link #bestIteration()}: what XGBoost's scikit-learn classes predict with. Others,
     * such as {@code Booster.predict}, take all rounds unless told otherwise.
     *
     * @return this model itself if the file tells of no best round
     */
    public TreeEnsemble best() {
        OptionalInt best = bestIteration();
        return best.isPresent() ? restrictedTo(best.getAsInt() + 1) : this;
    }

    /**
     * This model with its first rounds only. Costs nothing: trees are shared.
     *
     * @param rounds from 0, which leaves the base score, to {@link #rounds()}
     * @return a model of that many rounds
     * @throws IllegalArgumentException if there are not that many rounds
     */
    public TreeEnsemble restrictedTo(int rounds) {
        if (!(rounds >= 0 && rounds <= rounds())) {
            throw new IllegalArgumentException("need 0 <= rounds <= " + rounds() + ", got " + rounds);
        }
        return rounds == rounds() ? this : new TreeEnsemble(header, forest.first(rounds));
    }

    /**
     * The margin of a row, for a model of one output.
     *
     * @param row {@link #features()} values, NaN where one is missing
     * @return base score and leaves, before the objective's link
     * @throws IllegalArgumentException if the row has another length
     * @throws IllegalStateException if the model has several outputs
     */
    public float margin(float[] row) {
        checkSingle(forest.outputs, "outputs", "margin(row, out)");
        checkRow(row);
        return kernels.margin(row);
    }

    /**
     * The margins of a row.
     *
     * @param row {@link #features()} values, NaN where one is missing
     * @param out takes {@link #outputs()} margins
     * @throws IllegalArgumentException if the row or {@code out} has another length
     */
    public void margin(float[] row, float[] out) {
        checkRow(row);
        Lengths.check(out.length, forest.outputs, "margins");
        kernels.margins(row, out, 0);
    }

    /**
     * The prediction for a row, for a model that predicts one number.
     *
     * @param row {@link #features()} values, NaN where one is missing
     * @return in the units of the objective: spend, count, probability, or the class for {@code multi:softmax}
     * @throws IllegalArgumentException if the row has another length
     * @throws IllegalStateException if the model predicts several numbers
     */
    public float predict(float[] row) {
        checkSingle(predictions(), "predictions", "predict(row, out)");
        checkRow(row);
        if (forest.outputs == 1) {
            return header.link().of(kernels.margin(row));
        }
        float[] values = Scratch.get().margins(forest.outputs);
        kernels.margins(row, values, 0);
        header.link().apply(values, 0, forest.outputs);
        return values[0];
    }

    /**
     * The predictions for a row.
     *
     * @param row {@link #features()} values, NaN where one is missing
     * @param out takes {@link #predictions()} numbers
     * @throws IllegalArgumentException if the row or {@code out} has another length
     */
    public void predict(float[] row, float[] out) {
        checkRow(row);
        Lengths.check(out.length, predictions(), "predictions");
        if (predictions() == forest.outputs) {
            kernels.margins(row, out, 0);
            header.link().apply(out, 0, forest.outputs);
        } else {
            out[0] = predict(row);
        }
    }

    /**
     * The leaf that a row comes to in each tree.
     *
     * @param row {@link #features()} values, NaN where one is missing
     * @param out takes {@link #trees()} node ids, those of the file
     * @throws IllegalArgumentException if the row or {@code out} has another length
     */
    public void leaves(float[] row, int[] out) {
        checkRow(row);
        Lengths.check(out.length, forest.trees, "leaves");
        for (int tree = 0; tree < forest.trees; tree++) {
            out[tree] = forest.leafOf(tree, row) - forest.root[tree];
        }
    }

    /**
     * The margins of many rows, given row by row.
     *
     * @param rows values of the first row, then of the second, ...: {@code count * features()} of them
     * @param count how many rows, at least 0
     * @param out takes {@code count * outputs()} margins, row by row
     * @throws IllegalArgumentException if an array has another length
     */
    public void marginsOfRows(float[] rows, int count, float[] out) {
        marginsOfRows(rows, count, out, Parallelism.SEQUENTIAL);
    }

    /**
     * The margins of many rows, given row by row, on several threads.
     *
     * @param rows values of the first row, then of the second, ...: {@code count * features()} of them
     * @param count how many rows, at least 0
     * @param out takes {@code count * outputs()} margins, row by row
     * @param parallelism how many threads to use; the result does not depend on it
     * @throws IllegalArgumentException if an array has another length
     */
    public void marginsOfRows(float[] rows, int count, float[] out, Parallelism parallelism) {
        Lengths.checkCount(count);
        Lengths.check(rows.length, (long) count * forest.features, "values");
        Lengths.check(out.length, (long) count * forest.outputs, "margins");
        kernels.margins(new RowSource.ByRow(rows, forest.features), count, out, parallelism);
    }

    /**
     * The margins of many rows, given column by column.
     *
     * @param columns {@link #features()} columns of {@code count} values each
     * @param count how many rows, at least 0
     * @param out takes {@code count * outputs()} margins, row by row
     * @throws IllegalArgumentException if an array has another length
     */
    public void marginsOfColumns(float[][] columns, int count, float[] out) {
        marginsOfColumns(columns, count, out, Parallelism.SEQUENTIAL);
    }

    /**
     * The margins of many rows, given column by column, on several threads.
     *
     * @param columns {@link #features()} columns of {@code count} values each
     * @param count how many rows, at least 0
     * @param out takes {@code count * outputs()} margins, row by row
     * @param parallelism how many threads to use; the result does not depend on it
     * @throws IllegalArgumentException if an array has another length
     */
    public void marginsOfColumns(float[][] columns, int count, float[] out, Parallelism parallelism) {
        Lengths.checkColumns(columns, count, forest.features);
        Lengths.check(out.length, (long) count * forest.outputs, "margins");
        kernels.margins(new RowSource.ByColumn(columns), count, out, parallelism);
    }

    /**
     * The margins of many rows, given column by column, on several threads.
     *
     * @param columns {@link #features()} columns of {@code count} values each, NaN where one is missing; each is rounded to float
     * @param count how many rows, at least 0
     * @param out takes {@code count * outputs()} margins, row by row
     * @param parallelism how many threads to use; the result does not depend on it
     * @throws IllegalArgumentException if an array has another length
     */
    public void marginsOfColumns(double[][] columns, int count, float[] out, Parallelism parallelism) {
        Lengths.checkColumns(columns, count, forest.features);
        Lengths.check(out.length, (long) count * forest.outputs, "margins");
        kernels.margins(new RowSource.ByDoubleColumn(columns), count, out, parallelism);
    }

    /**
     * The predictions of many rows, given row by row.
     *
     * @param rows values of the first row, then of the second, ...: {@code count * features()} of them
     * @param count how many rows, at least 0
     * @return {@code count * predictions()} numbers, row by row
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predictRows(float[] rows, int count) {
        return predictRows(rows, count, Parallelism.SEQUENTIAL);
    }

    /**
     * The predictions of many rows, given row by row, on several threads.
     *
     * @param rows values of the first row, then of the second, ...: {@code count * features()} of them
     * @param count how many rows, at least 0
     * @param parallelism how many threads to use; the result does not depend on it
     * @return {@code count * predictions()} numbers, row by row
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predictRows(float[] rows, int count, Parallelism parallelism) {
        float[] margins = marginsFor(count);
        marginsOfRows(rows, count, margins, parallelism);
        return header.link().predictions(margins, count, forest.outputs);
    }

    /**
     * The predictions of many rows, given column by column.
     *
     * @param columns {@link #features()} columns of {@code count} values each
     * @param count how many rows, at least 0
     * @return {@code count * predictions()} numbers, row by row
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predictColumns(float[][] columns, int count) {
        return predictColumns(columns, count, Parallelism.SEQUENTIAL);
    }

    /**
     * The predictions of many rows, given column by column, on several threads.
     *
     * @param columns {@link #features()} columns of {@code count} values each
     * @param count how many rows, at least 0
     * @param parallelism how many threads to use; the result does not depend on it
     * @return {@code count * predictions()} numbers, row by row
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predictColumns(float[][] columns, int count, Parallelism parallelism) {
        float[] margins = marginsFor(count);
        marginsOfColumns(columns, count, margins, parallelism);
        return header.link().predictions(margins, count, forest.outputs);
    }

    /**
     * The predictions of many rows, given column by column, on several threads.
     *
     * @param columns {@link #features()} columns of {@code count} values each, NaN where one is missing; each is rounded to float
     * @param count how many rows, at least 0
     * @param parallelism how many threads to use; the result does not depend on it
     * @return {@code count * predictions()} numbers, row by row
     * @throws IllegalArgumentException if an array has another length
     */
    public float[] predictColumns(double[][] columns, int count, Parallelism parallelism) {
        float[] margins = marginsFor(count);
        marginsOfColumns(columns, count, margins, parallelism);
        return header.link().predictions(margins, count, forest.outputs);
    }

    private float[] marginsFor(int count) {
        Lengths.checkCount(count);
        return new float[Math.multiplyExact(count, forest.outputs)];
    }

    /**
     * What explains this model: exact contributions of the features. Made when first asked for, and kept.
     *
     * @return the explainer of this model
     * @throws IllegalStateException if the model file does not tell the sums of hessians or contributions are too many
     */
    public TreeExplainer explainer() {
        return kernels.explainer();
    }

    /**
     * Exact contributions of the features to the margins of a row: see {@link TreeExplainer}, which explains many rows at once.
     *
     * @param row {@link #features()} values, NaN where one is missing
     * @param out takes per output a contribution for each feature and the bias: {@code outputs * (features + 1)} numbers
     * @throws IllegalArgumentException if the row or {@code out} has another length
     * @throws IllegalStateException if the model file does not tell the sums of hessians or contributions are too many
     */
    public void contributions(float[] row, double[] out) {
        explainer().contributions(row, out);
    }

    /**
     * How much each feature matters, by what training has counted.
     *
     * @param kind what counts
     * @return a number per feature, in the order of a row; 0 for a feature that no split asks
     * @throws IllegalStateException if the model file does not tell what counts
     */
    public double[] importance(Importance kind) {
        return kind.of(forest);
    }

    /** The trees, for kernels and explanations. */
    Forest forest() {
        return forest;
    }

    private void checkRow(float[] row) {
        Lengths.check(row.length, forest.features, "values in a row");
    }

    private static void checkSingle(int count, String what, String instead) {
        if (count != 1) {
            throw new IllegalStateException("this model has " + count + " " + what + ": call " + instead);
        }
    }

    @Override
    public String toString() {
        return "TreeEnsemble[" + objective() + ", " + features() + " features, " + rounds() + " rounds, " + trees()
                + " trees, " + outputs() + (outputs() == 1 ? " output]" : " outputs]");
    }
}

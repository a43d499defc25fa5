package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;

/**
 * A pipeline after it learnt its numbers: turns the features of any customers into what a model reads, always by those
 * numbers. Immutable, thread-safe, and saved by {@link org.ltv4j.core.io.Models}, alone or within another model
 * ({@link org.ltv4j.core.io.ModelWriter#model}), so that scoring cannot disagree with training.
 *
 * <p>It takes features of the schema it was fitted on, and refuses others. Levels of categories are known by their names: a
 * matrix may have other levels, or the same in another order; a level that training did not see is what each step says of
 * such levels, and missing if no step encodes it. A result beyond the range of doubles is the largest double.
 *
 * <p>Do not apply it to the customers that it was fitted on where a step encodes the target: their features are
 * {@link PipelineFit#trainingFeatures()}.
 *
 * <p>It keeps the names of the levels, for example of products and channels, and no row of the training data: as long as no
 * category names persons, nothing of a person stands in it.
 */
public final class FittedPipeline implements LtvModel {
    /** The kind of this model in saved files. */
    public static final String KIND = "feature-pipeline";

    private final FeatureSchema input;
    private final Map<String, List<String>> levels;
    private final List<StepCode> steps;
    private final FeatureSchema output;
    private final Map<String, List<String>> outputLevels;
    private final RowTransform rows;

    FittedPipeline(FeatureSchema input, Map<String, List<String>> levels, List<StepCode> steps) {
        this.input = input;
        this.levels = new LinkedHashMap<>(levels);
        this.levels.replaceAll((name, names) -> List.copyOf(names));
        this.steps = List.copyOf(steps);
        if (this.steps.size() > FeaturePipeline.MAX_STEPS) {
            throw new InvalidDataException(
                    "a pipeline has at most " + FeaturePipeline.MAX_STEPS + " steps, got " + this.steps.size());
        }
        Layout layout = layout(this.levels);
        this.output = layout.schema();
        this.outputLevels = layout.levels();
        this.rows = new RowTransform(input, layout);
    }

    private Layout layout(Map<String, List<String>> given) {
        return Program.output(Program.input(input, levels, given), steps);
    }

    /**
     * The features that it takes.
     *
     * @return the schema it was fitted on
     */
    public FeatureSchema input() {
        return input;
    }

    /**
     * The features that it gives.
     *
     * @return a schema whose formulas say what was done to each feature
     */
    public FeatureSchema output() {
        return output;
    }

    /**
     * The levels of the categories that it takes, as training knew them; {@link #apply(double[])} means these.
     *
     * @return names in order, by name of the feature
     */
    public Map<String, List<String>> levels() {
        return Map.copyOf(levels);
    }

    /**
     * The levels of the categories that it gives.
     *
     * @return names in order, by name of the feature
     */
    public Map<String, List<String>> outputLevels() {
        return Map.copyOf(outputLevels);
    }

    /**
     * The fitted steps.
     *
     * @return in order
     */
    public List<FittedStep> steps() {
        return List.copyOf(steps);
    }

    /**
     * The features that were left out.
     *
     * @return in the order of the steps and features
     */
    public List<DroppedFeature> dropped() {
        return steps.stream().flatMap(step -> step.dropped().stream()).toList();
    }

    /**
     * What was learnt, for reading.
     *
     * @return a line per step and feature
     */
    public List<String> report() {
        List<String> lines = new ArrayList<>();
        steps.forEach(step -> step.report().forEach(line -> lines.add(step.kind() + ", " + line)));
        return lines;
    }

    /**
     * The features of other customers after all steps.
     *
     * @param matrix features of the schema it was fitted on, of any date
     * @return the same customers with the features of {@link #output()}
     * @throws InvalidDataException if the features are others
     */
    public FeatureMatrix apply(FeatureMatrix matrix) {
        input.requireSame(matrix.schema());
        Layout layout = layout(FeaturePipeline.levels(matrix));
        Values values = new Values(matrix);
        values.share(layout.columns());
        return Program.matrix(matrix, layout, values);
    }

    /**
     * The features of one customer after all steps, to the bit as in a matrix; see {@link RowTransform#apply}.
     *
     * @param row a value per feature of {@link #input()}; categories are places in {@link #levels()}
     * @return a new array, a value per feature of {@link #output()}
     * @throws InvalidDataException if the number of values is another, or one is not of its feature's type
     */
    public double[] apply(double[] row) {
        return rows.apply(row);
    }

    /**
     * For rows whose categories have other levels, for example those of a plan that was tied to another log.
     *
     * @param given names of the levels of each category, by name of the feature; other entries do no harm
     * @return the pipeline for one row at a time, whose categories are places in these levels
     * @throws InvalidDataException if the levels of a category are not given
     */
    public RowTransform rows(Map<String, List<String>> given) {
        return new RowTransform(input, layout(given));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Empty: the numbers of the steps are in {@link #report()}. */
    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FittedPipeline pipeline
                && pipeline.input.features().equals(input.features())
                && pipeline.levels.equals(levels)
                && pipeline.steps.equals(steps);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * input.hashCode() + levels.hashCode()) + steps.hashCode();
    }

    @Override
    public String toString() {
        return "FittedPipeline[" + steps.size() + " steps, " + input.size() + " features in, " + output.size()
                + " out]";
    }

    List<StepCode> code() {
        return steps;
    }
}

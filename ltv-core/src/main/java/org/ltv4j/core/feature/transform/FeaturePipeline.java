package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureType;

/**
 * Steps that turn features into what a model reads, in order. A value: two pipelines are equal if their steps say the same,
 * and {@link #fit} learns from the given rows only.
 *
 * <pre>{@code
 * FeaturePipeline plan = FeaturePipeline.of(Impute.median("days_between_purchases").withIndicator())
 *         .then(Log1p.of("total_spend"))
 *         .then(OneHot.of("favourite_channel").withMinCount(20))
 *         .then(StandardScale.all());
 * FittedPipeline fitted = plan.fit(features);
 * FeatureMatrix later = fitted.apply(featuresOfALaterDate);
 * }</pre>
 */
public final class FeaturePipeline {
    /** Most steps of a pipeline. */
    static final int MAX_STEPS = 100;

    private final List<FeatureStep> steps;

    private FeaturePipeline(List<FeatureStep> steps) {
        this.steps = List.copyOf(steps);
        if (this.steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException(
                    "a pipeline has at most " + MAX_STEPS + " steps, got " + this.steps.size());
        }
    }

    /**
     * A pipeline of some steps; without any it leaves the features as they are.
     *
     * @param steps in order, at most 100
     * @return the pipeline
     */
    public static FeaturePipeline of(FeatureStep... steps) {
        return new FeaturePipeline(List.of(steps));
    }

    /**
     * With one more step at the end.
     *
     * @param step what to do next
     * @return the longer pipeline
     */
    public FeaturePipeline then(FeatureStep step) {
        List<FeatureStep> more = new ArrayList<>(steps);
        more.add(step);
        return new FeaturePipeline(more);
    }

    /**
     * The steps.
     *
     * @return in order
     */
    public List<FeatureStep> steps() {
        return steps;
    }

    /**
     * Learns what the steps need from some customers.
     *
     * @param training features of the customers to learn from
     * @return the pipeline for these and all other customers
     * @throws InvalidDataException if a step cannot be fitted to these features, or needs the target
     */
    public FittedPipeline fit(FeatureMatrix training) {
        refuseOutOfFold();
        return run(training, Optional.empty()).pipeline();
    }

    /**
     * Learns what the steps need from some customers whose target is known.
     *
     * @param training features of the customers to learn from
     * @param target what a model shall predict: a finite number for each row, known only after the features' date
     * @return the pipeline for these and all other customers
     * @throws InvalidDataException if a step cannot be fitted to these features
     * @throws IllegalArgumentException if a step encodes the target: {@link #fitTransform} is needed then
     */
    public FittedPipeline fit(FeatureMatrix training, double[] target) {
        refuseOutOfFold();
        return run(training, Optional.of(checked(target, training.rows()))).pipeline();
    }

    /**
     * Learns what the steps need from some customers whose target is known, and gives the features of these very customers
     * to train a model with. Where a step encodes the target they are out of fold, so that no row saw its own target; all
     * other features are those that {@code pipeline.apply} would give.
     *
     * @param training features of the customers to learn from
     * @param target what a model shall predict: a finite number for each row, known only after the features' date
     * @return the pipeline for all other customers, and the features of the training customers
     * @throws InvalidDataException if a step cannot be fitted to these features
     */
    public PipelineFit fitTransform(FeatureMatrix training, double[] target) {
        return run(training, Optional.of(checked(target, training.rows())));
    }

    private void refuseOutOfFold() {
        steps.stream().filter(FeatureStep::outOfFold).findFirst().ifPresent(step -> {
            throw new IllegalArgumentException(step
                    + " needs fitTransform(training, target): the rows that it is fitted on must be encoded out of fold,"
                    + " or a model trained on them would see its own target");
        });
    }

    private static double[] checked(double[] target, int rows) {
        if (target.length != rows) {
            throw new InvalidDataException("the target has " + target.length + " values for " + rows + " customers");
        }
        for (int row = 0; row < rows; row++) {
            if (!Double.isFinite(target[row])) {
                throw new InvalidDataException("row " + (row + 1) + ": the target must be a finite number, got "
                        + target[row] + ": leave customers out whose target is not known");
            }
        }
        return target.clone();
    }

    private PipelineFit run(FeatureMatrix training, Optional<double[]> target) {
        if (training.rows() == 0) {
            throw new InvalidDataException("there is no customer to fit the pipeline on");
        }
        Map<String, List<String>> levels = levels(training);
        Layout layout = Program.input(training.schema(), levels, levels);
        Values values = new Values(training);
        values.keep(layout.columns());
        FitData data = new FitData(training.customers(), target, values, layout);
        List<StepCode> fitted = new ArrayList<>();
        for (FeatureStep step : steps) {
            fitted.add(fit(step, data, fitted.size() + 1));
        }
        FittedPipeline pipeline = new FittedPipeline(training.schema(), levels, fitted);
        return new PipelineFit(pipeline, Program.matrix(training, data.layout(), values));
    }

    private static StepCode fit(FeatureStep step, FitData data, int number) {
        try {
            StepCode fitted = step.fit(data);
            Layout after = fitted.extend(data.layout());
            step.overrideTraining(data, after);
            data.advance(after);
            return fitted;
        } catch (InvalidDataException e) {
            throw new InvalidDataException("step " + number + ", " + step + ": " + e.getMessage(), e);
        }
    }

    /** The levels of all categories of a matrix. */
    static Map<String, List<String>> levels(FeatureMatrix matrix) {
        Map<String, List<String>> levels = new LinkedHashMap<>();
        matrix.schema().features().stream()
                .filter(feature -> feature.type() == FeatureType.CATEGORY)
                .forEach(feature -> levels.put(feature.name(), matrix.levels(feature.name())));
        return levels;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeaturePipeline pipeline && pipeline.steps.equals(steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    @Override
    public String toString() {
        return "FeaturePipeline" + steps;
    }
}

package org.ltv4j.models.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.models.boost.HurdleModel;
import org.ltv4j.models.boost.XgbLtvModel;
import org.ltv4j.models.trees.Importance;

/**
 * Explains boosted trees, of one stage or two, by exact Shapley values (TreeSHAP, path-dependent). Immutable and thread-safe. Made once
 * per model: tables for the trees take some tenths of a second and up to 64 MB a stage.
 */
public final class Explainer {
    private static final int BLOCK = 2_048;

    private final FeatureModel model;
    private final List<TreeStage> stages;
    /** The mean outcome of those who do not spend, for models in two stages. */
    private final double otherwise;

    private Explainer(FeatureModel model, List<TreeStage> stages, double otherwise) {
        this.model = model;
        this.stages = stages;
        this.otherwise = otherwise;
    }

    /**
     * Explains a model.
     *
     * @param model an {@link XgbLtvModel} of one output, or a {@link HurdleModel} of two such
     * @return its explainer
     * @throws IllegalArgumentException if it is a model of another kind
     */
    public static Explainer of(FeatureModel model) {
        if (model instanceof XgbLtvModel trees) {
            return new Explainer(model, List.of(new TreeStage(TreeStage.ONLY, trees)), 0);
        }
        if (model instanceof HurdleModel hurdle
                && hurdle.silent() instanceof XgbLtvModel silent
                && hurdle.spends() instanceof XgbLtvModel spends) {
            return new Explainer(
                    model,
                    List.of(new TreeStage(TreeStage.SILENT, silent), new TreeStage(TreeStage.SPENDS, spends)),
                    hurdle.otherwise());
        }
        throw new IllegalArgumentException("exact contributions are known of boosted trees, in one stage or two, not of"
                + " a model of kind " + model.kind() + ": use PartialDependence, which takes any model");
    }

    /**
     * Explains the prediction of one customer.
     *
     * @param features of the schema of the model
     * @param row whose, from 0
     * @return base, prediction and contributions
     * @throws InvalidDataException if the features differ from those of the model
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Explanation explain(FeatureMatrix features, int row) {
        Objects.checkIndex(row, features.rows());
        return explain(features.rows(new int[] {row})).get(0);
    }

    /**
     * Explains the predictions of all customers; for those who matter, since each explanation takes some kilobytes.
     *
     * @param features of the schema of the model
     * @return an explanation per row
     * @throws InvalidDataException if the features differ from those of the model
     */
    public List<Explanation> explain(FeatureMatrix features) {
        List<Explanation> explanations = new ArrayList<>();
        for (FeatureMatrix block : blocks(features)) {
            List<TreeStage.Rows> computed = compute(block, Parallelism.SEQUENTIAL);
            for (int row = 0; row < block.rows(); row++) {
                explanations.add(explanation(block, computed, row));
            }
        }
        return explanations;
    }

    /**
     * How much each feature matters to these customers, on one thread.
     *
     * @param features of the schema of the model, at least one row
     * @return mean contributions without their signs, and what training has counted
     * @throws InvalidDataException if the features differ from those of the model, or there is no row
     */
    public GlobalImportance importance(FeatureMatrix features) {
        return importance(features, Parallelism.SEQUENTIAL);
    }

    /**
     * How much each feature matters to these customers.
     *
     * @param features of the schema of the model, at least one row
     * @param parallelism how many threads to use; the result does not depend on it
     * @return mean contributions without their signs, and what training has counted
     * @throws InvalidDataException if the features differ from those of the model, or there is no row
     */
    public GlobalImportance importance(FeatureMatrix features, Parallelism parallelism) {
        if (features.rows() == 0) {
            throw new InvalidDataException("importance is a mean over customers: there is none");
        }
        int width = model.schema().size();
        double[] outcome = new double[width];
        double[][] margins = new double[stages.size()][width];
        for (FeatureMatrix block : blocks(features)) {
            List<TreeStage.Rows> computed = compute(block, parallelism);
            for (int row = 0; row < block.rows(); row++) {
                double[] slopes = slopes(computed, row);
                for (int f = 0; f < width; f++) {
                    double amount = 0;
                    for (int s = 0; s < slopes.length; s++) {
                        double contribution = computed.get(s).contribution(row, f);
                        margins[s][f] += Math.abs(contribution);
                        amount += slopes[s] * contribution;
                    }
                    outcome[f] += Math.abs(amount);
                }
            }
        }
        List<StageImportance> byStage = new ArrayList<>();
        for (int s = 0; s < stages.size(); s++) {
            byStage.add(stageImportance(stages.get(s), margins[s], features.rows()));
        }
        return new GlobalImportance(features.rows(), means(outcome, features.rows()), byStage);
    }

    private List<MeanContribution> means(double[] sums, int rows) {
        return IntStream.range(0, sums.length)
                .mapToObj(f -> new MeanContribution(model.schema().feature(f), sums[f] / rows))
                .sorted(Comparator.comparingDouble(MeanContribution::amount).reversed())
                .toList();
    }

    private StageImportance stageImportance(TreeStage stage, double[] sums, int rows) {
        double[] weight = stage.model.ensemble().importance(Importance.WEIGHT);
        double[] gain = stage.model.ensemble().importance(Importance.GAIN);
        double[] cover = stage.model.ensemble().importance(Importance.COVER);
        List<FeatureImportance> features = IntStream.range(0, sums.length)
                .mapToObj(f -> new FeatureImportance(
                        model.schema().feature(f), sums[f] / rows, (int) weight[f], gain[f], cover[f]))
                .sorted(Comparator.comparingDouble(FeatureImportance::meanContribution)
                        .reversed())
                .toList();
        return new StageImportance(stage.name, stage.scale, features);
    }

    /** Mean contributions without their signs on the scale of the outcome, in the order of the schema. */
    double[] meanContributions(FeatureMatrix features) {
        double[] means = new double[model.schema().size()];
        for (MeanContribution mean : importance(features).outcome()) {
            means[model.schema().index(mean.feature().name())] = mean.amount();
        }
        return means;
    }

    private List<TreeStage.Rows> compute(FeatureMatrix block, Parallelism parallelism) {
        return stages.stream().map(stage -> stage.rows(block, parallelism)).toList();
    }

    private static List<FeatureMatrix> blocks(FeatureMatrix features) {
        List<FeatureMatrix> blocks = new ArrayList<>();
        for (int from = 0; from < features.rows(); from += BLOCK) {
            int to = Math.min(features.rows(), from + BLOCK);
            blocks.add(features.rows(IntStream.range(from, to).toArray()));
        }
        return blocks;
    }

    private Explanation explanation(FeatureMatrix features, List<TreeStage.Rows> computed, int row) {
        double[] slopes = slopes(computed, row);
        double[] amounts = new double[model.schema().size()];
        List<StageExplanation> explained = new ArrayList<>();
        for (int s = 0; s < slopes.length; s++) {
            TreeStage.Rows rows = computed.get(s);
            double[] margins = new double[amounts.length];
            for (int f = 0; f < amounts.length; f++) {
                margins[f] = rows.contribution(row, f);
                amounts[f] += slopes[s] * margins[f];
            }
            explained.add(new StageExplanation(
                    stages.get(s).name,
                    stages.get(s).scale,
                    rows.base(row),
                    rows.margin(row),
                    contributions(features, row, margins)));
        }
        return new Explanation(
                model.outcome(),
                mixed(computed, rows -> rows.basePrediction(row)),
                mixed(computed, rows -> rows.prediction(row)),
                contributions(features, row, amounts),
                explained);
    }

    /** What the prediction of one stage, or of both together, is. */
    private double mixed(List<TreeStage.Rows> computed, ToDoubleFunction<TreeStage.Rows> prediction) {
        double first = prediction.applyAsDouble(computed.get(0));
        if (computed.size() == 1) {
            return first;
        }
        return (1 - first) * prediction.applyAsDouble(computed.get(1)) + first * otherwise;
    }

    /**
     * What the outcome changes per unit of each stage's margin. With q the probability of silence and s the spend, the prediction is
     * {@code (1 - q) s + q o}; the mean over both orders of what a change of q alone is worth is its change times
     * {@code o - (s + s0) / 2}, and that of s its change times {@code 1 - (q + q0) / 2}.
     */
    private double[] slopes(List<TreeStage.Rows> computed, int row) {
        double[] slopes = computed.stream().mapToDouble(rows -> rows.slope(row)).toArray();
        if (slopes.length > 1) {
            TreeStage.Rows silent = computed.get(0);
            TreeStage.Rows spends = computed.get(1);
            slopes[0] *= otherwise - (spends.prediction(row) + spends.basePrediction(row)) / 2;
            slopes[1] *= 1 - (silent.prediction(row) + silent.basePrediction(row)) / 2;
        }
        return slopes;
    }

    private static List<Contribution> contributions(FeatureMatrix features, int row, double[] amounts) {
        Contribution[] contributions = new Contribution[amounts.length];
        Arrays.setAll(contributions, f -> {
            Feature feature = features.schema().feature(f);
            double value = features.value(row, f);
            String level = feature.type() == FeatureType.CATEGORY && !Double.isNaN(value)
                    ? features.levels(feature.name()).get((int) value)
                    : "";
            return new Contribution(feature, value, level, amounts[f]);
        });
        Arrays.sort(contributions, Comparator.comparingDouble((Contribution c) -> -Math.abs(c.amount())));
        return List.of(contributions);
    }

    @Override
    public String toString() {
        return "Explainer[" + model + "]";
    }
}

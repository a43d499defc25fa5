package org.ltv4j.models.boost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.models.trees.TreeEnsemble;

/**
 * Boosted trees that foretell an outcome of customers, scored in plain Java. Immutable and thread-safe.
 *
 * <p>A prediction is the expected outcome, or its probability for churn. Two objectives say something else: the absolute error the
 * median, quantiles the one next to the median; see {@link #quantiles} for all of them.
 */
public final class XgbLtvModel implements FeatureModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "xgb-ltv";

    private static final int BLOCK = 4_096;

    private final Outcome outcome;
    private final FeatureSchema schema;
    private final Map<String, List<String>> levels;
    private final XgbOptions options;
    private final double totalFactor;
    private final OptionalDouble constant;
    private final byte[] booster;
    private final BoostReport report;
    private final TreeEnsemble ensemble;
    private final Levels codes;
    private final Answer answer;

    /** Takes the bytes over, and checks that what was read from them is a model of these features, objective and rounds. */
    XgbLtvModel(
            Outcome outcome,
            FeatureSchema schema,
            Map<String, List<String>> levels,
            XgbOptions options,
            double totalFactor,
            OptionalDouble constant,
            byte[] booster,
            TreeEnsemble trees,
            BoostReport report) {
        this.outcome = outcome;
        this.schema = schema;
        this.levels = Map.copyOf(levels);
        this.options = options;
        this.totalFactor = totalFactor;
        this.constant = constant;
        this.booster = booster;
        this.report = report;
        Objective objective = options.objective();
        TrainingChecks.checkOutcome(outcome, objective);
        if (!(totalFactor > 0 && totalFactor <= Float.MAX_VALUE)
                || !objective.kind().needsTotalFactor() && totalFactor != 1) {
            throw new IllegalArgumentException("totalFactor is above 0 and within float, and 1 for objectives other"
                    + " than LOG1P, TWEEDIE and GAMMA, got " + totalFactor);
        }
        checkConstant();
        require(trees.features() == schema.size(), "features", schema.size(), trees.features());
        require(trees.outputs() == objective.outputs(), "outputs", objective.outputs(), trees.outputs());
        require(trees.objective().equals(objective.kind().nativeName()), "objective", objective, trees.objective());
        List<String> named = trees.featureNames();
        require(named.isEmpty() || named.equals(schema.names()), "features named", schema.names(), named);
        require(trees.rounds() >= report.rounds(), "rounds", report.rounds(), trees.rounds());
        this.ensemble = trees.restrictedTo(report.rounds());
        this.codes = new Levels(schema, this.levels, options.categories().unseen());
        this.answer = new Answer(outcome, options, totalFactor, constant);
    }

    private void checkConstant() {
        ObjectiveKind.Targets targets = options.objective().kind().targets();
        constant.ifPresent(value -> {
            if (!Double.isFinite(value)
                    || !targets.include(value)
                    || outcome.isProbability() && !ObjectiveKind.Targets.ZERO_OR_ONE.include(value)) {
                throw new IllegalArgumentException("a constant outcome is one that " + options.objective()
                        + " can learn of " + outcome + ", got " + value);
            }
        });
    }

    private static void require(boolean good, String what, Object needed, Object found) {
        if (!good) {
            throw new IllegalArgumentException(
                    "the trees are of another model: need " + what + " " + needed + ", they have " + found);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Empty: trees have no likelihood or parameters to report; see {@link #report()}. */
    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    /**
     * How the trees were trained.
     *
     * @return rounds, learning curve, findings and provenance
     */
    public BoostReport report() {
        return report;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    /**
     * The names of all categories' levels.
     *
     * @return feature to level names, for each feature that is a category: value v of a row stands for the v-th
     */
    public Map<String, List<String>> levels() {
        return levels;
    }

    /**
     * How the trees were trained.
     *
     * @return the options of the fit
     */
    public XgbOptions options() {
        return options;
    }

    /**
     * The factor that makes totals right: {@code prediction = factor * exp(margin)}, less 1 where the logarithm of 1 + the outcome was learnt.
     * It is learnt from the customers trained on, each third of them foretold by trees of the others, so that the total of customers whom
     * the trees have not seen is right. Where a few customers decide the total (its standard error is above a third of it) or
     * there are fewer than three, it makes the total of the training rows right instead, with a finding.
     *
     * @return above 0; 1 for all objectives but {@link ObjectiveKind#LOG1P}, {@link ObjectiveKind#TWEEDIE} and {@link ObjectiveKind#GAMMA}
     */
    public double totalFactor() {
        return totalFactor;
    }

    /**
     * What is foretold for everybody, if all outcomes trained on were the same.
     *
     * @return that outcome, to the last digit; empty if they differed
     */
    public OptionalDouble constant() {
        return constant;
    }

    /**
     * The trees, for explanations and for scoring float rows: {@code margin} and {@code leaves} of a row.
     *
     * @return the rounds that the model uses; their prediction is this model's before {@link #totalFactor()}, class weight and bounds
     */
    public TreeEnsemble ensemble() {
        return ensemble;
    }

    /**
     * What the model foretells where its trees give a margin: the objective's link, {@link #totalFactor()}, class weight and bounds.
     * {@link #predict} does the same in float.
     *
     * @param margin a margin of one output of {@link #ensemble()}
     * @return the outcome foretold, never falling as the margin grows
     */
    public double outcomeOf(double margin) {
        return answer.ofMargin(margin);
    }

    /**
     * The values of a matrix as the trees read them, for explanations: categories by the codes of training, the others as they are.
     *
     * @param features of the schema of this model
     * @return a column per feature, rounded to float, NaN where missing
     * @throws org.ltv4j.core.data.InvalidDataException if the features differ from {@link #schema()}
     */
    public double[][] inputs(FeatureMatrix features) {
        schema.requireSame(features.schema());
        int[][] levelCodes = codes.codes(features);
        double[][] columns = new double[schema.size()][features.rows()];
        float[] block = new float[features.rows()];
        for (int column = 0; column < columns.length; column++) {
            codes.copy(features, column, levelCodes[column], 0, block);
            for (int row = 0; row < block.length; row++) {
                columns[column][row] = block[row];
            }
        }
        return columns;
    }

    byte[] booster() {
        return booster;
    }

    @Override
    public Predictions predict(FeatureMatrix features) {
        double[] values = new double[features.rows()];
        int outputs = ensemble.predictions();
        score(features, (row, block, at) -> values[row] = one(block, at, outputs));
        return Predictions.of(features.customers(), features.asOf(), outcome, values);
    }

    /**
     * Foretells quantiles of the outcome of every customer.
     *
     * @param features of the schema of this model
     * @return predictions for each level of {@link Objective#parameters()}, in their order; those of a customer never fall
     * @throws IllegalStateException if the model was trained for another objective
     * @throws org.ltv4j.core.data.InvalidDataException if the features differ from {@link #schema()}
     */
    public List<Predictions> quantiles(FeatureMatrix features) {
        if (options.objective().kind() != ObjectiveKind.QUANTILE) {
            throw new IllegalStateException("this model foretells no quantiles: fit one with XgbOptions.quantiles");
        }
        int outputs = ensemble.predictions();
        double[][] values = new double[outputs][features.rows()];
        score(features, (row, block, at) -> {
            Arrays.sort(block, at, at + outputs);
            for (int k = 0; k < outputs; k++) {
                values[k][row] = answer.of(block[at + k]);
            }
        });
        List<Predictions> quantiles = new ArrayList<>();
        for (double[] level : values) {
            quantiles.add(Predictions.of(features.customers(), features.asOf(), outcome, level));
        }
        return quantiles;
    }

    /**
     * Foretells the outcome of one customer.
     *
     * @param row a value per feature of {@link #schema()}, rounded to float; NaN where missing, a category's place in {@link #levels()}
     * @return the expected outcome, or its probability
     * @throws IllegalArgumentException if the row has another length or a value that no feature has
     */
    public double predict(double[] row) {
        if (row.length != schema.size()) {
            throw new IllegalArgumentException("need " + schema.size() + " values in a row, got " + row.length);
        }
        float[] values = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            values[i] = codes.checked(row[i], i);
        }
        return predict(values);
    }

    /**
     * Foretells the outcome of one customer without allocating, for a till: values are not looked at. Quantiles do allocate.
     *
     * @param row a value per feature of {@link #schema()}; NaN where missing, a category's place in {@link #levels()}
     * @return the expected outcome, or its probability
     * @throws IllegalArgumentException if the row has another length
     */
    public double predict(float[] row) {
        if (ensemble.predictions() == 1) {
            return answer.of(ensemble.predict(row));
        }
        float[] values = new float[ensemble.predictions()];
        ensemble.predict(row, values);
        return one(values, 0, values.length);
    }

    private double one(float[] block, int at, int outputs) {
        if (outputs > 1) {
            Arrays.sort(block, at, at + outputs);
        }
        return answer.of(block[at + options.objective().middle()]);
    }

    /** Takes the predictions of one row of a matrix, which start at a place of a block. */
    private interface Taker {
        void take(int row, float[] block, int at);
    }

    /** Block by block, so that memory does not grow with the rows. */
    private void score(FeatureMatrix features, Taker taker) {
        schema.requireSame(features.schema());
        int[][] levelCodes = codes.codes(features);
        int outputs = ensemble.predictions();
        float[][] columns = {};
        for (int from = 0; from < features.rows(); from += BLOCK) {
            int count = Math.min(BLOCK, features.rows() - from);
            if (columns.length == 0 || columns[0].length != count) {
                columns = new float[schema.size()][count];
            }
            for (int column = 0; column < columns.length; column++) {
                codes.copy(features, column, levelCodes[column], from, columns[column]);
            }
            float[] block = ensemble.predictColumns(columns, count);
            for (int i = 0; i < count; i++) {
                taker.take(from + i, block, i * outputs);
            }
        }
    }

    /** The same trees with the same meaning and report. */
    @Override
    public boolean equals(Object other) {
        return other instanceof XgbLtvModel that
                && that.outcome.equals(outcome)
                && that.schema.equals(schema)
                && that.levels.equals(levels)
                && that.options.equals(options)
                && Double.compare(that.totalFactor, totalFactor) == 0
                && that.constant.equals(constant)
                && that.report.equals(report)
                && Arrays.equals(that.booster, booster);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hash(outcome, schema, options, report) + Arrays.hashCode(booster);
    }

    @Override
    public String toString() {
        return "XgbLtvModel[" + outcome + ", " + options.objective() + ", " + schema.size() + " features, "
                + report.rounds() + " rounds]";
    }
}

package org.ltv4j.core.feature.transform;

import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.internal.math.Moments;

/**
 * What customers of a level were worth: {@code <name>_target}, the mean of the target over the training rows of the level,
 * drawn towards the mean of all, takes the place of the category:
 *
 * <pre>{@code (sum of the level's targets + smoothing * mean of all) / (rows of the level + smoothing)}</pre>
 *
 * <p>This is scikit-learn's TargetEncoder with a number for {@code smooth}. A level that training did not see gets the mean
 * of all. Missing values are treated as one more level.
 *
 * <p>A training row must not see its own target, or a model would trust the encoding far too much. So the training rows are
 * encoded out of fold: they are dealt into folds of equal size, and each row is encoded from the rows of all other folds,
 * their mean of all included. Which fold a customer is in depends on the seed and on the ids, not on the order of the rows.
 * Only {@link FeaturePipeline#fitTransform} gives these values; a pipeline with this step cannot be fitted without them.
 * Cost: a sort and a few passes.
 */
public final class TargetEncoding extends FeatureStep {
    private static final double SMOOTHING = 10;
    private static final int FOLDS = 5;
    private static final int MAX_FOLDS = 1_000;

    private final Choice choice;
    private final double smoothing;
    private final int folds;
    private final long seed;
    private final boolean keepsSource;

    private TargetEncoding(Choice choice) {
        this(choice, SMOOTHING, FOLDS, 0, false);
    }

    private TargetEncoding(Choice choice, double smoothing, int folds, long seed, boolean keepsSource) {
        this.choice = choice;
        this.smoothing = smoothing;
        this.folds = folds;
        this.seed = seed;
        this.keepsSource = keepsSource;
    }

    /**
     * Of the features named.
     *
     * @param names categories, at least one
     * @return the step
     */
    public static TargetEncoding of(String... names) {
        return new TargetEncoding(Choice.of(Choice.Kind.CATEGORIES, names));
    }

    /**
     * Of all categories.
     *
     * @return the step
     */
    public static TargetEncoding all() {
        return allBut();
    }

    /**
     * Of all categories but some.
     *
     * @param names the features to leave as they are
     * @return the step
     */
    public static TargetEncoding allBut(String... names) {
        return new TargetEncoding(Choice.allBut(Choice.Kind.CATEGORIES, names));
    }

    /**
     * With another smoothing.
     *
     * @param rows how many rows with the mean of all are added to each level, at least 0; 10 if not said
     * @return the step
     */
    public TargetEncoding withSmoothing(double rows) {
        if (!(rows >= 0 && rows <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("smoothing: need a finite number of at least 0, got " + rows);
        }
        return new TargetEncoding(choice, rows, folds, seed, keepsSource);
    }

    /**
     * With another number of folds.
     *
     * @param count from 2 to 1000, at most as many as there are training rows; 5 if not said
     * @return the step
     */
    public TargetEncoding withFolds(int count) {
        if (count < 2 || count > MAX_FOLDS) {
            throw new IllegalArgumentException("folds: need 2 to " + MAX_FOLDS + ", got " + count);
        }
        return new TargetEncoding(choice, smoothing, count, seed, keepsSource);
    }

    /**
     * With other folds.
     *
     * @param value any number; 0 if not said
     * @return the step
     */
    public TargetEncoding withSeed(long value) {
        return new TargetEncoding(choice, smoothing, folds, value, keepsSource);
    }

    /**
     * With the category itself kept before its encoding, for another encoder.
     *
     * @return the step
     */
    public TargetEncoding keepingSource() {
        return new TargetEncoding(choice, smoothing, folds, seed, true);
    }

    @Override
    StepCode fit(FitData data) {
        double[] target = data.target();
        double prior = Moments.of(target).mean();
        List<FittedTargetEncoding.One> features = new ArrayList<>();
        for (Column column : choice.pick(data.layout())) {
            LevelSums sums = new LevelSums(column.levels().size(), 1);
            double[] values = data.values(column);
            for (int row = 0; row < target.length; row++) {
                sums.add(values[row], 0, target[row]);
            }
            features.add(sums.encoding(column.name(), prior, smoothing));
        }
        return new FittedTargetEncoding(keepsSource, prior, features);
    }

    @Override
    boolean outOfFold() {
        return true;
    }

    @Override
    void overrideTraining(FitData data, Layout after) {
        double[] target = data.target();
        int[] fold = Folds.of(data.customers(), folds, seed);
        double[] priors = priors(target, fold);
        for (Column column : choice.pick(data.layout())) {
            double[] values = data.values(column);
            LevelSums sums = new LevelSums(column.levels().size(), folds);
            for (int row = 0; row < target.length; row++) {
                sums.add(values[row], fold[row], target[row]);
            }
            sums.join();
            double[] encoded = new double[target.length];
            for (int row = 0; row < target.length; row++) {
                encoded[row] = sums.outOfFold(values[row], fold[row], priors[fold[row]], smoothing);
            }
            data.override(after.column(FittedTargetEncoding.nameOf(column)), encoded);
        }
    }

    /** The mean of all targets outside each fold. */
    private double[] priors(double[] target, int[] fold) {
        double[] priors = new double[folds];
        double[] outside = new double[target.length];
        for (int f = 0; f < folds; f++) {
            for (int row = 0; row < target.length; row++) {
                outside[row] = fold[row] == f ? Double.NaN : target[row];
            }
            priors[f] = Moments.of(outside).mean();
        }
        return priors;
    }

    @Override
    List<?> options() {
        return List.of(choice, smoothing, folds, seed, keepsSource);
    }

    @Override
    public String toString() {
        return "TargetEncoding(" + choice + "; smoothing " + smoothing + ", " + folds + " folds, seed " + seed
                + (keepsSource ? ", keeping source" : "") + ")";
    }
}

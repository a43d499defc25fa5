package org.ltv4j.models.explain;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.outcome.FeatureModel;

/**
 * How predictions depend on one feature: every customer of a sample is given the same value of it, all else as it is, and the mean
 * prediction is partial dependence (Friedman 2001); each customer's own curve is its individual conditional expectation, ICE (Goldstein et
 * al. 2015). Curves that cross or fan out tell of interactions, which the mean hides. Values that do not occur together in life, such as
 * 100 purchases in the first week, are asked for all the same. Takes any model; costs points times rows predictions. Immutable.
 */
public final class PartialDependence {
    private final Grid grid;
    private final double[] means;
    /** By customer, then by point. */
    private final double[][] curves;

    private PartialDependence(Grid grid, double[] means, double[][] curves) {
        this.grid = grid;
        this.means = means;
        this.curves = curves;
    }

    /**
     * Asks a model.
     *
     * @param model any model of features
     * @param features customers to sample from, of the schema of the model
     * @param feature which feature; at least one of the customers has a value of it
     * @param options how finely
     * @return the dependence
     * @throws org.ltv4j.core.data.InvalidDataException if there is no such feature, or nobody has a value of it
     */
    public static PartialDependence of(
            FeatureModel model, FeatureMatrix features, String feature, DependenceOptions options) {
        model.schema().requireSame(features.schema());
        Grid grid = Grid.of(features, feature, options.points());
        FeatureMatrix sample = Grid.sample(features, options.rows(), options.seed());
        int points = grid.values().length;
        double[] means = new double[points];
        double[][] curves = new double[sample.rows()][points];
        for (int k = 0; k < points; k++) {
            double[] predicted =
                    model.predict(grid.fixed(sample, grid.values()[k])).values();
            for (int row = 0; row < predicted.length; row++) {
                curves[row][k] = predicted[row];
            }
            means[k] = Arrays.stream(predicted).sum() / predicted.length;
        }
        return new PartialDependence(grid, means, curves);
    }

    /**
     * The feature.
     *
     * @return which
     */
    public Feature feature() {
        return grid.feature();
    }

    /**
     * How many values were asked.
     *
     * @return at least 1
     */
    public int points() {
        return means.length;
    }

    /**
     * A value that was asked: quantiles of those that occur.
     *
     * @param point from 0
     * @return rising with the point
     */
    public double value(int point) {
        return grid.values()[point];
    }

    /**
     * The names of the values of a category.
     *
     * @return a name per point; empty if it is no category
     */
    public List<String> levels() {
        return grid.levels();
    }

    /**
     * The mean prediction.
     *
     * @param point from 0
     * @return in the unit of the outcome
     */
    public double mean(int point) {
        return means[point];
    }

    /**
     * How many customers are in the sample.
     *
     * @return at least 1
     */
    public int rows() {
        return curves.length;
    }

    /**
     * The curve of one customer of the sample (ICE).
     *
     * @param row from 0
     * @return a copy: a prediction per point
     */
    public double[] curve(int row) {
        return curves[row].clone();
    }

    @Override
    public String toString() {
        return "PartialDependence[" + feature().name() + ", " + points() + " points, " + rows() + " customers]";
    }
}

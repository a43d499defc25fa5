package org.ltv4j.models.explain;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.outcome.FeatureModel;

/**
 * How predictions depend on two features together: the mean over a sample of customers that are given both values. If the features do
 * not interact, the surface is the sum of two curves; see {@link PartialDependence}. Immutable.
 */
public final class PartialDependenceSurface {
    private final Grid first;
    private final Grid second;
    private final double[][] means;

    private PartialDependenceSurface(Grid first, Grid second, double[][] means) {
        this.first = first;
        this.second = second;
        this.means = means;
    }

    /**
     * Asks a model; costs the square of the points times rows predictions.
     *
     * @param model any model of features
     * @param features customers to sample from, of the schema of the model
     * @param first a feature
     * @param second another
     * @param options how finely, for each of the two
     * @return the dependence
     * @throws InvalidDataException if there are no such features, they are one, or nobody has a value of one
     */
    public static PartialDependenceSurface of(
            FeatureModel model, FeatureMatrix features, String first, String second, DependenceOptions options) {
        if (first.equals(second)) {
            throw new InvalidDataException("need two features, got " + first + " twice: use PartialDependence");
        }
        model.schema().requireSame(features.schema());
        Grid one = Grid.of(features, first, options.points());
        Grid two = Grid.of(features, second, options.points());
        FeatureMatrix sample = Grid.sample(features, options.rows(), options.seed());
        double[][] means = new double[one.values().length][two.values().length];
        for (int i = 0; i < means.length; i++) {
            FeatureMatrix fixed = one.fixed(sample, one.values()[i]);
            for (int j = 0; j < means[i].length; j++) {
                double[] predicted =
                        model.predict(two.fixed(fixed, two.values()[j])).values();
                means[i][j] = Arrays.stream(predicted).sum() / predicted.length;
            }
        }
        return new PartialDependenceSurface(one, two, means);
    }

    /**
     * The two features.
     *
     * @return the first and the second
     */
    public List<Feature> features() {
        return List.of(first.feature(), second.feature());
    }

    /**
     * The values of the first feature that were asked.
     *
     * @return a copy, rising
     */
    public double[] firstValues() {
        return first.values().clone();
    }

    /**
     * The values of the second feature that were asked.
     *
     * @return a copy, rising
     */
    public double[] secondValues() {
        return second.values().clone();
    }

    /**
     * The mean prediction.
     *
     * @param i place of the first feature's value, from 0
     * @param j place of the second's, from 0
     * @return in the unit of the outcome
     */
    public double mean(int i, int j) {
        return means[i][j];
    }

    @Override
    public String toString() {
        return "PartialDependenceSurface[" + first.feature().name() + " and "
                + second.feature().name() + "]";
    }
}

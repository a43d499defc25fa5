package org.ltv4j.models.interval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.feature.FeatureMatrix;

/** The spread of each customer. */
final class Scales {
    private Scales() {}

    static void checkLeast(double least) {
        if (!(least > 0) || Double.isInfinite(least)) {
            throw new IllegalArgumentException("the least spread is finite and above 0, got " + least);
        }
    }

    static double[] of(Spread spread, double[] centre, @Nullable FeatureMatrix features) {
        double[] scale = new double[centre.length];
        if (spread instanceof Spread.OfPrediction p) {
            Arrays.setAll(scale, i -> Math.max(p.least(), Math.abs(centre[i])));
        } else if (spread instanceof Spread.OfModel m) {
            if (features == null) {
                throw new InvalidDataException("this model reads no features: use Spread.ofPrediction");
            }
            double[] foretold = m.model().predict(features).values();
            Arrays.setAll(scale, i -> Math.max(m.least(), foretold[i]));
        } else {
            Arrays.fill(scale, 1);
        }
        return scale;
    }
}

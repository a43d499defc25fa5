package org.ltv4j.models.interval;

import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.outcome.FeatureModel;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.models.boost.ObjectiveKind;
import org.ltv4j.models.boost.XgbLtvModel;

/** What a model says before it is calibrated: two ends, a centre, and the unit that ends are moved by. */
sealed interface Band {
    Outcome outcome();

    FeatureSchema schema();

    Ends of(FeatureMatrix features);

    /** A value per customer of each. */
    record Ends(double[] lower, double[] centre, double[] upper, double[] scale) {}

    /** The lowest and the highest level of a model of quantiles; the centre is the level next to the median. */
    record Quantiles(XgbLtvModel model) implements Band {
        public Quantiles {
            if (model.options().objective().kind() != ObjectiveKind.QUANTILE) {
                throw new IllegalArgumentException("the model foretells no quantiles but "
                        + model.options().objective() + ": fit one with XgbOptions.quantiles");
            }
        }

        @Override
        public Outcome outcome() {
            return model.outcome();
        }

        @Override
        public FeatureSchema schema() {
            return model.schema();
        }

        @Override
        public Ends of(FeatureMatrix features) {
            List<Predictions> levels = model.quantiles(features);
            double[] centre = model.predict(features).values();
            return new Ends(
                    levels.get(0).values(),
                    centre,
                    levels.get(levels.size() - 1).values(),
                    ones(centre.length));
        }
    }

    /** Two models, one per end; the centre is in the middle. Where they cross they change places. */
    record Pair(FeatureModel lower, FeatureModel upper) implements Band {
        public Pair {
            if (!lower.outcome().equals(upper.outcome()) || !lower.schema().equals(upper.schema())) {
                throw new IllegalArgumentException(
                        "the models of the two ends foretell different outcomes or read different features: "
                                + lower.outcome() + " and " + upper.outcome());
            }
        }

        @Override
        public Outcome outcome() {
            return lower.outcome();
        }

        @Override
        public FeatureSchema schema() {
            return lower.schema();
        }

        @Override
        public Ends of(FeatureMatrix features) {
            double[] a = lower.predict(features).values();
            double[] b = upper.predict(features).values();
            double[] low = new double[a.length];
            double[] middle = new double[a.length];
            double[] high = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                low[i] = Math.min(a[i], b[i]);
                high[i] = Math.max(a[i], b[i]);
                middle[i] = low[i] + (high[i] - low[i]) / 2;
            }
            return new Ends(low, middle, high, ones(a.length));
        }
    }

    /** One model, both ends at its prediction. */
    record Point(FeatureModel model, Spread spread) implements Band {
        public Point {
            if (spread instanceof Spread.OfModel m && !m.model().schema().equals(model.schema())) {
                throw new IllegalArgumentException(
                        "the model of the spread reads other features than the model itself");
            }
        }

        @Override
        public Outcome outcome() {
            return model.outcome();
        }

        @Override
        public FeatureSchema schema() {
            return model.schema();
        }

        @Override
        public Ends of(FeatureMatrix features) {
            double[] centre = model.predict(features).values();
            return new Ends(centre, centre, centre, Scales.of(spread, centre, features));
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}

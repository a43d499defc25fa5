package org.ltv4j.models.baseline;

import java.util.Arrays;
import org.ltv4j.core.outcome.TrainingSet;

/** What a linear predictor says of the outcome. */
public sealed interface Response {
    /**
     * The prediction.
     *
     * @param predictor the linear predictor
     * @return the expected outcome, or its probability
     */
    double value(double predictor);

    /** The predictor is the expected outcome. */
    record Linear() implements Response {
        @Override
        public double value(double predictor) {
            return predictor;
        }
    }

    /** The predictor is the logarithm of the odds. */
    record Logistic() implements Response {
        @Override
        public double value(double predictor) {
            return LogisticProblem.probability(predictor);
        }
    }

    /**
     * All outcomes were the same: the predictor does not matter.
     *
     * @param outcome what is foretold for everybody
     */
    record Constant(double outcome) implements Response {
        /**
         * Checks the outcome.
         *
         * @param outcome what is foretold for everybody, finite
         */
        public Constant {
            if (!Double.isFinite(outcome)) {
                throw new IllegalArgumentException("a constant outcome is finite, got " + outcome);
            }
        }

        @Override
        public double value(double predictor) {
            return outcome;
        }
    }

    /**
     * The predictor is the expected logarithm: {@code factor * exp(predictor) - 1}.
     *
     * <p>The exponential of a mean is below the mean of exponentials. The factor makes the total of the training rows right:
     * the sum of {@code 1 + outcome} over that of {@code exp(predictor)}, weighted. (Duan, 1983, Smearing estimate, Journal of the American
     * Statistical Association 78(383), weighs the ratios of all rows alike instead, which a few outliers among the small ones
     * upset.) Predictors are kept within the range of the training outcomes' logarithms, since an exponential makes absurd
     * amounts of a line that is drawn too far.
     *
     * @param factor above 0
     * @param low least predictor that counts
     * @param high largest predictor that counts
     */
    record Exponential(double factor, double low, double high) implements Response {
        private static final double MOST = 709;

        /**
         * Checks the numbers.
         *
         * @param factor above 0
         * @param low least predictor that counts
         * @param high largest predictor that counts
         */
        public Exponential {
            if (!(factor > 0 && factor <= Double.MAX_VALUE && low >= 0 && low <= high && high <= MOST + 1)) {
                throw new IllegalArgumentException("need a finite factor above 0 and 0 <= low <= high <= 710, got "
                        + factor + ", " + low + " and " + high);
            }
        }

        /** Of rows whose predictors are known. */
        static Exponential of(TrainingSet data, double[] predictors) {
            double low = Arrays.stream(data.outcomes()).min().orElseThrow();
            double high = Arrays.stream(data.outcomes()).max().orElseThrow();
            Exponential plain = new Exponential(1, StrictMath.log1p(low), StrictMath.log1p(high));
            double[] shares = Design.shares(weights(data));
            double actual = 0;
            double predicted = 0;
            for (int i = 0; i < predictors.length; i++) {
                actual += shares[i] * (1 + data.outcome(i));
                predicted += shares[i] * (1 + plain.value(predictors[i]));
            }
            return new Exponential(actual / predicted, plain.low, plain.high);
        }

        @Override
        public double value(double predictor) {
            double kept = Math.max(low, Math.min(high, predictor));
            return Math.max(0, factor * StrictMath.exp(kept) - 1);
        }
    }

    /** The weights of all rows. */
    private static double[] weights(TrainingSet data) {
        double[] weights = new double[data.rows()];
        Arrays.setAll(weights, data::weight);
        return weights;
    }
}

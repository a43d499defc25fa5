package org.ltv4j.models.baseline;

/** How strong the penalty of an elastic net is, or how that is found out. */
public sealed interface LambdaChoice {
    /**
     * A penalty that is known.
     *
     * @param value lambda, finite and at least 0, in units of the target; 0 for no penalty
     */
    record Given(double value) implements LambdaChoice {
        /**
         * Checks the number.
         *
         * @param value lambda, finite and at least 0, in units of the target; 0 for no penalty
         */
        public Given {
            if (!(value >= 0 && value <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("lambda must be finite and at least 0, got " + value);
            }
        }
    }

    /**
     * A penalty chosen by cross-validation over a path of them. All rows of a customer are in one fold; what prepares the features
     * is fitted anew in each fold.
     *
     * @param folds from 2 to the number of customers
     * @param seed deals the customers into folds
     * @param rule which penalty of the path is taken
     * @param pathLength penalties to try, from 2 to 1000, evenly spaced by their logarithm from the least that makes all
     *     coefficients 0 down to a ten-thousandth of it, or a hundredth where there are no more rows than columns
     */
    record CrossValidated(int folds, long seed, LambdaRule rule, int pathLength) implements LambdaChoice {
        /**
         * Checks the numbers.
         *
         * @param folds from 2 to the number of customers
         * @param seed deals the customers into folds
         * @param rule which penalty of the path is taken
         * @param pathLength penalties to try, from 2 to 1000, evenly spaced by their logarithm from the least that makes all
         *     coefficients 0 down to a ten-thousandth of it, or a hundredth where there are no more rows than columns
         */
        public CrossValidated {
            if (folds < 2 || pathLength < 2 || pathLength > 1000) {
                throw new IllegalArgumentException(
                        "cross-validation needs 2 folds or more and 2 to 1000 penalties, got " + folds + " and "
                                + pathLength);
            }
        }
    }
}

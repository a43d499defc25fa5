package org.ltv4j.models.btyd;

/**
 * How the purchase rate differs between customers: the first of the two mixtures of which a model of this family is made.
 * While alive, a customer buys at random at a constant rate lambda.
 */
public sealed interface PurchaseRate {
    /**
     * The mean rate over customers.
     *
     * @return purchases per time unit, above 0
     */
    double mean();

    /**
     * Rates are gamma distributed: the usual case.
     *
     * @param r shape, above 0: the larger, the more alike the customers
     * @param alpha rate parameter in time units, above 0; the mean purchase rate is {@code r / alpha}
     */
    record Gamma(double r, double alpha) implements PurchaseRate {
        /**
         * Checks the ranges.
         *
         * @param r shape, above 0: the larger, the more alike the customers
         * @param alpha rate parameter in time units, above 0; the mean purchase rate is {@code r / alpha}
         */
        public Gamma {
            Check.positive("r", r);
            Check.positive("alpha", alpha);
        }

        @Override
        public double mean() {
            return r / alpha;
        }
    }

    /**
     * All customers buy at one rate: the limit of {@link Gamma} as r and alpha grow together, where purchases are a Poisson
     * process.
     *
     * @param lambda purchases per time unit, above 0
     */
    record Fixed(double lambda) implements PurchaseRate {
        /**
         * Checks the range.
         *
         * @param lambda purchases per time unit, above 0
         */
        public Fixed {
            Check.positive("lambda", lambda);
        }

        @Override
        public double mean() {
            return lambda;
        }
    }
}

package org.ltv4j.models.btyd;

/**
 * How the chance of leaving differs between customers: the second of the two mixtures of which a model of this family is
 * made. After each repeat purchase a customer leaves for good with its own probability p.
 */
public sealed interface DropOut {
    /**
     * The mean over customers of the chance to leave after a repeat purchase, before anything is known of them.
     *
     * @return in [0, 1]
     */
    double mean();

    /**
     * The chances are beta distributed: the usual case.
     *
     * @param a first shape, above 0
     * @param b second shape, above 0; the mean chance is {@code a / (a + b)}
     */
    record Beta(double a, double b) implements DropOut {
        /**
         * Checks the ranges.
         *
         * @param a first shape, above 0
         * @param b second shape, above 0; the mean chance is {@code a / (a + b)}
         */
        public Beta {
            Check.positive("a", a);
            Check.positive("b", b);
        }

        @Override
        public double mean() {
            return a / (a + b);
        }
    }

    /** Nobody ever leaves: the limit of {@link Beta} as a goes to 0 or b to infinity. With gamma rates this is the NBD. */
    record None() implements DropOut {
        @Override
        public double mean() {
            return 0;
        }
    }

    /**
     * All customers have one chance to leave: the limit of {@link Beta} as a and b grow together.
     *
     * @param q the chance, between 0 and 1
     */
    record Fixed(double q) implements DropOut {
        /**
         * Checks the range.
         *
         * @param q the chance, between 0 and 1
         */
        public Fixed {
            Check.share("q", q);
        }

        @Override
        public double mean() {
            return q;
        }
    }

    /**
     * A share of the customers leaves right after its first repeat purchase, the others never: the limit of {@link Beta} as a
     * and b go to 0 together.
     *
     * @param q the share that leaves, between 0 and 1
     */
    record NeverOrAtOnce(double q) implements DropOut {
        /**
         * Checks the range.
         *
         * @param q the share that leaves, between 0 and 1
         */
        public NeverOrAtOnce {
            Check.share("q", q);
        }

        @Override
        public double mean() {
            return q;
        }
    }

    /** Everybody leaves right after the first repeat purchase: the limit of {@link Beta} as b goes to 0. */
    record AtOnce() implements DropOut {
        @Override
        public double mean() {
            return 1;
        }
    }
}

package org.ltv4j.models.tune;

/**
 * Options of the tree-structured Parzen estimator (Bergstra, Bardenet, Bengio and Kegl, 2011, NIPS 24).
 *
 * @param startupTrials trials drawn at random before the estimator is used, at least 2; pruned ones count, failed ones do not
 * @param goodShare which part of the trials counts as good (gamma of the paper), above 0 and at most 0.5
 * @param mostGood how many trials are good at most, at least 1
 * @param candidates how many settings are drawn from the density of the good trials for each trial, at least 1
 * @param priorWeight weight of the prior beside 1 for each trial, above 0: the higher, the more is explored
 */
public record Tpe(int startupTrials, double goodShare, int mostGood, int candidates, double priorWeight) {

    /**
     * Checks the ranges.
     *
     * @param startupTrials trials drawn at random before the estimator is used, at least 2
     * @param goodShare which part of the trials counts as good, above 0 and at most 0.5
     * @param mostGood how many trials are good at most, at least 1
     * @param candidates how many settings are drawn for each trial, at least 1
     * @param priorWeight weight of the prior beside 1 for each trial, above 0 and finite
     */
    public Tpe {
        if (startupTrials < 2 || mostGood < 1 || candidates < 1) {
            throw new IllegalArgumentException("need startupTrials >= 2, mostGood >= 1 and candidates >= 1, got "
                    + startupTrials + ", " + mostGood + " and " + candidates);
        }
        if (!(goodShare > 0 && goodShare <= 0.5) || !(priorWeight > 0 && priorWeight <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("need goodShare above 0 and at most 0.5 and priorWeight above 0, got "
                    + goodShare + " and " + priorWeight);
        }
    }

    /**
     * 10 start-up trials, the best 15 % are good but at most 25 trials, 24 candidates, prior weight 1. Tried on test
     * functions of two to six parameters: clearly better than a share of 10 %, and safer than one of 25 % where there are
     * many parameters.
     *
     * @return the defaults
     */
    public static Tpe defaults() {
        return new Tpe(10, 0.15, 25, 24, 1);
    }

    /**
     * These options with another number of start-up trials.
     *
     * @param number trials drawn at random first, at least 2
     * @return new options
     */
    public Tpe withStartupTrials(int number) {
        return new Tpe(number, goodShare, mostGood, candidates, priorWeight);
    }

    /**
     * These options with another part of the trials as good.
     *
     * @param share above 0 and at most 0.5
     * @return new options
     */
    public Tpe withGoodShare(double share) {
        return new Tpe(startupTrials, share, mostGood, candidates, priorWeight);
    }

    /**
     * These options with another number of candidates.
     *
     * @param number at least 1
     * @return new options
     */
    public Tpe withCandidates(int number) {
        return new Tpe(startupTrials, goodShare, mostGood, number, priorWeight);
    }

    /**
     * These options with another weight of the prior.
     *
     * @param weight above 0
     * @return new options
     */
    public Tpe withPriorWeight(double weight) {
        return new Tpe(startupTrials, goodShare, mostGood, candidates, weight);
    }

    /** How many of so many trials are good. */
    int goodOf(int trials) {
        return (int) Math.min(mostGood, Math.ceil(goodShare * trials));
    }
}
